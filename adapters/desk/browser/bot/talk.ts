import { type Activity, type BotMessage, messageOf } from './activities.ts';

export interface TalkHost {
  /** Opens the conversation again that the call had. */
  readonly resume: () => string | null;
  readonly keepResume: (resume: string) => void;
  /** An answer to what was asked here, not one of long ago. */
  readonly answered: (message: BotMessage) => void;
  readonly repaint: () => void;
}

interface Token {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly resume: string;
}

const DIRECT_LINE = '/v3/directline/conversations';
const ANSWER_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/** One conversation with the bot over Direct Line: connects when it is first used, and comes back by itself after a break. */
export class BotTalk {
  state: 'idle' | 'connecting' | 'open' | 'lost' = 'idle';
  readonly #host: TalkHost;
  readonly #messages = new Map<string, BotMessage>();
  #unsent: BotMessage[] = [];
  #token: Token | null = null;
  #conversation = '';
  #watermark = '';
  #socket: WebSocket | null = null;
  #wait = FIRST_WAIT_MS;
  #retry = 0;
  #sending = false;
  #asked = false;

  constructor(host: TalkHost) {
    this.#host = host;
  }

  get messages(): readonly BotMessage[] {
    return [...this.#messages.values()];
  }

  isUnsent(message: BotMessage): boolean {
    return this.#unsent.some(({ id }) => id === message.id);
  }

  connect(): void {
    if (this.state === 'idle') void this.#connect();
  }

  say(text: string): void {
    const id = `${Date.now()}-${this.#messages.size}`;
    const message: BotMessage = { id, mine: true, text, spoken: '', suggestions: [], about: null };
    this.#messages.set(id, message);
    this.#unsent.push(message);
    this.#asked = true;
    this.connect();
    if (this.state === 'open') void this.#send();
    this.#host.repaint();
  }

  leave(): void {
    window.clearTimeout(this.#retry);
    this.state = 'idle';
    this.#socket?.close();
    this.#socket = null;
  }

  async #connect(): Promise<void> {
    this.#set(this.state === 'lost' ? 'lost' : 'connecting');
    try {
      const token = this.#token ?? (await this.#begin());
      const first = this.#watermark === '';
      const address = first
        ? DIRECT_LINE
        : `${DIRECT_LINE}/${token.conversationId}?${new URLSearchParams({ watermark: this.#watermark })}`;
      const { streamUrl } = await this.#call<{ streamUrl: string }>(address, first ? 'POST' : 'GET');
      if (this.state !== 'idle') this.#listen(streamUrl);
    } catch {
      this.#lost();
    }
  }

  async #begin(): Promise<Token> {
    const resume = this.#host.resume();
    const response = await fetch('/api/chat/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(resume === null ? {} : { resume }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!response.ok) throw new Error(`${response.status}`);
    const token = (await response.json()) as Token;
    // A conversation that the server no longer keeps begins anew.
    if (token.conversationId !== this.#conversation) this.#watermark = '';
    this.#conversation = token.conversationId;
    this.#token = token;
    this.#host.keepResume(token.resume);
    return token;
  }

  #listen(streamUrl: string): void {
    const socket = new WebSocket(streamUrl);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#wait = FIRST_WAIT_MS;
      this.#set('open');
      void this.#send();
    });
    socket.addEventListener('message', ({ data }) => {
      // An empty frame only keeps the line open.
      if (typeof data === 'string' && data !== '') this.#take(JSON.parse(data));
    });
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#lost();
    });
  }

  #take({ activities = [], watermark }: { activities?: readonly Activity[]; watermark?: string }): void {
    if (watermark !== undefined) this.#watermark = watermark;
    for (const activity of activities) {
      const message = messageOf(activity);
      if (!message) continue;
      // Where the server has it: what was typed before the greeting was there stands behind it.
      this.#messages.delete(message.id);
      this.#messages.set(message.id, message);
      if (!message.mine && this.#asked) this.#host.answered(message);
    }
    this.#host.repaint();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#unsent[0]; next && this.#token; next = this.#unsent[0]) {
        await this.#call(`${DIRECT_LINE}/${this.#token.conversationId}/activities`, 'POST', {
          type: 'message',
          text: next.text,
          // Sent twice, it is answered once.
          channelData: { clientActivityID: next.id },
        });
        this.#unsent = this.#unsent.slice(1);
        this.#host.repaint();
      }
    } catch {
      this.#socket?.close();
    } finally {
      this.#sending = false;
    }
  }

  async #call<Answer>(address: string, method: 'GET' | 'POST', body?: object): Promise<Answer> {
    const response = await fetch(address, {
      method,
      headers: { Authorization: `Bearer ${this.#token?.token}`, 'Content-Type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    // The token's time is over: the next attempt gets a new one.
    if (response.status === 401 || response.status === 403 || response.status === 404) this.#token = null;
    // What the server does not take, it will not take the next time either.
    if (response.status === 400 || response.status === 413) return {} as Answer;
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as Answer;
  }

  #lost(): void {
    this.#socket = null;
    if (this.state === 'idle') return;
    this.#set('lost');
    this.#retry = window.setTimeout(() => void this.#connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #set(state: BotTalk['state']): void {
    this.state = state;
    this.#host.repaint();
  }
}
