import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { PACK_DIR, ROOT } from '../helpers.ts';

export const REFERENCE_DIR = join(ROOT, '../shared/reference');
export const SEED_FILE = join(ROOT, '../shared/seed/health-information-management-professional.txt');

/** The title of a suite that needs the reference: it says so where the reference is not there. */
export function withReference(title: string): string {
  return existsSync(REFERENCE_DIR) ? title : `${title} (skipped: ${REFERENCE_DIR} is not here)`;
}

export function hasReference(): boolean {
  return existsSync(REFERENCE_DIR);
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a CSV file by column, apart from the build's own reader, so that the two check each other. */
export function csvRows(path: string): Row[] {
  return parse(readFileSync(path), {
    bom: true,
    columns: (header: string[]) => header.map((column) => column.trim()),
  }) as Row[];
}

export const packRows = (path: string): Row[] => csvRows(join(PACK_DIR, path));
export const referenceRows = (path: string): Row[] => csvRows(join(REFERENCE_DIR, path));
export const titleRows = (): Row[] =>
  readdirSync(join(PACK_DIR, 'titles')).flatMap((file) => packRows(`titles/${file}`));

/** A cell as a number; null for what is blank or not available. */
export function amount(cell: string | undefined): number | null {
  return cell === undefined || cell === '' || cell === 'N/A' ? null : Number(cell.replaceAll(',', ''));
}

/** How often each value is there. */
export function countBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}
