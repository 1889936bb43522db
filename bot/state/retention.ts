import { eraseConversations } from './forget.ts';
import type { StateFile } from './state-file.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long enough for an editor to see what comes back each season. */
const GAP_DAYS = 180;
/** Conversations removed in one transaction: turns slip in between. */
const AT_ONCE = 200;

/** How many were removed. */
export interface Removed {
  readonly conversations: number;
  /** Places of messages that were erased before, in conversations that go on. */
  readonly places: number;
  readonly items: number;
  readonly tickets: number;
  readonly gaps: number;
}

/**
 * Removes conversations and items of state that were last changed more than `keepDays` days ago, what is left of messages that were
 * erased, tickets that are over, and gaps that nobody asked for in 180 days.
 */
export async function removeOld(file: StateFile, keepDays: number, now: Date): Promise<Removed> {
  const before = daysBefore(now, keepDays);
  let conversations = 0;
  for (let removed = AT_ONCE; removed === AT_ONCE; conversations += removed) {
    removed = await file.write(async (inside) => {
      const old = await inside.all<{ id: string }>('SELECT id FROM conversation WHERE changed < ? LIMIT ?', [
        before,
        AT_ONCE,
      ]);
      await eraseConversations(
        inside,
        old.map(({ id }) => id),
      );
      return old.length;
    });
  }
  const others = await file.write(async (inside) => {
    const remove = async (sql: string, value: string | number): Promise<number> =>
      (await inside.all(`${sql} RETURNING 1`, [value])).length;
    return {
      places: await remove("DELETE FROM activity WHERE standing = 'erased' AND at < ?", before),
      items: await remove('DELETE FROM state WHERE changed < ?', before),
      tickets: await remove('DELETE FROM ticket WHERE expires <= ?', now.getTime()),
      gaps: await remove('DELETE FROM gap WHERE last < ?', daysBefore(now, GAP_DAYS)),
    };
  });
  // Always: what was forgotten just before a process was killed may still stand beside the file.
  await file.wipe();
  return { conversations, ...others };
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
