import type { ActivityLog } from './ports.ts';
import { PREFIX } from './protocol.ts';

const PATH = new RegExp(`^${PREFIX}/conversations/([\\w-]{1,100})/stream$`);

/** Makes addresses of streams: with a ticket that opens one of them once, so that no token ever stands in an address. */
export class StreamAddresses {
  readonly #log: Pick<ActivityLog, 'issueTicket'>;
  readonly #publicUrl: () => string;
  readonly #ticketMs: number;

  constructor(log: Pick<ActivityLog, 'issueTicket'>, publicUrl: () => string, ticketMs: number) {
    this.#log = log;
    this.#publicUrl = publicUrl;
    this.#ticketMs = ticketMs;
  }

  /** `position`: where the client is, so that it is sent what stands behind that. */
  async make(conversation: string, position: number): Promise<string> {
    const ticket = await this.#log.issueTicket(conversation, this.#ticketMs);
    const query = new URLSearchParams({ watermark: String(position), t: ticket });
    // ws for http, wss for https.
    const base = this.#publicUrl().replace(/^http/, 'ws').replace(/\/$/, '');
    return `${base}${PREFIX}/conversations/${conversation}/stream?${query}`;
  }
}

export interface StreamRequest {
  readonly conversation: string;
  readonly ticket: string;
  readonly watermark: string | undefined;
}

/** What the address of an upgrade asks for; undefined where it is none of a stream. */
export function streamRequest(address: string): StreamRequest | undefined {
  const [path = '', query = ''] = address.split('?', 2);
  const conversation = PATH.exec(path)?.[1];
  if (conversation === undefined) return undefined;
  const given = new URLSearchParams(query);
  return { conversation, ticket: given.get('t') ?? '', watermark: given.get('watermark') ?? undefined };
}
