import type { Edition, NocCode, Region, Source } from '../model.ts';
import type { DropReason } from './reasons.ts';
import type { ImportRows, ImportTable } from './rows.ts';

/**
 * A publisher's file format. One module in formats/ each; the list is formats/index.ts. A format says by which columns it is
 * recognised, and turns the rows of a file into rows of the store's tables.
 */
export interface Format {
  /** As `job-bank-wages`: names the dataset folders and the report. */
  readonly id: string;
  /** What a file of it is, in a few words: told on the screen. */
  readonly what: string;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** Columns that are not named are data too (one a rating). */
  readonly openEnded?: true;
  /** Told for what it is, and nothing of it is kept. */
  readonly unused?: true;
  /** Called with the file's first rows, before its first row is read. Throws AdvisorError IMPORT_REFUSED when it cannot be of this format. */
  open(context: ImportContext, sample: Sample): Reader;
}

export interface ColumnSpec {
  /** Names that the publisher has given it over the years, in English and French; compared by `foldHeader`. */
  readonly names: readonly string[];
  /** A file without it is taken all the same. Its cells are then empty. */
  readonly optional?: true;
}

/** Cells of a row by the format's own column keys, trimmed. */
export type Cells<Key extends string = string> = Readonly<Record<Key, string>>;

export interface Sample<Key extends string = string> {
  /** The first rows (400 at most). */
  readonly rows: readonly Cells<Key>[];
  /** The header's cells as they stand in the file, for formats whose columns are data (ratings). */
  readonly header: readonly string[];
  /** Name of the file: only for what nothing in the file says (a release). */
  readonly name: string;
  /** Day on which the file was written, YYYY-MM-DD. */
  readonly modified: string;
}

/** What a file turned out to be. */
export interface Dataset {
  /** A file of the same id takes the place of an earlier one: as `job-bank-wages-2024`, `noc2021-titles-fr`. Letters, digits, hyphens. */
  readonly id: string;
  /** Sources that its rows name in their `source` column. */
  readonly sources: readonly ImportSource[];
}

/** A source as an importer knows it. The day of retrieval and the origin are added by the import. */
export type ImportSource = Omit<Source, 'retrieved' | 'origin'>;

/** Reads one file. */
export interface Reader<Key extends string = string> {
  readonly dataset: Dataset;
  /** Called for every row. `raw` holds the cells as they stand, in the header's order. */
  row(cells: Cells<Key>, out: RowSink, raw: readonly string[]): void;
  /** What is odd about the file as a whole, told and not refused: as "has 300 of 516 unit groups". */
  end?(): readonly string[];
}

/** Where a reader puts what becomes of a row: kept (any number of times), set aside for a stated reason, or told as broken. */
export interface RowSink {
  keep<Table extends ImportTable>(table: Table, row: ImportRows[Table]): void;
  /** Well formed, and not for this store: a total, a code of no unit group, nothing published. */
  drop(reason: DropReason): void;
  /** Not as the publisher writes it. Over one row in a hundred refuses the file. */
  bad(message: string): void;
}

/** What readers may know: the pack's codes and names, never its figures. */
export interface ImportContext {
  readonly groups: ReadonlyMap<NocCode, { readonly title: string; readonly titleFr: string }>;
  /** Unit groups of earlier editions: code to name. */
  readonly editions: ReadonlyMap<Edition, ReadonlyMap<string, string>>;
  /** By id: `CA`, `AB`, `ER4850`. */
  readonly regions: ReadonlyMap<string, Region>;
  /** NOC 2021 groups that a code of an earlier edition leads to; empty for a code that the edition does not have. */
  groupsOf(edition: Edition, code: string): readonly NocCode[];
  /** The pack's own account of a source, where it has one. */
  source(id: string): ImportSource | undefined;
}

/** Gives a format its column keys as types, so that a reader cannot ask for a column that is not there. */
export function tableFormat<Key extends string>(format: {
  readonly id: string;
  readonly what: string;
  readonly columns: Readonly<Record<Key, ColumnSpec>>;
  readonly openEnded?: true;
  readonly unused?: true;
  open(context: ImportContext, sample: Sample<Key>): Reader<Key>;
}): Format {
  // The reader of a table hands every declared column to every row, so the wider type holds.
  return format as unknown as Format;
}

/** "Code - NOC 2021 V1.0" and "code_noc_2021_v1.0" are the same column: letters and digits of it, without case and accents. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
