import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AdvisorError } from '../errors.ts';
import { SCHEMA, SCHEMA_VERSION } from '../store/schema.ts';
import { FaultList, formatFault } from './faults.ts';
import { type Pack, type PackFile, parsePack, readPackFiles } from './read-pack.ts';
import { validatePack } from './validate.ts';
import { type BuildProgress, writeStore } from './write-store.ts';

export interface BuildOptions {
  /** Folder of the pack. */
  readonly packDir: string;
  /** Folder that stores are written to; made when missing. */
  readonly storeDir: string;
  readonly onProgress?: BuildProgress;
}

export interface StoreFile {
  readonly path: string;
  readonly hash: string;
}

/** Reads and validates the pack. Throws PACK_INVALID with every fault. */
export async function checkPack(packDir: string): Promise<{ pack: Pack; hash: string }> {
  return check(await readPackFiles(packDir));
}

function check(files: readonly PackFile[]): { pack: Pack; hash: string } {
  const faults = new FaultList();
  const parsed = parsePack(files, faults);
  validatePack(parsed, faults);
  if (faults.faults.length > 0) throw new AdvisorError('PACK_INVALID', faults.sorted().map(formatFault));
  const { raw: _raw, incomplete: _incomplete, ...pack } = parsed;
  return { pack, hash: hashOf(files) };
}

/** Where the store of the pack as it stands now belongs. The name carries the hash: a changed pack has another file. */
export async function storeFileFor({
  packDir,
  storeDir,
}: BuildOptions): Promise<StoreFile & { readonly exists: boolean }> {
  const hash = hashOf(await readPackFiles(packDir));
  const path = pathOf(storeDir, hash);
  return { path, hash, exists: existsSync(path) };
}

/**
 * Builds the store of the pack: validate all, write a new file beside the old ones, check it, and only then give it its name.
 * Whatever goes wrong, files that were there before stay as they were. Any number of builds may run at once: each has a draft
 * of its own, and the last to finish puts the same content in the same place.
 */
export async function buildStore(options: BuildOptions): Promise<StoreFile> {
  const { pack, hash } = await checkPack(options.packDir);
  const path = pathOf(options.storeDir, hash);
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    await mkdir(options.storeDir, { recursive: true });
    await writeStore(draft, pack, hash, options.onProgress ?? (() => undefined));
    await sync(draft, 'r+');
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new AdvisorError('STORE_WRITE_FAILED', [path, cause instanceof Error ? cause.message : String(cause)], {
      cause,
    });
  }
  // The store is there and good. What follows may fail without harm: some systems sync no folders or keep open files.
  await sync(options.storeDir, 'r').catch(() => undefined);
  await removeOthers(options.storeDir, path).catch(() => undefined);
  return { path, hash };
}

function pathOf(storeDir: string, hash: string): string {
  return join(storeDir, `knowledge-${hash.slice(0, 16)}.sqlite`);
}

function hashOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256').update(`schema ${SCHEMA_VERSION}\n`).update(SCHEMA.join('\n'));
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

/** Removes older stores and the drafts of builds that died. A store that a running program has open stays readable to it. */
async function removeOthers(storeDir: string, keep: string): Promise<void> {
  for (const name of await readdir(storeDir)) {
    const path = join(storeDir, name);
    const older = /^knowledge-[0-9a-f]{16}\.sqlite$/.test(name) && name !== basename(keep);
    const draft = /^knowledge-[0-9a-f]{16}\.sqlite\..+\.draft$/.test(name);
    // Age, and not a process number, tells a dead draft: the folder may be shared by machines that do not see each other's processes.
    if (older || (draft && Date.now() - (await stat(path)).mtimeMs > DEAD_DRAFT_MS)) await rm(path, { force: true });
  }
}
