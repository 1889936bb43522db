import type { Request } from 'express';
import { ipKeyGenerator, type Options, type RateLimitRequestHandler, rateLimit } from 'express-rate-limit';
import { AdvisorError } from '../../knowledge/errors.ts';

const MINUTE_MS = 60_000;
const REFUSED: ReadonlySet<number> = new Set([401, 403]);
/** Of an IPv6 address the network counts: whoever has one has billions of addresses in it. */
const IPV6_SUBNET = 56;

/** What limits count an address by. */
export function addressKey(address: string | undefined): string {
  return ipKeyGenerator(address ?? '', IPV6_SUBNET);
}

export function limitPerAddress(requestsPerMinute: number): RateLimitRequestHandler {
  return limit(requestsPerMinute, MINUTE_MS, ({ ip }) => addressKey(ip));
}

/** The same of what is refused alone: 401, 403. */
export function limitRefused(requestsPerMinute: number): RateLimitRequestHandler {
  return limit(requestsPerMinute, MINUTE_MS, ({ ip }) => addressKey(ip), {
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, { statusCode }) => !REFUSED.has(statusCode),
  });
}

/**
 * Throws TOO_MANY_REQUESTS for whoever sends more than `most` requests in each span of time. No headers of its own: clients of Direct
 * Line take the seconds of Retry-After for milliseconds.
 */
export function limit(
  most: number,
  windowMs: number,
  keyGenerator: (request: Request) => string | Promise<string>,
  counted: Pick<Partial<Options>, 'skipSuccessfulRequests' | 'requestWasSuccessful'> = {},
): RateLimitRequestHandler {
  return rateLimit({
    ...counted,
    limit: most,
    windowMs,
    keyGenerator,
    standardHeaders: false,
    legacyHeaders: false,
    // Whatever headers a stranger sends would be reported on the console.
    validate: false,
    handler: (_request, _response, next) => next(new AdvisorError('TOO_MANY_REQUESTS')),
  });
}
