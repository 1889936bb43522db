import type { Variables } from '../../../adapters/teams/app/settings.ts';

/** A sub-command of `npm run teams`. */
export interface TeamsCommand {
  /** What it does, for the list of commands. */
  readonly does: string;
  /** Its words, as `package [--out FILE]`. */
  readonly usage: string;
  run(variables: Variables, words: readonly string[]): Promise<void>;
}
