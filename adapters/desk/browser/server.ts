/** How the server is, as far as the page can tell. */
export type Health = 'well' | 'slow' | 'down' | 'signed-out';

/** A request that the server understood and refused; asking again would not help. The message is the server's own. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The server cannot answer now; the page asks again when it can. */
export class Unreachable extends Error {}

const SLOW_MS = 1_500;
const ANSWER_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
const API = '/desk/api';

/** The desk's data. Where the server does not answer it is asked again until it does, and who listens is told. */
export class Server {
  health: Health = 'well';
  readonly #changed: (before: Health) => void;
  #waiting = 0;
  #probing = false;
  #sooner: () => void = () => undefined;

  constructor(changed: (before: Health) => void) {
    this.#changed = changed;
    for (const sign of ['online', 'focus']) window.addEventListener(sign, () => this.#sooner());
  }

  /** Throws Refused, Unreachable, or what `signal` was aborted with. */
  async get<View>(address: string, signal?: AbortSignal): Promise<View> {
    const slow = window.setTimeout(() => this.health === 'well' && this.#set('slow'), SLOW_MS);
    this.#waiting += 1;
    try {
      const view = await ask<View>(address, signal);
      this.#set('well');
      return view;
    } catch (error) {
      if (signal?.aborted) throw error;
      if (error instanceof Refused && error.status !== 401) {
        this.#set('well');
        throw error;
      }
      this.#set(error instanceof Refused ? 'signed-out' : 'down');
      void this.#probe();
      throw new Unreachable();
    } finally {
      window.clearTimeout(slow);
      this.#waiting -= 1;
      // A slow request that was given up is no longer waited for.
      if (this.#waiting === 0 && this.health === 'slow') this.#set('well');
    }
  }

  #set(health: Health): void {
    const before = this.health;
    if (before === health) return;
    this.health = health;
    this.#changed(before);
  }

  async #probe(): Promise<void> {
    if (this.#probing) return;
    this.#probing = true;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await new Promise<void>((resolve) => {
        this.#sooner = resolve;
        window.setTimeout(resolve, wait);
      });
      try {
        await ask('/me');
        break;
      } catch (error) {
        this.#set(error instanceof Refused && error.status === 401 ? 'signed-out' : 'down');
      }
    }
    this.#probing = false;
    this.#set('well');
  }
}

async function ask<View>(address: string, signal?: AbortSignal): Promise<View> {
  const deadline = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(`${API}${address}`, {
    headers: { Accept: 'application/json' },
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  });
  // Whoever is sent elsewhere is sent to sign in.
  if (response.type === 'opaqueredirect') throw new Refused(401, '');
  // A fault of the server's own would be the same the next time.
  if (response.status > 500 || response.status === 429) throw new Unreachable();
  const body: unknown = await response.json();
  if (!response.ok) throw new Refused(response.status, messageOf(body));
  return body as View;
}

function messageOf(body: unknown): string {
  const { error } = (body ?? {}) as { readonly error?: { readonly message?: unknown } };
  return typeof error?.message === 'string' ? error.message : '';
}
