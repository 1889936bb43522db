import { join } from 'node:path';
import { SqliteStorage } from './sqlite-storage.ts';

/** Days that a conversation or a person is remembered after the last change: long enough to come back to an exercise, and not for ever. */
export const KEPT_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Opens the state that is kept in the data folder, and removes what has been kept long enough. */
export async function openKeptState(dataDir: string, now: () => Date = () => new Date()): Promise<SqliteStorage> {
  const storage = await SqliteStorage.open(join(dataDir, 'state.sqlite'), now);
  try {
    await storage.removeOlderThan(new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString());
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}
