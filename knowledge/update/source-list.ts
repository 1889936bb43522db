import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { FaultList, formatFault } from '../build/faults.ts';
import { lineOf } from '../build/yaml-lines.ts';
import { AdvisorError } from '../errors.ts';
import { addressFault } from './address.ts';

const address = z.string().superRefine((value, context) => {
  const fault = addressFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});
const words = z.string().trim().min(1, 'is empty');
// Names of files are made of it.
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: small letters, digits and single hyphens')
  .max(60, 'has more than 60 letters');

const source = z
  .strictObject({
    id,
    title: words,
    publisher: words,
    page: address,
    /** Null: nobody vouches for an address, so the file is fetched by hand from the page. */
    file: address.nullable(),
    licence: words,
    formats: z.array(id).min(1, 'names no format'),
    headers: z.array(words).default([]),
    changes: z.enum(['yearly', 'every 2-3 years', 'every 5 years', 'never']),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'is not a SHA-256 checksum: 64 digits and letters a-f')
      .transform((value) => value.toLowerCase())
      .optional(),
    max_mb: z.number().positive('is not above zero').max(2000, 'is above 2000'),
  })
  .superRefine((value, context) => {
    if (value.file !== null && value.headers.length === 0) {
      // Without them a page of another kind could pass for the file.
      context.addIssue({ code: 'custom', path: ['headers'], message: 'name a few columns that the file must have' });
    }
  });

/** A file that may be downloaded, or that an operator is sent to fetch. */
export type DownloadSource = z.infer<typeof source>;

/** Reads the list; throws AdvisorError SOURCES_INVALID with every fault and its line. */
export async function readSourceList(path: string): Promise<readonly DownloadSource[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new AdvisorError('SOURCES_INVALID', [`${path}: cannot be read: check its name and rights`], { cause: error });
  }
  return parseSourceList(text, basename(path));
}

export function parseSourceList(text: string, file: string): readonly DownloadSource[] {
  const faults = new FaultList();
  const sources = parse(text, file, faults);
  if (faults.faults.length > 0) throw new AdvisorError('SOURCES_INVALID', faults.sorted().map(formatFault));
  return sources;
}

function parse(text: string, file: string, faults: FaultList): readonly DownloadSource[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const problem of [...document.errors, ...document.warnings]) {
    faults.add(file, lines.linePos(problem.pos[0]).line, problem.message.split('\n')[0] ?? 'not YAML');
  }
  if (faults.faults.length > 0) return [];
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // References to nothing, or to themselves, come to light only here.
    faults.add(file, 1, error instanceof Error ? error.message : String(error));
    return [];
  }
  const parsed = z.array(source).min(1, 'names no source').safeParse(content);
  if (parsed.success) {
    tellRepeatedIds(parsed.data, (path) => lineOf(document, lines, path), file, faults);
    return parsed.data;
  }
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    for (const key of unknown) {
      const path = [...issue.path, key];
      faults.add(file, lineOf(document, lines, path), `${nameOf(path)}: no source has this key`);
    }
    if (unknown.length > 0) continue;
    faults.add(file, lineOf(document, lines, issue.path), `${nameOf(issue.path)}: ${issue.message}`);
  }
  return [];
}

function tellRepeatedIds(
  sources: readonly DownloadSource[],
  line: (path: readonly PropertyKey[]) => number,
  file: string,
  faults: FaultList,
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of sources.entries()) {
    if (seen.has(id)) faults.add(file, line([index, 'id']), `id: an earlier source is called ${id} too`);
    seen.add(id);
  }
}

/** The place of a source in the list says nothing to a reader, its line does. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.filter((part) => typeof part === 'string').join('.') || 'source';
}
