import type { IncomingMessage } from 'node:http';

/**
 * Address that a request comes from, where no express is there to tell it: as its `trust proxy` does with a number, so many of the
 * addresses that proxies have put into X-Forwarded-For are passed over, from the last one back.
 */
export function clientAddress({ socket, headers }: IncomingMessage, proxyHops: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const told = forwarded.map((address) => address.trim()).filter((address) => address !== '');
  const chain = [socket.remoteAddress ?? '', ...told.reverse()];
  return chain[Math.min(proxyHops, chain.length - 1)] ?? '';
}
