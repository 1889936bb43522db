import { DROP_REASONS, type DropReason } from '../../../knowledge/import/reasons.ts';
import type { FileReport, ImportReport, ReadReport } from '../../../knowledge/import/report.ts';

const OUTCOMES: Readonly<Record<ImportReport['outcome'], string>> = {
  imported: 'Imported: the new knowledge is in service, and a running server takes it up by itself.',
  checked: 'Checked: these files can be imported. Nothing was changed.',
  unchanged: 'Nothing new: all of these files are in service already.',
  refused:
    'Refused: nothing was imported, and the knowledge in service is as it was. Mend or take away the files marked below.',
};

const MARKS: Readonly<Record<FileReport['status'], string>> = { taken: '+', left: '-', refused: '!' };

/** The report for a person: what each file was taken for, what became of its rows, and what is wrong. */
export function reportLines(report: ImportReport): string[] {
  const refused = report.files.filter((file) => file.status === 'refused');
  const rest = report.files.filter((file) => file.status !== 'refused');
  return [
    ...[...rest, ...refused].flatMap(fileLines),
    '',
    OUTCOMES[report.outcome],
    `${report.files.length} files, ${refused.length} refused, ${report.datasets.length} datasets in service, ${report.seconds} s.`,
  ];
}

function fileLines(file: FileReport): string[] {
  const head = `${MARKS[file.status]} ${file.file}`;
  if (!('rows' in file)) return [head, ...indented(file.faults)];
  return [
    `${head}: ${file.what} (${file.dataset})`,
    ...indented([
      `${number(file.rows)} rows read, ${number(file.kept)} kept${written(file)}`,
      ...Object.entries(file.dropped).map(
        ([reason, count]) => `${number(count)} set aside: ${DROP_REASONS[reason as DropReason]}`,
      ),
      ...(file.broken > 0 ? [`${number(file.broken)} broken and left out:`] : []),
      ...file.brokenRows.slice(0, 5).map(({ line, message }) => `  line ${line}: ${message}`),
      ...(file.unreadColumns.length > 0 ? [`columns that are not read: ${file.unreadColumns.join(', ')}`] : []),
      ...(file.absentColumns.length > 0 ? [`columns that are not there: ${file.absentColumns.join(', ')}`] : []),
      ...(file.encoding === 'utf-8' ? [] : [`letters read as ${file.encoding}`]),
      ...file.remarks,
      ...file.faults,
    ]),
  ];
}

/** One row of a file can be several of the store's (a rating each). */
function written({ kept, written: tables }: ReadReport): string {
  const told = Object.entries(tables).filter(([, rows]) => rows !== kept);
  return told.length === 0
    ? ''
    : ` as ${told.map(([table, rows]) => `${number(rows)} ${table.replaceAll('_', ' ')}`).join(', ')}`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}

function number(value: number): string {
  return value.toLocaleString('en-CA');
}
