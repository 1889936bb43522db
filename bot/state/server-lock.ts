import { join } from 'node:path';
import { AdvisorError } from '../../knowledge/errors.ts';
import { SqliteHandle } from '../../knowledge/store/sqlite.ts';
import { codeOf, explainedWriting } from './state-faults.ts';

/** Held while a server runs: two on the same data would both answer what one of them has not answered yet. */
export interface ServerLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder; the folder has to be there. Throws DATA_DIR_IN_USE, STATE_WRITE_FAILED or STATE_UNUSABLE. It is a lock of the operating system on an empty database, which goes with its
 * process however this ends.
 */
export async function lockDataDir(dataDir: string): Promise<ServerLock> {
  const path = join(dataDir, 'server.lock');
  return explainedWriting(path, async () => {
    const handle = await SqliteHandle.open(path, 'create');
    try {
      await handle.run('PRAGMA busy_timeout = 0');
      await handle.run('BEGIN EXCLUSIVE');
      return { release: () => handle.close() };
    } catch (error) {
      await handle.close();
      throw codeOf(error) === 'SQLITE_BUSY' ? new AdvisorError('DATA_DIR_IN_USE', [dataDir]) : error;
    }
  });
}
