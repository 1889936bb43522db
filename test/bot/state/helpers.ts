import { join } from 'node:path';
import { Attempts } from '../../../bot/state/attempts.ts';
import { type KeptState, openKeptState } from '../../../bot/state/kept-state.ts';
import { SqliteActivityLog } from '../../../bot/state/sqlite-activity-log.ts';
import { SqliteStorage } from '../../../bot/state/sqlite-storage.ts';
import { SqliteTickets } from '../../../bot/state/sqlite-tickets.ts';
import { SqliteTurns } from '../../../bot/state/sqlite-turns.ts';
import { StateFile } from '../../../bot/state/state-file.ts';
import { TurnStorage } from '../../../bot/state/turn-storage.ts';
import { tempFolder } from '../../knowledge/helpers.ts';

export function newFile(): string {
  return join(tempFolder(), 'state.sqlite');
}

/** Runs `work` on the storage of a file, and closes it whatever happens. */
export async function usingStorage<T>(path: string, work: (storage: SqliteStorage) => Promise<T>): Promise<T> {
  const file = await StateFile.open(path);
  try {
    return await work(new SqliteStorage(file, () => new Date()));
  } finally {
    await file.close();
  }
}

/** Runs `work` on the state of a folder, and closes it whatever happens. */
export async function usingState<T>(
  work: (state: KeptState) => Promise<T>,
  { folder = tempFolder(), now = () => new Date() }: { folder?: string; now?: () => Date } = {},
): Promise<T> {
  const state = await openKeptState(folder, { keepDays: 30, now });
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** The roles on a file that is open, for tests that have to reach the file itself. */
export function rolesOn(file: StateFile): Pick<KeptState, 'storage' | 'log' | 'turns'> {
  const now = (): Date => new Date();
  const storage = new TurnStorage(new SqliteStorage(file, now));
  const attempts = new Attempts(file);
  return {
    storage,
    log: new SqliteActivityLog(file, attempts, new SqliteTickets(file, now), now),
    turns: new SqliteTurns(file, storage, attempts, now),
  };
}

/** Keys of the SDK's BotState. */
export const userKey = (user: string): string => `directline/users/${user}/`;
export const conversationKey = (id: string): string => `directline/conversations/${id}/`;
