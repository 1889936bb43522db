import { FEATURES, type Feature } from '../../knowledge/matching/features.ts';
import type { HiddenUnit, RankerModel } from '../../knowledge/matching/ranker.ts';
import { seeded } from './data.ts';
import type { Question } from './fit-data.ts';

/**
 * Fits the ranker's few hidden units on top of a fitted linear model, by Adam on small batches. Seeded: the same data give the same
 * weights. What is constant for a group (its size, its number of titles) is kept out of the units: from that they could learn by
 * heart which groups the development sets are full of.
 */

const UNITS = 8;
const EPOCHS = 16;
const BATCH = 128;
const RATE = 0.008;
const DECAY = 0.004;
const CONSTANT_OF_GROUP: readonly Feature[] = [
  'employment',
  'employmentVague',
  'titles',
  'residual',
  'seniorMissing',
  'seniorUnasked',
  'managerUnasked',
  'supervisorUnasked',
  'hint',
];

class Adam {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  readonly #m: Float64Array;
  readonly #v: Float64Array;

  constructor(values: Float64Array) {
    this.values = values;
    this.gradient = new Float64Array(values.length);
    this.#m = new Float64Array(values.length);
    this.#v = new Float64Array(values.length);
  }

  step(round: number, rate: number, decay: number, anchor: Float64Array | null): void {
    for (let k = 0; k < this.values.length; k += 1) {
      const value = this.values[k] ?? 0;
      const g = (this.gradient[k] ?? 0) + decay * (value - (anchor?.[k] ?? 0));
      const m = 0.9 * (this.#m[k] ?? 0) + 0.1 * g;
      const v = 0.99 * (this.#v[k] ?? 0) + 0.01 * g * g;
      this.#m[k] = m;
      this.#v[k] = v;
      this.values[k] = value - (rate * (m / (1 - 0.9 ** round))) / (Math.sqrt(v / (1 - 0.99 ** round)) + 1e-8);
      this.gradient[k] = 0;
    }
  }
}

interface Standard {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

function standardOf(questions: readonly Question[], size: number): Standard {
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  let rows = 0;
  for (const { features } of questions) {
    for (let at = 0; at < features.length; at += 1) mean[at % size] = (mean[at % size] ?? 0) + (features[at] ?? 0);
    rows += features.length / size;
  }
  for (let k = 0; k < size; k += 1) mean[k] = (mean[k] ?? 0) / Math.max(1, rows);
  for (const { features } of questions) {
    for (let at = 0; at < features.length; at += 1) {
      spread[at % size] = (spread[at % size] ?? 0) + ((features[at] ?? 0) - (mean[at % size] ?? 0)) ** 2;
    }
  }
  return { mean, spread: spread.map((sum) => Math.sqrt(sum / Math.max(1, rows)) + 1e-6) };
}

export function fitHidden(all: readonly Question[], linear: Float64Array): RankerModel {
  const size = FEATURES.length;
  const questions = all.filter((each) => !each.analysis.query.sentence && each.right.some((one) => one === 1));
  const { mean, spread } = standardOf(questions, size);
  const open = Uint8Array.from(FEATURES, (name) => (CONSTANT_OF_GROUP.includes(name) ? 0 : 1));
  const random = seeded(7);
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const start = Float64Array.from(linear, (weight, k) => weight * (spread[k] ?? 1));
  const straight = new Adam(start.slice());
  const inner = new Adam(
    Float64Array.from({ length: UNITS * size }, (_, at) => (open[at % size] ? 0.15 * normal() : 0)),
  );
  const bias = new Adam(new Float64Array(UNITS));
  const outer = new Adam(Float64Array.from({ length: UNITS }, () => 0.1 * normal()));
  const meanWeight = questions.reduce((sum, each) => sum + each.weight, 0) / Math.max(1, questions.length);
  const order = questions.map((_, at) => at);
  const rounds = EPOCHS * Math.ceil(order.length / BATCH);
  let round = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const at of batch) {
        const question = questions[at];
        if (question) learn(question, question.weight / (meanWeight * batch.length));
      }
      round += 1;
      for (let at = 0; at < UNITS * size; at += 1) if (!open[at % size]) inner.gradient[at] = 0;
      const rate = RATE * (1 - round / (rounds + 1));
      straight.step(round, rate, DECAY, start);
      inner.step(round, rate, DECAY / 2, null);
      bias.step(round, rate, 0, null);
      outer.step(round, rate, DECAY / 2, null);
    }
  }
  return unscaled();

  function learn({ features, right }: Question, weight: number): void {
    const count = right.length;
    const z = new Float64Array(features.length);
    const h = new Float64Array(count * UNITS);
    const score = new Float64Array(count);
    let top = -Infinity;
    for (let c = 0; c < count; c += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) {
        const value = ((features[c * size + k] ?? 0) - (mean[k] ?? 0)) / (spread[k] ?? 1);
        z[c * size + k] = value;
        sum += (straight.values[k] ?? 0) * value;
      }
      for (let u = 0; u < UNITS; u += 1) {
        let inside = bias.values[u] ?? 0;
        for (let k = 0; k < size; k += 1) inside += (inner.values[u * size + k] ?? 0) * (z[c * size + k] ?? 0);
        const tanh = Math.tanh(inside);
        h[c * UNITS + u] = tanh;
        sum += (outer.values[u] ?? 0) * tanh;
      }
      score[c] = sum;
      if (sum > top) top = sum;
    }
    let total = 0;
    let good = 1e-300;
    for (let c = 0; c < count; c += 1) {
      const e = Math.exp((score[c] ?? 0) - top);
      score[c] = e;
      total += e;
      if (right[c] === 1) good += e;
    }
    for (let c = 0; c < count; c += 1) {
      const e = score[c] ?? 0;
      const pull = weight * (e / total - (right[c] === 1 ? e / good : 0));
      if (Math.abs(pull) < 1e-7) continue;
      for (let k = 0; k < size; k += 1)
        straight.gradient[k] = (straight.gradient[k] ?? 0) + pull * (z[c * size + k] ?? 0);
      for (let u = 0; u < UNITS; u += 1) {
        const tanh = h[c * UNITS + u] ?? 0;
        outer.gradient[u] = (outer.gradient[u] ?? 0) + pull * tanh;
        const back = pull * (outer.values[u] ?? 0) * (1 - tanh * tanh);
        bias.gradient[u] = (bias.gradient[u] ?? 0) + back;
        for (let k = 0; k < size; k += 1) {
          inner.gradient[u * size + k] = (inner.gradient[u * size + k] ?? 0) + back * (z[c * size + k] ?? 0);
        }
      }
    }
  }

  /** Weights for features as they come, not standardised. */
  function unscaled(): RankerModel {
    const hidden = Array.from({ length: UNITS }, (_, u): HiddenUnit => {
      const weights = Float64Array.from(
        { length: size },
        (_, k) => (inner.values[u * size + k] ?? 0) / (spread[k] ?? 1),
      );
      const shift = weights.reduce((sum, weight, k) => sum + weight * (mean[k] ?? 0), 0);
      return { bias: (bias.values[u] ?? 0) - shift, out: outer.values[u] ?? 0, weights };
    });
    return { linear: straight.values.map((weight, k) => weight / (spread[k] ?? 1)), hidden };
  }
}
