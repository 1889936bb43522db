import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildStore } from '../../../knowledge/build/build.ts';
import { compareStores } from '../../../knowledge/compare/compare-stores.ts';
import type { KindDifference } from '../../../knowledge/compare/comparison.ts';
import { SqliteHandle } from '../../../knowledge/store/sqlite.ts';
import { tempFolder, writeSmallPack } from '../helpers.ts';

let small: Promise<string> | undefined;

/** Path of the store of the small pack: built once for all tests of a run. */
export function smallStore(): Promise<string> {
  small ??= writeSmallPack().then(async (packDir) => (await buildStore({ packDir, storeDir: tempFolder() })).path);
  return small;
}

/** A copy of a store with other rows, whole by its own count of them. What the pack cannot hold, an import could have brought. */
export async function editedStore(statements: readonly string[], base?: string): Promise<string> {
  const path = join(tempFolder(), 'knowledge-edited.sqlite');
  copyFileSync(base ?? (await smallStore()), path);
  const handle = await SqliteHandle.open(path, 'create');
  for (const statement of statements) await handle.run(statement);
  const tables = await handle.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables)
    counts[name] = (await handle.get<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`))?.rows ?? 0;
  await handle.run("UPDATE meta SET value = ? WHERE key = 'counts'", [JSON.stringify(counts)]);
  await handle.close();
  return path;
}

/** What became of one kind of facts. */
export async function differenceOf(
  kind: string,
  before: string,
  after: string,
  threshold = 5,
): Promise<KindDifference> {
  const { kinds } = await compareStores(before, after, { threshold });
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`no kind is called ${kind}`);
  return found;
}

/** An INSERT of a wage row: what is not given is empty. */
export function wageRow(given: Readonly<Record<string, string | number>>): string {
  const row = {
    code: '12111',
    region: 'AB',
    level: 'all',
    industry: 'all',
    unit: 'hour',
    basis: 'hour',
    low_percentile: 10,
    high_percentile: 90,
    comment: '',
    period: '2024',
    released: '2024',
    edition: 'noc2021',
    edition_code: '12111',
    source: 'job-bank-wages-2024',
    ...given,
  };
  const values = Object.values(row).map((value) => (typeof value === 'number' ? value : `'${value}'`));
  return `INSERT INTO wage (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`;
}
