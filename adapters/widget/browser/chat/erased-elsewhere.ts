const CHANNEL = 'career-advisor.erased';

/**
 * Tells the other tabs of this browser that a conversation was erased, so that it cannot be read there any longer. A browser without such
 * channels tells nobody.
 */
export class ErasedElsewhere {
  readonly #channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null;

  constructor(erased: (conversationId: string) => void) {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') erased(data);
    });
  }

  tell(conversationId: string): void {
    this.#channel?.postMessage(conversationId);
  }
}
