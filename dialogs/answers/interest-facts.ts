import type { Edition, NocCode } from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { InterestCodes } from '../interests/codes.ts';
import { estimateCwpi, interestWords } from '../interests/holland.ts';
import type { AnswerContext } from './context.ts';
import { type Fact, fact } from './fact.ts';

/** The codes of one profile of a group, with all that is needed to tell them as a fact. */
export interface ToldCodes {
  readonly label: string;
  readonly codes: InterestCodes;
  readonly estimated: boolean;
  readonly fact: Fact;
}

const ESTIMATED_FROM = 'Holland letters of OaSIS 2023';

/** Codes as a fact: published ones as they stand, estimates marked as derived. */
export function codesFact(
  codes: InterestCodes,
  from: { readonly source: string; readonly edition: Edition; readonly code: string; readonly estimated: boolean },
): Fact {
  const { source, edition, code, estimated } = from;
  const words = interestWords(codes);
  const provenance = { source, period: '', edition, code };
  return estimated
    ? fact(provenance, 'interests.estimate', 'letters', words, words, ESTIMATED_FROM)
    : fact(provenance, 'interests.cwpi', 'letters', words);
}

/** The interest codes of a group: those published for occupations of it; where there are none, the estimate for each OaSIS profile. */
export async function codesOfGroup(
  { store }: AnswerContext,
  group: NocCode,
  occupations: readonly OccupationProfile[],
): Promise<ToldCodes[]> {
  const published = occupations.flatMap(({ name, interests }): ToldCodes[] => {
    if (!interests) return [];
    const { source, edition, code } = interests;
    const codes = interests.codes.map(({ interest, strong }) => ({ interest, strong }));
    return [
      { label: name, codes, estimated: false, fact: codesFact(codes, { source, edition, code, estimated: false }) },
    ];
  });
  if (published.length > 0) return published;
  return (await store.hollandProfiles(group)).map(({ oasisCode, label, letters, source }) => {
    const codes = estimateCwpi(letters);
    const from = { source, edition: 'oasis2023', code: oasisCode, estimated: true } as const;
    return { label, codes, estimated: true, fact: codesFact(codes, from) };
  });
}
