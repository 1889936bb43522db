import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { AdvisorError } from '../../knowledge/errors.ts';
import { SqliteHandle, type SqlRunner, type SqlValue } from '../../knowledge/store/sqlite.ts';
import { GroupedWrites, type Writing } from './grouped-writes.ts';
import { codeOf, explainedReading, explainedWriting, unusable } from './state-faults.ts';
import { LAYOUTS, STATE_VERSION, STEPS } from './state-schema.ts';

/** A write takes milliseconds: who waits this long for another program's write waits for one that hangs. */
const BUSY_MS = 5_000;

/**
 * The file that everything of people and conversations is kept in; several programs may use it at once. Reads go over a
 * connection of their own and see what was committed: they wait for no write.
 *
 * Throws STATE_UNUSABLE where the file cannot be read, STATE_WRITE_FAILED where it cannot be written.
 */
export class StateFile {
  readonly path: string;
  readonly #writer: SqliteHandle;
  readonly #reader: SqliteHandle;
  readonly #writes: GroupedWrites;
  #closed: Promise<void> | undefined;

  private constructor(path: string, writer: SqliteHandle, reader: SqliteHandle) {
    this.path = path;
    this.#writer = writer;
    this.#reader = reader;
    this.#writes = new GroupedWrites((writing) => writer.transaction(writing));
  }

  /** Opens the file, or makes it; brings one of an earlier version to this one. A file that is damaged or not ours is left as it is. */
  static open(path: string): Promise<StateFile> {
    return explainedWriting(path, async () => {
      makeFile(path);
      const writer = await SqliteHandle.open(path, 'create');
      try {
        await prepare(writer, path);
        const reader = await SqliteHandle.open(path, 'readonly');
        await reader.run(`PRAGMA busy_timeout = ${BUSY_MS}`);
        return new StateFile(path, writer, reader);
      } catch (error) {
        await writer.close().catch(() => undefined);
        throw error;
      }
    });
  }

  /** Statements are kept prepared: their number has to be bounded. */
  all<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    return explainedReading(this.path, () => this.#reader.all<T>(sql, values));
  }

  async get<T>(sql: string, values: readonly SqlValue[]): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0];
  }

  /** What was stored as JSON. */
  parsed<T>(text: string): T {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw unusable(this.path, 'a value in it is damaged', error);
    }
  }

  /** Ends when what was written is on the disk. What comes at once shares a transaction. */
  write<T>(writing: Writing<T>): Promise<T> {
    return explainedWriting(this.path, async () => {
      if (this.#closed) throw new AdvisorError('STORE_CLOSED');
      return this.#writes.write(writing);
    });
  }

  /**
   * Takes what was deleted out of the files beside this one too. Where another program is reading just now, it goes with the next
   * such call or when the file is closed.
   */
  async wipe(): Promise<void> {
    await this.#writer.run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
  }

  /** Waits for what is under way. Closing again does nothing. */
  close(): Promise<void> {
    this.#closed ??= explainedWriting(this.path, async () => {
      await this.#writes.idle();
      await this.#reader.close();
      await this.#writer.close();
    });
    return this.#closed;
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

async function prepare(writer: SqliteHandle, path: string): Promise<void> {
  await writer.run(`PRAGMA busy_timeout = ${BUSY_MS}`);
  // Looked at before anything is written: a file that is not ours has to stay as it is.
  await versionOf(writer, path);
  const fault = await writer.get<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (fault?.quick_check !== 'ok') throw unusable(path, fault?.quick_check ?? 'it cannot be checked');
  await writer.run('PRAGMA journal_mode = WAL');
  // The default of WAL mode may lose the last writes when the power fails: a person who was told "forgotten" would be back.
  await writer.run('PRAGMA synchronous = FULL');
  // What is forgotten must not stay readable in the free parts of the file.
  await writer.run('PRAGMA secure_delete = ON');
  await writer.transaction(async (inside) => {
    // Looked at again: another program may have done it meanwhile.
    const version = await versionOf(inside, path);
    for (const statement of STEPS.slice(version).flat()) await inside.run(statement);
    if (version !== STATE_VERSION) await inside.run(`PRAGMA user_version = ${STATE_VERSION}`);
  });
}

/** Version of the file, 0 while it is empty. Throws STATE_UNUSABLE when it is not ours. */
async function versionOf(runner: SqlRunner, path: string): Promise<number> {
  // One statement: another program may be making the tables just now.
  const found = await runner.get<{ version: number; layout: string | null }>(
    `SELECT (SELECT user_version FROM pragma_user_version) AS version,
      (SELECT group_concat(name || '(' || columns || ')', ' ' ORDER BY name) FROM
        (SELECT s.name, (SELECT group_concat(name, ',' ORDER BY cid) FROM pragma_table_info(s.name)) AS columns
          FROM sqlite_schema s WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!')) AS layout`,
  );
  if (found && LAYOUTS[found.version] === (found.layout ?? '')) return found.version;
  throw unusable(path, 'it was made by another program, or by another version of this one');
}
