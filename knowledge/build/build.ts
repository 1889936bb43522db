import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AdvisorError } from '../errors.ts';
import { type Imports, readImports } from '../import/imports-folder.ts';
import { SCHEMA, SCHEMA_VERSION } from '../store/schema.ts';
import { FaultList, formatFault } from './faults.ts';
import { type Pack, type PackFile, type ParsedPack, parsePack, readPackFiles } from './read-pack.ts';
import { validatePack } from './validate.ts';
import { type BuildProgress, writeStore } from './write-store.ts';

export interface BuildOptions {
  /** Folder of the pack. */
  readonly packDir: string;
  /** Folder that stores are written to; made when missing. */
  readonly storeDir: string;
  /** Folder of what was imported; a store of the pack alone where it is left out. */
  readonly importsDir?: string;
  readonly onProgress?: BuildProgress;
}

export interface StoreFile {
  readonly path: string;
  readonly hash: string;
}

/** Reads and validates the pack. Throws PACK_INVALID with every fault. */
export async function checkPack(packDir: string): Promise<CheckedPack> {
  return check(await readPackFiles(packDir));
}

/** A pack without faults. */
export interface CheckedPack {
  readonly pack: Pack;
  /** The same with what only validation asks for. */
  readonly parsed: ParsedPack;
  /** Hash of its files. */
  readonly hash: string;
}

function check(files: readonly PackFile[]): CheckedPack {
  const faults = new FaultList();
  const parsed = parsePack(files, faults);
  validatePack(parsed, faults);
  if (faults.faults.length > 0) throw new AdvisorError('PACK_INVALID', faults.sorted().map(formatFault));
  const { raw: _raw, incomplete: _incomplete, ...pack } = parsed;
  return { pack, parsed, hash: hashOfPack(files) };
}

/** Where the store of the pack and the imports as they stand now belongs. The name carries the hash: changed knowledge has another file. */
export async function storeFileFor(options: BuildOptions): Promise<StoreFile & { readonly exists: boolean }> {
  const imports = await importsOf(options);
  const hash = hashOf(hashOfPack(await readPackFiles(options.packDir)), imports);
  const path = pathOf(options.storeDir, hash);
  return { path, hash, exists: existsSync(path) };
}

function importsOf({ importsDir }: BuildOptions): Promise<Imports> {
  return importsDir === undefined ? Promise.resolve({ dir: '', readers: 0, datasets: [] }) : readImports(importsDir);
}

/** Builds the store of the pack and the imports as they stand now, and removes older ones. */
export async function buildStore(options: BuildOptions): Promise<StoreFile> {
  const built = await buildStoreOf(await checkPack(options.packDir), await importsOf(options), options);
  // The store is there and good. What follows may fail without harm: some systems sync no folders or keep open files.
  await removeOtherStores(options.storeDir, built.path).catch(() => undefined);
  return built;
}

/**
 * Builds a store: write a new file beside the old ones, check it, and only then give it its name. Whatever goes wrong, files that were
 * there before stay as they were. Any number of builds may run at once: each has a draft of its own, and the last to finish puts the
 * same content in the same place.
 */
export async function buildStoreOf(
  { pack, hash: packHash }: CheckedPack,
  imports: Imports,
  { storeDir, onProgress }: Pick<BuildOptions, 'storeDir' | 'onProgress'>,
): Promise<StoreFile> {
  const hash = hashOf(packHash, imports);
  const path = pathOf(storeDir, hash);
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    await mkdir(storeDir, { recursive: true });
    await writeStore(draft, pack, imports, hash, onProgress ?? (() => undefined));
    await sync(draft, 'r+');
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (cause instanceof AdvisorError) throw cause;
    throw new AdvisorError('STORE_WRITE_FAILED', [path, cause instanceof Error ? cause.message : String(cause)], {
      cause,
    });
  }
  await sync(storeDir, 'r').catch(() => undefined);
  return { path, hash };
}

function pathOf(storeDir: string, hash: string): string {
  return join(storeDir, `knowledge-${hash.slice(0, 16)}.sqlite`);
}

function hashOf(packHash: string, { datasets }: Imports): string {
  const hash = createHash('sha256').update(`schema ${SCHEMA_VERSION}\n`).update(SCHEMA.join('\n')).update(packHash);
  for (const dataset of datasets) hash.update(`${dataset.id} ${dataset.hash} ${dataset.imported} ${dataset.file}\n`);
  return hash.digest('hex');
}

function hashOfPack(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.path} ${file.content.length}\n`).update(file.content);
  return hash.digest('hex');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A draft that nobody has written to for so long belongs to a build that died. */
const DEAD_DRAFT_MS = 10 * 60_000;

/** Store files kept beside the one in service: the last before it, so that an editor can see what changed. */
const KEPT_STORES = 1;

/** Removes older stores and the drafts of builds that died. A store that a running program has open stays readable to it. */
export async function removeOtherStores(storeDir: string, keep: string): Promise<void> {
  const older: { path: string; age: number }[] = [];
  for (const name of await readdir(storeDir)) {
    const path = join(storeDir, name);
    const draft = /^knowledge-[0-9a-f]{16}\.sqlite\..+\.draft$/.test(name);
    if (!draft && (!/^knowledge-[0-9a-f]{16}\.sqlite$/.test(name) || name === basename(keep))) continue;
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (!draft) older.push({ path, age });
    // Age, and not a process number, tells a dead draft: the folder may be shared by machines that do not see each other's processes.
    else if (age > DEAD_DRAFT_MS) await rm(path, { force: true });
  }
  for (const { path } of older.sort((a, b) => a.age - b.age).slice(KEPT_STORES)) await rm(path, { force: true });
}
