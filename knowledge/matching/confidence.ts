import { RIGHT_WEIGHTS, SENSE_WEIGHTS } from './confidence-weights.ts';
import type { Analysis } from './engine.ts';
import type { Ranked } from './ranker.ts';
import { readSense, readSignals, SENSE, SIGNALS } from './signals.ts';
import type { TitleIndex } from './title-index.ts';
import type { MatchDecision } from './types.ts';

/**
 * How sure, in probabilities. Two small logistic models, fitted by test/bench/fit-confidence.ts on held-out rankings of federal,
 * survey, O*NET and mistyped titles (never on the frozen everyday and nonsense sets): is this a title at all, and if so, is the
 * first candidate the one that is meant?
 */

/** Below this the text is not taken for a title. */
export const SENSE_THRESHOLD = 0.5;
/** From here on the first candidate is told outright, when a title says so in the very words (slips of the keyboard aside) ... */
export const MATCH_THRESHOLD = 0.72;
/** ... and from here on when it is only inferred from words in common: "director - masonry" is worth a question. */
export const INFERRED_THRESHOLD = 0.9;
/** Agreement that counts as the very words; a corrected spelling never agrees in full. */
const STATED = 0.93;
const STATED_MISSPELT = 0.75;

const sense = Float64Array.from(SENSE, (name) => SENSE_WEIGHTS[name]);
const right = Float64Array.from(SIGNALS, (name) => RIGHT_WEIGHTS[name]);

function logistic(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k += 1) sum += (weights[k] ?? 0) * (values[k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Markup, addresses, commands and times: signs that no job title has. */
const MACHINE_TEXT =
  /https?:|ftp:|www\.|^#|<\/?[a-z!][^>]*>|[{}<>=\\]|\w@\w|&\w+;|\w\(\w*\)|;\s*$|%\d\d|\.\.\/|--\s*$|\s-[a-z]{1,2}(?:\s|$)|\d:\d\d/i;

export interface Confidence {
  readonly decision: MatchDecision;
  /** Probability that the text names work at all. */
  readonly sense: number;
  /** Probability that the first candidate is right. */
  readonly first: number;
}

export function judge(index: TitleIndex, analysis: Analysis, ranked: readonly Ranked[]): Confidence {
  if (analysis.exact.length === 0 && MACHINE_TEXT.test(analysis.query.text))
    return { decision: 'none', sense: 0, first: 0 };
  const makesSense = logistic(sense, readSense(index, analysis));
  const first = logistic(right, readSignals(index, analysis, ranked));
  if (ranked.length === 0 || makesSense < SENSE_THRESHOLD) return { decision: 'none', sense: makesSense, first };
  const shared = ranked.filter((each) => each.literal).length > 1;
  // A title that several groups carry word for word is asked about, unless one of them is overwhelmingly meant.
  const best = analysis.evidence.best[ranked[0]?.group ?? -1] ?? 0;
  const misspelt = analysis.query.slots.some((slot) => slot.source === 'spelling');
  const stated = best >= (misspelt ? STATED_MISSPELT : STATED);
  const needed = shared || !stated ? INFERRED_THRESHOLD : MATCH_THRESHOLD;
  return { decision: first >= needed ? 'match' : 'ask', sense: makesSense, first };
}
