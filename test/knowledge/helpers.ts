import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildOptions, buildStore, checkPack } from '../../knowledge/build/build.ts';
import { readPackFiles } from '../../knowledge/build/read-pack.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { SqliteKnowledgeStore } from '../../knowledge/store/sqlite-knowledge-store.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const PACK_DIR = join(ROOT, 'knowledge/pack');

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that goes away with the process. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-test-'));
  folders.push(folder);
  return folder;
}

export interface Built extends BuildOptions {
  readonly path: string;
  readonly store: SqliteKnowledgeStore;
}

let built: Promise<Built> | undefined;

/** The store of the shipped pack: built once for all tests of a run. */
export function builtStore(): Promise<Built> {
  built ??= (async () => {
    const options = { packDir: PACK_DIR, storeDir: tempFolder() };
    const { path } = await buildStore(options);
    return { ...options, path, store: await SqliteKnowledgeStore.open(path) };
  })();
  return built;
}

/** Groups of the small pack: neighbours of the profile's group, and one of each of a few other kinds. */
export const SMALL_PACK_GROUPS = ['00010', '12111', '12112', '14100', '31301', '31102'];

let small: Promise<ReadonlyMap<string, string>> | undefined;

/** The shipped pack cut down to a few groups, so that a check of it takes milliseconds; path to text. */
async function cutSmallPack(): Promise<ReadonlyMap<string, string>> {
  const groups = new Set(SMALL_PACK_GROUPS);
  const files = new Map((await readPackFiles(PACK_DIR)).map((file) => [file.path, file.content.toString('utf8')]));
  const codes = new Set(SMALL_PACK_GROUPS.map((code) => `noc2021,${code}`));
  const links = (files.get('crosswalk.csv') ?? '').split('\n').reverse();
  for (let before = -1; before !== codes.size; ) {
    before = codes.size;
    for (const link of links) {
      const [fromEdition, fromCode, toEdition, toCode] = link.split(',');
      if (codes.has(`${toEdition},${toCode}`)) codes.add(`${fromEdition},${fromCode}`);
    }
  }
  const whole = /^(sources|contacts|regions|broad-categories|teer)\.csv$|^profiles\/|^wages\/alberta/;
  const keep = (path: string, line: string): boolean => {
    const cells = line.split(',');
    if (path === 'crosswalk.csv') return codes.has(`${cells[2]},${cells[3]}`);
    if (path === 'editions.csv') return codes.has(`${cells[0]},${cells[1]}`);
    if (path === 'similar.csv') return groups.has(cells[0] ?? '') && groups.has(cells[1] ?? '');
    return groups.has((cells[0] ?? '').slice(0, 5));
  };
  const cut = new Map<string, string>();
  for (const [path, text] of files) {
    if (whole.test(path)) {
      cut.set(path, text);
      continue;
    }
    const [header = '', ...lines] = text.split('\n');
    const kept = lines.filter((line) => keep(path, line));
    if (kept.length > 0) cut.set(path, [header, ...kept, ''].join('\n'));
  }
  return cut;
}

/** What becomes of a file of the small pack: new content, or null for "not there". A path that it does not have is a new file. */
export type PackEdits = Readonly<Record<string, (text: string) => string | Uint8Array | null>>;

/** Writes the small pack, with edits, into a new folder. */
export async function writeSmallPack(edits: PackEdits = {}): Promise<string> {
  small ??= cutSmallPack();
  const pack = await small;
  const folder = tempFolder();
  for (const path of new Set([...pack.keys(), ...Object.keys(edits)])) {
    const text = pack.get(path) ?? '';
    const content = (edits[path] ?? ((same: string) => same))(text);
    if (content === null) continue;
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Every fault of a pack, as an editor sees them. */
export async function faultsOf(packDir: string): Promise<readonly string[]> {
  try {
    await checkPack(packDir);
    return [];
  } catch (error) {
    if (error instanceof AdvisorError && error.code === 'PACK_INVALID') return error.details;
    throw error;
  }
}

/** The error that a promise is rejected with; fails when it is not. */
export async function errorOf(promise: Promise<unknown>): Promise<AdvisorError> {
  const error = await promise.then(
    () => new Error('it was expected to fail, and did not'),
    (cause: unknown) => cause,
  );
  if (error instanceof AdvisorError) return error;
  throw error;
}
