import sqlite3 from 'sqlite3';

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
 * A connection has one transaction at a time, so `transaction` calls are queued, and a statement from outside waits for the
 * transaction that is under way instead of slipping into it.
 */
export class SqliteHandle implements SqlRunner {
  readonly #database: sqlite3.Database;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  static open(path: string, mode: 'readonly' | 'create'): Promise<SqliteHandle> {
    const flags = mode === 'readonly' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(path, flags, (error) => (error ? reject(error) : resolve(new SqliteHandle(database))));
    });
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.#tail;
    await this.#run(sql, values);
  }

  async all<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    await this.#tail;
    return this.#all<T>(sql, values);
  }

  async get<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0];
  }

  async runMany(sql: string, rows: Iterable<readonly SqlValue[]>): Promise<void> {
    await this.#tail;
    await this.#runMany(sql, rows);
  }

  /** Runs `work` between BEGIN and COMMIT; rolls back when it throws. Calls are carried out one after another. */
  transaction<T>(work: (inside: SqlRunner) => Promise<T>): Promise<T> {
    const result = this.#tail.then(async () => {
      await this.#run('BEGIN IMMEDIATE', []);
      try {
        const value = await work({
          run: (sql, values = []) => this.#run(sql, values),
          all: (sql, values = []) => this.#all(sql, values),
          get: async <R>(sql: string, values: readonly SqlValue[] = []) => (await this.#all<R>(sql, values))[0],
          runMany: (sql, rows) => this.#runMany(sql, rows),
        });
        await this.#run('COMMIT', []);
        return value;
      } catch (error) {
        await this.#run('ROLLBACK', []);
        throw error;
      }
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#tail;
    await new Promise<void>((resolve, reject) => this.#database.close((error) => (error ? reject(error) : resolve())));
  }

  #run(sql: string, values: readonly SqlValue[]): Promise<void> {
    return new Promise((resolve, reject) => this.#database.run(sql, [...values], (error: Error | null) => (error ? reject(error) : resolve())));
  }

  #all<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    return new Promise((resolve, reject) =>
      this.#database.all<T>(sql, [...values], (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  }

  #runMany(sql: string, rows: Iterable<readonly SqlValue[]>): Promise<void> {
    return new Promise((resolve, reject) => {
      let failure: Error | null = null;
      const statement = this.#database.prepare(sql, (error: Error | null) => {
        failure ??= error;
      });
      for (const row of rows) {
        statement.run([...row], (error: Error | null) => {
          failure ??= error;
        });
      }
      statement.finalize((error: Error | null) => {
        failure ??= error;
        if (failure) reject(failure);
        else resolve();
      });
    });
  }
}
