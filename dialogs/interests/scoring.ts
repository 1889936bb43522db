import type { InterestCode } from '../../knowledge/model.ts';
import {
  type Evidence,
  estimates,
  gather,
  type InterestAnswer,
  type InterestEstimate,
  posterior,
  scatter,
  steadiness,
} from './scoring-model.ts';
import { comparable, orderProbability, ranked } from './scoring-order.ts';

/** An interest is told from this many points above the person's general liking, and told in capitals from the second. */
export const TOLD_FROM = 0.2;
export const STRONG_FROM = 0.75;
export const MOST_TOLD = 3;
/** A strong interest is one that the person likes: less than neutral on average is never told in capitals. */
const STRONG_AVERAGE = 3;
const FEWEST_ANSWERS = 8;
const FEWEST_INTERESTS = 3;
/** Within one interest, answers thrown with a five-sided die have this variance. */
const DIE_VARIANCE = 2;
/** Probabilities that the told order is right from which a result is called sure and fairly sure. */
const SURE_FROM = 0.75;
const FAIRLY_SURE_FROM = 0.45;

export type Sureness = 'sure' | 'fairly sure' | 'unsure';
export type NoResultReason = 'skips only' | 'too few' | 'all the same' | 'contradictory' | 'nothing stands out';

export interface InterestsFound {
  readonly kind: 'found';
  /** One to three, in order. */
  readonly codes: readonly InterestCode[];
  /** Probability that these are the first interests, in this order, as the model sees it. */
  readonly certainty: number;
  readonly sureness: Sureness;
  readonly estimates: readonly InterestEstimate[];
}

export interface NoInterests {
  readonly kind: 'none';
  readonly reason: NoResultReason;
  readonly estimates: readonly InterestEstimate[];
}

export type InterestsResult = InterestsFound | NoInterests;

/** The result of some answers, in whatever order they were given. */
export function scoreInterests(answers: readonly InterestAnswer[], skipped = 0): InterestsResult {
  const evidence = gather(answers);
  const found = estimates(evidence);
  const none = (reason: NoResultReason): NoInterests => ({ kind: 'none', reason, estimates: found });
  if (answers.length === 0 && skipped > 0) return none('skips only');
  if (answers.length < FEWEST_ANSWERS || evidence.filter(({ count }) => count > 0).length < FEWEST_INTERESTS)
    return none('too few');
  if (answers.every(({ liking }) => liking === answers[0]?.liking)) return none('all the same');
  if (contradictory(evidence)) return none('contradictory');
  const codes = codesOf(found);
  if (codes.length === 0) return none('nothing stands out');
  const certainty = certaintyOf(evidence, codes.length);
  return { kind: 'found', codes, certainty, sureness: surenessOf(certainty), estimates: found };
}

/** Up to three interests that stand out, in order; none that the person likes less than their own average. */
export function codesOf(found: readonly InterestEstimate[]): InterestCode[] {
  const average = found.reduce((sum, { mean }) => sum + mean, 0) / found.length;
  return ranked(found.map(({ mean }) => mean))
    .flatMap((at) => found[at] ?? [])
    .slice(0, MOST_TOLD)
    .filter(({ mean }) => mean >= TOLD_FROM && mean > average)
    .map(({ interest, mean, average: plain }) => ({
      interest,
      strong: mean >= STRONG_FROM && (plain ?? 0) >= STRONG_AVERAGE,
    }));
}

/** Probability that the first `places` interests are the right ones in the right order. */
export function certaintyOf(evidence: readonly Evidence[], places: number): number {
  const believed = posterior(evidence);
  const variances = comparable(believed, steadiness(evidence));
  return orderProbability(believed.means, variances, ranked(believed.means), places);
}

export function surenessOf(certainty: number): Sureness {
  if (certainty >= SURE_FROM) return 'sure';
  return certainty >= FAIRLY_SURE_FROM ? 'fairly sure' : 'unsure';
}

/** Answers that scatter as if thrown with a die, and too far for the model's noise by chance (three standard errors). */
function contradictory(evidence: readonly Evidence[]): boolean {
  const { squares, spare } = scatter(evidence);
  return spare > 0 && squares / spare > Math.max(DIE_VARIANCE, 1 + 3 * Math.sqrt(2 / spare));
}
