/** Lists of (item, weight) by key, packed into three typed arrays: some megabytes where objects would take hundreds. */
export interface Postings {
  /** `start[key]` to `start[key + 1]` is the range of the key in `items` and `weights`. */
  readonly start: Uint32Array;
  readonly items: Uint32Array;
  readonly weights: Float32Array;
}

export class PostingsBuilder {
  readonly #keys: number[] = [];
  readonly #items: number[] = [];
  readonly #weights: number[] = [];

  /** From counts in cells numbered `key * width + item`. */
  static fromCells(cells: ReadonlyMap<number, number>, width: number, keys: number): Postings {
    const builder = new PostingsBuilder();
    for (const [cell, weight] of cells) builder.add(Math.floor(cell / width), cell % width, weight);
    return builder.build(keys);
  }

  add(key: number, item: number, weight: number): void {
    this.#keys.push(key);
    this.#items.push(item);
    this.#weights.push(weight);
  }

  /** Counting sort by key; the order within a key is the order in which items were added. */
  build(keys: number): Postings {
    const start = new Uint32Array(keys + 1);
    for (const key of this.#keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
    for (let key = 0; key < keys; key += 1) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
    const next = start.slice();
    const items = new Uint32Array(this.#items.length);
    const weights = new Float32Array(this.#items.length);
    for (let at = 0; at < this.#keys.length; at += 1) {
      const key = this.#keys[at] ?? 0;
      const slot = next[key] ?? 0;
      next[key] = slot + 1;
      items[slot] = this.#items[at] ?? 0;
      weights[slot] = this.#weights[at] ?? 0;
    }
    return { start, items, weights };
  }
}
