import { type Dispatcher, EnvHttpProxyAgent, Pool, request } from 'undici';
import { redirectFault } from './address.ts';
import { chunksOf } from './chunks.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The server or the way to it failed this time: worth another attempt. */
export class Drop extends Error {
  /** How long the server asks to wait. */
  readonly waitMs: number | undefined;

  constructor(message: string, options: { waitMs?: number | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.waitMs = options.waitMs;
  }
}

/** What another attempt would not mend. */
export class Refusal extends Error {
  readonly advice: string;

  constructor(what: string, advice: string, options?: { cause?: unknown }) {
    super(what, options);
    this.advice = advice;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: AsyncIterable<Buffer>;
  /** To be called when the body is not wanted. */
  dismiss(): void;
}

export class ReplyHeaders {
  readonly #all: Dispatcher.ResponseData['headers'];

  constructor(all: Dispatcher.ResponseData['headers']) {
    this.#all = all;
  }

  get(name: string): string | undefined {
    const value = this.#all[name];
    return Array.isArray(value) ? value[0] : value;
  }

  number(name: string): number | null {
    const value = this.get(name);
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
  }

  /** Quoted, and of letters that may be sent back; anything else is no tag. */
  get etag(): string | null {
    const value = this.get('etag') ?? '';
    return /^(W\/)?"[\x21\x23-\x7e]*"$/.test(value) ? value : null;
  }

  get lastModified(): string | null {
    const value = this.get('last-modified') ?? '';
    return /^[\x20-\x7e]+$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  }
}

/** Connections of one download, through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
export class Connections {
  readonly #agent: Dispatcher;
  #excess = false;

  constructor(connectMs: number) {
    const options = { connect: { timeout: connectMs }, headersTimeout: 0, bodyTimeout: 0 };
    try {
      this.#agent = new EnvHttpProxyAgent({
        ...options,
        factory: (origin, more) => {
          const pool = new Pool(origin, more);
          // The only sign of a body that goes on after its stated length: it is read as an answer that nobody asked for.
          pool.on('disconnect', (_origin, _targets, error: Error & { code?: string }) => {
            if (error?.message === 'bad response' || error?.code?.startsWith('HPE_')) this.#excess = true;
          });
          return pool;
        },
      });
    } catch (error) {
      throw new Refusal(
        'The address of the proxy is not valid',
        'Correct HTTPS_PROXY or HTTP_PROXY: as http://proxy.example:8080.',
        { cause: error },
      );
    }
  }

  /** Whether a server sent more than it had said, since the last call. */
  takeExcess(): boolean {
    const excess = this.#excess;
    this.#excess = false;
    return excess;
  }

  /** Asks for a file, and follows redirects. */
  async get(address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Reply> {
    let url = new URL(address);
    for (let redirects = 0; ; redirects += 1) {
      const { statusCode, headers: all, body } = await request(url, { headers, signal, dispatcher: this.#agent });
      const dismiss = () => {
        // A body that is thrown away while it comes ends in an error that is nobody's.
        body.on('error', () => {});
        body.destroy();
      };
      const replied = new ReplyHeaders(all);
      if (!REDIRECTS.has(statusCode)) return { status: statusCode, headers: replied, body: chunksOf(body), dismiss };
      dismiss();
      const advice = 'Look at the publisher’s page for where the file is now.';
      const place = replied.get('location') ?? '';
      if (place === '' || !URL.canParse(place, url.href))
        throw new Refusal(`The server redirects (${statusCode}) without an address`, advice);
      const next = new URL(place, url);
      const fault = redirectFault(url, next);
      if (fault) throw new Refusal(`The server redirects to ${next.origin}: it ${fault}`, advice);
      if (redirects === MAX_REDIRECTS)
        throw new Refusal(`The server redirects more than ${MAX_REDIRECTS} times`, advice);
      url = next;
    }
  }

  /** Nothing is under way any more when this is called, or it is no longer wanted. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
