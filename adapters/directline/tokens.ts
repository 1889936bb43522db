import { createSecretKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const ISSUER = 'career-advisor';
const ALGORITHM = 'HS256';
const DAY_SECONDS = 24 * 60 * 60;
/** Tokens that are remembered as good: a client shows the same one with every request, and each reading waits for a thread. */
const MOST_REMEMBERED = 5_000;

/** What a token is good for. The types stand in its header, so that none is ever taken for the other. */
const TYPES = {
  /** Every request of a conversation. */
  access: 'directline+jwt',
  /** A new access token for the same conversation, from the page that had the last one. */
  resume: 'directline-resume+jwt',
} as const;

export type TokenUse = keyof typeof TYPES;

/** What a token is bound to. */
export interface Bound {
  readonly user: string;
  readonly conversation: string;
  /** Origin of the page; empty for a program. */
  readonly origin: string;
}

/** Claims have the names that Direct Line's clients read (`user`). */
const claims = z.object({ user: z.string(), conv: z.string(), origin: z.string(), exp: z.number() });

/** Signs and reads tokens. */
export class Tokens {
  readonly #key: KeyObject;
  readonly #now: () => Date;
  readonly #seconds: Readonly<Record<TokenUse, number>>;
  readonly #good = new Map<string, { readonly bound: Bound; readonly expires: number }>();

  constructor(
    key: Uint8Array,
    now: () => Date,
    lives: { readonly accessSeconds: number; readonly resumeDays: number },
  ) {
    this.#key = createSecretKey(key);
    this.#now = now;
    this.#seconds = { access: lives.accessSeconds, resume: lives.resumeDays * DAY_SECONDS };
  }

  sign(use: TokenUse, { user, conversation, origin }: Bound): Promise<string> {
    const issued = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT({ user, conv: conversation, origin })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPES[use] })
      .setIssuer(ISSUER)
      .setAudience(use)
      .setIssuedAt(issued)
      .setExpirationTime(issued + this.#seconds[use])
      .sign(this.#key);
  }

  /** What a token is bound to; undefined for whatever is not a token of ours, of this use, that is still good. */
  async read(use: TokenUse, token: string): Promise<Bound | undefined> {
    const key = `${use} ${token}`;
    const known = this.#good.get(key) ?? (await this.#verified(use, token));
    if (!known || known.expires * 1000 <= this.#now().getTime()) {
      this.#good.delete(key);
      return undefined;
    }
    if (this.#good.size >= MOST_REMEMBERED) this.#good.clear();
    this.#good.set(key, known);
    return known.bound;
  }

  async #verified(use: TokenUse, token: string): Promise<{ bound: Bound; expires: number } | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        typ: TYPES[use],
        issuer: ISSUER,
        audience: use,
        requiredClaims: ['exp'],
        currentDate: this.#now(),
      });
      const { user, conv, origin, exp } = claims.parse(payload);
      return { bound: { user, conversation: conv, origin }, expires: exp };
    } catch {
      return undefined;
    }
  }
}
