import type { Column, Found, Value } from './columns.ts';
import type { StoreTables } from './read-tables.ts';

/** A row that one store has and the other has not. */
export interface Only {
  readonly subject: string;
  readonly period: string;
  /** What it says: figure to value, with its unit. */
  readonly figures: readonly { readonly figure: string; readonly value: Value; readonly unit: string }[];
}

/** A figure that both stores have and tell differently. */
export interface Changed extends Omit<Found, 'size' | 'moved'> {
  readonly subject: string;
  readonly figure: string;
  /** Periods of the two figures; they differ where a new release is compared with the one before. */
  readonly periods: readonly [before: string, after: string];
}

/** What became of one kind of facts. Changes stand the biggest first, and before them those that are hard to believe. */
export interface KindDifference {
  readonly kind: string;
  readonly what: string;
  /** Rows that were compared. */
  readonly rows: readonly [before: number, after: number];
  readonly added: readonly Only[];
  readonly gone: readonly Only[];
  readonly changed: readonly Changed[];
  /** Changed figures that stay within the threshold. */
  readonly slight: number;
}

export interface CompareOptions {
  /** Percent: a number that changed by no more is counted and not listed. */
  readonly threshold: number;
}

/** One kind of facts that two stores are compared by. */
export interface Comparison {
  readonly kind: string;
  compare(before: StoreTables, after: StoreTables, options: CompareOptions): Promise<KindDifference>;
}

/** How rows of a kind are told apart and compared: key columns and compared columns. */
export interface KindSpec<Row> {
  readonly kind: string;
  /** As `Wages`. */
  readonly what: string;
  /** Every row of the kind; the newer release first where `release` is given. */
  readonly sql: string;
  /** What makes a row of one store the same thing as a row of the other. */
  key(row: Row): readonly (string | number)[];
  /** Of rows with the same key, only those of the first row's release are compared: last year's is not this year's figure. */
  release?(row: Row): string;
  /** Tells apart the rows of one key and release. */
  variant?(row: Row): string;
  subject(row: Row, names: Names): string;
  period?(row: Row): string;
  readonly columns: readonly Column<Row>[];
}

/** Names for codes, so that a difference can be read without a table of codes. */
export interface Names {
  group(code: string): string;
  region(id: string): string;
}

export function comparison<Row>(spec: KindSpec<Row>): Comparison {
  return {
    kind: spec.kind,
    async compare(before, after, options) {
      const [old, now] = await Promise.all([before.rows<Row>(spec.sql), after.rows<Row>(spec.sql)]);
      return compareRows(spec, old, now, namesOf(after, before), options);
    },
  };
}

export function compareRows<Row>(
  spec: KindSpec<Row>,
  before: readonly Row[],
  after: readonly Row[],
  names: Names,
  { threshold }: CompareOptions,
): KindDifference {
  const old = byKey(spec, before);
  const now = byKey(spec, after);
  const added: Only[] = [];
  const gone: Only[] = [];
  const changes: (Found & Changed)[] = [];
  let slight = 0;
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const { pairs, left, right } = pair(spec, old.get(key) ?? [], now.get(key) ?? []);
    gone.push(...left.map((row) => only(spec, row, names)));
    added.push(...right.map((row) => only(spec, row, names)));
    for (const [was, is] of pairs) {
      for (const column of spec.columns) {
        const found = column.compare(was, is);
        if (!found) continue;
        if (found.moved !== null && found.moved <= threshold) slight += 1;
        else
          changes.push({
            ...found,
            subject: spec.subject(is, names),
            figure: column.name,
            periods: [spec.period?.(was) ?? '', spec.period?.(is) ?? ''],
          });
      }
    }
  }
  // Sorting is stable: changes of the same size stay in the order of their keys.
  changes.sort((a, b) => rank(b) - rank(a) || b.size - a.size);
  return {
    kind: spec.kind,
    what: spec.what,
    rows: [count(old), count(now)],
    added,
    gone,
    changed: changes.map(({ size: _size, moved: _moved, ...change }) => change),
    slight,
  };
}

/**
 * Jumps before all; then what has no percentage, since a yearly rise of wages is to be expected and a lost figure is not. Figures that
 * were not published before come last.
 */
function rank({ implausible, moved, from, to }: Found): number {
  if (implausible) return 3;
  if (from === null && to !== null) return 0;
  return moved === null ? 2 : 1;
}

function byKey<Row>(spec: KindSpec<Row>, rows: readonly Row[]): Map<string, Row[]> {
  const keys = new Map<string, Row[]>();
  for (const row of rows) {
    const key = spec.key(row).join('\u0000');
    const known = keys.get(key);
    const first = known?.[0];
    if (!known || first === undefined) keys.set(key, [row]);
    else if (!spec.release || spec.release(row) === spec.release(first)) known.push(row);
  }
  return keys;
}

interface Pairs<Row> {
  readonly pairs: [Row, Row][];
  readonly left: Row[];
  readonly right: Row[];
}

function pair<Row>(spec: KindSpec<Row>, before: readonly Row[], after: readonly Row[]): Pairs<Row> {
  const variant = spec.variant ?? (() => '');
  const [was, is] = [before[0], after[0]];
  // A release under another edition's codes still has one figure for the group, as the release before had.
  if (was !== undefined && is !== undefined && before.length === 1 && after.length === 1)
    return { pairs: [[was, is]], left: [], right: [] };
  const left = new Map(before.map((row) => [variant(row), row]));
  const right: Row[] = [];
  const pairs: [Row, Row][] = [];
  for (const row of after) {
    const same = left.get(variant(row));
    if (same === undefined) right.push(row);
    else pairs.push([same, row]);
    left.delete(variant(row));
  }
  return { pairs, left: [...left.values()], right };
}

function only<Row>(spec: KindSpec<Row>, row: Row, names: Names): Only {
  return {
    subject: spec.subject(row, names),
    period: spec.period?.(row) ?? '',
    figures: spec.columns.flatMap((column) => {
      const value = column.value(row);
      return value === null || value === '' ? [] : [{ figure: column.name, value, unit: column.unit(row) }];
    }),
  };
}

function count(keys: ReadonlyMap<string, readonly unknown[]>): number {
  let rows = 0;
  for (const same of keys.values()) rows += same.length;
  return rows;
}

function namesOf(...stores: readonly StoreTables[]): Names {
  const find = (of: (store: StoreTables) => ReadonlyMap<string, string>, id: string): string | undefined =>
    stores.map((store) => of(store).get(id)).find((name) => name !== undefined);
  return {
    group: (code) => [code, find((store) => store.groups, code)].filter(Boolean).join(' '),
    region: (id) => find((store) => store.regions, id) ?? id,
  };
}
