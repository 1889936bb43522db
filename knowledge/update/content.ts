import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { foldHeader } from '../import/format.ts';

/** A header is longer than this in no file that anybody publishes. */
const HEAD_BYTES = 65_536;
const ZIP = Buffer.from('PK\u0003\u0004');

export interface ContentFault {
  readonly what: string;
  readonly advice: string;
}

/** What makes a whole file not the one that was asked for, as its start tells; undefined when nothing does. */
export async function contentFault(
  path: string,
  headers: readonly string[],
  page: string,
): Promise<ContentFault | undefined> {
  const head = await readHead(path);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return zipFault(page);
  const text = decode(head);
  if (/^\s*<(!doctype|html)\b/i.test(text)) return htmlFault(page);
  if (text.trim() === '') {
    return { what: 'The file is empty', advice: `Look at ${page} for where it is now.` };
  }
  const missing = missingHeaders(text, headers);
  if (missing.length === 0) return undefined;
  return {
    what: `Its first line does not name the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`,
    advice: `Look at ${page} whether the file has moved or changed its shape; correct \`file\` or \`headers\` in a copy of the list (--sources FILE).`,
  };
}

export function htmlFault(page: string): ContentFault {
  return {
    what: 'A web page came instead of data',
    advice: `Look at ${page} for where the file is now, or download it there by hand and import the folder.`,
  };
}

export function zipFault(page: string): ContentFault {
  return {
    what: 'It is a zip archive (or an Excel workbook)',
    advice: `Download it from ${page}, unpack it (save a workbook as CSV) and import the folder.`,
  };
}

function missingHeaders(text: string, headers: readonly string[]): readonly string[] {
  const line = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  let fewest = headers;
  for (const delimiter of [',', ';', '\t']) {
    const found = new Set(cellsOf(line, delimiter).map(foldHeader));
    const missing = headers.filter((name) => !found.has(foldHeader(name)));
    if (missing.length < fewest.length) fewest = missing;
  }
  return fewest;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    const rows: string[][] = parse(line, { delimiter, relax_quotes: true });
    return rows[0] ?? [];
  } catch {
    // An open quote: whatever it is, it is not the header that is looked for.
    return [];
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function decode(head: Buffer): string {
  try {
    // `stream` lets a letter be cut at the end of the piece.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}
