import type { IncomingMessage } from 'node:http';

const LOOPBACK_PEER = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
/** What proxies put to a request of somebody else. */
const FORWARDED: readonly string[] = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a request comes from a program of the same machine. The host is looked at too: a page whose name was pointed at this machine
 * brings its own.
 *
 * A proxy on the same machine has to add `X-Forwarded-For` (or `Forwarded`), as they do when they are set up to: without it nothing
 * tells its visitors from the machine's own programs.
 */
export function isLocal({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  return (
    LOOPBACK_PEER.test(socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(headers.host ?? '') &&
    !FORWARDED.some((header) => headers[header] !== undefined)
  );
}
