import { widget } from '../../../../dialogs/wording/en/widget.ts';
import type { Attributes } from './attributes.ts';
import { bubble, element } from './elements.ts';
import { ChatFrame } from './frame.ts';
import { styleSheet } from './styles.ts';
import { tellEmbedder } from './tell-embedder.ts';

/** Button and panel, in a shadow root: the page's styles do not reach in, and ours do not reach out. */
export class Panel {
  readonly #server: string;
  readonly #attributes: Attributes;
  readonly #button: HTMLButtonElement;
  readonly #unread = element('span', { class: 'unread', hidden: '' });
  readonly #panel: HTMLDivElement;
  readonly #opening = element('p', { class: 'opening' }, widget.launcher.opening);
  #frame: ChatFrame | undefined;

  constructor(server: string, attributes: Attributes) {
    const { position, label } = attributes;
    this.#server = server;
    this.#attributes = attributes;
    this.#button = element(
      'button',
      { class: `button ${position}`, type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel' },
      bubble(),
      label,
      this.#unread,
    );
    this.#panel = element(
      'div',
      { class: `panel ${position}`, id: 'panel', role: 'dialog', 'aria-label': widget.launcher.panel, hidden: '' },
      this.#opening,
    );
    const host = element('career-advisor-chat' as 'div', { lang: 'en-CA' });
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet(attributes.colour)];
    root.append(this.#button, this.#panel);
    this.#button.addEventListener('click', () => (this.#panel.hidden ? this.open() : this.close()));
    root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') this.close();
    });
    document.body.append(host);
  }

  /** Opens the chat; asks it something where there is something to ask. */
  open(question?: string): void {
    const frame = this.#shown();
    this.#panel.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#count(0);
    frame.tell({ kind: 'opened' });
    if (question !== undefined) frame.tell({ kind: 'ask', text: question });
    this.#focus();
  }

  close(): void {
    if (this.#panel.hidden) return;
    this.#panel.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#frame?.tell({ kind: 'closed' });
    this.#button.focus();
  }

  #shown(): ChatFrame {
    this.#frame ??= new ChatFrame(this.#server, this.#attributes, {
      ready: () => {
        this.#opening.remove();
        this.#panel.querySelector('.refused')?.remove();
        if (!this.#panel.hidden) this.#focus();
      },
      silent: () => this.#refuse(),
      heard: (message) => {
        if (message.kind === 'close') this.close();
        else if (message.kind === 'unread' && this.#panel.hidden) this.#count(message.count);
      },
    });
    if (!this.#frame.element.isConnected) this.#panel.append(this.#frame.element);
    return this.#frame;
  }

  #focus(): void {
    const target = this.#panel.querySelector<HTMLElement>('.refused a') ?? this.#frame?.element;
    target?.focus();
  }

  #count(count: number): void {
    this.#unread.hidden = count === 0;
    this.#unread.replaceChildren(String(count));
    this.#unread.setAttribute('aria-label', widget.launcher.unread(count));
    this.#unread.setAttribute('role', 'img');
  }

  /** Takes the frame's place: the browser shows nothing in a frame that was refused. */
  #refuse(): void {
    const { refused, refusedForEmbedder, openAlone, close } = widget.launcher;
    tellEmbedder(refusedForEmbedder(this.#server, window.location.origin));
    const back = element('button', { type: 'button' }, close);
    back.addEventListener('click', () => this.close());
    const link = element('a', { href: `${this.#server}/widget/chat`, target: '_blank', rel: 'noopener' }, openAlone);
    this.#opening.remove();
    this.#frame?.element.remove();
    this.#panel.querySelector('.refused')?.remove();
    this.#panel.append(element('div', { class: 'refused' }, element('p', { role: 'alert' }, refused), link, back));
    if (!this.#panel.hidden) this.#focus();
    // The next click asks the server again: it may be back.
    this.#frame = undefined;
  }
}
