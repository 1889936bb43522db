import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import type { CandidateView } from '../../../dialogs/type-ahead/view.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { commonOccupations } from '../../occupation-page/common-occupations.ts';
import type { Choice } from './results.ts';
import { readSubjectKey, subjectKey } from './subject-key.ts';

/** Longer than any title. */
export const LONGEST_QUERY = 200;
/** Scrolling on beyond these finds nothing that typing would not find sooner, and each brings a whole card with it. */
const MOST_COMMON = 12;

/** An occupation in a list, with what tells it from the others and why it is there. */
export type Listed = Pick<CandidateView, 'code' | 'occupation' | 'title' | 'gist' | 'why'>;

/** What is shown before anything is typed: what the member looked up before, then common occupations of every kind of work. */
export async function listedAtFirst(
  store: KnowledgeStore,
  recent: readonly string[],
  { teamsLookup: words }: Wording,
): Promise<Listed[]> {
  const known = await Promise.all(recent.map((key) => listedByKey(store, key, words.recent)));
  const before = known.flatMap((listed) => listed ?? []);
  const codes = new Set(before.map(({ code }) => code));
  const common = (await commonOccupations(store))
    .filter(({ code }) => !codes.has(code))
    .slice(0, MOST_COMMON)
    .map(({ code, title, gist }): Listed => ({ code, occupation: '', title, gist, why: words.common }));
  return [...before, ...common];
}

async function listedByKey(store: KnowledgeStore, key: string, why: string): Promise<Listed | null> {
  const subject = readSubjectKey(key);
  const group = subject && (await store.group(subject.code));
  if (!subject || !group) return null;
  const profiles = await store.occupationsOf(group.code);
  const profile = profiles.find(({ id }) => id === subject.occupation);
  return {
    code: group.code,
    occupation: profile?.id ?? '',
    title: profile?.name ?? group.title,
    gist: group.gist,
    why,
  };
}

/** What fits what was typed, or what is listed at first where that is nothing yet. */
export async function listedFor(
  knowledge: Knowledge,
  searches: TypeAheads,
  query: string,
  recent: readonly string[],
  wording: Wording,
): Promise<readonly Listed[]> {
  if (query.trim() === '') return listedAtFirst(knowledge.store, recent, wording);
  return (await (await searches.of(knowledge)).find(query)).candidates;
}

export function choiceOf(listed: Omit<Listed, 'why'>, { teamsLookup: words }: Wording): Choice {
  return { title: words.choice(listed.title, listed.code, listed.gist), value: subjectKey(listed) };
}
