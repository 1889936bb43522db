import type { Storage, StoreItems } from 'botbuilder';
import { changeOf } from './item-change.ts';
import type { StateFile } from './state-file.ts';
import { storeItems } from './state-items.ts';

interface Row {
  readonly key: string;
  readonly value: string;
  readonly etag: string;
}

/**
 * Items of state, as the SDK reads and writes them. A write is stored whole or not at all. An item that carries an eTag is stored only
 * where that is the one it was last stored with, or else STATE_CONFLICT is thrown; "*" or none overwrites.
 */
export class SqliteStorage implements Storage {
  readonly #file: StateFile;
  readonly #now: () => Date;

  constructor(file: StateFile, now: () => Date) {
    this.#file = file;
    this.#now = now;
  }

  /** Keys that nothing is stored under are left out. */
  async read(keys: string[]): Promise<StoreItems> {
    if (keys.length === 0) return {};
    // One statement: the items are of one moment, also while another program writes.
    const asked = padded(keys);
    const rows = await this.#file.all<Row>(
      `SELECT key, value, etag FROM state WHERE key IN (${asked.map(() => '?').join(', ')})`,
      asked,
    );
    return Object.fromEntries(
      rows.map(({ key, value, etag }) => [key, { ...this.#file.parsed<object>(value), eTag: etag }]),
    );
  }

  async write(items: StoreItems): Promise<void> {
    const changes = Object.entries(items).map(([key, item]) => changeOf(key, item));
    const changed = this.#now().toISOString();
    await this.#file.write((inside) => storeItems(inside, changes, changed));
  }

  async delete(keys: string[]): Promise<void> {
    const changes = keys.map((key) => ({ key, value: null, etag: '', expected: undefined }));
    await this.#file.write((inside) => storeItems(inside, changes, ''));
  }
}

/** Keys up to the next power of two, the last one repeated: few statements are kept prepared, however many keys are asked for. */
function padded(keys: readonly string[]): readonly string[] {
  const length = 2 ** Math.ceil(Math.log2(keys.length));
  return Array.from({ length }, (_, index) => keys[Math.min(index, keys.length - 1)] ?? '');
}
