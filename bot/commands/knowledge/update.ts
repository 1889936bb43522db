import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { readSourceList } from '../../../knowledge/update/source-list.ts';
import { type UpdateResult, updateSources } from '../../../knowledge/update/update.ts';
import { downloadsDir, SOURCES_FILE } from '../../paths.ts';
import { print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';
import { runImport, tellReport } from './import.ts';
import { downloadProgress } from './update-progress.ts';

export const update: KnowledgeCommand = {
  usage: 'update [--sources FILE] [--dry-run] [--json]',
  does: 'download what the list of sources has addresses of (knowledge/sources.yaml, or FILE), and import it',
  async run(config, words) {
    const at = words.indexOf('--sources');
    const given = at < 0 ? undefined : words[at + 1];
    if (at >= 0 && given === undefined)
      throw new AdvisorError('COMMAND_UNKNOWN', [`usage: npm run knowledge -- ${update.usage}`]);
    const json = words.includes('--json');
    const list = await readSourceList(given === undefined ? SOURCES_FILE : resolve(given));
    const folder = downloadsDir(config.dataDir);
    await mkdir(folder, { recursive: true });
    const stop = new AbortController();
    // What has arrived stays, and the next run goes on from there.
    const onSignal = (): void => stop.abort();
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const results = await updateSources(list, folder, { signal: stop.signal, onProgress: downloadProgress() });
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    if (json) print(JSON.stringify({ downloads: results }, null, 2));
    else for (const line of results.flatMap(resultLines)) print(line);
    if (results.some((result) => result.status === 'failed')) process.exitCode = 1;
    const arrived = results.filter((result) => result.status === 'fresh' || result.status === 'unchanged');
    if (arrived.length === 0) {
      if (!json) print('Nothing was downloaded, so there is nothing to import.');
      return;
    }
    tellReport(await runImport(config, folder, { dryRun: words.includes('--dry-run') }), json);
  },
};

function resultLines(result: UpdateResult): string[] {
  if (result.status === 'manual') return [`- ${result.id}: has no address in the list. ${result.advice}`];
  if (result.status === 'failed') return [`! ${result.id}: ${result.reason}`, `    ${result.advice}`];
  const size = `${(result.bytes / 1_000_000).toLocaleString('en-CA', { maximumFractionDigits: 1 })} MB`;
  return [`+ ${result.id}: ${result.status === 'fresh' ? 'downloaded' : 'unchanged since the last time'}, ${size}`];
}
