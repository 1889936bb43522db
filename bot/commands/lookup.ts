import { lookupLines, lookupOne } from '../../adapters/console/lookup.ts';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { loadKnowledge } from '../knowledge-service.ts';
import { knowledgePaths } from '../paths.ts';
import { buildProgress, runCommand } from './run.ts';

await runCommand(async (config, words) => {
  const json = words.includes('--json');
  const rest = words.filter((word) => word !== '--json');
  const query = rest.join(' ').trim();
  if (query === '')
    throw new AdvisorError('COMMAND_UNKNOWN', [
      'usage: npm run lookup -- "job title" | -- --json "job title" | -- --json -',
    ]);
  const { store, lookup } = await loadKnowledge(knowledgePaths(config.dataDir), buildProgress());
  const wording = wordingFor('en');
  const write = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  if (query === '-') await lookupLines(lookup, wording, process.stdin, write);
  else write(await lookupOne(lookup, wording, query, json));
  await store.close();
});
