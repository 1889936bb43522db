import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LineCounter, parseDocument } from 'yaml';
import { AdvisorError } from '../errors.ts';
import { type OccupationProfile, occupationProfile } from '../profile.ts';
import { FaultList } from './faults.ts';
import { type PackTables, type Place, TABLES, type TableName } from './tables.ts';

/** Everything the pack folder holds, typed, with the place of each row. Rows with faults are left out of it and told. */
export interface Pack extends PackTables {
  readonly profiles: readonly (OccupationProfile & { readonly at: Place })[];
}

export interface PackFile {
  /** Path inside the pack folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** All data files of a pack folder in a fixed order. Throws PACK_UNREADABLE. */
export async function readPackFiles(packDir: string): Promise<PackFile[]> {
  try {
    const entries = await readdir(packDir, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(csv|yaml)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(packDir.length + 1).replaceAll('\\', '/'))
      .sort();
    return await Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(packDir, path)) })));
  } catch (cause) {
    throw new AdvisorError('PACK_UNREADABLE', [packDir], { cause });
  }
}

/** Parses the files into typed rows. Faults of form (header, cell, unreadable file) are added to `faults`. */
export function parsePack(files: readonly PackFile[], faults: FaultList): Pack {
  const tables: { [Name in TableName]: unknown[] } = {
    sources: [], contacts: [], regions: [], broadCategories: [], teer: [], unitGroups: [], descriptions: [], titles: [],
    editions: [], crosswalk: [], jobBankWages: [], albertaWages: [], education: [], outlook: [], interests: [], similar: [],
  };
  const profiles: (OccupationProfile & { at: Place })[] = [];
  const seen = new Set<TableName>();
  for (const file of files) {
    if (file.path.startsWith('profiles/') && file.path.endsWith('.yaml')) {
      const profile = parseProfile(file, faults);
      if (profile) profiles.push({ ...profile, at: { file: file.path, line: 1 } });
      continue;
    }
    const name = (Object.keys(TABLES) as TableName[]).find((table) => TABLES[table].files.test(file.path));
    if (!name) {
      faults.add(file.path, 0, 'no table of the pack has this name (see the README of the pack)');
      continue;
    }
    seen.add(name);
    tables[name].push(...parseTable(name, file, faults));
  }
  for (const name of Object.keys(TABLES) as TableName[]) {
    if (!seen.has(name)) faults.add(String(TABLES[name].files.source), 0, `the table ${name} is missing`);
  }
  // Each row was parsed by the schema of the table it stands under.
  return { ...(tables as unknown as PackTables), profiles };
}

function parseTable(name: TableName, file: PackFile, faults: FaultList): unknown[] {
  const { columns } = TABLES[name];
  const expected = Object.keys(columns.shape);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(new TextDecoder('utf-8', { fatal: true }).decode(file.content), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (cause) {
    faults.add(file.path, 0, `cannot be read as UTF-8 CSV: ${cause instanceof Error ? cause.message : String(cause)}`);
    return [];
  }
  const header = records[0]?.record ?? [];
  if (header.join(',') !== expected.join(',')) {
    faults.add(file.path, 1, `the header must be "${expected.join(',')}", found "${header.join(',').slice(0, 200)}"`);
    return [];
  }
  const rows: unknown[] = [];
  for (const { record, info } of records.slice(1)) {
    if (record.length !== expected.length) {
      faults.add(file.path, info.lines, `has ${record.length} cells where the header has ${expected.length}`);
      continue;
    }
    const cells = Object.fromEntries(expected.map((column, index) => [column, record[index]]));
    const parsed = columns.safeParse(cells);
    if (parsed.success) {
      rows.push({ ...parsed.data, at: { file: file.path, line: info.lines } });
      continue;
    }
    for (const issue of parsed.error.issues) {
      const column = issue.path.map(String).join('.');
      faults.add(file.path, info.lines, `${column}: ${issue.message} (found "${String(cells[column]).slice(0, 60)}")`);
    }
  }
  return rows;
}

function parseProfile(file: PackFile, faults: FaultList): OccupationProfile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(file.content.toString('utf8'), { lineCounter: lines });
  for (const error of document.errors) faults.add(file.path, lines.linePos(error.pos[0]).line, error.message.split('\n')[0] ?? 'not YAML');
  if (document.errors.length > 0) return undefined;
  const parsed = occupationProfile.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    // The nearest part of the path that exists in the file gives the line.
    let line = 1;
    for (let depth = issue.path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(issue.path.slice(0, depth), true);
      if (isRanged(node)) {
        line = lines.linePos(node.range[0]).line;
        break;
      }
    }
    faults.add(file.path, line, `${issue.path.map(String).join('.') || 'profile'}: ${issue.message}`);
  }
  return undefined;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
