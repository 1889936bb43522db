import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser says that a page of one of these origins asks. What says nothing at all is refused: every browser says it of
 * whatever changes something.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, own: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  const page = headers.origin ?? headers.referer;
  if (site !== undefined && site !== 'same-origin') return false;
  if (page === undefined) return site !== undefined;
  return URL.canParse(page) && own.includes(new URL(page).origin);
}
