import { type Imports, readTable } from '../import/imports-folder.ts';
import { IMPORT_COLUMNS, IMPORT_TABLES, type ImportTable } from '../import/rows.ts';
import { SCHEMA, SCHEMA_VERSION } from '../store/schema.ts';
import { SqliteHandle, type SqlRunner, type SqlValue } from '../store/sqlite.ts';
import { packRows } from './pack-rows.ts';
import type { Pack } from './read-pack.ts';

/** Told after each table; `done` of `total` tables are written. */
export type BuildProgress = (step: {
  readonly table: string;
  readonly rows: number;
  readonly done: number;
  readonly total: number;
}) => void;

/** Rows that wait for the disk's thread at a time. */
const BATCH = 2_000;

/**
 * Writes a validated pack, and over it what was imported, into a new SQLite file at `path`, in one transaction, and checks the file
 * before it returns. An imported row takes the place of the pack's where both are the same release's figure for the same thing.
 */
export async function writeStore(
  path: string,
  pack: Pack,
  imports: Imports,
  hash: string,
  progress: BuildProgress,
): Promise<void> {
  const handle = await SqliteHandle.open(path, 'create');
  try {
    await handle.run('PRAGMA journal_mode = MEMORY');
    await handle.run('PRAGMA foreign_keys = ON');
    await handle.transaction(async (inside) => {
      for (const statement of SCHEMA) await inside.run(statement);
      const tables = packRows(pack, imports);
      const total = tables.length + imports.datasets.length;
      for (const [index, { table, rows }] of tables.entries()) {
        await insert(inside, table, rows);
        progress({ table, rows: rows.length, done: index + 1, total });
      }
      for (const [index, dataset] of imports.datasets.entries()) {
        for (const table of IMPORT_TABLES) {
          if (!dataset.tables[table]) continue;
          for await (const rows of readTable(imports.dir, dataset, table, BATCH))
            await insertImported(inside, table, rows);
        }
        progress({ table: dataset.id, rows: dataset.kept, done: tables.length + index + 1, total });
      }
      if (imports.datasets.length > 0) for (const statement of AFTER_IMPORTS) await inside.run(statement);
      await insert(inside, 'meta', [
        ['hash', hash],
        ['schema', String(SCHEMA_VERSION)],
        ['counts', JSON.stringify(await countRows(inside))],
      ]);
    });
    const check = await handle.get<{ integrity_check: string }>('PRAGMA integrity_check');
    if (check?.integrity_check !== 'ok') throw new Error(`integrity check: ${check?.integrity_check ?? 'no answer'}`);
  } finally {
    await handle.close();
  }
}

async function insert(inside: SqlRunner, table: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  await insertInto(inside, `INSERT INTO ${table}`, rows);
}

/** Tables in which a repeated row says nothing new; in all others the later one holds. */
const FIRST_HOLDS: ReadonlySet<ImportTable> = new Set(['title', 'official_text']);
/** Columns that the store fills in for itself, and what becomes of a row that is there already. */
const SPECIAL: Partial<Record<ImportTable, { columns: string; values: string; after: string }>> = {
  title: { columns: ', stands_for, occupation', values: ", '', ''", after: '' },
  // English and French come in two files: each brings its own text.
  regional_outlook: {
    columns: '',
    values: '',
    after: `ON CONFLICT DO UPDATE SET rating = excluded.rating, released = excluded.released, period = excluded.period,
      trend = iif(excluded.trend = '', trend, excluded.trend), trend_fr = iif(excluded.trend_fr = '', trend_fr, excluded.trend_fr)`,
  },
};

async function insertImported(
  inside: SqlRunner,
  table: ImportTable,
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const columns = IMPORT_COLUMNS[table];
  if (table === 'group_name') {
    await inside.runMany(
      "UPDATE unit_group SET title = iif(?2 = 'en', ?3, title), title_fr = iif(?2 = 'fr', ?3, title_fr) WHERE code = ?1",
      rows,
    );
    return;
  }
  const { columns: more, values, after } = SPECIAL[table] ?? { columns: '', values: '', after: '' };
  const rule = FIRST_HOLDS.has(table) ? ' OR IGNORE' : after === '' ? ' OR REPLACE' : '';
  await insertInto(inside, `INSERT${rule} INTO ${table} (${columns.join(', ')}${more})`, rows, values, after);
}

/** Values of one statement; SQLite takes some thirty thousand. */
const MOST_VALUES = 4_000;

/** Many rows a statement: each statement is a way to the driver's thread and back, which costs more than its rows. */
async function insertInto(
  inside: SqlRunner,
  command: string,
  rows: readonly (readonly SqlValue[])[],
  values = '',
  after = '',
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const row = `(${Array.from({ length: width }, () => '?').join(', ')}${values})`;
  const size = Math.max(1, Math.floor(MOST_VALUES / width));
  const whole = rows.length - (rows.length % size);
  const joined = function* (): Generator<SqlValue[]> {
    for (let start = 0; start < whole; start += size) yield rows.slice(start, start + size).flat();
  };
  const statement = (count: number): string =>
    `${command} VALUES ${Array.from({ length: count }, () => row).join(', ')} ${after}`;
  if (whole > 0) await inside.runMany(statement(size), joined());
  if (whole < rows.length) await inside.run(statement(rows.length - whole), rows.slice(whole).flat());
}

/** What hangs on imported rows: the names of groups and of profiled occupations are titles too. */
const AFTER_IMPORTS = [
  "UPDATE title SET title = (SELECT iif(language = 'fr', title_fr, unit_group.title) FROM unit_group WHERE unit_group.code = title.code) WHERE kind = 'group'",
  "DELETE FROM title WHERE kind = 'alias'",
  `INSERT INTO title (code, title, language, kind, stands_for, occupation, source)
   SELECT code, json_extract(profile, '$.name'), 'en', 'alias', '', id, json_extract(profile, '$.source') FROM occupation
   UNION ALL SELECT code, value, 'en', 'alias', '', occupation.id, json_extract(profile, '$.source') FROM occupation, json_each(profile, '$.aliases')`,
] as const;

async function countRows(inside: SqlRunner): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const tables = await inside.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta' ORDER BY rowid",
  );
  for (const { name } of tables) {
    counts[name] = (await inside.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`))?.rows ?? 0;
  }
  return counts;
}
