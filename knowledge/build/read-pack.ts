import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AdvisorError } from '../errors.ts';
import type { OccupationProfile } from '../profile.ts';
import { decodeText, readCsv } from './csv.ts';
import type { FaultList } from './faults.ts';
import { parseProfile } from './read-profile.ts';
import { type PackTables, type Place, TABLES, type TableName } from './tables.ts';

/** A row as it stands in the file, with or without faults. */
export interface RawRow {
  readonly at: Place;
  readonly cells: Readonly<Record<string, string>>;
  /** Columns whose cell has a fault that has been told. */
  readonly faulty: ReadonlySet<string>;
}

export type PackProfile = OccupationProfile & {
  readonly at: Place;
  /** Place of a part of the profile, as `['outlook', 'region']`. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
};

/** Everything the pack folder holds, typed, with the place of each row. Rows with faults are left out of the typed tables. */
export interface Pack extends PackTables {
  readonly profiles: readonly PackProfile[];
}

/** A pack with what only its validation asks for. */
export interface ParsedPack extends Pack {
  /** All rows: a key counts even where another cell of its row is wrong, so that one slip is told once. */
  readonly raw: { readonly [Name in TableName]: readonly RawRow[] };
  /** Tables of which rows are missing here because they could not be read: nobody can tell which keys they have. */
  readonly incomplete: ReadonlySet<TableName>;
}

export interface PackFile {
  /** Path inside the pack folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** Files that an editor may have meant as data; those of a wrong kind are told rather than passed over. */
const DATA_FILE = /\.(csv|tsv|txt|ya?ml|xlsx?|ods)$/i;
/** What editing programs leave beside the file that they have open. */
const HIDDEN = /(^|\/)[.~]/;

/** All data files of a pack folder in a fixed order. Throws PACK_UNREADABLE. */
export async function readPackFiles(packDir: string): Promise<PackFile[]> {
  try {
    const entries = await readdir(packDir, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(packDir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => DATA_FILE.test(path) && !HIDDEN.test(path))
      .sort();
    return await Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(packDir, path)) })));
  } catch (cause) {
    throw new AdvisorError('PACK_UNREADABLE', [packDir, cause instanceof Error ? cause.message : String(cause)], {
      cause,
    });
  }
}

/** Parses the files into typed rows. Faults of form (header, cell, unreadable file) are added to `faults`. */
export function parsePack(files: readonly PackFile[], faults: FaultList): ParsedPack {
  const names = Object.keys(TABLES) as TableName[];
  const tables = Object.fromEntries(names.map((name) => [name, []])) as unknown as { [Name in TableName]: unknown[] };
  const raw = Object.fromEntries(names.map((name) => [name, []])) as unknown as { [Name in TableName]: RawRow[] };
  const incomplete = new Set<TableName>();
  const profiles: PackProfile[] = [];
  const seen = new Set<TableName>();
  for (const file of files) {
    const name = names.find((table) => TABLES[table].files.test(file.path));
    if (name) {
      seen.add(name);
      const table = parseTable(name, file, faults);
      tables[name].push(...table.rows);
      raw[name].push(...table.raw);
      if (!table.complete) incomplete.add(name);
    } else if (/^profiles\/.+\.yaml$/.test(file.path)) {
      const profile = parseProfile(file, faults);
      if (profile) profiles.push(profile);
    } else {
      faults.add(file.path, 0, 'no table of the pack has this name (see the README of the pack)');
    }
  }
  for (const name of names.filter((table) => !seen.has(table))) {
    faults.add(TABLES[name].name, 0, 'the table is missing');
    incomplete.add(name);
  }
  // Each row was parsed by the schema of the table it stands under.
  return { ...(tables as unknown as PackTables), profiles, raw, incomplete };
}

interface ParsedTable {
  readonly rows: readonly unknown[];
  readonly raw: readonly RawRow[];
  readonly complete: boolean;
}

function parseTable(name: TableName, { path, content }: PackFile, faults: FaultList): ParsedTable {
  const unread: ParsedTable = { rows: [], raw: [], complete: false };
  const { columns } = TABLES[name];
  const expected = Object.keys(columns.shape);
  const decoded = decodeText(path, content, faults);
  if (decoded === undefined) return unread;
  let complete = true;
  const [header, ...records] = readCsv(decoded, (line, message) => {
    complete = false;
    faults.add(path, line, message);
  });
  if (header?.cells.join(',') !== expected.join(',')) {
    const found = (header?.cells ?? []).join(',').slice(0, 200);
    faults.add(path, header?.line ?? 1, `the header must be "${expected.join(',')}", found "${found}"`);
    return unread;
  }
  if (records.length === 0 && complete) faults.add(path, 1, 'has a header and no rows');
  const rows: unknown[] = [];
  const raw: RawRow[] = [];
  for (const { line, cells: found } of records) {
    const at = { file: path, line };
    const cells = Object.fromEntries(expected.map((column, index) => [column, found[index] ?? '']));
    if (found.length !== expected.length) {
      faults.add(path, line, `has ${found.length} cells where the header has ${expected.length}`);
      // Which cell is missing or too many cannot be told: only the first is taken at its word.
      raw.push({ at, cells, faulty: new Set(expected.slice(1)) });
      continue;
    }
    const parsed = columns.safeParse(cells);
    const issues = parsed.error?.issues ?? [];
    for (const issue of issues) {
      const column = issue.path.map(String).join('.');
      faults.add(path, line, `${column}: ${issue.message} (found "${(cells[column] ?? '').slice(0, 60)}")`);
    }
    raw.push({ at, cells, faulty: new Set(issues.map((issue) => String(issue.path[0]))) });
    if (parsed.success) rows.push({ ...parsed.data, at });
  }
  return { rows, raw, complete };
}
