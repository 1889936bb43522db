const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** What is wrong with an address to download from or to send people to; undefined when nothing is. */
export function addressFault(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return 'is not an address: write it as https://...';
  // A password in a list would be printed with every fault, and sent to whoever the server redirects to.
  if (url.username || url.password) return 'holds a user name or a password: take them out';
  if (url.protocol === 'https:') return undefined;
  // Nobody stands between a program and a mirror on the same machine.
  if (url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return undefined;
  return 'is not an https address: only a mirror on this machine (127.0.0.1, ::1, localhost) may be http';
}

/** Why a redirect is not followed; undefined when it may be. */
export function redirectFault(from: URL, to: URL): string | undefined {
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    return `leads from https to ${to.protocol.slice(0, -1)}, which is not followed`;
  }
  const fault = addressFault(to.href);
  return fault && `leads to an address that ${fault.split(':')[0]}`;
}
