import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

export interface Heard {
  readonly id: string;
  readonly who: string;
  readonly text: string;
}

/** Between two tries to reach a server that is being started again. */
const AGAIN_MS = 50;
const PATIENCE_MS = 60_000;

/**
 * A visitor whose server may die at any moment: repeats a message under the same id until it is confirmed, and comes back to the
 * stream with the last watermark, as Direct Line's own client does.
 */
export class CrashVisitor {
  readonly #origin: string;
  #conversation = '';
  #token = '';
  #watermark = '';
  #socket: WebSocket | null = null;
  #over = false;
  readonly heard: Heard[] = [];
  readonly #answered = new Set<string>();
  #wake = (): void => undefined;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async arrive(): Promise<void> {
    const given = await this.#insist<{ token: string }>('POST', '/api/chat/token', {});
    this.#token = given.token;
    const begun = await this.#insist<{ conversationId: string; streamUrl: string }>(
      'POST',
      '/v3/directline/conversations',
      {},
    );
    this.#conversation = begun.conversationId;
    this.#listen(begun.streamUrl);
    await this.#until(() => this.heard.length > 0);
  }

  /** Says something; resolves when its replies have come. */
  async say(text: string, number: number): Promise<void> {
    const message = { type: 'message', text, from: { id: 'visitor' }, channelData: { clientActivityID: `m${number}` } };
    const path = `/v3/directline/conversations/${this.#conversation}/activities`;
    const { id } = await this.#insist<{ id: string }>('POST', path, message);
    await this.#until(() => this.#answered.has(id));
  }

  /** Everything that the server has kept, by asking for it. */
  async kept(): Promise<Heard[]> {
    const path = `/v3/directline/conversations/${this.#conversation}/activities?watermark=0`;
    const { activities } = await this.#insist<{ activities: Said[] }>('GET', path);
    return activities.map(heard);
  }

  leave(): void {
    this.#over = true;
    this.#socket?.terminate();
  }

  #listen(streamUrl: string): void {
    const socket = new WebSocket(streamUrl, { origin: this.#origin });
    this.#socket = socket;
    socket.on('message', (frame) => this.#take(String(frame)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!this.#over) void this.#comeBack();
    });
  }

  async #comeBack(): Promise<void> {
    const path = `/v3/directline/conversations/${this.#conversation}?watermark=${this.#watermark}`;
    const { streamUrl } = await this.#insist<{ streamUrl: string }>('GET', path);
    if (!this.#over) this.#listen(streamUrl);
  }

  #take(frame: string): void {
    if (frame === '') return;
    const { activities, watermark } = JSON.parse(frame) as { activities: Said[]; watermark?: string };
    if (watermark !== undefined) this.#watermark = watermark;
    for (const activity of activities.filter(({ type }) => type === 'message')) {
      this.heard.push(heard(activity));
      if (activity.replyToId !== undefined) this.#answered.add(activity.replyToId);
    }
    this.#wake();
  }

  async #until(met: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!met()) {
      if (Date.now() > deadline) throw new Error(`nothing more came after ${JSON.stringify(this.heard.at(-1))}`);
      await Promise.race([
        new Promise<void>((resolve) => {
          this.#wake = resolve;
        }),
        sleep(AGAIN_MS),
      ]);
    }
  }

  /** Asks until it is answered well: while the server is down or loading nothing else can be done. */
  async #insist<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    const headers = {
      'content-type': 'application/json',
      origin: this.#origin,
      ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
    };
    let last = 'no answer';
    while (Date.now() < deadline && !this.#over) {
      try {
        const response = await fetch(`${this.#origin}${path}`, {
          method,
          headers,
          ...(body && { body: JSON.stringify(body) }),
        });
        if (response.ok) return (await response.json()) as Answer;
        last = `${response.status} ${await response.text()}`;
      } catch (error) {
        last = String(error);
      }
      await sleep(AGAIN_MS);
    }
    throw new Error(`${method} ${path}: ${last}`);
  }
}

function heard({ id, from, text = '' }: Said): Heard {
  return { id, who: from.role, text };
}
