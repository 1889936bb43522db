import sqlite3 from 'sqlite3';
import { AdvisorError } from '../errors.ts';

export type SqlValue = string | number | null;

/** What a caller may do inside a transaction, or outside one. */
export interface SqlRunner {
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  all<T>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  get<T>(sql: string, values?: readonly SqlValue[]): Promise<T | undefined>;
  /** One prepared statement for many rows. */
  runMany(sql: string, rows: Iterable<readonly SqlValue[]>): Promise<void>;
}

/**
 * One connection to one SQLite file: the only place that knows the driver.
 *
 * A connection has one transaction at a time, so `transaction` calls are queued. A statement from outside waits for the
 * transactions asked for before it, and a transaction waits for the statements asked for before it: neither slips into the
 * other. (The driver gives no order of its own: it runs statements on several threads.) Inside a transaction use what it
 * hands in; the handle itself would wait for the transaction to end.
 */
export class SqliteHandle implements SqlRunner {
  readonly #database: sqlite3.Database;
  #transactions: Promise<unknown> = Promise.resolve();
  /** Statements from outside that have not ended. */
  readonly #outside = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;
  /**
   * Statements of a read-only connection by their SQL: its queries are few and come again in every turn, and preparing one
   * costs more than running it. Null on a connection that writes, where the schema may still change.
   */
  readonly #prepared: Map<string, Promise<sqlite3.Statement>> | null;

  private constructor(database: sqlite3.Database, readOnly: boolean) {
    this.#database = database;
    this.#prepared = readOnly ? new Map() : null;
  }

  static open(path: string, mode: 'readonly' | 'create'): Promise<SqliteHandle> {
    const flags = mode === 'readonly' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(path, flags, (error) =>
        error ? reject(error) : resolve(new SqliteHandle(database, mode === 'readonly')),
      );
    });
  }

  run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    return this.#fromOutside(() => this.#run(sql, values));
  }

  all<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return this.#fromOutside(() => this.#all<T>(sql, values));
  }

  async get<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0];
  }

  runMany(sql: string, rows: Iterable<readonly SqlValue[]>): Promise<void> {
    return this.#fromOutside(() => this.#runMany(sql, rows));
  }

  /** Runs `work` between BEGIN and COMMIT; rolls back when it throws. Calls are carried out one after another. */
  async transaction<T>(work: (inside: SqlRunner) => Promise<T>): Promise<T> {
    this.assertOpen();
    const result = Promise.allSettled([this.#transactions, ...this.#outside]).then(() => this.#transaction(work));
    this.#transactions = result.catch(() => undefined);
    return result;
  }

  /** Waits for what is under way. Calls after this throw STORE_CLOSED; closing again does nothing. */
  close(): Promise<void> {
    this.#closed ??= Promise.allSettled([this.#transactions, ...this.#outside]).then(async () => {
      await this.#finalize();
      await new Promise<void>((resolve, reject) =>
        this.#database.close((error) => (error ? reject(error) : resolve())),
      );
    });
    return this.#closed;
  }

  async #transaction<T>(work: (inside: SqlRunner) => Promise<T>): Promise<T> {
    let over = false;
    const guard = async <R>(statement: () => Promise<R>): Promise<R> => {
      if (over) throw new Error('this transaction is over');
      return statement();
    };
    await this.#run('BEGIN IMMEDIATE', []);
    try {
      const value = await work({
        run: (sql, values = []) => guard(() => this.#run(sql, values)),
        all: (sql, values = []) => guard(() => this.#all(sql, values)),
        get: async <R>(sql: string, values: readonly SqlValue[] = []) =>
          (await guard(() => this.#all<R>(sql, values)))[0],
        runMany: (sql, rows) => guard(() => this.#runMany(sql, rows)),
      });
      over = true;
      await this.#run('COMMIT', []);
      return value;
    } catch (error) {
      over = true;
      // After some errors (a full disk) SQLite has rolled back by itself. The first error is the one to tell.
      await this.#run('ROLLBACK', []).catch(() => undefined);
      throw error;
    }
  }

  async #fromOutside<T>(statement: () => Promise<T>): Promise<T> {
    this.assertOpen();
    const result = this.#transactions.then(statement);
    this.#outside.add(result);
    try {
      return await result;
    } finally {
      this.#outside.delete(result);
    }
  }

  /** Throws STORE_CLOSED once `close` has been called. */
  assertOpen(): void {
    if (this.#closed) throw new AdvisorError('STORE_CLOSED');
  }

  #run(sql: string, values: readonly SqlValue[]): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#database.run(sql, [...values], (error: Error | null) => (error ? reject(error) : resolve())),
    );
  }

  async #all<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    if (this.#prepared === null) {
      return new Promise((resolve, reject) =>
        this.#database.all<T>(sql, [...values], (error, rows) => (error ? reject(error) : resolve(rows))),
      );
    }
    const statement = await this.#prepare(sql, this.#prepared);
    return new Promise((resolve, reject) =>
      statement.all<T>([...values], (error: Error | null, rows: T[]) => (error ? reject(error) : resolve(rows))),
    );
  }

  #prepare(sql: string, prepared: Map<string, Promise<sqlite3.Statement>>): Promise<sqlite3.Statement> {
    const known = prepared.get(sql);
    if (known) return known;
    const made = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = this.#database.prepare(sql, (error: Error | null) =>
        error ? reject(error) : resolve(statement),
      );
    });
    prepared.set(sql, made);
    return made;
  }

  /** A statement that is not finalized keeps the connection from closing. */
  async #finalize(): Promise<void> {
    for (const made of this.#prepared?.values() ?? []) {
      const statement = await made.catch(() => null);
      if (statement) await new Promise<void>((resolve) => statement.finalize(() => resolve()));
    }
  }

  #runMany(sql: string, rows: Iterable<readonly SqlValue[]>): Promise<void> {
    return new Promise((resolve, reject) => {
      // The driver drops what was asked of a statement that could not be prepared, callbacks included: first see that it was.
      const statement = this.#database.prepare(sql, (wrong: Error | null) => {
        if (wrong) return reject(wrong);
        let failure: unknown = null;
        try {
          for (const row of rows) {
            statement.run([...row], (error: Error | null) => {
              failure ??= error;
            });
          }
        } catch (error) {
          failure ??= error;
        }
        // An unfinished statement would keep the connection from closing.
        statement.finalize(() => (failure ? reject(failure) : resolve()));
      });
    });
  }
}
