import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack } from '../../../knowledge/build/build.ts';
import { importContext } from '../../../knowledge/import/context.ts';
import type { Dataset, Format, ImportContext } from '../../../knowledge/import/format.ts';
import { readFile } from '../../../knowledge/import/read-file.ts';
import type { FileReport, ReadReport } from '../../../knowledge/import/report.ts';
import type { ImportRows, ImportTable } from '../../../knowledge/import/rows.ts';
import { PACK_DIR, tempFolder } from '../helpers.ts';

/** Rows that a file yielded, by table. */
export type Rows = { [Table in ImportTable]?: ImportRows[Table][] };

export interface Read {
  readonly report: FileReport;
  readonly dataset: Dataset | null;
  readonly rows: Rows;
}

let context: Promise<ImportContext> | undefined;

/** What importers know of the shipped pack: read once for all tests of a run. */
export function packContext(): Promise<ImportContext> {
  context ??= checkPack(PACK_DIR).then(({ pack }) => importContext(pack));
  return context;
}

/** Reads a publisher's file from the disk through the formats given. */
export async function readPath(path: string, formats: readonly Format[]): Promise<Read> {
  const rows: Rows = {};
  const { report, dataset } = await readFile(
    { path, name: path.split('/').at(-1) ?? path, modified: '2026-01-15' },
    formats,
    await packContext(),
    (table, row) => {
      const of = rows as Record<string, unknown[]>;
      const all = of[table] ?? [];
      of[table] = all;
      all.push(row);
    },
  );
  return { report, dataset, rows };
}

/** Reads a small file of a publisher's shape. Bytes as they are, so that encodings can be tested. */
export function readText(content: string | Uint8Array, formats: readonly Format[], name = 'table.csv'): Promise<Read> {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return readPath(path, formats);
}

/** The report of a file that was taken for a known format; fails for one that was not. */
export function readReport({ report }: Read): ReadReport {
  if (!('rows' in report)) throw new Error(`not of a known format: ${report.faults.join('; ')}`);
  return report;
}
