/** Two small models and their fitting (L-BFGS): a conditional logit for ranking, a logistic for confidence. No dependency. */

type Objective = (weights: Float64Array, gradient: Float64Array) => number;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Limited-memory BFGS with a backtracking line search; enough for smooth, convex problems of some dozens of weights. */
export function minimise(size: number, objective: Objective, iterations = 120): Float64Array {
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = objective(weights, gradient);
  const steps: { s: Float64Array; y: Float64Array }[] = [];
  for (let round = 0; round < iterations; round += 1) {
    const direction = gradient.slice();
    const alphas: number[] = [];
    for (const { s, y } of [...steps].reverse()) {
      const alpha = dot(s, direction) / dot(y, s);
      alphas.push(alpha);
      for (let k = 0; k < size; k += 1) direction[k] = (direction[k] ?? 0) - alpha * (y[k] ?? 0);
    }
    const last = steps.at(-1);
    const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 0.5 / (Math.sqrt(dot(gradient, gradient)) || 1);
    for (let k = 0; k < size; k += 1) direction[k] = (direction[k] ?? 0) * scale;
    for (const { s, y } of steps) {
      const beta = (alphas.pop() ?? 0) - dot(y, direction) / dot(y, s);
      for (let k = 0; k < size; k += 1) direction[k] = (direction[k] ?? 0) + beta * (s[k] ?? 0);
    }
    const slope = dot(gradient, direction);
    let step = 1;
    let next = weights;
    let nextGradient = gradient;
    let nextLoss = loss;
    for (; step > 1e-6; step /= 2) {
      next = weights.map((weight, k) => weight - step * (direction[k] ?? 0));
      nextGradient = new Float64Array(size);
      nextLoss = objective(next, nextGradient);
      if (nextLoss <= loss - 1e-4 * step * slope) break;
    }
    const s = next.map((weight, k) => weight - (weights[k] ?? 0));
    const y = nextGradient.map((each, k) => each - (gradient[k] ?? 0));
    if (dot(s, y) > 1e-12) steps.push({ s, y });
    if (steps.length > 10) steps.shift();
    const gained = loss - nextLoss;
    weights = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (gained < 1e-6) break;
  }
  return weights;
}

/** One question: `count` candidates of `size` features in a row, and which of them are right. */
export interface Choice {
  readonly features: Float32Array;
  readonly right: Uint8Array;
  readonly weight: number;
}

/** Weights under which the softmax over the candidates puts most on the right ones; ridge on standardised features. */
export function fitChoices(choices: readonly Choice[], size: number, ridge: number): Float64Array {
  const used = choices.filter((choice) => choice.right.some((each) => each === 1));
  const spread = new Float64Array(size);
  let rows = 0;
  // Within a question only differences count: the mean goes, the spread is the scale.
  const centred = used.map((choice) => {
    const count = choice.right.length;
    const features = choice.features.slice();
    for (let k = 0; k < size; k += 1) {
      let mean = 0;
      for (let c = 0; c < count; c += 1) mean += (features[c * size + k] ?? 0) / count;
      for (let c = 0; c < count; c += 1) {
        const value = (features[c * size + k] ?? 0) - mean;
        features[c * size + k] = value;
        spread[k] = (spread[k] ?? 0) + value * value;
      }
    }
    rows += count;
    return { ...choice, features };
  });
  const scales = spread.map((sum) => Math.sqrt(sum / Math.max(1, rows)));
  for (let k = 0; k < size; k += 1) if ((scales[k] ?? 0) < 1e-6) scales[k] = 1;
  for (const { features } of centred) {
    for (let at = 0; at < features.length; at += 1) features[at] = (features[at] ?? 0) / (scales[at % size] ?? 1);
  }
  const total = centred.reduce((sum, choice) => sum + choice.weight, 0);
  const weights = minimise(size, (current, gradient) => {
    let loss = 0;
    for (const { features, right, weight } of centred) {
      const count = right.length;
      const scores = new Float64Array(count);
      let top = -Infinity;
      for (let c = 0; c < count; c += 1) {
        let score = 0;
        for (let k = 0; k < size; k += 1) score += (current[k] ?? 0) * (features[c * size + k] ?? 0);
        scores[c] = score;
        if (score > top) top = score;
      }
      let all = 0;
      let good = 0;
      for (let c = 0; c < count; c += 1) {
        const e = Math.exp((scores[c] ?? 0) - top);
        scores[c] = e;
        all += e;
        if (right[c] === 1) good += e;
      }
      good = Math.max(good, 1e-300);
      loss += (weight * (Math.log(all) - Math.log(good))) / total;
      for (let c = 0; c < count; c += 1) {
        const pull = (weight / total) * ((scores[c] ?? 0) / all - (right[c] === 1 ? (scores[c] ?? 0) / good : 0));
        if (Math.abs(pull) < 1e-9) continue;
        for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) + pull * (features[c * size + k] ?? 0);
      }
    }
    for (let k = 0; k < size; k += 1) {
      gradient[k] = (gradient[k] ?? 0) + ridge * (current[k] ?? 0);
      loss += (ridge * (current[k] ?? 0) ** 2) / 2;
    }
    return loss;
  });
  return weights.map((weight, k) => weight / (scales[k] ?? 1));
}

export interface Outcome {
  readonly values: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

/** Logistic regression with a ridge on everything but the constant (first value). */
export function fitOutcomes(outcomes: readonly Outcome[], size: number, ridge: number): Float64Array {
  const total = outcomes.reduce((sum, outcome) => sum + outcome.weight, 0);
  return minimise(size, (current, gradient) => {
    let loss = 0;
    for (const { values, right, weight } of outcomes) {
      const score = dot(current, values);
      const p = 1 / (1 + Math.exp(-score));
      loss -= (weight / total) * Math.log(Math.max(1e-12, right ? p : 1 - p));
      const pull = (weight / total) * (p - (right ? 1 : 0));
      for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) + pull * (values[k] ?? 0);
    }
    for (let k = 1; k < size; k += 1) {
      gradient[k] = (gradient[k] ?? 0) + ridge * (current[k] ?? 0);
      loss += (ridge * (current[k] ?? 0) ** 2) / 2;
    }
    return loss;
  });
}
