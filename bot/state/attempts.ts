import { AdvisorError } from '../../knowledge/errors.ts';
import type { StateFile } from './state-file.ts';

/** An activity that fails so often is left alone: one that kills the process must not do so at every start. */
export const MOST_ATTEMPTS = 3;

/** How many activities are remembered as received just now; what is forgotten of them costs one more counting. */
const MOST_RECEIVED = 10_000;

/** Counts how often the bot has tried to answer an activity, always before it tries. */
export class Attempts {
  readonly #file: StateFile;
  /** Activities whose first attempt was counted when they were logged: a message then costs one transaction less. */
  readonly #counted = new Set<string>();

  constructor(file: StateFile) {
    this.#file = file;
  }

  /** The activity was logged just now, with its first attempt counted. */
  received(conversation: string, position: number): void {
    if (this.#counted.size >= MOST_RECEIVED) this.#counted.clear();
    this.#counted.add(keyOf(conversation, position));
  }

  /**
   * Counts an attempt and tells whether it is to be made: not where the activity has its replies already. Throws TURN_GIVEN_UP where it
   * failed too often, CONVERSATION_UNKNOWN where it is kept no longer.
   */
  async begin(conversation: string, position: number): Promise<boolean> {
    if (this.#counted.delete(keyOf(conversation, position))) return true;
    return this.#file.write(async (inside) => {
      const found = await inside.get<{ standing: string; attempts: number }>(
        'SELECT standing, attempts FROM activity WHERE conversation = ? AND position = ?',
        [conversation, position],
      );
      if (!found) throw new AdvisorError('CONVERSATION_UNKNOWN');
      if (found.standing !== 'waiting') return false;
      if (found.attempts >= MOST_ATTEMPTS) throw new AdvisorError('TURN_GIVEN_UP');
      await inside.run('UPDATE activity SET attempts = attempts + 1 WHERE conversation = ? AND position = ?', [
        conversation,
        position,
      ]);
      return true;
    });
  }
}

function keyOf(conversation: string, position: number): string {
  return `${position} ${conversation}`;
}
