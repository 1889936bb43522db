import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const version = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Bytes of the whole file; null where the server does not tell. */
  length: z.number().int().nonnegative().nullable(),
});
const finished = version.extend({ sha256: z.string(), bytes: z.number().int().nonnegative() });
const state = z.object({ part: version.optional(), finished: finished.optional() });

/** One version of a file, as its server names it. */
export type Version = z.infer<typeof version>;
export type Finished = z.infer<typeof finished>;

/** Where a download goes on. */
export interface ResumePoint {
  readonly version: Version;
  readonly offset: number;
  readonly validator: string;
}

/** Something that could not be done on the disk: trying again does not help. */
export class DiskError extends Error {}

/**
 * A file on its way: what has come (`ID.part`), what is known of it (`.ID.json`: hidden, as an import of the folder takes other JSON
 * for data), and the file when it is whole (`ID.csv`).
 */
export class PartFile {
  readonly path: string;
  readonly #folder: string;
  readonly #part: string;
  readonly #stateFile: string;
  #state: z.infer<typeof state>;

  private constructor(folder: string, id: string) {
    this.#folder = folder;
    this.path = join(folder, `${id}.csv`);
    this.#part = join(folder, `${id}.part`);
    this.#stateFile = join(folder, `.${id}.json`);
    this.#state = {};
  }

  static async open(folder: string, id: string): Promise<PartFile> {
    const file = new PartFile(folder, id);
    await file.#disk(() => mkdir(folder, { recursive: true }));
    try {
      file.#state = state.parse(JSON.parse(await readFile(file.#stateFile, 'utf8')));
    } catch {
      // No state, or a damaged one: the download starts anew, which is always right.
    }
    return file;
  }

  /** Undefined where nothing has come yet, or where the server could have changed the file without our noticing. */
  async resumePoint(url: string): Promise<ResumePoint | undefined> {
    const { part } = this.#state;
    if (part?.url !== url) return undefined;
    // A weak tag does not promise the same bytes.
    const validator = part.etag?.startsWith('"') ? part.etag : part.lastModified;
    const size = await sizeOf(this.#part);
    if (!validator || size === undefined || (part.length !== null && size > part.length)) return undefined;
    // At least one byte is asked for, so that the server has to confirm the version even of a part that is whole.
    const offset = Math.min(size, (part.length ?? Number.POSITIVE_INFINITY) - 1);
    return offset > 0 ? { version: part, offset, validator } : undefined;
  }

  /** The whole file of an earlier run; undefined where it has been changed since, or came from elsewhere. */
  async finished(url: string): Promise<Finished | undefined> {
    const { finished } = this.#state;
    if (finished?.url !== url || (await sizeOf(this.path)) !== finished.bytes) return undefined;
    const { sha256 } = await this.#disk(() => digest(this.path));
    return sha256 === finished.sha256 ? finished : undefined;
  }

  /** Keeps the first `offset` bytes, remembers of which version they are, and hands out the file to append to. */
  async begin(offset: number, of: Version): Promise<FileHandle> {
    return this.#disk(async () => {
      if ((await sizeOf(this.#part)) === undefined) await writeFile(this.#part, '');
      // First cut, then told: bytes of one version are never told as another's, whenever the program is stopped.
      await truncate(this.#part, offset);
      await this.#write({ ...this.#state, part: of });
      return open(this.#part, 'a');
    });
  }

  async append(handle: FileHandle, chunk: Buffer): Promise<void> {
    await this.#disk(() => handle.writeFile(chunk));
  }

  /** Makes sure that what has come is on the disk, and measures it. */
  async settle(): Promise<{ readonly path: string; readonly sha256: string; readonly bytes: number }> {
    return this.#disk(async () => {
      const handle = await open(this.#part, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      return { path: this.#part, ...(await digest(this.#part)) };
    });
  }

  /** Moves the part into the place of the finished file, with the day on which its publisher wrote it: importers date files by it. */
  async finish(of: Finished): Promise<void> {
    await this.#disk(async () => {
      if (of.lastModified) await utimes(this.#part, new Date(), new Date(of.lastModified));
      await rename(this.#part, this.path);
      await this.#write({ finished: of });
    });
  }

  async discard(): Promise<void> {
    await this.#disk(async () => {
      await rm(this.#part, { force: true });
      const { finished } = this.#state;
      await this.#write(finished ? { finished } : {});
    });
  }

  async #write(next: z.infer<typeof state>): Promise<void> {
    const scratch = `${this.#stateFile}.new`;
    await writeFile(scratch, `${JSON.stringify(next, null, 2)}\n`);
    await rename(scratch, this.#stateFile);
    this.#state = next;
  }

  async #disk<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new DiskError(`The folder ${this.#folder} cannot be written: ${why}`, { cause: error });
    }
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined;
  }
}

async function digest(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
