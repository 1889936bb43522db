import type { Activity } from 'botbuilder';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import { choiceOf, LONGEST_QUERY, listedFor } from './listed.ts';
import type { LookupDependencies } from './ports.ts';
import { type SearchResult, searchResultOf } from './results.ts';
import { memberOf, OCCUPATIONS_DATASET, readValue, searchValue } from './values.ts';

/** Teams shows no more than these in the list under a field. */
export const MOST_CHOICES = 15;

/** What fits what is being typed into a field of the comparison; null for a field of somebody else's. */
export async function occupationSearch(
  activity: Activity,
  knowledge: Knowledge,
  searches: TypeAheads,
  { recents, wording }: Pick<LookupDependencies, 'recents' | 'wording'>,
): Promise<SearchResult | null> {
  const { queryText, dataset } = readValue(searchValue, activity);
  if (dataset !== OCCUPATIONS_DATASET) return null;
  if (queryText.length > LONGEST_QUERY) return searchResultOf([]);
  const listed = await listedFor(knowledge, searches, queryText, recents.of(memberOf(activity)), wording);
  return searchResultOf(listed.slice(0, MOST_CHOICES).map((each) => choiceOf(each, wording)));
}
