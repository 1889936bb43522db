import { FEATURES, type Scored } from './features.ts';
import { HIDDEN_UNITS } from './ranker-hidden-weights.ts';
import { RANKER_WEIGHTS } from './ranker-weights.ts';

export interface Ranked {
  readonly group: number;
  /** Share of the softmax over all candidates. */
  readonly share: number;
  /** The query is, word for word, a title of this group. */
  readonly literal: boolean;
}

/** One unit of the small hidden layer: `out * tanh(bias + weights . features)`. */
export interface HiddenUnit {
  readonly bias: number;
  readonly out: number;
  readonly weights: Float64Array;
}

/** A weighted sum of the features, plus a few units for what holds only together ("no title near, but the field is clear"). */
export interface RankerModel {
  readonly linear: Float64Array;
  readonly hidden: readonly HiddenUnit[];
}

export interface RankOptions {
  /** A hint was given. */
  readonly hinted: boolean;
  /** The text is a sentence about the work, no title. */
  readonly sentence: boolean;
}

/** A person who gives a hint was not content with the title alone: it must be able to turn the order round. */
const HINT_WEIGHT = 9;
/** What a literal title adds beyond what its features say. Literal groups stand first whatever else is near. */
const LITERAL_BONUS = 2;

const KEY_EXACT = FEATURES.indexOf('keyExact');
const HINT = FEATURES.indexOf('hint');

const FITTED: RankerModel = {
  linear: Float64Array.from(FEATURES, (name) => RANKER_WEIGHTS[name]),
  hidden: HIDDEN_UNITS.map(({ bias, out, weights }) => ({
    bias,
    out,
    weights: Float64Array.from(FEATURES, (name) => weights[name] ?? 0),
  })),
};

/** The hidden units are fitted on titles; of sentences there were too few to learn from. */
export function scoreOf(model: RankerModel, features: Float32Array, sentence: boolean): number {
  let score = 0;
  for (let k = 0; k < features.length; k += 1) score += (model.linear[k] ?? 0) * (features[k] ?? 0);
  if (sentence) return score;
  for (const { bias, out, weights } of model.hidden) {
    let sum = bias;
    for (let k = 0; k < features.length; k += 1) sum += (weights[k] ?? 0) * (features[k] ?? 0);
    score += out * Math.tanh(sum);
  }
  return score;
}

/** Best first; ties go to the lower code, so that the same question has the same answer every time. */
export function rank(scored: readonly Scored[], options: RankOptions, model: RankerModel = FITTED): Ranked[] {
  const { hinted, sentence } = options;
  const rows = scored.map(({ group, features, verbatim }) => {
    const literal = (features[KEY_EXACT] ?? 0) > 0;
    const score =
      scoreOf(model, features, sentence) + HINT_WEIGHT * (features[HINT] ?? 0) + (literal ? LITERAL_BONUS : 0);
    return { group, score, literal, verbatim };
  });
  const literalFirst = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    hinted ? 0 : Number(b.verbatim) - Number(a.verbatim) || Number(b.literal) - Number(a.literal);
  rows.sort((a, b) => literalFirst(a, b) || b.score - a.score || a.group - b.group);
  const top = rows.reduce((most, row) => Math.max(most, row.score), -Infinity);
  const sum = rows.reduce((all, row) => all + Math.exp(row.score - top), 0);
  return rows.map(({ group, score, literal }) => ({ group, literal, share: Math.exp(score - top) / (sum || 1) }));
}
