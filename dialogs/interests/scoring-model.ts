import { CWPI_INTERESTS, type CwpiInterest } from '../../knowledge/model.ts';

/** How much a person likes a work activity: 1 strong dislike .. 5 strong like. */
export const LIKINGS = [1, 2, 3, 4, 5] as const;
export type Liking = (typeof LIKINGS)[number];

export interface InterestAnswer {
  readonly interest: CwpiInterest;
  readonly liking: Liking;
}

/**
 * The model: an answer = NEUTRAL + general liking + interest + noise, all normal. Some people like everything, so the general liking
 * is taken out of the interests. Variances in squared points of the five-point answer. No statement has parameters of its own:
 * there are no answers of real people to fit them to.
 */
export const MODEL = { neutral: 3.1, noise: 1, interest: 0.7, general: 0.36 } as const;
/** How many answers the model's noise is worth against the person's own when the person's noise is judged. */
const NOISE_PRIOR = 10;

/** Answers of one interest, as sums: the order of answering cannot matter. */
export interface Evidence {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** What is believed about an interest: `mean` and `variance` in points above the person's general liking. */
export interface InterestEstimate {
  readonly interest: CwpiInterest;
  readonly mean: number;
  readonly variance: number;
  readonly answers: number;
  /** Plain average of the answers; null without any. */
  readonly average: number | null;
}

export interface Posterior {
  /** In the order of CWPI_INTERESTS. */
  readonly means: readonly number[];
  /** Variances once the general liking is known. */
  readonly own: readonly number[];
  /** How far each mean moves when the general liking moves by one. */
  readonly slopes: readonly number[];
  readonly general: number;
  readonly generalVariance: number;
}

export function gather(answers: readonly InterestAnswer[]): Evidence[] {
  return CWPI_INTERESTS.map((interest) => {
    const likings = answers.filter((answer) => answer.interest === interest).map((answer) => answer.liking);
    return {
      count: likings.length,
      sum: likings.reduce<number>((sum, liking) => sum + liking, 0),
      squares: likings.reduce<number>((sum, liking) => sum + liking * liking, 0),
    };
  });
}

/** Exact posterior: given the general liking the interests are independent, so that one number has to be integrated out. */
export function posterior(evidence: readonly Pick<Evidence, 'count' | 'sum'>[]): Posterior {
  const { neutral, noise, interest, general: prior } = MODEL;
  let precision = 1 / prior;
  let weighted = 0;
  for (const { count, sum } of evidence) {
    const weight = 1 / (noise + count * interest);
    precision += count * weight;
    weighted += weight * (sum - count * neutral);
  }
  const general = weighted / precision;
  const ratio = noise / interest;
  return {
    means: evidence.map(({ count, sum }) => (sum - count * (neutral + general)) / (count + ratio)),
    own: evidence.map(({ count }) => noise / (count + ratio)),
    slopes: evidence.map(({ count }) => -count / (count + ratio)),
    general,
    generalVariance: 1 / precision,
  };
}

export function estimates(evidence: readonly Evidence[]): InterestEstimate[] {
  const { means, own, slopes, generalVariance } = posterior(evidence);
  return CWPI_INTERESTS.map((interest, at) => {
    const { count, sum } = evidence[at] ?? { count: 0, sum: 0 };
    const variance = (own[at] ?? 0) + (slopes[at] ?? 0) ** 2 * generalVariance;
    return { interest, mean: means[at] ?? 0, variance, answers: count, average: count === 0 ? null : sum / count };
  });
}

/** How far the person's answers scatter within their interests, and on how many spare answers that rests. */
export function scatter(evidence: readonly Evidence[]): { readonly squares: number; readonly spare: number } {
  let squares = 0;
  let spare = 0;
  for (const each of evidence) {
    if (each.count < 2) continue;
    squares += each.squares - each.sum ** 2 / each.count;
    spare += each.count - 1;
  }
  return { squares, spare };
}

/**
 * The person's noise as a share of the model's. It scales how sure the result is and not the interests themselves: otherwise one more
 * liked statement could lower an interest by making the person look less steady.
 */
export function steadiness(evidence: readonly Evidence[]): number {
  const { squares, spare } = scatter(evidence);
  return (NOISE_PRIOR * MODEL.noise + squares) / (NOISE_PRIOR + spare) / MODEL.noise;
}
