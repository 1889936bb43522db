import type { PicturedWages } from '../../../dialogs/answers/answer.ts';
import type { Fact } from '../../../dialogs/answers/fact.ts';
import { code, name, textOf } from '../../../dialogs/answers/sentence.ts';
import { amountFact } from '../../../dialogs/answers/wage-figures.ts';
import { altOf, findPictured, type PicturedRow, whereOf } from '../../../dialogs/answers/wage-picture.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { Wage, WageMeasure } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';

/** An amount: where it stands on the scale, and how it is told. */
export interface Amount {
  readonly value: number;
  readonly text: string;
}

export interface Bar {
  readonly label: string;
  readonly low: Amount | null;
  readonly high: Amount | null;
  readonly median: Amount | null;
  readonly average: Amount | null;
  /** The two ends as told; what is known of them where one is missing; empty where both are. */
  readonly ends: string;
}

/** All that a chart shows, as text and numbers from the store and the wording. */
export interface ChartContent {
  readonly title: string;
  readonly where: string;
  readonly source: string;
  readonly bars: readonly Bar[];
  /** What the shapes stand for; null for those that are not drawn. */
  readonly legend: { readonly bar: string | null; readonly median: string | null; readonly average: string | null };
  /** The whole chart in words. */
  readonly alt: string;
}

interface Known {
  readonly store: KnowledgeStore;
  readonly wording: Wording;
}

/** A group's pay by level. Throws CHART_UNKNOWN where the store has not all of the rows. */
export async function wageChart(known: Known, key: PicturedWages): Promise<ChartContent> {
  const { store, wording } = known;
  const [rows, group] = await Promise.all([findPictured(store, key), store.group(key.code)]);
  if (!rows || !group) throw new AdvisorError('CHART_UNKNOWN');
  const pictured = rows.map((row) => ({ label: wording.wage.level(row.level), row }));
  return chartOf(known, pictured, wording.charts.title(key.unit, name(group.title)));
}

/** Groups side by side. Throws CHART_UNKNOWN as above. */
export async function comparedChart(known: Known, keys: readonly PicturedWages[]): Promise<ChartContent> {
  const { store, wording } = known;
  const bars = await Promise.all(
    keys.map(async (key): Promise<PicturedRow> => {
      const [rows, group] = await Promise.all([findPictured(store, key), store.group(key.code)]);
      const [row] = rows ?? [];
      if (!row || !group) throw new AdvisorError('CHART_UNKNOWN');
      return { label: wording.charts.group(name(group.title), code(group.code)), row };
    }),
  );
  return chartOf(known, bars, wording.charts.title(keys[0]?.unit ?? 'hour', null));
}

async function chartOf(
  known: Known,
  pictured: readonly PicturedRow[],
  head: Parameters<typeof altOf>[1],
): Promise<ChartContent> {
  const { store, wording } = known;
  const first = pictured[0]?.row;
  if (!first) throw new AdvisorError('CHART_UNKNOWN');
  const source = await store.source(first.source);
  const all = pictured.map(({ label, row }) => barOf(wording, textOf(label), row));
  // A row without a figure has no bar; the words of the chart name it.
  const bars = all.filter(({ ends, median, average }) => ends !== '' || median || average);
  if (bars.length === 0) throw new AdvisorError('CHART_UNKNOWN');
  const has = (measure: 'median' | 'average'): string | null =>
    bars.some((bar) => bar[measure]) ? textOf(wording.charts.measure(measure)) : null;
  const { wage, charts } = wording;
  const ends = charts.bar(wage.percentile(first.lowPercentile), wage.percentile(first.highPercentile));
  return {
    title: textOf(head),
    where: textOf(whereOf(known, first)),
    source: textOf(charts.source(name(source.title))),
    bars,
    legend: {
      bar: bars.some(({ low, high }) => low && high) ? textOf(ends) : null,
      median: has('median'),
      average: has('average'),
    },
    alt: textOf(altOf(known, head, pictured)),
  };
}

function barOf({ charts }: Wording, label: string, row: Wage): Bar {
  const factOf = (measure: WageMeasure): Fact | null => {
    const value = row[measure];
    return value === null ? null : amountFact(row, row.level, measure, value);
  };
  const [low, high] = [factOf('low'), factOf('high')];
  const known = [low && charts.altFigure('low', low), high && charts.altFigure('high', high)];
  const ends = low && high ? [charts.range(low, high)] : known.flatMap((sentence) => sentence ?? []);
  return {
    label,
    low: amountOf(low),
    high: amountOf(high),
    median: amountOf(factOf('median')),
    average: amountOf(factOf('average')),
    ends: ends.map(textOf).join(', '),
  };
}

function amountOf(told: Fact | null): Amount | null {
  return told && typeof told.value === 'number' ? { value: told.value, text: told.text } : null;
}
