import type { Remember } from '../frame-options.ts';

/** What the browser keeps, and nothing else: by it a visitor who comes back finds the conversation again. */
export interface Remembered {
  readonly conversationId: string;
  /** Opens the conversation again, for as long as the server keeps it. */
  readonly resume: string;
}

const KEY = 'career-advisor.conversation';

/** Web storage of the frame's origin. A browser that allows none remembers as long as the page is open. */
export class BrowserMemory {
  readonly #remember: Remember;
  #here: Remembered | null = null;

  constructor(remember: Remember) {
    this.#remember = remember;
  }

  read(): Remembered | null {
    try {
      return asRemembered(JSON.parse(this.#storage().getItem(KEY) ?? 'null')) ?? this.#here;
    } catch {
      return this.#here;
    }
  }

  write(remembered: Remembered): void {
    this.#here = remembered;
    try {
      this.#storage().setItem(KEY, JSON.stringify(remembered));
    } catch {
      // No storage: kept in the page alone.
    }
  }

  /** Forgets a conversation; another that has taken its place meanwhile stays. */
  forget(conversationId: string): void {
    if (this.read()?.conversationId !== conversationId) return;
    this.#here = null;
    try {
      this.#storage().removeItem(KEY);
    } catch {
      // There was none.
    }
  }

  /** Throws where the browser forbids storage. */
  #storage(): Storage {
    return this.#remember === 'tab' ? window.sessionStorage : window.localStorage;
  }
}

function asRemembered(value: unknown): Remembered | null {
  if (typeof value !== 'object' || value === null) return null;
  const { conversationId, resume } = value as Partial<Record<string, unknown>>;
  return typeof conversationId === 'string' && typeof resume === 'string' ? { conversationId, resume } : null;
}
