import type { Request } from 'express';
import type { RateLimitRequestHandler } from 'express-rate-limit';
import { limit } from '../http/rate-limit.ts';

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
  /** An office may share one address; without a limit one client could take all. */
  readonly socketsPerAddress: number;
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
  socketsPerAddress: 1_000,
  sockets: 2_000,
  bufferedBytes: 1024 * 1024,
  tokenSeconds: 30 * 60,
  ticketMs: 60_000,
  keepAliveMs: 15_000,
  silentMs: 60_000,
  typingAfterMs: 300,
};

/** `keyOf` says what is counted by: the conversation that the request is allowed to use. */
export function limitMessages(limits: Limits, keyOf: (request: Request) => Promise<string>): RateLimitRequestHandler {
  return limit(limits.messages, limits.messagesMs, keyOf);
}
