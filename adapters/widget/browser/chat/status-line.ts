import { widget } from '../../../../dialogs/wording/en/widget.ts';

const READ_MS = 6_000;

/** One line that tells what a visitor has to know about the connection, also to those who cannot see it. */
export class StatusLine {
  readonly #element: HTMLElement;
  /** What is waited for: it goes away when that has come. */
  #waiting: 'start' | 'trouble' | 'visitor' | null = null;
  #gone: number | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  starting(): void {
    this.#wait('start', widget.chat.starting);
  }

  trouble(text: string): void {
    this.#wait('trouble', text);
  }

  /** Says something that goes away by itself. */
  say(text: string): void {
    this.#waiting = null;
    this.#show(text);
    window.clearTimeout(this.#gone);
    this.#gone = window.setTimeout(() => this.#show(''), READ_MS);
  }

  /** Says something that stays until the visitor goes on. */
  keep(text: string): void {
    this.#wait('visitor', text);
  }

  /** The visitor goes on. */
  read(): void {
    if (this.#waiting !== 'visitor') return;
    this.#waiting = null;
    this.#show('');
  }

  /** Says so where there was trouble. */
  well(): void {
    if (this.#waiting === 'trouble') this.say(widget.chat.back);
    else if (this.#waiting === 'start') this.#show('');
    else return;
    this.#waiting = null;
  }

  #wait(what: 'start' | 'trouble' | 'visitor', text: string): void {
    this.#waiting = what;
    window.clearTimeout(this.#gone);
    this.#show(text);
  }

  /** The same words again are no news. */
  #show(text: string): void {
    if (this.#element.textContent !== text) this.#element.textContent = text;
  }
}
