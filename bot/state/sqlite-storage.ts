import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage, StoreItems } from 'botbuilder';
import { AdvisorError } from '../../knowledge/errors.ts';
import { SqliteHandle, type SqlRunner } from '../../knowledge/store/sqlite.ts';

/** Number of the layout below, kept in the file. A file of another number is not touched. */
const SCHEMA_VERSION = 1;
const SCHEMA =
  'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID';
const COLUMNS = 'key,value,etag,changed';

/** A write takes milliseconds: who waits this long for another program's write waits for one that hangs. */
const BUSY_MS = 5_000;

interface Row {
  readonly key: string;
  readonly value: string;
  readonly etag: string;
}

/**
 * What conversations and people are remembered by, in one SQLite file that several programs may use at once.
 *
 * A write is stored whole or not at all. An item that carries an eTag is stored only where that is the one it was last
 * stored with; "*" or none overwrites. The SDK's BotState always writes "*": the last writer wins there.
 */
export class SqliteStorage implements Storage {
  readonly #handle: SqliteHandle;
  readonly #path: string;
  readonly #now: () => Date;

  private constructor(handle: SqliteHandle, path: string, now: () => Date) {
    this.#handle = handle;
    this.#path = path;
    this.#now = now;
  }

  /** Opens the file, or makes it. Throws STATE_UNUSABLE when it is damaged or not ours, and leaves it as it is. */
  static async open(path: string, now: () => Date = () => new Date()): Promise<SqliteStorage> {
    return explained(path, async () => {
      makeFile(path);
      const handle = await SqliteHandle.open(path, 'create');
      try {
        await handle.run(`PRAGMA busy_timeout = ${BUSY_MS}`);
        await check(handle, path);
        await handle.run('PRAGMA journal_mode = WAL');
        // The default of WAL mode may lose the last writes when the power fails: a person who was told "forgotten" would be back.
        await handle.run('PRAGMA synchronous = FULL');
        // What is forgotten must not stay readable in the free parts of the file.
        await handle.run('PRAGMA secure_delete = ON');
        await handle.transaction(async (inside) => {
          if (await isNew(inside, path)) {
            await inside.run(SCHEMA);
            await inside.run(`PRAGMA user_version = ${SCHEMA_VERSION}`);
          }
        });
        return new SqliteStorage(handle, path, now);
      } catch (error) {
        await handle.close().catch(() => undefined);
        throw error;
      }
    });
  }

  /** Keys that nothing is stored under are left out. */
  async read(keys: string[]): Promise<StoreItems> {
    // One statement: the items are of one moment, also while another program writes.
    return explained(this.#path, async () => {
      const rows = await this.#handle.all<Row>(
        `SELECT key, value, etag FROM state WHERE key IN (${keys.map(() => '?').join(', ')})`,
        keys,
      );
      return Object.fromEntries(rows.map(({ key, value, etag }) => [key, { ...JSON.parse(value), eTag: etag }]));
    });
  }

  async write(changes: StoreItems): Promise<void> {
    // Made text at once: the caller may go on changing its objects while this waits its turn.
    const items = Object.entries(changes).map(([key, item]) => ({ key, ...textOf(item) }));
    const changed = this.#now().toISOString();
    await explained(this.#path, () =>
      this.#handle.transaction(async (inside) => {
        for (const { key, eTag } of items) {
          if (eTag === null) continue;
          const stored = await inside.get<Pick<Row, 'etag'>>('SELECT etag FROM state WHERE key = ?', [key]);
          // An item that was deleted meanwhile is a conflict too: writing it would bring back what was forgotten.
          if (stored?.etag !== eTag) throw new AdvisorError('STATE_CONFLICT');
        }
        await inside.runMany(
          'INSERT OR REPLACE INTO state (key, value, etag, changed) VALUES (?, ?, ?, ?)',
          items.map(({ key, value }) => [key, value, randomUUID(), changed]),
        );
      }),
    );
  }

  async delete(keys: string[]): Promise<void> {
    await explained(this.#path, () =>
      this.#handle.transaction((inside) =>
        inside.runMany(
          'DELETE FROM state WHERE key = ?',
          keys.map((key) => [key]),
        ),
      ),
    );
  }

  /** Removes what was last changed before a moment (ISO 8601), and tells how many items that were. */
  async removeOlderThan(time: string): Promise<number> {
    const before = new Date(time).toISOString();
    return explained(this.#path, () =>
      this.#handle.transaction(async (inside) => {
        await inside.run('DELETE FROM state WHERE changed < ?', [before]);
        return (await inside.get<{ removed: number }>('SELECT changes() AS removed'))?.removed ?? 0;
      }),
    );
  }

  /** Waits for what is under way. Closing again does nothing. */
  close(): Promise<void> {
    return explained(this.#path, () => this.#handle.close());
  }
}

/**
 * Makes the file where there is none, for the eyes of its owner alone: it tells of people. SQLite gives the files that it
 * puts beside it the same rights. Synchronous, and never on a file that is there: closing one that a connection of this
 * process has open would drop that connection's locks.
 */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Looks before anything is written: a file that is not ours has to stay as it is. */
async function check(handle: SqliteHandle, path: string): Promise<void> {
  await isNew(handle, path);
  const fault = await handle.get<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (fault?.quick_check !== 'ok') throw unusable(path, fault?.quick_check ?? 'it cannot be checked');
}

/** Whether the file is still empty. Throws STATE_UNUSABLE when it is neither that nor ours. */
async function isNew(runner: SqlRunner, path: string): Promise<boolean> {
  // One statement: another program may be making the table just now.
  const found = await runner.get<{ version: number; objects: number; columns: string | null }>(
    `SELECT (SELECT user_version FROM pragma_user_version) AS version, (SELECT count(*) FROM sqlite_schema) AS objects,
      (SELECT group_concat(name) FROM pragma_table_info('state')) AS columns`,
  );
  if (found?.version === 0 && found.objects === 0) return true;
  if (found?.version === SCHEMA_VERSION && found.columns === COLUMNS) return false;
  throw unusable(path, 'it was made by another program, or by another version of this one');
}

/** An item without its eTag, as text, and the eTag that has to be the stored one; null where any is overwritten. */
function textOf(item: unknown): { value: string; eTag: unknown } {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new TypeError('an item of the state has to be an object');
  }
  const { eTag = null, ...kept } = item as { eTag?: unknown };
  return { value: JSON.stringify(kept), eTag: eTag === '*' || eTag === '' ? null : eTag };
}

/** Faults of the file, of its folder and of the disk are told with the driver's own reason; all others pass through. */
async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdvisorError) throw error;
    // The driver's errors and those of the file system have a code; a value that is no JSON is damage too.
    const ofFile = error instanceof SyntaxError || codeOf(error) !== undefined;
    throw ofFile && error instanceof Error ? unusable(path, error.message, error) : error;
  }
}

function unusable(path: string, reason: string, cause?: unknown): AdvisorError {
  return new AdvisorError('STATE_UNUSABLE', [`${path}: ${reason}`], { cause });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
