import type { Config } from '../../config.ts';

/** A sub-command of `npm run knowledge`. */
export interface KnowledgeCommand {
  /** What it does, for the list of commands. */
  readonly does: string;
  /** Its words, as `import DIR [--dry-run]`. */
  readonly usage: string;
  run(config: Config, words: readonly string[]): Promise<void>;
}
