import type { Posterior } from './scoring-model.ts';

/** Cells of the number line on which the order is integrated: 28 keep the sum of all orders within two percent of one, and the choice fast. */
const CELLS = 28;
const REACH = 4;

/** The interests (by position) from most to least liked; equal ones in the fixed order of the interests. */
export function ranked(means: readonly number[]): number[] {
  return means.map((_, at) => at).sort((a, b) => (means[b] ?? 0) - (means[a] ?? 0) || a - b);
}

/**
 * Variances for comparing interests: uncertainty of the general liking that all share cannot change their order, so that only
 * what differs from the shared part is added. Treated as independent, which is exact for equal numbers of answers.
 */
export function comparable({ own, slopes, generalVariance }: Posterior, scale: number): number[] {
  const shared = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  return own.map((variance, at) => scale * (variance + ((slopes[at] ?? 0) - shared) ** 2 * generalVariance));
}

/**
 * Probability that the first `places` of `order` are in that order and above all others, for independent normals: the nested
 * integral is summed from the inside out on one grid.
 */
export function orderProbability(
  means: readonly number[],
  variances: readonly number[],
  order: readonly number[],
  places: number,
): number {
  const told = order.slice(0, places).map((at) => normal(means[at] ?? 0, variances[at] ?? 1));
  const others = order.slice(places).map((at) => normal(means[at] ?? 0, variances[at] ?? 1));
  const low = Math.min(...told.map(({ mean, deviation }) => mean - REACH * deviation));
  const high = Math.max(...told.map(({ mean, deviation }) => mean + REACH * deviation));
  const step = (high - low) / CELLS;
  let inner: Float64Array | null = null;
  for (const one of told.reverse()) {
    const outer = new Float64Array(CELLS);
    let total = 0;
    let below = cumulative((low - one.mean) / one.deviation);
    for (let cell = 0; cell < CELLS; cell += 1) {
      const above = cumulative((low + (cell + 1) * step - one.mean) / one.deviation);
      let fits = 1;
      if (inner) fits = ((inner[cell - 1] ?? 0) + (inner[cell] ?? 0)) / 2;
      else for (const { mean, deviation } of others) fits *= cumulative((low + (cell + 0.5) * step - mean) / deviation);
      total += (above - below) * fits;
      below = above;
      outer[cell] = total;
    }
    inner = outer;
  }
  return Math.min(1, inner?.[CELLS - 1] ?? 0);
}

function normal(mean: number, variance: number): { mean: number; deviation: number } {
  return { mean, deviation: Math.sqrt(variance) };
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17; error under 1e-7). */
export function cumulative(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    0.3989422804014327 *
    Math.exp((-x * x) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
