import type { Request, Response } from 'express';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { ERRORS } from '../../../knowledge/errors.ts';
import { DESK, SIGN_IN } from './desk-path.ts';
import { type PlainPage, plainPage, plainPageHeaders } from './page.ts';

/** Why somebody is not let in, and the status that it is told with. */
const REFUSALS = {
  SIGN_IN_FAILED: 400,
  SIGN_IN_NEEDED: 401,
  DESK_OFF: 403,
  DESK_UNPROTECTED: 403,
  DESK_ELSEWHERE: 403,
  ROLE_MISSING: 403,
  SIGN_IN_DECLINED: 403,
  REQUEST_FOREIGN: 403,
  PROVIDER_UNUSABLE: 503,
} as const;

type RefusalCode = keyof typeof REFUSALS;
type Words = Wording['deskSignIn'];
/** Those that a person may meet on a page. */
export type Refusal = keyof Words['refused'];

/** Tells those who are not let in why, and what to do: on a page for those who read, in a coded body for programs. */
export class Refusals {
  readonly #words: Words;

  constructor(wording: Wording) {
    this.#words = wording.deskSignIn;
  }

  /** `to`: page of the desk to go on with after another try. */
  send(request: Request, response: Response, refusal: Refusal, to = DESK): void {
    const { refused, again } = this.#words;
    const canRetry = !refusal.startsWith('DESK_');
    const href = `${SIGN_IN}?${new URLSearchParams({ to })}`;
    this.#answer(request, response, refusal, { ...refused[refusal], links: canRetry ? [{ href, label: again }] : [] });
  }

  /** `to`: page of the desk that was asked for. `isIn`: the rest of the desk is open to them. */
  sendRoleMissing(
    request: Request,
    response: Response,
    who: { readonly person: string; readonly role: string; readonly to: string; readonly isIn: boolean },
  ): void {
    const { roleMissing, other, back } = this.#words;
    const links = [{ href: `${SIGN_IN}?${new URLSearchParams({ to: who.to, again: '1' })}`, label: other }];
    this.#answer(request, response, 'ROLE_MISSING', {
      heading: roleMissing.heading,
      text: roleMissing.text(who.person, who.role),
      links: who.isIn ? [{ href: DESK, label: back }, ...links] : links,
    });
  }

  /** For programs alone. */
  sendCode(response: Response, code: RefusalCode): void {
    response
      .status(REFUSALS[code])
      .set('Cache-Control', 'no-store')
      .json({ error: { code, message: ERRORS[code] } });
  }

  #answer(request: Request, response: Response, code: RefusalCode, page: Omit<PlainPage, 'title'>): void {
    response.vary('Accept');
    if (!wantsPage(request)) {
      this.sendCode(response, code);
      return;
    }
    const { text } = plainPage({ title: this.#words.desk, ...page });
    response.status(REFUSALS[code]).set('Cache-Control', 'no-store');
    plainPageHeaders(request, response, () => void response.type('html').send(text));
  }
}

export function isRefusal(code: string, wording: Wording): code is Refusal {
  return Object.hasOwn(wording.deskSignIn.refused, code);
}

/** Whether a person looks at the answer: what scripts and styles ask for is whatever there is. */
export function wantsPage(request: Request): boolean {
  return ['GET', 'HEAD'].includes(request.method) && request.accepts(['json', 'html']) === 'html';
}
