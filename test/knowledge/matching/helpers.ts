import { TitleMatcher } from '../../../knowledge/matching/title-matcher.ts';
import type { MatchIndexInput } from '../../../knowledge/matching/types.ts';
import type { JobTitle } from '../../../knowledge/model.ts';
import { packInput } from '../../bench/data.ts';

let shipped: TitleMatcher | null = null;

/** The matcher on the shipped pack; built once for all tests. */
export function packMatcher(): TitleMatcher {
  shipped ??= new TitleMatcher(packInput());
  return shipped;
}

export function title(code: string, words: string, more: Partial<JobTitle> = {}): JobTitle {
  return { code, title: words, language: 'en', kind: 'usual', standsFor: '', occupation: '', source: '', ...more };
}

/** A matcher on a handful of titles, where a test needs to know all of them. */
export function smallMatcher(titles: readonly JobTitle[], groups: MatchIndexInput['groups'] = []): TitleMatcher {
  return new TitleMatcher({ titles, groups });
}

export function first(words: string): string {
  return packMatcher().match(words).candidates[0]?.code ?? 'none';
}

export function firstFive(words: string): string[] {
  return packMatcher()
    .match(words)
    .candidates.slice(0, 5)
    .map((each) => each.code);
}
