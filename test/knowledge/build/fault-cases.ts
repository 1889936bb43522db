import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACK_DIR, type PackEdits } from '../helpers.ts';

/** Files of the small pack that the cases break. */
export const GROUPS = 'unit-groups.csv';
export const HEALTH = 'titles/3-health.csv';
export const CANADA = 'wages/job-bank-canada-2025.csv';
export const BC = 'wages/job-bank-british-columbia-2025.csv';
export const ALBERTA = 'wages/alberta-survey-2021.csv';
export const PROFILE = 'profiles/health-information-management-professional.yaml';
/** Puts `now` in the place of `was` on one line; the test is void when the line does not have it. */
export function edit(number: number, was: string, now: string): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    const line = lines[number - 1] ?? '';
    if (!line.includes(was)) throw new Error(`line ${number} is "${line}": it has no "${was}"`);
    lines[number - 1] = line.replace(was, now);
    return lines.join('\n');
  };
}

export const append =
  (...rows: string[]) =>
  (text: string) =>
    `${text}${rows.join('\n')}\n`;
export const replaceAll = (was: string, now: string) => (text: string) => text.replaceAll(was, now);
export const gone = (): null => null;

export const PROFILE_LINES = readFileSync(join(PACK_DIR, PROFILE), 'utf8');

/** Line on which a row appended to the regions stands; the small pack has them all. */
export const AFTER_REGIONS = readFileSync(join(PACK_DIR, 'regions.csv'), 'utf8').split('\n').length;

/** Line of the profile on which a text first stands. */
export function profileLine(text: string): number {
  const at = PROFILE_LINES.indexOf(text);
  if (at < 0) throw new Error(`the profile has no "${text}"`);
  return PROFILE_LINES.slice(0, at).split('\n').length;
}

export interface Case {
  readonly protects: string;
  readonly edits: PackEdits;
  /** All the faults, and no others: one slip must not be told again at each row that points to it. */
  readonly faults: readonly string[];
}
