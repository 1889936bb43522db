import Fuse from 'fuse.js';
import type { Evidence } from './evidence.ts';
import type { Query } from './query.ts';
import type { TitleIndex } from './title-index.ts';
import { fold } from './tokens.ts';

/** Fuse.js takes milliseconds for hundreds of titles and half a second for all of them: it sees the best few only. */
const MOST = 50;
const LONGEST_QUERY = 80;

/**
 * A second opinion on misspelt queries: how well Fuse.js' token search thinks each candidate's best title fits the letters as they
 * were typed. By group, 0 to 1; empty when every word of the query is known, which leaves nothing to be fuzzy about.
 */
export function fuzzyAgreement(
  index: TitleIndex,
  query: Query,
  evidence: Evidence,
  groups: readonly number[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const doubtful = query.slots.some((slot) => slot.source === 'spelling' || slot.source === 'unknown');
  if (!doubtful || query.sentence) return found;
  const pattern = query.slots.map((slot) => slot.word.text).join(' ');
  if (pattern.length > LONGEST_QUERY) return found;
  const titles: { group: number; title: string }[] = [];
  for (const group of groups) {
    const title = index.titles[index.formTitle[evidence.bestForm[group] ?? -1] ?? -1];
    if (title && titles.length < MOST) titles.push({ group, title: title.title.split(' ').map(fold).join(' ') });
  }
  const fuse = new Fuse(titles, {
    keys: ['title'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.5,
    useTokenSearch: true,
    shouldSort: false,
  });
  for (const { item, score } of fuse.search(pattern)) found.set(item.group, 1 - (score ?? 1));
  return found;
}
