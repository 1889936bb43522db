import type { CookieOptions, Request, Response } from 'express';
import { DESK } from './desk-path.ts';

export type CookieName = 'desk' | 'desk-sign-in';

/** The desk's cookies, under the names and flags that fit where it is reached. */
export class Cookies {
  readonly #publicUrl: () => string;

  constructor(publicUrl: () => string) {
    this.#publicUrl = publicUrl;
  }

  read(request: Request, name: CookieName): string | undefined {
    const wanted = `${this.#named(name)}=`;
    return request.headers.cookie
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(wanted))
      ?.slice(wanted.length);
  }

  /** `value` has only signs that need no escape. */
  set(response: Response, name: CookieName, value: string, seconds: number): void {
    response.cookie(this.#named(name), value, { ...this.#flags(), maxAge: seconds * 1000 });
  }

  clear(response: Response, name: CookieName): void {
    response.clearCookie(this.#named(name), this.#flags());
  }

  get #https(): boolean {
    return this.#publicUrl().startsWith('https:');
  }

  /** Under `__Host-` browsers take a cookie from this very host over https alone, so that no neighbour can put one in its place. */
  #named(name: CookieName): string {
    return this.#https ? `__Host-${name}` : name;
  }

  /** Lax: the way back from the provider comes from another site. */
  #flags(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.#https, path: this.#https ? '/' : DESK };
  }
}
