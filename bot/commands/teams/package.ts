import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAppSettings, type Variables } from '../../../adapters/teams/app/settings.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { readConfig } from '../../config.ts';
import { ROOT } from '../../paths.ts';
import { print } from '../run.ts';
import { appPackage } from './app-package.ts';
import type { TeamsCommand } from './command.ts';

const NAME = 'career-advisor-teams.zip';

export const packageCommand: TeamsCommand = {
  usage: 'package [--out FILE]',
  does: `make the app that is uploaded to Teams (FILE: ${NAME} in DATA_DIR unless told)`,
  async run(variables, words) {
    const { out } = readWords(words);
    const settings = readAppSettings(variables);
    const { manifest, zip } = await appPackage(settings);
    const file = out === undefined ? await ownFile(variables) : resolve(out);
    await write(file, zip);
    print(`${file}: ${(zip.length / 1000).toFixed(1)} kB`);
    print(`app ${manifest.id}, version ${manifest.version}, bot ${settings.botId}`);
    print(
      settings.publicHost === null
        ? 'PUBLIC_URL is not set, or on loopback: links to occupations are not shown as cards.'
        : `domain ${settings.publicHost}`,
    );
    print('Upload it as README, "Connect Teams", tells.');
  },
};

function readWords(words: readonly string[]): { readonly out: string | undefined } {
  try {
    return { out: parseArgs({ args: [...words], options: { out: { type: 'string' } } }).values.out };
  } catch (cause) {
    throw new AdvisorError('COMMAND_UNKNOWN', [
      cause instanceof Error ? cause.message : String(cause),
      `usage: npm run teams -- ${packageCommand.usage}`,
    ]);
  }
}

async function ownFile({ DATA_DIR }: Variables): Promise<string> {
  const { dataDir } = readConfig({ DATA_DIR }, ROOT);
  return join(dataDir, NAME);
}

async function write(file: string, zip: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, zip);
  } catch (cause) {
    throw new AdvisorError('TEAMS_APP_UNWRITABLE', [cause instanceof Error ? cause.message : String(cause)], { cause });
  }
}
