import { widget } from '../../../../dialogs/wording/en/widget.ts';
import { textOn } from '../colour.ts';
import { type FrameOptions, fromFragment } from '../frame-options.ts';
import { Conversation } from './conversation.ts';
import { type HostPage, hostPage } from './host-page.ts';
import { loadWebChat } from './load-web-chat.ts';
import { BrowserMemory } from './memory.ts';
import type { Page } from './page.ts';
import { getSessionInTheEnd } from './session.ts';
import { StatusLine } from './status-line.ts';
import { watchSockets } from './watched-socket.ts';

const RETRY_MS = 3_000;

/** The page of the chat: notice first, then the conversation, with a person and the eraser always at hand. */
export class Chat {
  readonly #page: Page;
  readonly #options: FrameOptions = fromFragment(window.location.hash);
  readonly #memory: BrowserMemory;
  readonly #status: StatusLine;
  readonly #host: HostPage;
  /** Called before a socket is closed on purpose. */
  readonly #letSocketGo: () => void;
  #conversation: Conversation | undefined;
  #begun = false;
  #unread = 0;
  /** Asked from outside before the visitor has begun. */
  #question: string | undefined;

  constructor(page: Page) {
    this.#page = page;
    this.#memory = new BrowserMemory(this.#options.remember);
    this.#status = new StatusLine(page.status);
    this.#letSocketGo = watchSockets({
      opened: () => this.#status.well(),
      broken: () => this.#status.trouble(widget.chat.lost),
    });
    this.#host = hostPage(this.#options.embedder, {
      opened: () => this.#opened(),
      asked: (text) => this.#ask(text),
    });
  }

  start(): void {
    const { notice, begin, person, personDialog, erase, eraseDialog, eraseConfirm, close } = this.#page;
    const { colour, remember } = this.#options;
    const root = document.documentElement;
    root.style.setProperty('--accent', colour);
    root.style.setProperty('--on-accent', textOn(colour));
    for (const line of notice.querySelectorAll<HTMLElement>('[data-kept]'))
      line.hidden = line.dataset.kept !== remember;
    begin.addEventListener('click', () => void this.#begin());
    person.addEventListener('click', () => personDialog.showModal());
    erase.addEventListener('click', () => eraseDialog.showModal());
    eraseConfirm.addEventListener('click', () => void this.#erase());
    for (const dialog of [personDialog, eraseDialog])
      dialog.querySelector('.dismiss')?.addEventListener('click', () => dialog.close());
    close.hidden = !this.#host.framed;
    close.addEventListener('click', () => this.#host.tell({ kind: 'close' }));
    // The browser closes a dialog by Escape itself; Web Chat takes the key where it leaves a message.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      this.#host.tell({ kind: 'close' });
    });
    for (const [target, event] of [
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const)
      target.addEventListener(event, () => void this.#conversation?.renewIfOld());
    if (this.#memory.read() === null) notice.hidden = false;
    else void this.#begin();
    this.#host.tell({ kind: 'ready' });
    if (!this.#host.framed) this.#focus();
  }

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const { notice, chat, erase } = this.#page;
    notice.hidden = true;
    chat.hidden = false;
    erase.hidden = false;
    await this.#connect();
    this.#focus();
  }

  /** Shows the conversation that is remembered, or a new one. Where the server is away it goes on trying. */
  async #connect(): Promise<void> {
    const { nonce, chat } = this.#page;
    this.#status.starting();
    const unreachable = (): void => this.#status.trouble(widget.chat.unreachable);
    const session = await getSessionInTheEnd(this.#memory, unreachable);
    const bundle = await this.#bundle(unreachable);
    this.#conversation = new Conversation(
      { bundle, memory: this.#memory, accent: this.#options.colour, nonce, place: chat },
      session,
      {
        lost: () => {
          this.#conversation = undefined;
          unreachable();
          window.setTimeout(() => void this.#connect(), RETRY_MS);
        },
        connected: () => {
          this.#status.well();
          // Web Chat has its box by now; who has gone elsewhere meanwhile stays there.
          if (this.#host.visible && document.activeElement === document.body) this.#focus();
        },
        said: () => this.#said(),
        forgotten: () => void this.#beginAnew(),
      },
    );
    if (this.#question !== undefined) this.#ask(this.#question);
  }

  async #bundle(failed: () => void): ReturnType<typeof loadWebChat> {
    for (;;) {
      try {
        return await loadWebChat(this.#page.webChat);
      } catch {
        failed();
        await new Promise((resolve) => window.setTimeout(resolve, RETRY_MS));
      }
    }
  }

  #ask(text: string): void {
    this.#question = this.#conversation ? undefined : text;
    this.#conversation?.say(text);
  }

  /** What was said is erased by the server, then the browser forgets it too. */
  async #erase(): Promise<void> {
    const { eraseDialog, eraseConfirm } = this.#page;
    const conversation = this.#conversation;
    if (!conversation) return;
    eraseConfirm.disabled = true;
    const erased = await conversation.forget();
    eraseConfirm.disabled = false;
    eraseDialog.close();
    if (erased) await this.#beginAnew();
    else this.#status.say(widget.erase.failed);
  }

  async #beginAnew(): Promise<void> {
    this.#memory.clear();
    this.#letSocketGo();
    this.#conversation?.end();
    await this.#connect();
    this.#status.say(widget.erase.done);
    this.#focus();
  }

  #said(): void {
    if (this.#host.visible) return;
    this.#unread += 1;
    this.#host.tell({ kind: 'unread', count: this.#unread });
  }

  #opened(): void {
    this.#unread = 0;
    void this.#conversation?.renewIfOld();
    this.#focus();
  }

  /** Where a visitor goes on: writing, or the notice. */
  #focus(): void {
    const { notice, begin, chat } = this.#page;
    const target = notice.hidden ? chat.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]') : begin;
    target?.focus({ preventScroll: true });
  }
}
