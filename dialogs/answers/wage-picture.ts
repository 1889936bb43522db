import type { UnitGroup, Wage, WageMeasure } from '../../knowledge/model.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { Wording } from '../wording/index.ts';
import type { Picture, PicturedWages } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { regionOf } from './places.ts';
import { name, period, type Sentence } from './sentence.ts';
import { amountFact } from './wage-figures.ts';

/** Pictures of wages: which rows are shown, how they are found again, and what they show in words. */

/** A bar of the picture. */
export interface PicturedRow {
  readonly label: Sentence;
  readonly row: Wage;
}

/** Fewer figures are a sentence, and no picture. */
const FEWEST_FIGURES = 2;

/** The levels of a survey, or the one row of another source; null where there is too little to see. */
export function wagePicture(context: AnswerContext, group: UnitGroup, rows: readonly Wage[]): Picture | null {
  const [first] = rows;
  if (!first || !enough(rows)) return null;
  const { wording } = context;
  const head = wording.charts.title(first.unit, name(group.title));
  const pictured = rows.map((row) => ({ label: wording.wage.level(row.level), row }));
  return { kind: 'wages', rows: keyOf(first, rows), alt: altOf(context, head, pictured) };
}

export function enough(rows: readonly Wage[]): boolean {
  return rows.flatMap((row) => measuresOf(row).filter((measure) => row[measure] !== null)).length >= FEWEST_FIGURES;
}

/** What identifies rows that differ in their level alone. */
export function keyOf(first: Wage, rows: readonly Wage[]): PicturedWages {
  const { code, region, source, released, period, editionCode, industry, unit } = first;
  return {
    code,
    region,
    source,
    released,
    period,
    editionCode,
    industry,
    unit,
    levels: rows.map(({ level }) => level),
  };
}

/** The rows of a picture, in its order; null where any of them is not (or no longer) in the store. */
export async function findPictured(store: KnowledgeStore, key: PicturedWages): Promise<readonly Wage[] | null> {
  const rows = await store.wages(key.code, key.region);
  const found = key.levels.flatMap(
    (level) =>
      rows.find(
        (row) =>
          row.level === level &&
          row.source === key.source &&
          row.released === key.released &&
          row.period === key.period &&
          row.editionCode === key.editionCode &&
          row.industry === key.industry &&
          row.unit === key.unit,
      ) ?? [],
  );
  return found.length === key.levels.length ? found : null;
}

/** Measures that the row's source publishes: an average stands in surveys with levels, and seldom elsewhere. */
function measuresOf(row: Wage): readonly WageMeasure[] {
  return row.level === 'all' && row.average === null ? ['low', 'high', 'median'] : ['low', 'high', 'average', 'median'];
}

/** The same as the picture in words; what it has to leave out is named. */
export function altOf(
  { wording, store }: Pick<AnswerContext, 'wording' | 'store'>,
  head: Sentence,
  pictured: readonly PicturedRow[],
): Sentence {
  const { charts } = wording;
  const told = pictured.flatMap(({ label, row }) => {
    const figures = altFigures(wording, row);
    return figures.length > 0 ? [charts.altRow(label, figures)] : [];
  });
  const missing = pictured.flatMap(({ label, row }) =>
    measuresOf(row)
      .filter((measure) => row[measure] === null)
      .map((measure) => charts.altMissing(label, measure)),
  );
  const first = pictured[0]?.row;
  return charts.alt(head, first ? whereOf({ wording, store }, first) : { segments: [] }, told, missing);
}

/** Where and when the figures of a picture are of. */
export function whereOf({ wording, store }: Pick<AnswerContext, 'wording' | 'store'>, row: Wage): Sentence {
  const region = regionOf(row.region, store.regions);
  const place = region ? wording.common.place(region) : { segments: [name(row.region)] };
  return wording.charts.where(place, period(row.period), row.industry === 'all' ? null : name(row.industry));
}

function altFigures({ charts, wage }: Wording, row: Wage): Sentence[] {
  const { low, high, level } = row;
  const single = (measure: WageMeasure): Sentence[] => {
    const value = row[measure];
    return value === null ? [] : [charts.altFigure(measure, amountFact(row, level, measure, value))];
  };
  const range =
    low !== null && high !== null
      ? [
          charts.altRange(
            amountFact(row, level, 'low', low),
            wage.percentile(row.lowPercentile),
            amountFact(row, level, 'high', high),
            wage.percentile(row.highPercentile),
          ),
        ]
      : [...single('low'), ...single('high')];
  return [...range, ...single('median'), ...single('average')];
}
