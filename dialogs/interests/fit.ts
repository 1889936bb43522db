import type { CwpiInterest } from '../../knowledge/model.ts';
import type { InterestCodes } from './codes.ts';

/**
 * How well an occupation's codes o fit a person's codes u:
 *
 *   s(u,o) = sum over the interests that both have of  WEIGHTS[rank in u][rank in o] * strength in u * strength in o
 *   fit    = s(u,o) / sqrt(s(u,u) * s(o,o))
 *
 * The rank weights are Iachan's (R. Iachan, "A measure of agreement for use with the Holland classification system", Journal of
 * Vocational Behavior 24, 1984), made for three Holland letters. We use them for the five interests of the CWPI, add the strengths
 * (capitals 1, lower case a half), and divide so that two codes of other length or strength can be compared. The weights are positive
 * definite, so the fit lies in 0..1 and is 1 only for the same interests in the same order with strengths in the same proportion:
 * `M i d` fits itself best, and `MID` fits `mid` as well as itself, since strength counts within a code.
 */
const WEIGHTS = [
  [22, 10, 4],
  [10, 5, 2],
  [4, 2, 1],
] as const;

const STRONG = 1;
const WEAKER = 0.5;

export function strengthOf(strong: boolean): number {
  return strong ? STRONG : WEAKER;
}

/** What one interest that both have adds to their agreement. */
export interface SharedInterest {
  readonly interest: CwpiInterest;
  /** Place among the person's codes, from 1. */
  readonly yours: number;
  readonly yoursStrong: boolean;
  /** Place among the occupation's. */
  readonly theirs: number;
  readonly theirsStrong: boolean;
  readonly points: number;
}

/** Interests of both, those that count most first, then in the person's order. */
export function sharedInterests(person: InterestCodes, occupation: InterestCodes): SharedInterest[] {
  return person
    .flatMap((own, index): SharedInterest[] => {
      const place = occupation.findIndex((code) => code.interest === own.interest);
      const other = occupation[place];
      if (!other) return [];
      const points = weight(index, place) * strengthOf(own.strong) * strengthOf(other.strong);
      return [
        {
          interest: own.interest,
          yours: index + 1,
          yoursStrong: own.strong,
          theirs: place + 1,
          theirsStrong: other.strong,
          points,
        },
      ];
    })
    .sort((one, other) => other.points - one.points || one.yours - other.yours);
}

function agreement(one: InterestCodes, other: InterestCodes): number {
  let sum = 0;
  // Counted, not iterated: this runs thousands of times for one answer.
  for (let rank = 0; rank < one.length; rank += 1) {
    for (let otherRank = 0; otherRank < other.length; otherRank += 1) {
      const [mine, theirs] = [one[rank], other[otherRank]];
      if (mine && theirs && mine.interest === theirs.interest)
        sum += weight(rank, otherRank) * strengthOf(mine.strong) * strengthOf(theirs.strong);
    }
  }
  return sum;
}

function weight(one: number, other: number): number {
  return WEIGHTS[one]?.[other] ?? 0;
}

/** 0 (nothing in common) to 1; 0 as well where one of the two has no codes. Rounded, so that equal fits are equal on every machine. */
export function fitOf(person: InterestCodes, occupation: InterestCodes): number {
  const most = Math.sqrt(agreement(person, person) * agreement(occupation, occupation));
  return most === 0 ? 0 : Math.round((agreement(person, occupation) / most) * 1e6) / 1e6;
}

export const BANDS = ['strong', 'fair', 'weak'] as const;
export type Band = (typeof BANDS)[number];

/**
 * Chosen by looking at all codes of three against the 900 OaSIS profiles. From 0.9 up the first interest is the same and another is
 * shared as well; about 7 in 100 profiles do. Down to 0.55 the first interest is the same and nothing else, or the first two have changed
 * places; about 23 in 100. Below that the person's first interest comes third, or not at all.
 */
const LEAST_STRONG = 0.9;
const LEAST_FAIR = 0.55;

export function bandOf(fit: number): Band {
  if (fit >= LEAST_STRONG) return 'strong';
  return fit >= LEAST_FAIR ? 'fair' : 'weak';
}

/** What fit.ts needs of one profile of a group. */
export interface FitProfile {
  readonly codes: InterestCodes;
  /** Estimated from OaSIS; false for codes published as CWPI codes. */
  readonly estimated: boolean;
}

export interface GroupFit<Profile> {
  /** Of the best profile. */
  readonly fit: number;
  readonly band: Band;
  readonly best: Profile;
  /** Lowest and highest fit of the group's profiles: equal where they agree. */
  readonly range: readonly [lowest: number, highest: number];
}

/** A group fits as its best profile; of equals a published code comes before an estimate, then the first. Null without profiles. */
export function groupFit<Profile extends FitProfile>(
  person: InterestCodes,
  profiles: readonly Profile[],
): GroupFit<Profile> | null {
  let best: { readonly profile: Profile; readonly fit: number } | null = null;
  let lowest = 1;
  for (const profile of profiles) {
    const fit = fitOf(person, profile.codes);
    lowest = Math.min(lowest, fit);
    if (!best || fit > best.fit || (fit === best.fit && best.profile.estimated && !profile.estimated))
      best = { profile, fit };
  }
  return best && { fit: best.fit, band: bandOf(best.fit), best: best.profile, range: [lowest, best.fit] };
}
