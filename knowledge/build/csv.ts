import { CsvError, parse } from 'csv-parse/sync';
import type { FaultList } from './faults.ts';

export interface CsvRow {
  /** Line on which the row begins, 1 for the first of the file. A cell may hold line breaks, so rows and lines are not the same. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that spans more lines than this has an unclosed quote in it. */
const MAX_LINES_OF_A_ROW = 40;

/** What to do about a row that does not follow the rules of CSV. */
const QUOTE_FAULTS: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell: put the whole cell in quotes and write "" for each quote in it',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows a closing quote: put the whole cell in quotes and write "" for each quote in it',
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
};

/** The file's text with one kind of line end and no byte order mark. Every line that is not UTF-8 is told; undefined when none can be. */
export function decodeText(path: string, content: Buffer, faults: FaultList): string | undefined {
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    faults.add(path, 0, 'is UTF-16: save it as UTF-8');
    return undefined;
  }
  if (!isUtf8(content)) {
    for (const [index, line] of splitLines(content).entries()) {
      if (!isUtf8(line)) faults.add(path, index + 1, 'has letters that are not UTF-8: save the file as UTF-8');
    }
  }
  return new TextDecoder('utf-8').decode(content).replace(/\r\n?/g, '\n');
}

/** All rows that can be read, the header among them; blank lines are passed over. Rows that break the rules of CSV go to `fault`. */
export function readCsv(text: string, fault: (line: number, message: string) => void): CsvRow[] {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
    });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      // The parser counts to the line on which a row ends.
      line: info.lines - breaks(record),
      cells: record,
    }));
  } catch {
    // The parser gives up at the first bad quote. Going on row by row tells the rest of the file's faults as well.
    return readRowByRow(text.split('\n'), fault);
  }
}

function readRowByRow(lines: readonly string[], fault: (line: number, message: string) => void): CsvRow[] {
  const rows: CsvRow[] = [];
  let index = 0;
  while (index < lines.length) {
    if (lines[index] === '') {
      index += 1;
      continue;
    }
    const row = readRow(lines, index);
    if (typeof row === 'string') {
      fault(index + 1, row);
      index += 1;
    } else {
      rows.push({ line: index + 1, cells: row });
      index += 1 + breaks(row);
    }
  }
  return rows;
}

/** The cells of the row that begins at `start`, or what is wrong with it. */
function readRow(lines: readonly string[], start: number): string[] | string {
  let code = 'CSV_QUOTE_NOT_CLOSED';
  for (let end = start + 1; end <= Math.min(lines.length, start + MAX_LINES_OF_A_ROW); end += 1) {
    try {
      return parse(lines.slice(start, end).join('\n'), { relax_column_count: true, record_delimiter: '\n' })[0] ?? [];
    } catch (error) {
      const found = error instanceof CsvError ? error.code : String(error);
      // A closing quote that goes wrong on a later line belongs to that line: here the quote was never closed.
      if (found !== 'CSV_QUOTE_NOT_CLOSED') {
        if (end === start + 1) code = found;
        break;
      }
    }
  }
  return QUOTE_FAULTS[code] ?? code;
}

function breaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function splitLines(content: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, start)) {
    lines.push(content.subarray(start, end));
    start = end + 1;
  }
  return [...lines, content.subarray(start)];
}
