import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileScan } from './scan-file.ts';

/** A row of a file, or what is wrong with it. */
export type TableRow =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly lines: number; readonly message: string };

/** Told for every chunk that has been read. */
export type BytesRead = (bytes: number) => void;

/** A quote that is never closed takes in the rest of the file; no row of a publisher is longer than this. */
const LONGEST_ROW = 1_000_000;
/** Largest JSON file that is taken: it has to be held in memory whole. */
const LARGEST_JSON = 64 * 1024 * 1024;

/** The rows of a file, header first, as they come: a file of any size takes the memory of a few rows. */
export function tableRows(path: string, scan: FileScan, onBytes: BytesRead): AsyncIterable<TableRow> {
  return path.toLowerCase().endsWith('.json') ? jsonRows(path, scan, onBytes) : csvRows(path, scan, onBytes);
}

interface Broken {
  /** Records that the parser had given before it. */
  readonly after: number;
  readonly line: number;
  lines: number;
  readonly message: string;
}

async function* csvRows(path: string, scan: FileScan, onBytes: BytesRead): AsyncGenerator<TableRow> {
  // The parser runs ahead of the rows that it hands out. What it skips is put between them again by the count of records.
  const broken: Broken[] = [];
  /** Lines on which the rows begin that have been parsed and not yet handed out. */
  const starts: number[] = [];
  let records = 0;
  let lastLine = 0;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    // A quote inside a cell is part of it: better one odd cell, which its reader tells, than all rows after it.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
    on_record: (record, { lines }) => {
      const start = lines - breaks(record);
      const skipped = broken.at(-1);
      // A stray quote takes further lines with it: all that lie between two good rows were lost.
      if (skipped?.after === records) skipped.lines = Math.max(1, start - skipped.line);
      records += 1;
      lastLine = lines;
      starts.push(start);
      return record;
    },
    on_skip: (error: unknown) => {
      if (broken.at(-1)?.after !== records)
        broken.push({ after: records, line: lastLine + 1, lines: 1, message: explain(error) });
      return undefined;
    },
  });
  const source = Readable.from(decoded(path, scan, onBytes));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let given = 0;
  const skippedSoFar = function* (): Generator<TableRow> {
    while (broken[0] && broken[0].after <= given) {
      const { line, lines, message } = broken[0];
      broken.shift();
      yield { kind: 'broken', line, lines, message };
    }
  };
  for await (const record of parser as AsyncIterable<string[]>) {
    const line = starts.shift() ?? 0;
    yield* skippedSoFar();
    // A quote that was opened by mistake has taken in the rows up to the next one.
    if (record.some((cell) => cell.startsWith('"') && cell.includes('\n')))
      yield { kind: 'broken', line, lines: breaks(record) + 1, message: explain(null) };
    else yield { kind: 'cells', line, cells: record };
    given += 1;
  }
  const last = broken.at(-1);
  if (last) last.lines = Math.max(1, parser.info.lines - last.line);
  yield* skippedSoFar();
}

function breaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

async function* decoded(path: string, scan: FileScan, onBytes: BytesRead): AsyncGenerator<string> {
  const decoder = new TextDecoder(scan.encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  yield decoder.decode();
}

function explain(error: unknown): string {
  const code = error instanceof CsvError ? error.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed: does the file break off here?';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'the row has no end: is a quote not closed?';
  return 'a quote stands where none can: the row cannot be read';
}

/** A list of objects as a table: one row for each innermost value, the columns named by the path to it. */
async function* jsonRows(path: string, scan: FileScan, onBytes: BytesRead): AsyncGenerator<TableRow> {
  if (scan.bytes > LARGEST_JSON) {
    yield { kind: 'broken', line: 1, lines: 1, message: 'is larger than a JSON file may be (64 MB)' };
    return;
  }
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder(scan.encoding).decode(await readFile(path)));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    yield { kind: 'broken', line: 1, lines: 1, message: `is not JSON, or breaks off: ${reason}` };
    return;
  }
  onBytes(scan.bytes);
  const columns = new Map<string, number>();
  const rows: Map<string, string>[] = [];
  for (const item of Array.isArray(content) ? content : [content]) rows.push(...flatten(item, ''));
  for (const row of rows) for (const name of row.keys()) if (!columns.has(name)) columns.set(name, columns.size);
  yield { kind: 'cells', line: 1, cells: [...columns.keys()] };
  for (const [index, row] of rows.entries()) {
    yield { kind: 'cells', line: index + 2, cells: [...columns.keys()].map((name) => row.get(name) ?? '') };
  }
}

function flatten(value: unknown, path: string): Map<string, string>[] {
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, path));
  if (typeof value !== 'object' || value === null) return [new Map([[path, value === null ? '' : String(value)]])];
  let rows: Map<string, string>[] = [new Map()];
  for (const [key, part] of Object.entries(value)) {
    const under = flatten(part, path === '' ? key : `${path} ${key}`);
    // An empty list says nothing and takes nothing away.
    if (under.length > 0) rows = rows.flatMap((row) => under.map((each) => new Map([...row, ...each])));
  }
  return rows;
}
