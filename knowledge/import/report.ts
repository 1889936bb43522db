import type { DropReason } from './reasons.ts';
import type { ImportTable } from './rows.ts';

/** What became of one file. Written as JSON with the import and shown on the screen. */
export type FileReport = ReadReport | LeftReport;

/** A file of a known format. `left`: known, and of no use. */
export interface ReadReport {
  readonly file: string;
  readonly status: 'taken' | 'left' | 'refused';
  /** Format id and what a file of it is. */
  readonly format: string;
  readonly what: string;
  readonly dataset: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly rows: number;
  /** Rows of the file of which something was kept. */
  readonly kept: number;
  /** Rows of the store's tables that came of them. */
  readonly written: Readonly<Partial<Record<ImportTable, number>>>;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Lines of broken rows. */
  readonly broken: number;
  /** The first of them. */
  readonly brokenRows: readonly { readonly line: number; readonly message: string }[];
  readonly unreadColumns: readonly string[];
  readonly absentColumns: readonly string[];
  readonly remarks: readonly string[];
  /** Why it was refused; empty when it was taken. */
  readonly faults: readonly string[];
}

/** A file that is of no known format: told, and left alone. */
export interface LeftReport {
  readonly file: string;
  readonly status: 'left' | 'refused';
  readonly faults: readonly string[];
}

export interface ImportReport {
  /** `imported`: in service. `checked`: a dry run that would have worked. `unchanged`: all files are in service already. */
  readonly outcome: 'imported' | 'checked' | 'unchanged' | 'refused';
  readonly started: string;
  readonly seconds: number;
  readonly files: readonly FileReport[];
  /** Datasets in service after the import. */
  readonly datasets: readonly string[];
  /** Hash of the store's content. */
  readonly store: string;
}
