import type { RowSink } from '../format.ts';

/** Rows that a file has had already, by what they are about. */
export class SeenRows {
  readonly #seen = new Map<string, string>();

  /** True for what is new. A second row that says the same is dropped, one that says something else is broken. */
  isNew(key: string, says: string, out: RowSink): boolean {
    const before = this.#seen.get(key);
    if (before === undefined) {
      this.#seen.set(key, says);
      return true;
    }
    if (before === says) out.drop('repeated');
    else out.bad(`${key} stands in an earlier row with other contents: which one holds?`);
    return false;
  }
}
