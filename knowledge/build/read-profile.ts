import { LineCounter, parseDocument } from 'yaml';
import { occupationProfile } from '../profile.ts';
import { decodeText } from './csv.ts';
import type { FaultList } from './faults.ts';
import type { PackFile, PackProfile } from './read-pack.ts';
import { lineOf } from './yaml-lines.ts';

/** Parses one profile; faults of YAML and of shape are added to `faults`, each with the line it stands on. */
export function parseProfile(file: PackFile, faults: FaultList): PackProfile | undefined {
  const before = faults.faults.length;
  const text = decodeText(file.path, file.content, faults);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const problem of [...document.errors, ...document.warnings]) {
    faults.add(file.path, lines.linePos(problem.pos[0]).line, problem.message.split('\n')[0] ?? 'not YAML');
  }
  if (faults.faults.length > before) return undefined;
  const place = (path: readonly PropertyKey[]) => ({ file: file.path, line: lineOf(document, lines, path) });
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // References to nothing, or to themselves, come to light only here.
    faults.add(file.path, 1, error instanceof Error ? error.message : String(error));
    return undefined;
  }
  const parsed = occupationProfile.safeParse(content);
  if (parsed.success) return { ...parsed.data, at: place([]), placeOf: place };
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        faults.add(file.path, place(path).line, `${path.map(String).join('.')}: no profile has this key`);
      }
    } else {
      faults.add(
        file.path,
        place(issue.path).line,
        `${issue.path.map(String).join('.') || 'profile'}: ${issue.message}`,
      );
    }
  }
  return undefined;
}
