import type { CandidateView, SearchView } from '../views.ts';
import type { Place } from './focus.ts';
import { Latest } from './latest.ts';
import type { Server } from './server.ts';

export const LONGEST_QUERY = 200;
const PAUSE_MS = 80;

/** What was asked beside a title: section and region to open it with. */
export interface Asked {
  readonly topic: string | null;
  readonly region: string | null;
}

export type SearchOption =
  | { readonly kind: 'occupation'; readonly candidate: CandidateView; readonly asked: Asked }
  | { readonly kind: 'section'; readonly topic: string; readonly name: string };

/** What the search needs to know of the rest of the desk. */
export interface SearchHost {
  /** Whether a sheet is open, so that its sections can be gone to. */
  hasSheet(): boolean;
  choose(option: SearchOption, query: string): void;
  /** What is no title may be a question. */
  notFound(query: string): void;
  repaint(): void;
}

/** The search box: asks while the agent types, and never shows what belongs to earlier words. */
export class Search {
  text = '';
  /** What is typed is longer than can be searched for. */
  cut = false;
  open = false;
  active = 0;
  /** Where its box stands; also the beginning of the box's ids. */
  readonly place: Place;
  readonly #host: SearchHost;
  readonly #found: Latest<SearchView>;
  #pause = 0;
  /** Enter came before the answer did. */
  #chooseOnArrival = false;

  constructor(server: Server, place: Place, host: SearchHost) {
    this.place = place;
    this.#host = host;
    this.#found = new Latest<SearchView>(server, (view) => this.#arrived(view));
  }

  get view(): SearchView | null {
    return this.text.trim() === '' ? null : this.#found.view;
  }

  get fault(): string | null {
    return this.#found.fault;
  }

  get pending(): boolean {
    return this.text.trim() !== '' && (this.#pause !== 0 || this.#found.loading);
  }

  get options(): readonly SearchOption[] {
    const { view } = this;
    if (!view) return [];
    const asked = { topic: view.topic, region: view.region?.id ?? null };
    const occupations = view.candidates.map((candidate) => ({ kind: 'occupation', candidate, asked }) as const);
    const sections = this.#host.hasSheet()
      ? view.sections.map((section) => ({ kind: 'section', ...section }) as const)
      : [];
    // First, since half of a section's name is seldom half of a title, and a whole title is never half of a section's name.
    return [...sections, ...occupations];
  }

  type(text: string): void {
    // Whoever presses the key of the box again is there already; no title begins with it.
    const characters = [...text.replace(/^\/+/, '').replaceAll(/\s+/g, ' ')];
    this.cut = characters.length > LONGEST_QUERY;
    this.text = characters.slice(0, LONGEST_QUERY).join('');
    this.#chooseOnArrival = false;
    window.clearTimeout(this.#pause);
    this.#pause = 0;
    if (this.text.trim() === '') {
      this.#found.forget();
      this.open = false;
    } else {
      this.open = true;
      this.#pause = window.setTimeout(() => this.#ask(), PAUSE_MS);
    }
    this.#host.repaint();
  }

  /** Moves by so many options, around the ends. */
  move(by: number): void {
    const { length } = this.options;
    if (!this.open && this.text.trim() !== '') this.open = true;
    else if (length > 0) this.active = (this.active + by + length) % length;
    this.#host.repaint();
  }

  enter(): void {
    if (this.text.trim() === '') return;
    if (this.pending) this.#chooseOnArrival = true;
    else if (this.view && this.options.length === 0) this.#giveOn();
    else this.pick(this.active);
  }

  pick(index: number): void {
    const option = this.options[index];
    if (!option) return;
    const query = this.text.trim();
    this.clear();
    this.#host.choose(option, query);
  }

  #giveOn(): void {
    const query = this.text.trim();
    this.clear();
    this.#host.notFound(query);
  }

  close(): void {
    this.open = false;
    this.#host.repaint();
  }

  clear(): void {
    this.type('');
  }

  again(): void {
    this.#found.again();
  }

  #ask(): void {
    this.#pause = 0;
    this.#found.want(`/search?${new URLSearchParams({ q: this.text.trim() })}`, true);
    this.#host.repaint();
  }

  #arrived(view: SearchView | null): void {
    this.active = 0;
    const sure = view?.decision === 'match' || this.options[0]?.kind === 'section';
    const choose = this.#chooseOnArrival && view !== null && sure;
    if (view) this.#chooseOnArrival = false;
    if (choose) this.pick(0);
    else this.#host.repaint();
  }
}
