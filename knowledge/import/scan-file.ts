import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What a first pass over a file tells, before anything in it is believed. */
export interface FileScan {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** False where the last line is not ended: the file may break off in it. */
  readonly endsWithNewline: boolean;
  /** Why it can be no table at all; empty when it may be one. */
  readonly trouble: string;
}

/** Reads the file once: its hash, its encoding, and whether it is text. Publishers write UTF-8, older files Windows-1252. */
export async function scanFile(path: string): Promise<FileScan> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head: Buffer = Buffer.alloc(0);
  let last = 0;
  let bytes = 0;
  let isUtf8 = true;
  let hasZeros = false;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512)]);
    last = chunk[chunk.length - 1] ?? last;
    bytes += chunk.length;
    hasZeros ||= chunk.includes(0);
    isUtf8 &&= decodes(utf8, chunk, true);
  }
  isUtf8 &&= decodes(utf8, new Uint8Array(), false);
  const encoding = encodingOf(head, isUtf8);
  return {
    bytes,
    sha256: hash.digest('hex'),
    encoding,
    endsWithNewline: last === 10 || last === 13 || (encoding !== 'utf-8' && last === 0),
    trouble: troubleOf(head, bytes, hasZeros && !encoding.startsWith('utf-16')),
  };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function encodingOf(head: Buffer, isUtf8: boolean): FileScan['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

function troubleOf(head: Buffer, bytes: number, hasZeros: boolean): string {
  if (bytes === 0) return 'is empty: download it again';
  if (head[0] === 0x50 && head[1] === 0x4b)
    return 'is a zip archive or a spreadsheet: unpack it, or save its sheet as CSV';
  if (/^\s*<(!doctype|html|\?xml)/i.test(head.toString('latin1')))
    return 'is a web page and no table: download the file itself';
  return hasZeros ? 'is not text: save it as CSV' : '';
}
