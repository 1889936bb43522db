import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AppPackage, packageApp } from '../../../adapters/teams/app/package.ts';
import type { AppSettings } from '../../../adapters/teams/app/settings.ts';
import { wordingFor } from '../../../dialogs/wording/index.ts';
import { ROOT } from '../../paths.ts';

const project = z.object({ version: z.string() });

/** The package of the Teams app in the program's own version. */
export async function appPackage(settings: AppSettings): Promise<AppPackage> {
  const { version } = project.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  return packageApp(settings, version, wordingFor('en'));
}
