import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AdvisorError } from '../errors.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { SqliteHandle } from '../store/sqlite.ts';

/** The newest store file of this program's schema beside the one in service. Throws STORE_MISSING where there is none. */
export async function formerStore(storeDir: string, inService: string): Promise<string> {
  const others: { path: string; written: number }[] = [];
  for (const name of await readdir(storeDir).catch(() => [])) {
    const path = join(storeDir, name);
    if (!/^knowledge-[0-9a-f]{16}\.sqlite$/.test(name) || path === inService) continue;
    others.push({ path, written: (await stat(path)).mtimeMs });
  }
  const older: string[] = [];
  for (const { path } of others.sort((a, b) => b.written - a.written)) {
    const schema = await schemaOf(path);
    // One that cannot be read is damaged, not older: opening it says so.
    if (schema === null || schema === SCHEMA_VERSION) return path;
    older.push(`${path} was built by another version of the program and cannot be compared with`);
  }
  throw new AdvisorError('STORE_MISSING', [
    `there is no former store in ${storeDir} to compare with: a build or an import that changes something keeps the one before it`,
    ...older,
  ]);
}

async function schemaOf(path: string): Promise<number | null> {
  try {
    const handle = await SqliteHandle.open(path, 'readonly');
    try {
      const row = await handle.get<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'");
      return row ? Number(row.value) : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
