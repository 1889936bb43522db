import { join } from 'node:path';
import type { ActivityLog, Turns } from '../../adapters/directline/ports.ts';
import type { DeliveryLog } from '../../adapters/teams/ports.ts';
import { Attempts } from './attempts.ts';
import { SqliteGapLog } from './gap-log.ts';
import { type Removed, removeOld } from './retention.ts';
import { SqliteActivityLog } from './sqlite-activity-log.ts';
import { SqliteDeliveryLog } from './sqlite-delivery-log.ts';
import { SqliteStorage } from './sqlite-storage.ts';
import { SqliteTickets } from './sqlite-tickets.ts';
import { SqliteTurns } from './sqlite-turns.ts';
import { StateFile } from './state-file.ts';
import { TurnStorage } from './turn-storage.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * All that is kept of people and conversations. Another database takes the place of SQLite by giving: a `Storage` of the SDK with real eTags
 * (under TurnStorage), an ActivityLog and a DeliveryLog, Turns that commit what TurnBuffer holds in one transaction with the replies, and a gap log.
 * Nothing outside of this folder knows SQL.
 */
export interface KeptState {
  readonly storage: TurnStorage;
  readonly log: ActivityLog;
  /** Of channels that keep conversations themselves. */
  readonly deliveries: DeliveryLog;
  readonly turns: Turns;
  readonly gaps: SqliteGapLog;
  /** Removes what has been kept long enough; done at opening and every hour too. */
  removeOld(): Promise<Removed>;
  /** Waits for what is under way. Closing again does nothing. */
  close(): Promise<void>;
}

export interface KeptStateOptions {
  /** Days that a conversation and a person are remembered after the last change. */
  readonly keepDays: number;
  readonly now?: () => Date;
  /** Told when the hourly removal failed; the next hour tries again. */
  readonly onFault?: (error: unknown) => void;
}

/** Opens the state that is kept in the data folder, and removes what has been kept long enough. */
export async function openKeptState(
  dataDir: string,
  { keepDays, now = () => new Date(), onFault = () => undefined }: KeptStateOptions,
): Promise<KeptState> {
  const file = await StateFile.open(join(dataDir, 'state.sqlite'));
  const remove = (): Promise<Removed> => removeOld(file, keepDays, now());
  try {
    await remove();
  } catch (error) {
    await file.close();
    throw error;
  }
  const timer = setInterval(() => void remove().catch(onFault), HOUR_MS).unref();
  const storage = new TurnStorage(new SqliteStorage(file, now));
  const attempts = new Attempts(file);
  const log = new SqliteActivityLog(file, attempts, new SqliteTickets(file, now), now);
  return {
    storage,
    log,
    deliveries: new SqliteDeliveryLog(file, log, now),
    turns: new SqliteTurns(file, storage, attempts, now),
    gaps: new SqliteGapLog(file, now),
    removeOld: remove,
    close: () => {
      clearInterval(timer);
      return file.close();
    },
  };
}
