import type { Region, Wage, WageMeasure } from '../../knowledge/model.ts';
import type { AnswerContext } from './context.ts';
import { chainOf, regionOf } from './places.ts';

/** One figure of a comparison: the row that it stands in, and the measure that is told of it. */
export interface PayFigure {
  readonly row: Wage;
  readonly measure: WageMeasure;
  readonly value: number;
}

export interface ComparedPay {
  /** In the order of the groups; null where nothing is published for any place around the one asked for. */
  readonly figures: readonly (PayFigure | null)[];
  /** Whether all that is known is of one source, period, place, level and unit. */
  readonly comparable: boolean;
  /** Place asked for, or of home. */
  readonly asked: Region | undefined;
  /** Which of them have a figure, but none for the place asked for; in the order of the groups. */
  readonly absent: readonly boolean[];
  /** True where the pay level asked for is published for none of them. */
  readonly levelMissing: boolean;
}

/**
 * Picks the figures of several groups that can stand side by side: of the nearest place where one source of one period has all of
 * those that have any; otherwise the best of each, which then must not be compared.
 */
export function comparePay(
  { store, details, homeRegion }: AnswerContext,
  groups: readonly (readonly Wage[])[],
): ComparedPay {
  const { regions } = store;
  const asked = details.region ?? regionOf(homeRegion, regions);
  const chain = asked ? chainOf(asked, regions) : [];
  const level = details.level === 'overall' ? undefined : details.level;
  const figuresFor = (wanted: typeof level): PayFigure[][] =>
    groups.map((rows) =>
      chain.flatMap(({ id }) =>
        rows.filter((row) => row.region === id).flatMap((row) => figureOf(row, wanted, details.measure)),
      ),
    );
  const ofLevel = figuresFor(level);
  const levelMissing = level !== undefined && ofLevel.every((figures) => figures.length === 0);
  const all = levelMissing ? figuresFor(undefined) : ofLevel;
  const known = all.filter((figures) => figures.length > 0);
  const common = known[0]?.find((first) =>
    known.every((figures) => figures.some((figure) => basisOf(figure) === basisOf(first))),
  );
  const figures = all.map((each) => {
    const same = common && each.find((figure) => basisOf(figure) === basisOf(common));
    return same ?? each[0] ?? null;
  });
  const absent = all.map((each) => each.length > 0 && each.every(({ row }) => row.region !== asked?.id));
  return { figures, comparable: common !== undefined, asked, absent, levelMissing };
}

function figureOf(row: Wage, level: Wage['level'] | undefined, asked: WageMeasure | undefined): PayFigure[] {
  const right = level ? row.level === level : row.level === 'all' || row.level === 'overall';
  const measure = asked ?? 'median';
  const value = row[measure];
  return row.industry === 'all' && right && value !== null ? [{ row, measure, value }] : [];
}

function basisOf({ row, measure }: PayFigure): string {
  return [row.source, row.period, row.region, row.level, row.unit, measure].join(' ');
}
