import { AdvisorError } from '../../../knowledge/errors.ts';
import { runCommand } from '../run.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { KnowledgeCommand } from './command.ts';
import { diff } from './diff.ts';
import { gaps } from './gaps.ts';
import { importCommand } from './import.ts';
import { stats } from './stats.ts';
import { update } from './update.ts';

/** The sub-commands of `npm run knowledge`. A new one is a file beside this and an entry here. */
const COMMANDS: Readonly<Record<string, KnowledgeCommand>> = {
  build,
  check,
  stats,
  import: importCommand,
  update,
  diff,
  gaps,
};

await runCommand(async (config, [name = '', ...words]) => {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new AdvisorError(
      'COMMAND_UNKNOWN',
      Object.values(COMMANDS).map(({ usage, does }) => `npm run knowledge -- ${usage}: ${does}`),
    );
  }
  await command.run(config, words);
});
