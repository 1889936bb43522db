import type { RowSink } from './format.ts';
import type { DropReason } from './reasons.ts';
import type { ReadReport } from './report.ts';
import type { ImportRows, ImportTable, WriteRow } from './rows.ts';

/** Share of a file's rows that may be broken before nobody should trust the rest. */
const MOST_BROKEN = 0.01;
/** Broken rows that are told one by one. */
const TOLD = 20;

/** Counts what becomes of every row of a file. */
export class Tally {
  readonly #write: WriteRow;
  #rows = 0;
  #kept = 0;
  #broken = 0;
  readonly #written = new Map<ImportTable, number>();
  readonly #dropped = new Map<DropReason, number>();
  readonly #told: { line: number; message: string }[] = [];

  constructor(write: WriteRow) {
    this.#write = write;
  }

  /** One row, through the reader: it is kept, set aside or broken, and where it says several things the worst counts. */
  row(line: number, read: (sink: RowSink) => void): void {
    const kept: (() => void)[] = [];
    let dropped: DropReason | null = null;
    let wrong: string | null = null;
    read({
      keep: (table, row) => {
        kept.push(() => this.#keep(table, row));
      },
      drop: (reason) => {
        dropped = reason;
      },
      bad: (message) => {
        wrong ??= message;
      },
    });
    if (wrong !== null) {
      this.broken(line, 1, wrong);
      return;
    }
    this.#rows += 1;
    for (const keep of kept) keep();
    if (kept.length > 0) this.#kept += 1;
    else if (dropped !== null) this.#dropped.set(dropped, (this.#dropped.get(dropped) ?? 0) + 1);
  }

  /** A row that cannot be read, or several that a stray quote made one. */
  broken(line: number, lines: number, message: string): void {
    this.#rows += lines;
    this.#broken += lines;
    if (this.#told.length < TOLD) this.#told.push({ line, message });
  }

  faults(unused: boolean): string[] {
    const told = this.#told.slice(0, 5).map(({ line, message }) => `line ${line}: ${message}`);
    if (this.#rows === 0) return ['has a header and no rows'];
    if (this.#broken > this.#rows * MOST_BROKEN)
      return [`${this.#broken} of ${this.#rows} rows are broken, more than one in a hundred`, ...told];
    if (this.#kept === 0 && !unused) return ['has no row that can be used: is it the file that you meant?', ...told];
    return [];
  }

  counts(): Pick<ReadReport, 'rows' | 'kept' | 'written' | 'dropped' | 'broken' | 'brokenRows'> {
    return {
      rows: this.#rows,
      kept: this.#kept,
      written: Object.fromEntries(this.#written),
      dropped: Object.fromEntries(this.#dropped),
      broken: this.#broken,
      brokenRows: this.#told,
    };
  }

  #keep<Table extends ImportTable>(table: Table, row: ImportRows[Table]): void {
    this.#written.set(table, (this.#written.get(table) ?? 0) + 1);
    this.#write(table, row);
  }
}
