import type { SqlRunner } from '../../knowledge/store/sqlite.ts';
import type { ItemChange } from './item-change.ts';

/** Channel whose conversations are logged; the SDK's BotState begins its keys with it. */
const CHANNEL = 'directline';

/**
 * Erases all that is kept of the person of a conversation, and every other conversation of theirs. This one goes on, empty but for what
 * was sent after the asking and waits for its answer, and for what the turn that was asked has stored of it.
 */
export async function forgetPerson(
  inside: SqlRunner,
  conversation: string,
  received: number | null,
  changes: readonly ItemChange[],
): Promise<void> {
  const rows = await inside.all<{ id: string; user: string }>(
    'SELECT o.id, o.user FROM conversation c JOIN conversation o ON o.user = c.user WHERE c.id = ?',
    [conversation],
  );
  await eraseConversations(
    inside,
    rows.map(({ id }) => id).filter((id) => id !== conversation),
  );
  await inside.run(
    "DELETE FROM activity WHERE conversation = ? AND position <> ? AND NOT (standing = 'waiting' AND position > ?)",
    [conversation, received ?? 0, received ?? 0],
  );
  // The asking leaves its place: sent once more, it is known to have been answered.
  await inside.run("UPDATE activity SET body = '{}', standing = 'erased' WHERE conversation = ? AND position = ?", [
    conversation,
    received ?? 0,
  ]);
  const own = conversationKey(conversation);
  const keys = [...rows.map(({ user }) => userKey(user)), ...(changes.some(({ key }) => key === own) ? [] : [own])];
  await eraseItems(inside, keys);
}

/** Removes conversations with all that was said in them and what was remembered by. */
export async function eraseConversations(inside: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const named = JSON.stringify(ids);
  for (const statement of [
    'DELETE FROM activity WHERE conversation IN (SELECT value FROM json_each(?))',
    'DELETE FROM ticket WHERE conversation IN (SELECT value FROM json_each(?))',
    'DELETE FROM conversation WHERE id IN (SELECT value FROM json_each(?))',
  ]) {
    await inside.run(statement, [named]);
  }
  await eraseItems(inside, ids.map(conversationKey));
}

async function eraseItems(inside: SqlRunner, keys: readonly string[]): Promise<void> {
  await inside.run('DELETE FROM state WHERE key IN (SELECT value FROM json_each(?))', [JSON.stringify(keys)]);
}

/** Keys of the SDK's BotState, whole: the beginning of one may be the beginning of another person's. */
function userKey(user: string): string {
  return `${CHANNEL}/users/${user}/`;
}

function conversationKey(id: string): string {
  return `${CHANNEL}/conversations/${id}/`;
}
