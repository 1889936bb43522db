import { Refused, type Server, Unreachable } from './server.ts';
import { words } from './words.ts';

/** Views that are shown again at once, as when an agent goes from call to call, or while the server is away. */
const MOST_KEPT = 24;

/** What was asked for last: an answer to anything before it is dropped. */
export class Latest<View> {
  view: View | null = null;
  /** Why there is no view; null where there is one, or it is on its way. */
  fault: string | null = null;
  loading = false;
  readonly #server: Server;
  readonly #arrived: (view: View | null) => void;
  readonly #kept = new Map<string, View>();
  #address: string | null = null;
  #request = new AbortController();

  /** `arrived` is told of each change: with a view, or with null where there is none yet or none to be had. */
  constructor(server: Server, arrived: (view: View | null) => void) {
    this.#server = server;
    this.#arrived = arrived;
  }

  /** Asks for an address, unless it is what is shown already. `keep` goes on showing the last view until the new one is there. */
  want(address: string, keep = false): void {
    if (address === this.#address && this.fault === null) return;
    this.#request.abort();
    this.#address = address;
    this.fault = null;
    const kept = this.#kept.get(address);
    this.loading = kept === undefined;
    this.view = kept ?? (keep ? this.view : null);
    this.#arrived(kept ?? null);
    if (kept === undefined) void this.#fetch(address);
  }

  /** Asks again for what could not be had. */
  again(): void {
    if (this.loading && this.#address !== null) void this.#fetch(this.#address);
  }

  forget(): void {
    this.#request.abort();
    this.#address = null;
    this.view = null;
    this.fault = null;
    this.loading = false;
  }

  async #fetch(address: string): Promise<void> {
    this.#request.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const view = await this.#server.get<View>(address, request.signal);
      if (request.signal.aborted) return;
      this.#keep(address, view);
      this.loading = false;
      this.view = view;
      this.#arrived(view);
    } catch (error) {
      // Still loading: it is asked for again when the server is back.
      if (request.signal.aborted || error instanceof Unreachable) return;
      this.loading = false;
      this.view = null;
      this.fault = (error instanceof Refused && error.message) || words.sheet.refused;
      this.#arrived(null);
    }
  }

  #keep(address: string, view: View): void {
    this.#kept.set(address, view);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
