import type { CompareView, FitView, SectionView, SheetView, SourceView } from '../views.ts';
import type { Calls } from './calls.ts';
import { hasLine, lineOf, newNote, withLine, withoutLine } from './note.ts';
import { words } from './words.ts';

/** Writes into the note of the call that is open. */
export class NoteKeeper {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** What the agent made of the text. */
  write(note: string): void {
    this.#change(() => note);
  }

  add(text: string): void {
    const line = lineOf(text);
    this.#change((note) => withLine(note, line));
  }

  /** Takes down what the caller was given, and tells it. */
  give(what: string): string {
    const line = words.note.given(what);
    this.add(line);
    return words.note.added(line);
  }

  clear(): void {
    const { id, began } = this.#calls.active;
    this.#calls.change(id, () => ({ note: newNote(new Date(began)), copied: true }));
  }

  /** Takes down what the section tells, with its sources; nothing where nothing is stored. */
  tell(section: SectionView | null, sheet: SheetView | null): void {
    if (section?.available && sheet) this.add(toldLine(section, sheet));
  }

  isTold(section: SectionView, sheet: SheetView): boolean {
    return hasLine(this.#calls.active.note, toldLine(section, sheet));
  }

  toggleTold(section: SectionView, sheet: SheetView): void {
    const line = toldLine(section, sheet);
    this.#change((note) => (hasLine(note, line) ? withoutLine(note, line) : withLine(note, line)));
  }

  compared({ titles, lead, told }: CompareView, region: string): void {
    const names = titles.map(({ code, title }) => `${code} ${title}`).join('; ');
    this.add([words.note.compared(names, region, lead.join(' ')), ...told.map(sourceOf)].join(' '));
  }

  /** What goes with the caller's codes, each with its figure and why; then what is estimated of it, and its sources. */
  fit({ codes, suggestions, caveats, sources }: FitView): void {
    const lines = suggestions.map(({ line }, at) => `${at + 1}. ${line}.`);
    this.add([words.note.fit(codes, lines.join(' '), caveats.join(' ')), ...sources.map(sourceOf)].join(' '));
  }

  #change(change: (note: string) => string): void {
    this.#calls.change(this.#calls.active.id, (call) => {
      const note = change(call.note);
      return { note, copied: call.copied && note === call.note };
    });
  }
}

function toldLine({ name, kept, sources }: SectionView, { title, region }: SheetView): string {
  return lineOf([words.note.told(name, title, region.name, kept.join(' ')), ...sources.map(sourceOf)].join(' '));
}

/** With its age where that is something to mind. */
function sourceOf({ title, period, freshness }: SourceView): string {
  const dated = period === '' || title.includes(period) ? title : `${title}, ${period}`;
  return words.note.source(freshness === 'good' ? dated : `${dated}, ${words.facts.freshness[freshness]}`);
}
