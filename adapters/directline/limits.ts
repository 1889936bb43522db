import type { Request } from 'express';
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from 'express-rate-limit';
import { AdvisorError } from '../../knowledge/errors.ts';

/** How much of everything one client may take, and for how long what it is given is good. */
export interface Limits {
  /** Requests of one address in a minute. */
  readonly requestsPerMinute: number;
  /** Activities of one conversation in each span of `messagesMs` milliseconds. */
  readonly messages: number;
  readonly messagesMs: number;
  /** Characters of one message. */
  readonly textLength: number;
  readonly socketsPerConversation: number;
  readonly sockets: number;
  /** Bytes that may wait for a socket that does not read. */
  readonly bufferedBytes: number;
  readonly tokenSeconds: number;
  /** Life of the ticket in a stream's address. */
  readonly ticketMs: number;
  /** Between two signs of life on a socket. */
  readonly keepAliveMs: number;
  /** A socket that has shown no sign of life for so long is cut. */
  readonly silentMs: number;
  /** A turn that takes longer shows that an answer is being made. */
  readonly typingAfterMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  requestsPerMinute: 1200,
  messages: 20,
  messagesMs: 10_000,
  textLength: 4_000,
  socketsPerConversation: 8,
  sockets: 2_000,
  bufferedBytes: 1024 * 1024,
  tokenSeconds: 30 * 60,
  ticketMs: 60_000,
  keepAliveMs: 15_000,
  silentMs: 60_000,
  typingAfterMs: 300,
};

const MINUTE_MS = 60_000;
/** Of an IPv6 address the network counts: whoever has one has billions of addresses in it. */
const IPV6_SUBNET = 56;

export function limitPerAddress(limits: Limits): RateLimitRequestHandler {
  return limit(limits.requestsPerMinute, MINUTE_MS, ({ ip }) => ipKeyGenerator(ip ?? '', IPV6_SUBNET));
}

/** `keyOf` says what is counted by: the conversation that the request is allowed to use. */
export function limitMessages(limits: Limits, keyOf: (request: Request) => Promise<string>): RateLimitRequestHandler {
  return limit(limits.messages, limits.messagesMs, keyOf);
}

/** No headers of its own: clients of Direct Line take the seconds of Retry-After for milliseconds. */
function limit(
  most: number,
  windowMs: number,
  keyGenerator: (request: Request) => string | Promise<string>,
): RateLimitRequestHandler {
  return rateLimit({
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
