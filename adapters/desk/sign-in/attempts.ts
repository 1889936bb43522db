import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { z } from 'zod';
import type { Cookies } from './cookies.ts';
import { Seal } from './seal.ts';

const ATTEMPT_SECONDS = 15 * 60;
const MARK = /^[\w-]{43}$/;

const attempt = z.object({ browser: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** What is needed when a browser comes back from the provider. */
export type Attempt = z.output<typeof attempt>;

/**
 * Sign-ins under way. Each is sealed into the `state` that goes to the provider and back, and good only in the browser that began it,
 * which has one mark for all: a browser that opens five tabs in the morning signs in five times at once.
 */
export class Attempts {
  readonly #cookies: Cookies;
  readonly #seal: Seal<Attempt>;

  constructor(dependencies: {
    readonly key: Uint8Array;
    readonly context: string;
    readonly cookies: Cookies;
    now(): Date;
  }) {
    this.#cookies = dependencies.cookies;
    this.#seal = new Seal({ ...dependencies, use: 'desk-sign-in', seconds: ATTEMPT_SECONDS, shape: attempt });
  }

  /** `to`: page of the desk to come back to. */
  async begin(request: Request, response: Response, to: string): Promise<{ attempt: Attempt; state: string }> {
    const mark = this.#markOf(request) ?? randomBytes(32).toString('base64url');
    this.#cookies.set(response, 'desk-sign-in', mark, ATTEMPT_SECONDS);
    const begun = { browser: digest(mark), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to };
    return { attempt: begun, state: await this.#seal.close(begun) };
  }

  /** The attempt that this browser comes back from; undefined where it began none like it, or too long ago. */
  async resume(request: Request, state: unknown): Promise<Attempt | undefined> {
    const mark = this.#markOf(request);
    if (mark === undefined || typeof state !== 'string') return undefined;
    const opened = await this.#seal.open(state);
    return opened?.content.browser === digest(mark) ? opened.content : undefined;
  }

  #markOf(request: Request): string | undefined {
    const mark = this.#cookies.read(request, 'desk-sign-in');
    return mark !== undefined && MARK.test(mark) ? mark : undefined;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
