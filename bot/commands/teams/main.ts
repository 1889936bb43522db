import { AdvisorError } from '../../../knowledge/errors.ts';
import { check } from './check.ts';
import type { TeamsCommand } from './command.ts';
import { packageCommand } from './package.ts';

/** The sub-commands of `npm run teams`. A new one is a file beside this and an entry here. */
const COMMANDS: Readonly<Record<string, TeamsCommand>> = { package: packageCommand, check };

/** Not run as other commands are: these are for a configuration that is not complete yet, which those refuse at once. */
async function run([name = '', ...words]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new AdvisorError(
      'COMMAND_UNKNOWN',
      Object.values(COMMANDS).map(({ usage, does }) => `npm run teams -- ${usage}: ${does}`),
    );
  }
  await command.run(process.env, words);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AdvisorError)) throw error;
  process.stderr.write(`${error.message}\n[${error.code}]\n`);
  process.exitCode = 1;
}
