import type { CompareView } from '../views.ts';
import type { Call, Calls, Subject } from './calls.ts';
import { focusOn } from './focus.ts';
import { Latest } from './latest.ts';
import { Search, type SearchOption } from './search.ts';
import type { Server } from './server.ts';
import { words } from './words.ts';

export const MOST_COMPARED = 4;

/** What the comparison needs to know of the rest of the desk. */
export interface ComparisonHost {
  region(): string;
  isShown(): boolean;
  arrived(view: CompareView): void;
  tell(message: string): void;
  repaint(): void;
}

/** Up to four occupations of a call side by side, put there from their sheets or by their titles. */
export class Comparison {
  readonly found: Latest<CompareView>;
  readonly search: Search;
  readonly #calls: Calls;
  readonly #host: ComparisonHost;

  constructor(server: Server, calls: Calls, host: ComparisonHost) {
    this.#calls = calls;
    this.#host = host;
    this.found = new Latest<CompareView>(server, (view) => {
      if (view) host.arrived(view);
      host.repaint();
    });
    this.search = new Search(server, 'adding', {
      hasSheet: () => false,
      choose: (option) => this.#chosen(option),
      notFound: (query) => host.tell(words.search.none(query)),
      repaint: () => host.repaint(),
    });
  }

  has({ code }: Pick<Subject, 'code'>): boolean {
    return this.#call.compared.some((each) => each.code === code);
  }

  toggle(subject: Subject): void {
    const { compared, id } = this.#call;
    const isIn = this.has(subject);
    if (!isIn && compared.length >= MOST_COMPARED) {
      this.#host.tell(words.compare.most(MOST_COMPARED));
      return;
    }
    const others = compared.filter(({ code }) => code !== subject.code);
    this.#calls.change(id, () => ({ compared: isIn ? others : [...compared, subject] }));
    this.#host.tell(isIn ? words.compare.removed(subject.title) : words.compare.added(subject.title));
    if (this.#host.isShown()) this.load();
  }

  /** What is open is the first of what is compared. */
  begin(): void {
    const { subject, compared } = this.#call;
    if (subject && compared.length === 0) this.toggle(subject);
    this.load();
  }

  load(): void {
    const codes = this.#call.compared.map(({ code }) => code);
    if (codes.length < 2) this.found.forget();
    else this.found.want(`/compare?${new URLSearchParams({ codes: codes.join(','), region: this.#host.region() })}`);
    this.#host.repaint();
  }

  /** Where the next key is expected: in the box as long as there is nothing to compare. */
  focus(): void {
    focusOn(this.#call.compared.length < 2 ? 'adding' : 'middle');
  }

  get #call(): Call {
    return this.#calls.active;
  }

  #chosen(option: SearchOption): void {
    if (option.kind === 'section') return;
    const { code, occupation, title } = option.candidate;
    if (!this.has(option.candidate)) this.toggle({ code, occupation, title });
    this.focus();
  }
}
