import { WebSocket } from 'ws';

interface Said {
  readonly id?: string;
  readonly replyToId?: string;
  readonly from?: { readonly role?: string };
}

interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** Longest wait for a reply before it counts as lost. */
const LOST_MS = 30_000;

/** A visitor of the benchmark: one conversation over Direct Line, asked over HTTP and answered on the socket. */
export class Visitor {
  /** Times between sending a message and its first reply, in ms. */
  readonly times: number[] = [];
  lost = 0;
  readonly #origin: string;
  readonly #begun: Begun;
  readonly #socket: WebSocket;
  readonly #seen: string[] = [];
  readonly #waiting = new Map<string, () => void>();
  /** Replies that were there before the answer to the POST that caused them. */
  readonly #early = new Set<string>();

  private constructor(origin: string, begun: Begun) {
    this.#origin = origin;
    this.#begun = begun;
    this.#socket = new WebSocket(begun.streamUrl, { origin });
    this.#socket.on('message', (frame) => this.#take(String(frame)));
  }

  static async arrive(origin: string): Promise<Visitor> {
    const { token } = await post<{ token: string }>(`${origin}/api/chat/token`, { origin }, {});
    const begun = await post<Begun>(`${origin}/v3/directline/conversations`, { authorization: `Bearer ${token}` }, {});
    const visitor = new Visitor(origin, begun);
    await new Promise<void>((resolve, reject) => {
      visitor.#socket.once('open', () => resolve());
      visitor.#socket.once('error', reject);
    });
    return visitor;
  }

  /** Says something and waits for the first reply to it. */
  async ask(text: string, number: number): Promise<void> {
    const { conversationId, token } = this.#begun;
    const began = performance.now();
    const address = `${this.#origin}/v3/directline/conversations/${conversationId}/activities`;
    const message = { type: 'message', text, from: { id: 'visitor' }, channelData: { clientActivityID: `m${number}` } };
    const posted = post<{ id: string }>(address, { authorization: `Bearer ${token}` }, message);
    try {
      const { id } = await posted;
      // The reply is on the socket before or after the POST is answered: the later of both is what the visitor waits for.
      await this.#replyTo(id);
      this.times.push(performance.now() - began);
    } catch {
      this.lost += 1;
    }
  }

  #replyTo(id: string): Promise<void> {
    if (this.#early.delete(id)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no reply')), LOST_MS);
      this.#waiting.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #take(frame: string): void {
    if (frame === '') return;
    const { activities } = JSON.parse(frame) as { activities: Said[] };
    for (const { id, replyToId } of activities) {
      if (id === undefined) continue;
      this.#seen.push(id);
      if (replyToId === undefined) continue;
      const waiting = this.#waiting.get(replyToId);
      this.#waiting.delete(replyToId);
      if (waiting) waiting();
      else this.#early.add(replyToId);
    }
  }

  /** Compares what came on the socket with what the server has kept, and leaves. */
  async leave(): Promise<{ missing: number; doubled: number }> {
    const { conversationId, token } = this.#begun;
    const address = `${this.#origin}/v3/directline/conversations/${conversationId}/activities?watermark=0`;
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    const { activities } = (await response.json()) as { activities: Said[] };
    this.#socket.terminate();
    const seen = new Set(this.#seen);
    return {
      missing: activities.filter(({ id }) => id !== undefined && !seen.has(id)).length,
      doubled: this.#seen.length - seen.size,
    };
  }
}

async function post<Answer>(address: string, headers: Record<string, string>, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LOST_MS),
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Answer;
}
