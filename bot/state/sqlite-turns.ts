import AsyncLock from 'async-lock';
import type { LoggedActivity, Turn, TurnOutcome, Turns } from '../../adapters/directline/ports.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { SqlRunner } from '../../knowledge/store/sqlite.ts';
import type { Attempts } from './attempts.ts';
import { forgetPerson } from './forget.ts';
import type { ItemChange } from './item-change.ts';
import type { StateFile } from './state-file.ts';
import { storeItems } from './state-items.ts';
import type { TurnStorage } from './turn-storage.ts';

/** A turn is performed so often at most; state that changes under it each time is changed by something that is wrong. */
const MOST_PERFORMANCES = 3;

/** Runs turns on the file of the state. One that was answered meanwhile, here or by another program, says nothing. */
export class SqliteTurns implements Turns {
  readonly #file: StateFile;
  readonly #storage: TurnStorage;
  readonly #attempts: Attempts;
  readonly #now: () => Date;
  readonly #lock = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });

  constructor(file: StateFile, storage: TurnStorage, attempts: Attempts, now: () => Date) {
    this.#file = file;
    this.#storage = storage;
    this.#attempts = attempts;
    this.#now = now;
  }

  run(turn: Turn): Promise<readonly LoggedActivity[]> {
    return this.#lock.acquire(turn.conversation, () => this.#runAlone(turn));
  }

  async #runAlone(turn: Turn): Promise<readonly LoggedActivity[]> {
    const { conversation, received } = turn;
    if (received !== null && !(await this.#attempts.begin(conversation, received))) return [];
    for (let performance = 1; ; performance += 1) {
      try {
        const { value: outcome, buffer } = await this.#storage.during(() => turn.perform());
        return await this.#commit(turn, outcome, buffer.changes);
      } catch (error) {
        const conflict = error instanceof AdvisorError && error.code === 'STATE_CONFLICT';
        if (!conflict || performance === MOST_PERFORMANCES) throw error;
      }
    }
  }

  async #commit(
    { conversation, received }: Turn,
    { replies, forget }: TurnOutcome,
    changes: readonly ItemChange[],
  ): Promise<readonly LoggedActivity[]> {
    const bodies = replies.map((reply) => JSON.stringify(reply));
    const at = this.#now().toISOString();
    const positions = await this.#file.write(async (inside) => {
      if (received !== null && !(await answer(inside, conversation, received))) return [];
      await storeItems(inside, changes, at);
      if (forget) await forgetPerson(inside, conversation, received, changes);
      return say(inside, conversation, bodies, at);
    });
    if (forget) await this.#file.wipe();
    return positions.map((position, index) => ({ position, activity: JSON.parse(bodies[index] ?? '{}') }));
  }
}

/** Whether the activity was still waiting; it is answered now. Throws CONVERSATION_UNKNOWN where it is kept no longer. */
async function answer(inside: SqlRunner, conversation: string, position: number): Promise<boolean> {
  const done = await inside.get(
    `UPDATE activity SET standing = 'answered' WHERE conversation = ? AND position = ? AND standing = 'waiting'
      RETURNING 1`,
    [conversation, position],
  );
  if (done) return true;
  const found = await inside.get('SELECT 1 FROM activity WHERE conversation = ? AND position = ?', [
    conversation,
    position,
  ]);
  if (!found) throw new AdvisorError('CONVERSATION_UNKNOWN');
  return false;
}

/** Logs what the bot says, and gives the positions. */
async function say(
  inside: SqlRunner,
  conversation: string,
  bodies: readonly string[],
  at: string,
): Promise<readonly number[]> {
  if (bodies.length === 0) return [];
  const rows = await inside.all<{ position: number }>(
    `INSERT INTO activity (conversation, position, body, standing, attempts, at)
      SELECT c.id, c.last + 1 + r.key, r.value, 'said', 0, ? FROM conversation c, json_each(?) r WHERE c.id = ?
      ORDER BY r.key RETURNING position`,
    [at, JSON.stringify(bodies), conversation],
  );
  if (rows.length === 0) throw new AdvisorError('CONVERSATION_UNKNOWN');
  return rows.map(({ position }) => position).sort((one, other) => one - other);
}
