import { AdvisorError } from '../errors.ts';
import { type Cells, type Dataset, type Format, foldHeader, type ImportContext, type Reader } from './format.ts';
import { type Recognition, recognise, wrongDelimiter } from './recognise.ts';
import type { FileReport } from './report.ts';
import type { WriteRow } from './rows.ts';
import { type FileScan, scanFile } from './scan-file.ts';
import { type BytesRead, type TableRow, tableRows } from './table-file.ts';
import { Tally } from './tally.ts';

export interface FileToRead {
  readonly path: string;
  /** As it is told: relative to the folder that is imported. */
  readonly name: string;
  /** Day on which it was written, YYYY-MM-DD. */
  readonly modified: string;
}

export interface ReadResult {
  readonly report: FileReport;
  /** What the file is; null where it was not taken. */
  readonly dataset: Dataset | null;
}

/** Rows that a format sees before it begins: enough to tell a language, an edition or a year. */
const SAMPLE_ROWS = 400;

/**
 * Reads one file of a publisher: tells its format by its header, hands every row to the format's reader, and counts what became of
 * each. Faults are in the report, never thrown; what is thrown is a fault of the disk.
 */
export async function readFile(
  file: FileToRead,
  formats: readonly Format[],
  context: ImportContext,
  write: WriteRow,
  onBytes: BytesRead = () => undefined,
): Promise<ReadResult> {
  const scan = await scanFile(file.path);
  const refuse = (...faults: string[]): ReadResult => ({
    report: { file: file.name, status: 'refused', faults },
    dataset: null,
  });
  if (scan.trouble !== '') return refuse(scan.trouble);
  const rows = tableRows(file.path, scan, onBytes)[Symbol.asyncIterator]();
  try {
    const first = await rows.next();
    if (first.done) return refuse('has no rows');
    if (first.value.kind === 'broken') return refuse(`line ${first.value.line}: ${first.value.message}`);
    const header = first.value.cells.map((cell) => cell.trim());
    const known = recognise(header, formats);
    if (known.kind === 'nearly') return refuse(...nearly(known));
    if (known.kind === 'unknown') {
      const sign = wrongDelimiter(header, formats);
      if (sign) return refuse(`its columns are separated by ${sign}: save it with commas`);
      return {
        report: { file: file.name, status: 'left', faults: ['its columns are of no format that is known'] },
        dataset: null,
      };
    }
    const twice = repeatedColumn(header, known.places);
    if (twice) return refuse(`has the column "${twice}" twice: which one holds?`);
    return await readRows({ file, scan, known, header, rows, context, write });
  } finally {
    await rows.return?.(undefined);
  }
}

interface Reading {
  readonly file: FileToRead;
  readonly scan: FileScan;
  readonly known: Extract<Recognition, { kind: 'known' }>;
  readonly header: readonly string[];
  readonly rows: AsyncIterator<TableRow>;
  readonly context: ImportContext;
  readonly write: WriteRow;
}

async function readRows({ file, scan, known, header, rows, context, write }: Reading): Promise<ReadResult> {
  const { format, places } = known;
  const cellsOf = (row: readonly string[]): Cells =>
    Object.fromEntries(Object.entries(places).map(([key, place]) => [key, place < 0 ? '' : (row[place] ?? '').trim()]));
  const tally = new Tally(write);
  const ahead: TableRow[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    ahead.push(next.value);
    if (ahead.length >= SAMPLE_ROWS) break;
  }
  let reader: Reader;
  try {
    const sampled = ahead.flatMap((row) => (row.kind === 'cells' ? [cellsOf(row.cells)] : []));
    reader = format.open(context, { rows: sampled, header, name: file.name, modified: file.modified });
  } catch (error) {
    if (!(error instanceof AdvisorError && error.code === 'IMPORT_REFUSED')) throw error;
    return { report: { file: file.name, status: 'refused', faults: error.details }, dataset: null };
  }
  let last: TableRow | undefined;
  const take = (row: TableRow): void => {
    last = row;
    if (row.kind === 'broken') tally.broken(row.line, row.lines, row.message);
    else if (!fits(row.cells, header.length)) {
      tally.broken(row.line, 1, `has ${row.cells.length} cells where the header has ${header.length}`);
    } else tally.row(row.line, (sink) => reader.row(cellsOf(row.cells), sink, row.cells));
  };
  for (const row of ahead) take(row);
  if (ahead.length >= SAMPLE_ROWS) {
    for (let next = await rows.next(); !next.done; next = await rows.next()) take(next.value);
  }
  const remarks = [...(reader.end?.() ?? [])];
  const faults = tally.faults(format.unused === true);
  if (last && breaksOff(last, header.length, scan))
    faults.unshift(`line ${last.line}: the file breaks off here: download it again`);
  const report: FileReport = {
    file: file.name,
    status: faults.length > 0 ? 'refused' : format.unused ? 'left' : 'taken',
    format: format.id,
    what: format.what,
    dataset: reader.dataset.id,
    sha256: scan.sha256,
    encoding: scan.encoding,
    ...tally.counts(),
    unreadColumns: format.openEnded ? [] : known.unread,
    absentColumns: known.absent,
    remarks,
    faults,
  };
  return { report, dataset: faults.length > 0 || format.unused ? null : reader.dataset };
}

/** Blank cells at the end are what spreadsheets add. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''));
}

/** A last row that is short and not ended, or a quote that stays open: the rest of the file did not arrive. */
function breaksOff(last: TableRow, width: number, scan: FileScan): boolean {
  if (last.kind === 'broken') return /never closed/.test(last.message);
  return !scan.endsWithNewline && last.cells.length < width;
}

function nearly({ format, missing }: Extract<Recognition, { kind: 'nearly' }>): string[] {
  return missing.map((name) => `looks like ${format.what}, but its column "${name}" is gone`);
}

function repeatedColumn(header: readonly string[], places: Readonly<Record<string, number>>): string | undefined {
  const folded = header.map(foldHeader);
  return Object.values(places)
    .filter((place) => place >= 0)
    .map((place) => header[place] ?? '')
    .find((name) => folded.filter((each) => each === foldHeader(name)).length > 1);
}
