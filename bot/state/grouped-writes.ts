import type { SqlRunner } from '../../knowledge/store/sqlite.ts';

/** Writes that belong together. May run twice, on a transaction that was rolled back in between. */
export type Writing<T> = (inside: SqlRunner) => Promise<T>;

interface Job {
  run(inside: SqlRunner): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

/** How many writings share a transaction at most: the last of them waits for all the others. */
const LARGEST = 64;

/**
 * Puts writings that come at once into one transaction: most of a small transaction's time goes into waiting for the disk, and
 * many conversations then wait for it once. A writing is told as done when the transaction is; when one of a group
 * fails, nothing of the group is kept and each is written by itself, so that it fails alone.
 */
export class GroupedWrites {
  readonly #transaction: (writing: Writing<void>) => Promise<void>;
  #waiting: Job[] = [];
  #draining: Promise<void> | undefined;

  constructor(transaction: (writing: Writing<void>) => Promise<void>) {
    this.#transaction = transaction;
  }

  write<T>(writing: Writing<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let settle: (() => void) | undefined;
      this.#waiting.push({
        run: async (inside) => {
          const value = await writing(inside);
          settle = () => resolve(value);
        },
        done: () => settle?.(),
        fail: reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Ends when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#perform(this.#waiting.splice(0, LARGEST));
    this.#draining = undefined;
  }

  async #perform(group: readonly Job[]): Promise<void> {
    try {
      await this.#transaction(async (inside) => {
        for (const job of group) await job.run(inside);
      });
      for (const job of group) job.done();
    } catch (error) {
      const [only, ...others] = group;
      if (others.length === 0) only?.fail(error);
      else for (const job of group) await this.#perform([job]);
    }
  }
}
