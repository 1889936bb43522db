import { widget } from '../../../../dialogs/wording/en/widget.ts';
import { textOn } from '../colour.ts';
import { type FrameOptions, fromFragment } from '../frame-options.ts';
import { Conversation } from './conversation.ts';
import { ErasedElsewhere } from './erased-elsewhere.ts';
import { type HostPage, hostPage } from './host-page.ts';
import { limitLength, shortened } from './length.ts';
import { loadWebChat } from './load-web-chat.ts';
import { BrowserMemory } from './memory.ts';
import type { Page } from './page.ts';
import { reachedInTheEnd } from './reached.ts';
import { getSessionInTheEnd } from './session.ts';
import { StatusLine } from './status-line.ts';
import { goUpAndDown } from './suggestion-keys.ts';
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
  readonly #elsewhere = new ErasedElsewhere((id) => this.#erasedElsewhere(id));
  /** Asked from outside before the visitor has begun. */
  #question: string | undefined;

  constructor(page: Page) {
    this.#page = page;
    this.#memory = new BrowserMemory(this.#options.remember);
    this.#status = new StatusLine(page.status);
    this.#letSocketGo = watchSockets({
      opened: () => {
        this.#status.well();
        this.#conversation?.hurry();
      },
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
    document.addEventListener('visibilitychange', () => void this.#conversation?.renewIfOld());
    window.addEventListener('online', () => void this.#online());
    window.addEventListener('offline', () => {
      if (this.#conversation) this.#status.trouble(widget.chat.lost);
    });
    goUpAndDown(this.#page.chat);
    limitLength(this.#page.chat, (most) => this.#status.say(widget.chat.tooLong(most)));
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

  /** Shows the conversation that is remembered, or a new one, and goes on with `unsaid`. Where the server is away it goes on trying. */
  async #connect(unsaid: readonly string[] = []): Promise<void> {
    const { nonce, chat } = this.#page;
    this.#status.starting();
    const unreachable = (): void => this.#status.trouble(widget.chat.unreachable);
    const session = await getSessionInTheEnd(this.#memory, unreachable);
    const bundle = await this.#bundle(unreachable);
    this.#conversation = new Conversation(
      { bundle, memory: this.#memory, accent: this.#options.colour, nonce, place: chat },
      session,
      {
        lost: (unsaid) => {
          this.#conversation = undefined;
          unreachable();
          window.setTimeout(() => void this.#connect(unsaid), RETRY_MS);
        },
        delayed: () => this.#status.trouble(widget.chat.lost),
        reached: () => this.#status.well(),
        asked: () => this.#status.read(),
        connected: () => {
          this.#status.well();
          // Web Chat has its box by now; who has gone elsewhere meanwhile stays there.
          if (this.#host.visible && document.activeElement === document.body) this.#focus();
        },
        said: () => this.#said(),
        forgotten: () => void this.#beginAnew(),
      },
    );
    for (const text of unsaid) this.#conversation.say(text);
    if (this.#question !== undefined) this.#ask(this.#question);
  }

  /** The browser says that there is a network; whether the server is reached through it is another matter. */
  async #online(): Promise<void> {
    await reachedInTheEnd();
    if (!window.navigator.onLine) return;
    this.#status.well();
    this.#conversation?.hurry();
    void this.#conversation?.renewIfOld();
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
    this.#conversation?.say(shortened(text));
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
    this.#takeAway();
    await this.#connect();
    this.#status.keep(widget.erase.done);
    this.#focus();
  }

  /** Another tab erased the conversation that is shown here: it goes from this screen too, and the notice comes back. */
  #erasedElsewhere(id: string): void {
    if (id !== this.#conversation?.id) return;
    const { notice, chat, erase, eraseDialog } = this.#page;
    this.#takeAway(false);
    eraseDialog.close();
    chat.hidden = true;
    erase.hidden = true;
    notice.hidden = false;
    this.#begun = false;
    this.#status.keep(widget.erase.elsewhere);
  }

  /** Nothing is left of the conversation, neither here nor, unless they know already, in other tabs. */
  #takeAway(tell = true): void {
    const conversation = this.#conversation;
    if (!conversation) return;
    this.#conversation = undefined;
    this.#memory.forget(conversation.id);
    this.#letSocketGo();
    conversation.takeAway();
    if (tell) this.#elsewhere.tell(conversation.id);
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
