export const DESK = '/desk';
export const SIGN_IN = `${DESK}/sign-in`;
export const CALLBACK = `${DESK}/callback`;
export const SIGN_OUT = `${DESK}/sign-out`;

/** Longer ones are none of ours. */
const MOST_CHARACTERS = 512;
/** Only to read paths by: nothing is ever asked there. */
const BASE = 'http://desk.invalid';

/** The address to come back to after signing in, if it is one of the desk's own pages; the desk's first page for anything else. */
export function deskPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > MOST_CHARACTERS || !URL.canParse(asked, BASE)) return DESK;
  const { origin, pathname, search } = new URL(asked, BASE);
  const ours = origin === BASE && (pathname === DESK || pathname.startsWith(`${DESK}/`));
  return ours && ![SIGN_IN, CALLBACK, SIGN_OUT].includes(pathname) ? pathname + search : DESK;
}
