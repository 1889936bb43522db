import { AdvisorError } from '../../knowledge/errors.ts';
import type { SqlRunner, SqlValue } from '../../knowledge/store/sqlite.ts';
import type { ItemChange } from './item-change.ts';

/** Stores items and deletes them; throws STATE_CONFLICT where something else is stored than was expected. */
export async function storeItems(inside: SqlRunner, changes: readonly ItemChange[], changed: string): Promise<void> {
  for (const change of changes) {
    // The same statement looks and writes. An item that was deleted meanwhile is a conflict too: writing it would bring back what was
    // forgotten.
    const { sql, values } = statementFor(change, changed);
    const done = await inside.get(`${sql} RETURNING 1`, values);
    if (!done && change.expected !== undefined && !(await isAsWanted(inside, change))) {
      throw new AdvisorError('STATE_CONFLICT');
    }
  }
}

function statementFor(
  { key, value, etag, expected }: ItemChange,
  changed: string,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  if (value === null) {
    return expected === undefined
      ? { sql: 'DELETE FROM state WHERE key = ?', values: [key] }
      : { sql: 'DELETE FROM state WHERE key = ? AND etag = ?', values: [key, expected] };
  }
  if (typeof expected === 'string') {
    return {
      sql: 'UPDATE state SET value = ?, etag = ?, changed = ? WHERE key = ? AND etag = ?',
      values: [value, etag, changed, key, expected],
    };
  }
  const overwritten =
    expected === null
      ? 'DO NOTHING'
      : 'DO UPDATE SET (value, etag, changed) = (excluded.value, excluded.etag, excluded.changed)';
  return {
    sql: `INSERT INTO state (key, value, etag, changed) VALUES (?, ?, ?, ?) ON CONFLICT (key) ${overwritten}`,
    values: [key, value, etag, changed],
  };
}

/** Deleting what was not there before, and is not there now, changes nothing. */
async function isAsWanted(inside: SqlRunner, { key, value, expected }: ItemChange): Promise<boolean> {
  if (value !== null || expected !== null) return false;
  return (await inside.get('SELECT 1 FROM state WHERE key = ?', [key])) === undefined;
}
