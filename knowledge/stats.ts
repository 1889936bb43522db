import { StoreTables } from './compare/read-tables.ts';
import { type Freshness, freshness } from './freshness.ts';
import type { Expiry, NocCode } from './model.ts';

/** Reference periods as published: `2021`, `2024-2033`, or a day. */
export interface Periods {
  /** The one that begins first. */
  readonly oldest: string;
  /** The one that ends last. */
  readonly newest: string;
}

export interface TableStats {
  readonly table: string;
  readonly rows: number;
  /** Unit groups that it has facts for; null for a table that is not by group. */
  readonly groups: { readonly covered: number; readonly missing: readonly NocCode[] } | null;
  readonly periods: Periods | null;
  /** Ids of the sources that its rows name. */
  readonly sources: readonly string[];
}

export interface SourceStats {
  readonly id: string;
  readonly title: string;
  /** Rows of tables, and sections of occupation profiles, that name it. */
  readonly facts: number;
  readonly factsByTable: Readonly<Record<string, number>>;
  readonly periods: Periods | null;
  readonly retrieved: string;
  readonly expiry: Expiry;
  /** Of its newest figures. */
  readonly freshness: Freshness;
  readonly origin: 'pack' | 'import';
  /** Imported files that brought its facts. */
  readonly files: readonly { readonly file: string; readonly imported: string }[];
}

/** An imported file, as table `dataset` has it. */
export interface DatasetStats {
  readonly id: string;
  readonly format: string;
  readonly file: string;
  readonly imported: string;
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  /** Ids of the sources whose facts it brought; empty where the caller did not say. */
  readonly sources: readonly string[];
}

export interface KnowledgeStats {
  readonly hash: string;
  readonly schema: number;
  readonly today: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Every unit group, for the codes that a table is missing. */
  readonly groups: ReadonlyMap<NocCode, string>;
  readonly tables: readonly TableStats[];
  readonly sources: readonly SourceStats[];
  readonly datasets: readonly DatasetStats[];
}

export interface StatsOptions {
  /** YYYY-MM-DD */
  readonly today: string;
  /** Which sources each imported file brought: the store itself does not say. */
  readonly imports?: readonly { readonly id: string; readonly sources: readonly { readonly id: string }[] }[];
}

