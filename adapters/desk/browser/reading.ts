import type { SheetView } from '../views.ts';
import type { Latest } from './latest.ts';
import type { NoteKeeper } from './note-keeper.ts';

/** Reading out the shortest line takes longer; paging past a section does not. */
const READ_MS = 2_500;

/** Decides what was read out and so goes into the note: a section that stayed open, not each one that was passed by. */
export class Reading {
  readonly #note: NoteKeeper;
  readonly #sheet: Latest<SheetView>;
  readonly #untold = new Set<string>();
  #timer = 0;
  #open: string | null = null;

  constructor(note: NoteKeeper, sheet: Latest<SheetView>) {
    this.#note = note;
    this.#sheet = sheet;
  }

  /** A section is open: it is told if it stays so. Null where none is. */
  begin(topic: string | null): void {
    window.clearTimeout(this.#timer);
    this.#open = topic;
    if (topic !== null) this.#timer = window.setTimeout(() => this.now(), READ_MS);
  }

  /** What is open is told for certain: it was copied, read in parts, or the call ends with it. */
  now(): void {
    const topic = this.#open;
    this.begin(null);
    if (topic !== null) this.told(topic);
  }

  /** Told elsewhere, as by the bot; taken down as soon as its sheet is there. */
  told(topic: string): void {
    this.#untold.add(topic);
    this.arrived();
  }

  arrived(): void {
    const { view, loading } = this.#sheet;
    if (!view || loading) return;
    for (const topic of this.#untold) {
      const section = view.sections.find((each) => each.topic === topic);
      this.#note.tell(section ?? null, view);
    }
    this.#untold.clear();
  }

  /** Another occupation or another call. */
  forget(): void {
    this.begin(null);
    this.#untold.clear();
  }
}
