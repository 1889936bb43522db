import type { SqlRunner } from '../../knowledge/store/sqlite.ts';
import type { ItemChange } from './item-change.ts';

/** A conversation as its keys in the state name it; the SDK's BotState begins them with the channel. */
interface Named {
  readonly id: string;
  readonly channel: string;
}

/**
 * Erases all that is kept of the person of a conversation, and every other conversation of theirs; of one that several share, the places of
 * all in it. This one goes on, empty but for what was sent after the asking and waits for its answer, and for what the turn that was asked
 * has stored of it.
 */
export async function forgetPerson(
  inside: SqlRunner,
  conversation: string,
  received: number | null,
  changes: readonly ItemChange[],
): Promise<void> {
  const rows = await inside.all<Named & { user: string }>(
    `SELECT o.id, o.channel, o.user FROM conversation c JOIN conversation o ON o.user = c.user AND o.channel = c.channel
      WHERE c.id = ?`,
    [conversation],
  );
  const others = rows.map(({ id }) => id).filter((id) => id !== conversation);
  await eraseConversations(inside, [...others, ...(await placesIn(inside, conversation))]);
  await inside.run(
    "DELETE FROM activity WHERE conversation = ? AND position <> ? AND NOT (standing = 'waiting' AND position > ?)",
    [conversation, received ?? 0, received ?? 0],
  );
  // The asking leaves its place: sent once more, it is known to have been answered.
  await inside.run("UPDATE activity SET body = '{}', standing = 'erased' WHERE conversation = ? AND position = ?", [
    conversation,
    received ?? 0,
  ]);
  const own = rows.filter(({ id }) => id === conversation).map(conversationKey);
  const stored = new Set(changes.map(({ key }) => key));
  await eraseItems(inside, [...rows.map(userKey), ...own.filter((key) => !stored.has(key))]);
}

/** The members' places in a conversation that is nobody's own: what is kept of its members elsewhere stays. */
async function placesIn(inside: SqlRunner, conversation: string): Promise<string[]> {
  const places = await inside.all<{ id: string }>(
    // Whatever begins with the id and "/users/": "0" comes after "/".
    `SELECT o.id FROM conversation c JOIN conversation o ON o.id > c.id || '/users/' AND o.id < c.id || '/users0'
      WHERE c.id = ? AND c.user = c.id AND o.channel = c.channel`,
    [conversation],
  );
  return places.map(({ id }) => id);
}

/** Removes conversations with all that was said in them and what was remembered by. */
export async function eraseConversations(inside: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const named = JSON.stringify(ids);
  const erased = await inside.all<Named>(
    'SELECT id, channel FROM conversation WHERE id IN (SELECT value FROM json_each(?))',
    [named],
  );
  for (const statement of [
    'DELETE FROM activity WHERE conversation IN (SELECT value FROM json_each(?))',
    'DELETE FROM ticket WHERE conversation IN (SELECT value FROM json_each(?))',
    'DELETE FROM conversation WHERE id IN (SELECT value FROM json_each(?))',
  ]) {
    await inside.run(statement, [named]);
  }
  await eraseItems(inside, erased.map(conversationKey));
}

async function eraseItems(inside: SqlRunner, keys: readonly string[]): Promise<void> {
  await inside.run('DELETE FROM state WHERE key IN (SELECT value FROM json_each(?))', [JSON.stringify(keys)]);
}

/** Keys of the SDK's BotState, whole: the beginning of one may be the beginning of another person's. */
function userKey({ channel, user }: { readonly channel: string; readonly user: string }): string {
  return `${channel}/users/${user}/`;
}

function conversationKey({ channel, id }: Named): string {
  return `${channel}/conversations/${id}/`;
}
