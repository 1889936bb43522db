import { createHash, type Hash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AdvisorError } from '../errors.ts';
import type { Expiry } from '../model.ts';
import type { ImportSource } from './format.ts';
import { IMPORT_COLUMNS, IMPORT_TABLES, type ImportRows, type ImportTable } from './rows.ts';

/**
 * What has been imported, normalised: one folder a dataset with one file a table (a JSON array a line), and `current.json`, which says
 * which of them are in service. That file is replaced in one step, so that an import happens whole or not at all.
 */

/** Raise it when readers make other rows of the same file: files then have to be imported again. */
export const READERS_VERSION = 1;

const tableName = z.enum(IMPORT_TABLES as [ImportTable, ...ImportTable[]]);
const keptSource = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  licence: z.string(),
  attribution: z.string(),
  note: z.string(),
  retrieved: z.string(),
  expiry: z.string().transform((value) => value as Expiry),
});
const keptDataset = z.object({
  id: z.string(),
  format: z.string(),
  /** Name of the file that it was read from, and its hash. */
  file: z.string(),
  sha256: z.string(),
  /** YYYY-MM-DD */
  imported: z.string(),
  folder: z.string(),
  hash: z.string(),
  rows: z.number(),
  kept: z.number(),
  dropped: z.number(),
  tables: z.partialRecord(tableName, z.object({ rows: z.number(), sha256: z.string() })),
  sources: z.array(keptSource),
});
const manifest = z.object({ readers: z.number(), datasets: z.array(keptDataset) });

export type KeptDataset = z.output<typeof keptDataset>;
export type KeptSource = z.output<typeof keptSource>;

export interface Imports {
  readonly dir: string;
  readonly readers: number;
  readonly datasets: readonly KeptDataset[];
}

const MANIFEST = 'current.json';

/** What is in service; nothing where nothing was ever imported. Throws IMPORTS_DAMAGED. */
export async function readImports(dir: string): Promise<Imports> {
  let text: string;
  try {
    text = await readFile(join(dir, MANIFEST), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return { dir, readers: READERS_VERSION, datasets: [] };
    throw new AdvisorError('IMPORTS_DAMAGED', [dir], { cause });
  }
  try {
    return { dir, ...manifest.parse(JSON.parse(text)) };
  } catch (cause) {
    throw new AdvisorError('IMPORTS_DAMAGED', [join(dir, MANIFEST)], { cause });
  }
}

/** Puts other datasets into service, in one step. */
export async function writeManifest(dir: string, datasets: readonly KeptDataset[]): Promise<void> {
  const path = join(dir, MANIFEST);
  const draft = `${path}.${randomUUID()}.draft`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(`${JSON.stringify({ readers: READERS_VERSION, datasets }, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Where the manifest stands: a running program looks at it to see that something was imported. */
export function manifestPath(dir: string): string {
  return join(dir, MANIFEST);
}

/** A draft that nobody has written to for so long belongs to an import that died. */
const DEAD_DRAFT_MS = 60 * 60_000;

/** Removes what is in no service: former datasets, and the drafts of imports that died. */
export async function tidyImports(dir: string, datasets: readonly KeptDataset[]): Promise<void> {
  const used = new Set([MANIFEST, ...datasets.map((dataset) => dataset.folder)]);
  for (const name of await readdir(dir)) {
    if (used.has(name)) continue;
    const path = join(dir, name);
    if (!name.endsWith('.draft')) {
      // Its name goes first and in one step: a process that dies while removing the files leaves no half of a dataset for `adopt` to find.
      const going = `${path}.${randomUUID()}.draft`;
      await rename(path, going);
      await rm(going, { recursive: true, force: true });
    } else if (Date.now() - (await stat(path)).mtimeMs > DEAD_DRAFT_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** The rows of a table of a dataset, in batches, in the columns of IMPORT_COLUMNS. Throws IMPORTS_DAMAGED when they are not those that were written. */
export async function* readTable(
  dir: string,
  dataset: KeptDataset,
  table: ImportTable,
  batch: number,
): AsyncGenerator<(string | number | null)[][]> {
  const path = join(dir, dataset.folder, `${table}.ndjson`);
  const hash = createHash('sha256');
  try {
    const input = createReadStream(path);
    input.on('data', (chunk) => hash.update(chunk));
    let rows: (string | number | null)[][] = [];
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      rows.push(JSON.parse(line));
      if (rows.length < batch) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  } catch (cause) {
    throw new AdvisorError('IMPORTS_DAMAGED', [path], { cause });
  }
  if (hash.digest('hex') !== dataset.tables[table]?.sha256) throw new AdvisorError('IMPORTS_DAMAGED', [path]);
}

/** Writes the rows of one dataset into a draft folder. Kept in pieces of memory, so that a large file takes no more than a small one. */
export class DatasetWriter {
  readonly #folder: string;
  readonly #tables = new Map<ImportTable, TableWriter>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  write<Table extends ImportTable>(table: Table, row: ImportRows[Table]): void {
    let writer = this.#tables.get(table);
    if (!writer) {
      writer = new TableWriter(join(this.#folder, `${table}.ndjson`));
      this.#tables.set(table, writer);
    }
    writer.write(JSON.stringify(IMPORT_COLUMNS[table].map((column) => row[column])));
  }

  /** Ends all files; their rows and hashes. */
  close(): KeptDataset['tables'] {
    return Object.fromEntries([...this.#tables].map(([table, writer]) => [table, writer.close()]));
  }
}

const PIECE = 1 << 16;

class TableWriter {
  readonly #file: number;
  readonly #hash: Hash = createHash('sha256');
  #piece = '';
  #rows = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(line: string): void {
    this.#piece += `${line}\n`;
    this.#rows += 1;
    if (this.#piece.length >= PIECE) this.#flush();
  }

  close(): { rows: number; sha256: string } {
    try {
      this.#flush();
      fsyncSync(this.#file);
    } finally {
      closeSync(this.#file);
    }
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    const bytes = Buffer.from(this.#piece, 'utf8');
    this.#piece = '';
    this.#hash.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
  }
}

/** A dataset's name in the folder: its content is in it, so that a folder is written once and never changed. */
export function hashOfDataset(id: string, tables: KeptDataset['tables'], sources: readonly ImportSource[]): string {
  return createHash('sha256')
    .update(JSON.stringify([READERS_VERSION, id, tables, sources]))
    .digest('hex');
}

/** Moves a finished draft to its name; another import may have brought the same content before. */
export async function adopt(dir: string, draft: string, folder: string): Promise<void> {
  if (existsSync(join(dir, folder))) await rm(draft, { recursive: true, force: true });
  else await rename(draft, join(dir, folder));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
