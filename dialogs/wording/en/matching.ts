import type { MatchDecision, MatchReason } from '../../../knowledge/matching/types.ts';

/** Why a candidate was found, in words. `title` is the stored title that matched, `full` the words an abbreviation stands for. */
const reasons: Record<MatchReason, (title: string, full: string) => string> = {
  code: (title) => `the code is that of ${title}`,
  'group-name': () => 'the name of the group',
  title: (title) => `job title: ${title}`,
  alias: (title) => `also known as: ${title}`,
  everyday: (title) => `everyday name: ${title}`,
  abbreviation: (title, full) => (full === '' ? `abbreviation: ${title}` : `${title}, abbreviation of ${full}`),
  words: (title) => `shares words with: ${title}`,
  spelling: (title) => `spelling close to: ${title}`,
  duties: (title) => `by its duties: ${title}`,
};

const decisions: Record<MatchDecision, string> = {
  match: 'One group fits:',
  ask: 'Several groups fit; ask which one is meant:',
  none: 'No occupation is recognized in this.',
};

export const matching = {
  decision: (decision: MatchDecision): string => decisions[decision],
  whyCode: (edition: string, code: string, title: string): string => `${edition} code ${code}: ${title}`,
  why: (reason: MatchReason, title: string, full: string): string => reasons[reason](title, full),
};
