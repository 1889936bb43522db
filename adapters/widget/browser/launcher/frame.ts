import { widget } from '../../../../dialogs/wording/en/widget.ts';
import { toFragment } from '../frame-options.ts';
import { type FrameMessage, hear, type PanelMessage, post } from '../messages.ts';
import type { Attributes } from './attributes.ts';
import { element } from './elements.ts';

/** Time that a loaded frame has to say that it is the chat. A page that is not trusted is shown an empty one instead. */
const SILENCE_MS = 2_000;
/** Time that a server has to answer at all. */
const LOADING_MS = 15_000;

export interface FrameEvents {
  ready(): void;
  /** The frame does not show the chat: the server is away, or does not trust this page. */
  silent(): void;
  heard(message: FrameMessage): void;
}

/** The frame that holds the chat, from the server that the script came from. Made when it is first needed. */
export class ChatFrame {
  readonly element: HTMLIFrameElement;
  readonly #server: string;
  #ready = false;
  #silent = false;
  readonly #waiting: PanelMessage[] = [];

  constructor(server: string, { colour, remember }: Attributes, events: FrameEvents) {
    this.#server = server;
    const fragment = toFragment({ embedder: window.location.origin, colour, remember });
    this.element = element('iframe', { src: `${server}/widget/chat${fragment}`, title: widget.launcher.panel });
    const check = (): void => {
      if (this.#ready || this.#silent) return;
      this.#silent = true;
      events.silent();
    };
    this.element.addEventListener('load', () => window.setTimeout(check, SILENCE_MS), { once: true });
    window.setTimeout(check, LOADING_MS);
    hear<FrameMessage>(
      () => this.element.contentWindow,
      server,
      (message) => {
        if (message.kind === 'ready') {
          this.#ready = true;
          for (const waiting of this.#waiting.splice(0)) this.tell(waiting);
          events.ready();
        } else events.heard(message);
      },
    );
  }

  /** What is said before the chat listens waits for it. */
  tell(message: PanelMessage): void {
    const target = this.element.contentWindow;
    if (this.#ready && target) post(target, this.#server, message);
    else this.#waiting.push(message);
  }
}