/** Counts what a store file holds, table by table and source by source. Throws STORE_MISSING or STORE_DAMAGED. */
export async function knowledgeStats(path: string, { today, imports = [] }: StatsOptions): Promise<KnowledgeStats> {
  const store = await StoreTables.open(path);
  try {
    const columns = await columnsOf(store);
    const counts: Record<string, number> = {};
    const tables: TableStats[] = [];
    const facts: Fact[] = [];
    for (const { name } of columns) {
      counts[name] = (await store.rows<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`))[0]?.rows ?? 0;
    }
    for (const columnsOfTable of columns) {
      const { name } = columnsOfTable;
      const named = await factsOf(store, columnsOfTable);
      const covered = await codesOf(store, columnsOfTable);
      facts.push(...named);
      tables.push({
        table: name,
        rows: counts[name] ?? 0,
        groups: covered && {
          covered: covered.size,
          missing: [...store.groups.keys()].filter((code) => !covered.has(code)),
        },
        periods: periodsOf(named),
        sources: [...new Set(named.map(({ source }) => source))].sort(),
      });
    }
    const brought = new Map(imports.map(({ id, sources }) => [id, sources.map((source) => source.id)]));
    const datasets = (
      await store.rows<Omit<DatasetStats, 'sources'>>(
        'SELECT id, format, file, imported, rows, kept, dropped FROM dataset ORDER BY id',
      )
    ).map((dataset) => ({ ...dataset, sources: brought.get(dataset.id) ?? [] }));
    return {
      hash: store.hash,
      schema: store.schema,
      today,
      counts,
      groups: store.groups,
      tables,
      sources: await sourcesOf(store, facts, datasets, today),
      datasets,
    };
  } finally {
    await store.close();
  }
}

/** Facts of one table, source and period. */
interface Fact {
  readonly table: string;
  readonly source: string;
  readonly period: string;
  readonly facts: number;
}

interface TableColumns {
  readonly name: string;
  readonly code: boolean;
  readonly period: boolean;
  readonly source: boolean;
}

/** Read from the store's own schema, so that a new table needs no entry here. */
async function columnsOf(store: StoreTables): Promise<TableColumns[]> {
  const rows = await store.rows<Record<keyof TableColumns, string | number>>(
    `SELECT name,
       name = 'unit_group' OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) WHERE "table" = 'unit_group' AND "from" = 'code') AS code,
       EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'period') AS period,
       EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) WHERE "table" = 'source') AS source
     FROM sqlite_master m WHERE type = 'table' AND name <> 'meta' ORDER BY rowid`,
  );
  return rows.map(({ name, code, period, source }) => ({
    name: String(name),
    code: code === 1,
    period: period === 1,
    source: source === 1,
  }));
}

/** Sources of tables whose rows name none: answers name these for them (pack/README.md). */
const UNNAMED: Readonly<Record<string, readonly string[]>> = {
  unit_group: ['noc-2021', 'descriptions'],
  similar: ['similar-groups'],
};

/**
 * A section of a profile names a source, or is told under the page's. `to` is the last day of a section on job postings. A list that is
 * of another source than its section's figures (`listed_source`) does not share their period.
 */
const PROFILE_FACTS = `SELECT 'occupation' AS "table", value AS source, count(*) AS facts,
    iif(key = 'source', coalesce(json_extract(profile, path || '.period'), json_extract(profile, path || '.to'),
      json_extract(profile, path || '.updated'), ''), '') AS period
  FROM occupation, json_tree(profile) WHERE key IN ('source', 'listed_source') GROUP BY 2, 4`;

function factsOf(store: StoreTables, { name, period, source }: TableColumns): Promise<Fact[]> {
  if (name === 'occupation') return store.rows<Fact>(PROFILE_FACTS);
  const group = (column: string): Promise<Fact[]> =>
    store.rows<Fact>(
      `SELECT '${name}' AS "table", ${column} AS source, ${period ? 'period' : "''"} AS period, count(*) AS facts
       FROM "${name}" GROUP BY 2, 3`,
    );
  if (source) return group('source');
  return Promise.all((UNNAMED[name] ?? []).map((id) => group(`'${id}'`))).then((facts) => facts.flat());
}

/** Codes of NOC 2021 that a table has rows for; null for a table that is not by group. */
async function codesOf(store: StoreTables, { name, code }: TableColumns): Promise<Set<NocCode> | null> {
  const links = name === 'crosswalk';
  if (!code && !links) return null;
  const sql = links
    ? "SELECT DISTINCT to_code AS code FROM crosswalk WHERE to_edition = 'noc2021'"
    : `SELECT DISTINCT code FROM "${name}"`;
  return new Set((await store.rows<{ code: NocCode }>(sql)).map((row) => row.code));
}

function periodsOf(facts: readonly Fact[]): Periods | null {
  const told = facts.map(({ period }) => period).filter((period) => period !== '');
  const [first, ...others] = told;
  if (first === undefined) return null;
  return {
    oldest: others.reduce((oldest, period) => (beginOf(period) < beginOf(oldest) ? period : oldest), first),
    newest: others.reduce((newest, period) => (endOf(period) > endOf(newest) ? period : newest), first),
  };
}

const isDay = (period: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(period);
const beginOf = (period: string): string => (isDay(period) ? period : period.slice(0, 4));
/** `9` stands after every day of the year. */
const endOf = (period: string): string => (isDay(period) ? period : `${period.slice(-4)}-9`);

interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly retrieved: string;
  readonly expiry: Expiry;
  readonly origin: 'pack' | 'import';
}

async function sourcesOf(
  store: StoreTables,
  facts: readonly Fact[],
  datasets: readonly DatasetStats[],
  today: string,
): Promise<SourceStats[]> {
  const rows = await store.rows<SourceRow>('SELECT id, title, retrieved, expiry, origin FROM source ORDER BY id');
  return rows.map((row) => {
    const own = facts.filter(({ source }) => source === row.id);
    const factsByTable: Record<string, number> = {};
    for (const { table, facts: count } of own) factsByTable[table] = (factsByTable[table] ?? 0) + count;
    const periods = periodsOf(own);
    return {
      ...row,
      facts: own.reduce((sum, fact) => sum + fact.facts, 0),
      factsByTable,
      periods,
      freshness: freshness(row.expiry, periods?.newest ?? '', today),
      files: datasets
        .filter(({ sources }) => sources.includes(row.id))
        .map(({ file, imported }) => ({ file, imported })),
    };
  });
}
