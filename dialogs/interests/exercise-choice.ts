import { CWPI_INTERESTS, type CwpiInterest } from '../../knowledge/model.ts';
import { MOST_TOLD } from './scoring.ts';
import { type Evidence, MODEL, type Posterior, posterior, steadiness } from './scoring-model.ts';
import { comparable, orderProbability, ranked } from './scoring-order.ts';

/** Answers to one interest that are looked ahead at once: a single answer often cannot turn the order, and seems worth nothing. */
const AHEAD = 4;
/** The order that is to be settled: that of the top three, whether or not all three will be told. */
const PLACES = MOST_TOLD;
/** Three answers to look ahead to. The outer ones weigh more than a normal distribution's 1/6: simulated people surprise the model oftener. */
const NODES = [
  { at: -Math.sqrt(3), weight: 0.27 },
  { at: 0, weight: 0.46 },
  { at: Math.sqrt(3), weight: 0.27 },
] as const;

export interface Choice {
  /** Null when no interest can be asked about. */
  readonly interest: CwpiInterest | null;
  /** Probability that the order of the top three is right. */
  readonly certainty: number;
  /** What one more answer is expected to add to it. */
  readonly gain: number;
}

/**
 * The interest whose answers lower the expected uncertainty of the order most. All statements of an interest are worth the same to the
 * model, so that five futures are compared. Ties go to the first interest in the fixed order.
 */
export function chooseInterest(evidence: readonly Evidence[], open: readonly CwpiInterest[]): Choice {
  const believed = posterior(evidence);
  const scale = steadiness(evidence);
  const certainty = certaintyOf(believed, scale);
  let best: Choice = { interest: null, certainty, gain: 0 };
  for (const [at, interest] of CWPI_INTERESTS.entries()) {
    if (!open.includes(interest)) continue;
    const gain = (expected(evidence, believed, scale, at) - certainty) / AHEAD;
    if (best.interest === null || gain > best.gain + 1e-12) best = { interest, certainty, gain };
  }
  return best;
}

function certaintyOf(believed: Posterior, scale: number): number {
  return orderProbability(believed.means, comparable(believed, scale), ranked(believed.means), PLACES);
}

/** Certainty after some more answers to an interest, over what they may be. */
function expected(evidence: readonly Evidence[], believed: Posterior, scale: number, at: number): number {
  const slope = 1 + (believed.slopes[at] ?? 0);
  const variance = (believed.own[at] ?? 0) + slope ** 2 * believed.generalVariance + (scale * MODEL.noise) / AHEAD;
  const average = MODEL.neutral + believed.general + (believed.means[at] ?? 0);
  return NODES.reduce((sum, node) => {
    const answer = average + node.at * Math.sqrt(variance);
    const future = evidence.map(({ count, sum: points }, place) =>
      place === at ? { count: count + AHEAD, sum: points + AHEAD * answer } : { count, sum: points },
    );
    return sum + node.weight * certaintyOf(posterior(future), scale);
  }, 0);
}
