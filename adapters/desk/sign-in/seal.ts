import { hkdfSync } from 'node:crypto';
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose';
import type { z } from 'zod';

const KEY_BYTES = 32;
const MANAGEMENT = 'dir';
const CIPHER = 'A256GCM';

export interface SealOptions<Content> {
  /** What is sealed. The key is derived from it too, so that one thing is never taken for another. */
  readonly use: string;
  /** Whatever it was made under: another one opens nothing of it. */
  readonly context: string;
  readonly key: Uint8Array;
  readonly seconds: number;
  readonly shape: z.ZodType<Content>;
  now(): Date;
}

/** Puts small things into the hands of a browser that can neither read nor change them, for a time. */
export class Seal<Content extends JWTPayload> {
  readonly seconds: number;
  readonly #type: string;
  readonly #key: Uint8Array;
  readonly #shape: z.ZodType<Content>;
  readonly #now: () => Date;

  constructor({ use, context, key, seconds, shape, now }: SealOptions<Content>) {
    this.seconds = seconds;
    this.#type = `${use}+jwt`;
    this.#key = new Uint8Array(hkdfSync('sha256', key, context, `career-advisor ${use}`, KEY_BYTES));
    this.#shape = shape;
    this.#now = now;
  }

  close(content: Content): Promise<string> {
    return new EncryptJWT(content)
      .setProtectedHeader({ alg: MANAGEMENT, enc: CIPHER, typ: this.#type })
      .setExpirationTime(Math.floor(this.#now().getTime() / 1000) + this.seconds)
      .encrypt(this.#key);
  }

  /** What was closed and when it is over, in seconds; undefined for whatever is not a thing of ours that is still good. */
  async open(sealed: string): Promise<{ readonly content: Content; readonly expires: number } | undefined> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, {
        keyManagementAlgorithms: [MANAGEMENT],
        contentEncryptionAlgorithms: [CIPHER],
        typ: this.#type,
        requiredClaims: ['exp'],
        currentDate: this.#now(),
      });
      const { exp = 0, ...content } = payload;
      return { content: this.#shape.parse(content), expires: exp };
    } catch {
      return undefined;
    }
  }
}
