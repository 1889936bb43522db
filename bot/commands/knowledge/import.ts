import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { FORMATS } from '../../../knowledge/import/formats/index.ts';
import { type ImportOptions, importFolder } from '../../../knowledge/import/import-folder.ts';
import type { ImportReport } from '../../../knowledge/import/report.ts';
import type { Config } from '../../config.ts';
import { knowledgePaths } from '../../paths.ts';
import { print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';
import { importProgress } from './import-progress.ts';
import { reportLines } from './import-report.ts';

const FLAGS = ['--dry-run', '--allow-smaller', '--json'] as const;

export const importCommand: KnowledgeCommand = {
  usage: 'import DIR [--dry-run] [--allow-smaller] [--json]',
  does: 'load the official files of a folder, all or none (--dry-run only checks them)',
  async run(config, words) {
    const folders = words.filter((word) => !word.startsWith('--'));
    const unknown = words.filter((word) => word.startsWith('--') && !FLAGS.some((flag) => flag === word));
    const [dir] = folders;
    if (dir === undefined || folders.length > 1 || unknown.length > 0)
      throw new AdvisorError('COMMAND_UNKNOWN', [...unknown, `usage: npm run knowledge -- ${importCommand.usage}`]);
    const folder = resolve(dir);
    if (!(await stat(folder).catch(() => null))?.isDirectory())
      throw new AdvisorError('IMPORT_UNREADABLE', [`${folder} is no folder`]);
    const report = await runImport(config, folder, {
      dryRun: words.includes('--dry-run'),
      allowSmaller: words.includes('--allow-smaller'),
    });
    tellReport(report, words.includes('--json'));
  },
};

export function runImport(
  config: Config,
  dir: string,
  flags: Pick<ImportOptions, 'dryRun' | 'allowSmaller'>,
): Promise<ImportReport> {
  return importFolder({
    dir,
    ...knowledgePaths(config.dataDir),
    ...flags,
    formats: FORMATS,
    now: new Date(),
    onProgress: importProgress(),
  });
}

/** The report on the screen, or whole as JSON. A refused import is a failed command. */
export function tellReport(report: ImportReport, json: boolean): void {
  if (json) print(JSON.stringify(report, null, 2));
  else for (const line of reportLines(report)) print(line);
  if (report.outcome === 'refused') process.exitCode = 1;
}
