import type { StoreItems } from 'botbuilder';
import { AdvisorError } from '../../knowledge/errors.ts';
import { changeOf, type ItemChange } from './item-change.ts';

/** What a turn has read of the state, and what it is going to change when it is committed. */
export class TurnBuffer {
  /** The eTag that each key had when this turn read it first; null where nothing was stored. */
  readonly #seen = new Map<string, string | null>();
  readonly #changes = new Map<string, ItemChange>();
  #over = false;

  /** Changes of this turn, to be stored where each key still is what the turn has seen. */
  get changes(): readonly ItemChange[] {
    return [...this.#changes.values()];
  }

  /** Whether the turn has changed the key: what is stored is then not to be asked. */
  has(key: string): boolean {
    return this.#changes.has(key);
  }

  /** Items as this turn has left them; those that it deleted are left out. */
  items(keys: readonly string[]): StoreItems {
    const items: StoreItems = {};
    for (const key of keys) {
      const change = this.#changes.get(key);
      if (change && change.value !== null) items[key] = { ...JSON.parse(change.value), eTag: change.etag };
    }
    return items;
  }

  /** Remembers what was stored when the turn read it. The first time counts: what the turn did builds on it. */
  saw(keys: readonly string[], stored: StoreItems): void {
    for (const key of keys) {
      if (!this.#seen.has(key)) this.#seen.set(key, stored[key]?.eTag ?? null);
    }
  }

  write(items: StoreItems): void {
    this.#assertUnderWay();
    // All are looked at before any is taken: a write is whole or not at all.
    const changes = Object.entries(items).map(([key, item]) => this.#onWhatWasSeen(changeOf(key, item)));
    for (const change of changes) this.#changes.set(change.key, change);
  }

  delete(keys: readonly string[]): void {
    this.#assertUnderWay();
    for (const key of keys) {
      this.#changes.set(key, this.#onWhatWasSeen({ key, value: null, etag: '', expected: undefined }));
    }
  }

  /** Nothing is taken any more: what comes late would be lost without a word. */
  end(): void {
    this.#over = true;
  }

  /** The SDK's BotState writes "*" always: what the turn has seen is expected instead. */
  #onWhatWasSeen(change: ItemChange): ItemChange {
    const { key, expected } = change;
    const earlier = this.#changes.get(key);
    const current = earlier ? (earlier.value === null ? null : earlier.etag) : this.#seen.get(key);
    if (expected !== undefined && current !== undefined && expected !== current) {
      throw new AdvisorError('STATE_CONFLICT');
    }
    if (earlier) return { ...change, expected: earlier.expected };
    return { ...change, expected: current === undefined ? expected : current };
  }

  #assertUnderWay(): void {
    if (this.#over) throw new Error('this turn is over: its state was stored already');
  }
}
