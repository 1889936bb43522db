import { strToU8, type Zippable, zipSync } from 'fflate';
import { teamsApp as french } from '../../../dialogs/wording/fr/teams-app.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { colorIcon, outlineIcon } from './icons.ts';
import { localizationOf } from './localization.ts';
import { type AppManifest, FILES, manifestOf } from './manifest.ts';
import type { AppSettings } from './settings.ts';
import { refuseUnresolved } from './unresolved.ts';
import { refuseInvalid } from './validate.ts';

/** The first day that a zip can tell: with it, the same app has the same bytes on any day. */
const NO_DAY = new Date(1980, 0, 1);
const SMALLEST = 9;

export interface AppPackage {
  readonly manifest: AppManifest;
  readonly zip: Uint8Array;
}

/**
 * The package that Teams takes: manifest, French texts and two icons in a zip; the same bytes for the same settings. Throws
 * TEAMS_APP_UNRESOLVED or TEAMS_APP_INVALID, and nothing goes out.
 */
export async function packageApp(
  settings: AppSettings,
  version: string,
  { teamsApp, conversation }: Pick<Wording, 'teamsApp' | 'conversation'>,
): Promise<AppPackage> {
  const { examples } = conversation;
  const manifest = manifestOf({ settings, version, wording: teamsApp, examples });
  const localization = localizationOf(french, examples);
  refuseUnresolved(FILES.manifest, manifest);
  refuseUnresolved(FILES.french, localization);
  await refuseInvalid(FILES.manifest, 'manifest', manifest);
  await refuseInvalid(FILES.french, 'localization', localization);
  const files: Zippable = {
    [FILES.manifest]: json(manifest),
    [FILES.french]: json(localization),
    [FILES.color]: colorIcon(),
    [FILES.outline]: outlineIcon(),
  };
  return { manifest, zip: zipSync(files, { level: SMALLEST, mtime: NO_DAY }) };
}

function json(content: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(content, null, 2)}\n`);
}
