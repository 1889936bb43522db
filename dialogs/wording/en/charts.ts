import type { PayUnit, WageMeasure } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { enumerate, join, type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

const pays: Record<PayUnit, string> = { hour: 'Hourly pay', year: 'Yearly pay' };
const measures: Record<WageMeasure, string> = { low: 'low', high: 'high', average: 'average', median: 'median' };

function words(text: string): Sentence {
  return { segments: [text] };
}

/** What stands in pictures, and what they show in words. */
export const charts = {
  /** `of`: the group; null where several stand side by side. */
  title: (unit: PayUnit, of: Parameter | null): Sentence =>
    of ? say`${words(pays[unit])}: ${of}` : say`${words(pays[unit])}, side by side`,
  /** `industry`: null for all of them together. */
  where: (place: Sayable, period: Parameter, industry: Parameter | null): Sentence =>
    industry ? say`In ${place}, ${period} figures, ${industry}` : say`In ${place}, ${period} figures`,
  source: (title: Parameter): Sentence => say`Source: ${title}`,
  group: (title: Parameter, code: Parameter): Sentence => say`${title} (${code})`,
  measure: (measure: WageMeasure): Sentence => words(measures[measure]),
  range: (low: Fact, high: Fact): Sentence => say`${low} to ${high}`,
  /** What a bar stands for. */
  bar: (low: Parameter, high: Parameter): Sentence => say`low (${low}) to high (${high})`,

  /** The whole picture in words. */
  alt: (head: Sentence, where: Sentence, rows: readonly Sentence[], missing: readonly Sentence[]): Sentence =>
    missing.length > 0
      ? say`Bar chart. ${head}. ${where}. ${join(rows, '; ')}. Not available: ${enumerate(missing, 'and')}.`
      : say`Bar chart. ${head}. ${where}. ${join(rows, '; ')}.`,
  altRow: (label: Sayable, figures: readonly Sentence[]): Sentence => say`${label}: ${join(figures, ', ')}`,
  altRange: (low: Fact, lowest: Parameter, high: Fact, highest: Parameter): Sentence =>
    say`${low} (${lowest}) to ${high} (${highest})`,
  altFigure: (measure: WageMeasure, value: Fact): Sentence => say`${words(measures[measure])} ${value}`,
  altMissing: (label: Sayable, measure: WageMeasure): Sentence => say`${words(measures[measure])} of ${label}`,
};
