import { createDeskApi } from '../adapters/desk/api/desk-api.ts';
import type { DeskApiDependencies } from '../adapters/desk/api/ports.ts';
import { createDesk } from '../adapters/desk/mount.ts';
import { createSignIn } from '../adapters/desk/sign-in/sign-in.ts';
import type { Mount } from '../adapters/http/dependencies.ts';
import type { Config } from './config.ts';
import { BUNDLES_DIR } from './paths.ts';
import type { SqliteGapLog } from './state/gap-log.ts';
import { toldGaps } from './told-gaps.ts';

/** More rows than any file holds: texts that are not told stand among the others. */
const ALL = 1_000_000_000;

export interface DeskParts extends Omit<DeskApiDependencies, 'gaps' | 'identity' | 'signOutPath' | 'homeRegion'> {
  readonly config: Config;
  readonly gaps: SqliteGapLog;
  readonly key: Uint8Array;
  publicUrl(): string;
}

/** The contact centre's desk with its sign-in and its data. */
export function deskMounts({ config, gaps, key, publicUrl, ...parts }: DeskParts): Mount[] {
  const { wording, log } = parts;
  const signIn = createSignIn({ access: config.desk, publicUrl, key, wording, log });
  const api = createDeskApi({
    ...parts,
    homeRegion: config.homeRegion,
    gaps: {
      list: async (most) => {
        const told = toldGaps(await gaps.list(ALL));
        return { ...told, gaps: told.gaps.slice(0, most) };
      },
    },
    identity: signIn.identity,
    signOutPath: signIn.signOutPath,
  });
  return createDesk({ bundles: BUNDLES_DIR, publicUrl, api, signIn, wording, log });
}
