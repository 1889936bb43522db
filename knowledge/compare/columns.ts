export type Value = string | number | null;

/** What a compared column found in two rows of the same thing. */
export interface Found {
  readonly from: Value;
  readonly to: Value;
  readonly unit: string;
  /** Change of a number in percent of the former one; null where there is none. */
  readonly percent: number | null;
  /** More than double, or less than half. */
  readonly implausible: boolean;
  /** What else there is to say of it, as `2 new, 1 gone`. */
  readonly note: string;
  /** Percent that the threshold is held against; null where a change is told whatever the threshold. */
  readonly moved: number | null;
  /** For the order of changes: the same for a change and for its reverse, so that a tenth ranks with a tenfold. */
  readonly size: number;
}

export interface Column<Row> {
  /** As `median`. */
  readonly name: string;
  /** Null where both rows say the same. */
  compare(before: Row, after: Row): Found | null;
  /** For rows that one store alone has; null where there is nothing to show. */
  value(row: Row): Value;
  /** As `an hour`; empty where the value needs none. */
  unit(row: Row): string;
}

const NOTHING = { unit: '', percent: null, implausible: false, note: '', moved: null, size: 1 } as const;
const noUnit = (): string => '';

export interface NumberOptions<Row> {
  unit?(row: Row): string;
  /** A difference of two figures (growth) may pass through zero: a multiple of it says nothing. */
  readonly isDifference?: boolean;
}

/** A figure. Amounts of different units are not compared: the unit is a column of its own. */
export function number<Row>(
  name: string,
  of: (row: Row) => number | null,
  { unit = noUnit, isDifference = false }: NumberOptions<Row> = {},
): Column<Row> {
  return {
    name,
    value: of,
    unit,
    compare(before, after) {
      const [from, to] = [of(before), of(after)];
      if (from === to || unit(before) !== unit(after)) return null;
      const change = { ...NOTHING, from, to, unit: unit(after) };
      if (from === null || to === null) return change;
      const percent = from === 0 ? null : ((to - from) * 100) / Math.abs(from);
      return {
        ...change,
        percent,
        moved: percent === null ? null : Math.abs(percent),
        implausible: !isDifference && isJump(from, to),
        size: sizeOf(from, to),
      };
    },
  };
}

/** More than double, or less than half; also from or to zero, and through it. */
export function isJump(from: number, to: number): boolean {
  const [less, more] = [Math.abs(from), Math.abs(to)].sort((a, b) => a - b);
  return from !== to && (from * to <= 0 || Number(more) > 2 * Number(less));
}

function sizeOf(from: number, to: number): number {
  return from * to > 0
    ? Math.abs(Math.log(to / from))
    : Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE);
}

/** A word or a short text. On a `scale` the change is as big as the steps between. */
export function word<Row>(name: string, of: (row: Row) => string | null, scale: readonly string[] = []): Column<Row> {
  return {
    name,
    value: of,
    unit: noUnit,
    compare(before, after) {
      const [from, to] = [of(before), of(after)];
      if (from === to) return null;
      const [low, high] = [scale.indexOf(from ?? ''), scale.indexOf(to ?? '')];
      return { ...NOTHING, from, to, size: low < 0 || high < 0 ? 1 : Math.abs(high - low) };
    },
  };
}

/** A longer text: told that it changed, not how. */
export function prose<Row>(name: string, of: (row: Row) => string): Column<Row> {
  return {
    name,
    value: () => null,
    unit: noUnit,
    compare: (before, after) =>
      of(before) === of(after) ? null : { ...NOTHING, from: null, to: null, note: 'its text changed' },
  };
}

/** A handful is easily doubled: only lists at least this long are marked. */
const LONG_LIST = 10;

/** Many texts under one key, counted; `of` gives them one a line. */
export function list<Row>(name: string, of: (row: Row) => string): Column<Row> {
  const linesOf = (row: Row): string[] => (of(row) === '' ? [] : of(row).split('\n'));
  return {
    name,
    value: (row) => linesOf(row).length,
    unit: noUnit,
    compare(before, after) {
      if (of(before) === of(after)) return null;
      const [was, is] = [new Set(linesOf(before)), new Set(linesOf(after))];
      const added = [...is].filter((line) => !was.has(line)).length;
      const gone = [...was].filter((line) => !is.has(line)).length;
      const [from, to] = [was.size, is.size];
      const moved = from === 0 ? null : ((added + gone) * 100) / from;
      return {
        from,
        to,
        unit: '',
        percent: from === 0 ? null : ((to - from) * 100) / from,
        implausible: Math.max(from, to) >= LONG_LIST && isJump(from, to),
        note: added + gone === 0 ? 'in another order' : `${added} new, ${gone} gone`,
        moved,
        size: Math.log1p((moved ?? 100) / 100),
      };
    },
  };
}
