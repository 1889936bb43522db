import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { DESK_ROLES, type DeskRole } from './access.ts';
import type { Cookies } from './cookies.ts';
import { Seal } from './seal.ts';

/** A shift. After it the provider is asked again, which lets those in at once who are still signed in there. */
const SESSION_SECONDS = 8 * 60 * 60;
const LONGEST_NAME = 200;
/** Cookies that are remembered as good: a page shows the same one with every request, and each opening waits for a thread. */
const MOST_REMEMBERED = 500;

const session = z.object({ name: z.string(), roles: z.array(z.enum(DESK_ROLES)), jti: z.string() });
type Session = z.output<typeof session>;

export interface SessionDependencies {
  readonly key: Uint8Array;
  /** The provider and what it calls things: under others nobody stays signed in. */
  readonly context: string;
  readonly cookies: Cookies;
  now(): Date;
}

/** Who is signed in: kept in a sealed cookie alone. */
export class Sessions {
  readonly #cookies: Cookies;
  readonly #seal: Seal<Session>;
  readonly #now: () => Date;
  readonly #good = new Map<string, { readonly content: Session; readonly expires: number }>();
  /** Ids of sessions that were signed out of before their time, and when that is. */
  readonly #ended = new Map<string, number>();

  constructor({ key, context, cookies, now }: SessionDependencies) {
    this.#cookies = cookies;
    this.#now = now;
    this.#seal = new Seal({ use: 'desk-session', context, key, seconds: SESSION_SECONDS, shape: session, now });
  }

  async begin(
    response: Response,
    person: { readonly name: string; readonly roles: readonly DeskRole[] },
  ): Promise<void> {
    const content = { name: person.name.slice(0, LONGEST_NAME), roles: [...person.roles], jti: randomUUID() };
    this.#cookies.set(response, 'desk', await this.#seal.close(content), SESSION_SECONDS);
  }

  /** The session of a request; undefined where there is none, or none that is still good. */
  async of(request: Request): Promise<Session | undefined> {
    const cookie = this.#cookies.read(request, 'desk');
    if (cookie === undefined) return undefined;
    const opened = this.#good.get(cookie) ?? (await this.#seal.open(cookie));
    if (!opened || this.#isOver(opened.expires) || this.#ended.has(opened.content.jti)) {
      this.#good.delete(cookie);
      return undefined;
    }
    if (this.#good.size >= MOST_REMEMBERED) this.#good.clear();
    this.#good.set(cookie, opened);
    return opened.content;
  }

  /** Nobody comes back with this session, also not with a copy of its cookie. */
  end(response: Response, { jti }: Session): void {
    for (const [id, expires] of this.#ended) if (this.#isOver(expires)) this.#ended.delete(id);
    this.#ended.set(jti, this.#now().getTime() / 1000 + SESSION_SECONDS);
    this.#cookies.clear(response, 'desk');
  }

  #isOver(expires: number): boolean {
    return expires * 1000 <= this.#now().getTime();
  }
}
