import type { Activity } from 'botbuilder';
import { sendJson, serveLoopback } from './loopback.ts';

/** What the bot has sent to Teams. */
export interface Delivered {
  /** Id of the conversation in the address, decoded. */
  readonly conversation: string;
  /** Id of what it replies to in the address; null for none. */
  readonly replyTo: string | null;
  readonly authorization: string | undefined;
  /** Bytes of the body. */
  readonly bytes: number;
  readonly activity: Partial<Activity>;
}

/** What the service does to the next request: a status, with the seconds of Retry-After, or a line that breaks. */
export type Trouble = number | 'drop' | { readonly status: number; readonly retryAfter: string };

/** Stands in for the service that messages to Teams go through, and writes down what it takes. */
export interface Connector {
  readonly serviceUrl: string;
  readonly delivered: Delivered[];
  /** Requests, also those that it did not take. */
  asked: number;
  /** What happens to the next requests, the first one first. */
  readonly troubles: Trouble[];
  /** What happens to every request beyond those; null for none. */
  trouble: Trouble | null;
  /** Resolves when the next request is in trouble. */
  troubled(): Promise<void>;
  /** Resolves when so many have been delivered in all. */
  has(count: number): Promise<void>;
  close(): Promise<void>;
}

const ADDRESS = /^\/ca\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?$/;

export async function startConnector(): Promise<Connector> {
  const warned: (() => void)[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const loopback = await serveLoopback((request, response, body) => {
    made.asked += 1;
    const trouble = made.troubles.shift() ?? made.trouble;
    if (trouble !== null) for (const warn of warned.splice(0)) warn();
    if (trouble === 'drop') return request.socket.destroy();
    if (typeof trouble === 'number') return sendJson(response, { error: { code: 'Trouble' } }, trouble);
    if (trouble !== null) return sendJson(response, {}, trouble.status, { 'Retry-After': trouble.retryAfter });
    const [, conversation, replyTo] = ADDRESS.exec(request.url ?? '') ?? [];
    if (conversation === undefined || request.method !== 'POST') return sendJson(response, {}, 404);
    made.delivered.push({
      conversation: decodeURIComponent(conversation),
      replyTo: replyTo === undefined ? null : decodeURIComponent(replyTo),
      authorization: request.headers.authorization,
      bytes: Buffer.byteLength(body),
      activity: JSON.parse(body),
    });
    for (const { count, resolve } of waiting) if (made.delivered.length >= count) resolve();
    return sendJson(response, { id: `sent-${made.delivered.length}` }, 201);
  });
  const made: Connector = {
    serviceUrl: `${loopback.origin}/ca/`,
    delivered: [],
    asked: 0,
    troubles: [],
    trouble: null,
    troubled: () => new Promise((resolve) => warned.push(resolve)),
    has: (count) =>
      new Promise((resolve) => {
        if (made.delivered.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () => loopback.close(),
  };
  return made;
}
