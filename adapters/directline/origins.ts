import type { RequestHandler } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';

const ALLOWED_HEADERS = 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With';
const ALLOWED_METHODS = 'GET, POST, OPTIONS';
/** How long a browser need not ask again. */
const PREFLIGHT_SECONDS = 600;

/** Origins whose pages may use the chat: the server's own, and those that the operator trusts. */
export class Origins {
  readonly #publicUrl: () => string;
  readonly #trusted: ReadonlySet<string>;

  constructor(publicUrl: () => string, trusted: readonly string[]) {
    this.#publicUrl = publicUrl;
    this.#trusted = new Set(trusted);
  }

  allows(origin: string): boolean {
    return this.#trusted.has(origin) || origin === new URL(this.#publicUrl()).origin;
  }

  /** CORS by list, without credentials: no cookie of ours is ever read. A page of another origin is refused, not only kept from reading. */
  handler(): RequestHandler {
    return (request, response, next) => {
      response.vary('Origin');
      const { origin } = request.headers;
      if (origin !== undefined) {
        if (!this.allows(origin)) throw new AdvisorError('ORIGIN_REFUSED');
        response.set('Access-Control-Allow-Origin', origin);
      }
      if (request.method !== 'OPTIONS') return next();
      response.set({
        'Access-Control-Allow-Methods': ALLOWED_METHODS,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
      });
      response.status(204).end();
    };
  }
}
