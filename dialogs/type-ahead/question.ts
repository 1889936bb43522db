import type { Wording } from '../wording/index.ts';
import type { CandidateView } from './view.ts';

/** More alternatives than this nobody keeps in mind. */
const MOST_ASKED = 3;
/** Longest question that is read out in one breath or two. */
const MOST_CHARACTERS = 200;
/** How much less likely than the first a candidate may be and still be asked about. */
const LEAST_SHARE = 0.2;

/**
 * What to ask a caller so that one of the candidates is left: what each of the first two or three groups does. Null where there are no two
 * to be told apart.
 */
export function questionFor(
  candidates: readonly Pick<CandidateView, 'gist' | 'score'>[],
  { desk }: Wording,
): string | null {
  const first = candidates[0]?.score ?? 0;
  const likely = candidates.filter(({ score }, at) => at < 2 || score >= first * LEAST_SHARE);
  const gists = [...new Set(likely.map(({ gist }) => gist).filter((gist) => gist !== ''))].slice(0, MOST_ASKED);
  if (gists.length < 2) return null;
  const question = desk.question(gists);
  return question.length <= MOST_CHARACTERS ? question : desk.question(gists.slice(0, 2));
}
