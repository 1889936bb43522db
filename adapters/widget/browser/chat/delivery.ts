import type { DirectLineClient, OutgoingActivity } from './web-chat-types.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
/** Web Chat itself gives a message up after five minutes. */
const GIVEN_UP_MS = 290_000;
/** Refusals that are none of the message: too slow, too many. */
const LATER: readonly unknown[] = [408, 429];

export interface DeliveryEvents {
  /** A message could not be delivered; it is tried again. */
  delayed(): void;
  /** The server has answered. */
  reached(): void;
}

interface Waiting {
  readonly activity: OutgoingActivity;
  readonly until: number;
  wanted: boolean;
}

interface Receiver {
  readonly next?: (id: string) => void;
  readonly error?: (fault: unknown) => void;
}

/**
 * Delivers what a visitor writes, one after the other. What does not get through is sent again as it is, with the client's own id: a
 * repetition of what did arrive is harmless on the server.
 */
export class Delivery {
  readonly #client: DirectLineClient;
  readonly #events: DeliveryEvents;
  readonly #undelivered = new Set<Waiting>();
  #queue: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => undefined;
  #over = false;

  constructor(client: DirectLineClient, events: DeliveryEvents) {
    this.#client = client;
    this.#events = events;
  }

  /** As the client's own, with patience. */
  post(activity: OutgoingActivity): { subscribe(to: Receiver): { unsubscribe(): void } } {
    return {
      subscribe: (to) => {
        const waiting: Waiting = { activity, until: Date.now() + GIVEN_UP_MS, wanted: true };
        this.#undelivered.add(waiting);
        const delivered = this.#queue.then(() => this.#deliver(waiting));
        this.#queue = delivered.catch(() => undefined);
        delivered.then(
          (id) => to.next?.(id),
          (fault: unknown) => to.error?.(fault),
        );
        return {
          unsubscribe: () => {
            waiting.wanted = false;
          },
        };
      },
    };
  }

  /** Tries at once what waits for its next try. */
  hurry(): void {
    this.#wake();
  }

  /** Stops trying; gives the words that were never delivered. */
  end(): readonly string[] {
    this.#over = true;
    const left = [...this.#undelivered].filter(({ wanted }) => wanted).map(({ activity }) => activity.text);
    this.#undelivered.clear();
    this.#wake();
    return left;
  }

  async #deliver(waiting: Waiting): Promise<string> {
    try {
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
        if (this.#over || !waiting.wanted) throw new Error('not wanted');
        const id = await this.#tryOnce(waiting.activity);
        if (id !== null) return id;
        if (Date.now() + wait > waiting.until) throw new Error('not delivered');
        if (!this.#over) this.#events.delayed();
        await this.#pause(wait);
      }
    } finally {
      this.#undelivered.delete(waiting);
    }
  }

  /** Id of the message; null where it may get through later. Fails where it is refused for good. */
  #tryOnce(activity: OutgoingActivity): Promise<string | null> {
    return new Promise((resolve, reject) => {
      this.#client.postActivity(activity).subscribe(
        (id) => {
          if (id !== 'retry') this.#events.reached();
          resolve(id === 'retry' ? null : id);
        },
        (fault) => {
          const status = (fault as { status?: unknown } | null)?.status;
          if (LATER.includes(status)) resolve(null);
          else reject(fault);
        },
      );
    });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, ms);
      this.#wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }
}
