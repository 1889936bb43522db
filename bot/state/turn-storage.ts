import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItems } from 'botbuilder';
import { TurnBuffer } from './turn-buffer.ts';

/**
 * The bot's storage. Inside a turn what is written waits for the turn's commit, and is read as it then will be; outside one it is
 * stored at once. Stands on any storage that gives eTags.
 */
export class TurnStorage implements Storage {
  readonly #stored: Storage;
  readonly #buffers = new AsyncLocalStorage<TurnBuffer>();

  constructor(stored: Storage) {
    this.#stored = stored;
  }

  /** Runs `work` as a turn: what it gives, and what is to be stored with it. */
  async during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly buffer: TurnBuffer }> {
    const buffer = new TurnBuffer();
    try {
      return { value: await this.#buffers.run(buffer, work), buffer };
    } finally {
      buffer.end();
    }
  }

  async read(keys: string[]): Promise<StoreItems> {
    const buffer = this.#buffers.getStore();
    if (!buffer) return this.#stored.read(keys);
    const others = keys.filter((key) => !buffer.has(key));
    const stored = others.length > 0 ? await this.#stored.read(others) : {};
    buffer.saw(others, stored);
    return { ...stored, ...buffer.items(keys) };
  }

  async write(items: StoreItems): Promise<void> {
    const buffer = this.#buffers.getStore();
    if (buffer) buffer.write(items);
    else await this.#stored.write(items);
  }

  async delete(keys: string[]): Promise<void> {
    const buffer = this.#buffers.getStore();
    if (buffer) buffer.delete(keys);
    else await this.#stored.delete(keys);
  }
}
