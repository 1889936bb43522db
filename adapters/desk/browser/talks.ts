import type { BotMessage } from './bot/activities.ts';
import { BotTalk } from './bot/talk.ts';
import type { Calls } from './calls.ts';

export interface TalksHost {
  readonly answered: (callId: string, message: BotMessage) => void;
  readonly repaint: () => void;
}

/** One conversation with the bot for each call; only that of the call in front is connected. */
export class Talks {
  readonly #calls: Calls;
  readonly #host: TalksHost;
  readonly #talks = new Map<string, BotTalk>();

  constructor(calls: Calls, host: TalksHost) {
    this.#calls = calls;
    this.#host = host;
  }

  of(id: string): BotTalk {
    const known = this.#talks.get(id);
    if (known) return known;
    const talk = new BotTalk({
      resume: () => this.#calls.all.find((call) => call.id === id)?.resume ?? null,
      keepResume: (resume) => this.#calls.change(id, () => ({ resume })),
      answered: (message) => this.#host.answered(id, message),
      repaint: this.#host.repaint,
    });
    this.#talks.set(id, talk);
    return talk;
  }

  leaveOthers(than: string): void {
    for (const [id, talk] of this.#talks) if (id !== than) talk.leave();
  }

  close(id: string): void {
    this.#talks.get(id)?.leave();
    this.#talks.delete(id);
  }
}
