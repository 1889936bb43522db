import type { Activity } from 'botbuilder';
import type { LoggedActivity, Received } from '../../adapters/directline/ports.ts';
import type {
  DeliveryLog,
  TeamsConversation,
  UnansweredMessage,
  UndeliveredReply,
} from '../../adapters/teams/ports.ts';
import { MOST_ATTEMPTS } from './attempts.ts';
import type { SqliteActivityLog } from './sqlite-activity-log.ts';
import type { StateFile } from './state-file.ts';

interface Row {
  readonly position: number;
  readonly body: string;
}

/** The channel whose conversations are kept here for its clients; all others keep them themselves. */
const KEPT_HERE = 'directline';

/** What is to be delivered, on the same tables as the activity log. What was delivered leaves no word behind. */
export class SqliteDeliveryLog implements DeliveryLog {
  readonly #file: StateFile;
  readonly #log: SqliteActivityLog;
  readonly #now: () => Date;

  constructor(file: StateFile, log: SqliteActivityLog, now: () => Date) {
    this.#file = file;
    this.#log = log;
    this.#now = now;
  }

  async begin({ channel, id, user }: TeamsConversation): Promise<void> {
    // Known after the first message: most messages then cost one transaction less.
    if (await this.#file.get('SELECT 1 FROM conversation WHERE id = ?', [id])) return;
    const at = this.#now().toISOString();
    await this.#file.write((inside) =>
      inside.run(
        `INSERT INTO conversation (id, user, origin, last, created, changed, channel) VALUES (?, ?, '', 0, ?, ?, ?)
          ON CONFLICT (id) DO NOTHING`,
        [id, user, at, at, channel],
      ),
    );
  }

  receive(conversation: string, clientId: string | null, activity: Partial<Activity>): Promise<Received> {
    return this.#log.receive(conversation, clientId, activity);
  }

  async unanswered(): Promise<readonly UnansweredMessage[]> {
    const rows = await this.#file.all<Row & TeamsConversation>(
      `SELECT a.position, a.body, c.id, c.user, c.channel FROM activity a JOIN conversation c ON c.id = a.conversation
        WHERE a.standing = 'waiting' AND a.attempts < ? AND c.channel <> ? ORDER BY a.at, a.rowid`,
      [MOST_ATTEMPTS, KEPT_HERE],
    );
    return rows.map(({ id, user, channel, ...row }) => ({ ...this.#logged(row), conversation: { id, user, channel } }));
  }

  async undelivered(conversation: string): Promise<readonly UndeliveredReply[]> {
    const rows = await this.#file.all<Row & { at: string }>(
      "SELECT position, body, at FROM activity WHERE conversation = ? AND standing = 'said' ORDER BY position",
      [conversation],
    );
    return rows.map(({ at, ...row }) => ({ ...this.#logged(row), said: new Date(at) }));
  }

  async delivered(conversation: string, position: number): Promise<void> {
    await this.#file.write((inside) =>
      inside.run("DELETE FROM activity WHERE conversation = ? AND position = ? AND standing = 'said'", [
        conversation,
        position,
      ]),
    );
  }

  async settle(conversation: string): Promise<void> {
    // The place stays, so that the same message is known again; that of one which was given up too, which nobody will read any more.
    await this.#file.write(async (inside) => {
      await inside.run(
        `UPDATE activity SET body = '{}', standing = 'erased' WHERE conversation = ? AND standing = 'answered'
          AND NOT EXISTS (SELECT 1 FROM activity WHERE conversation = ? AND standing = 'said')`,
        [conversation, conversation],
      );
      await inside.run(
        `UPDATE activity SET body = '{}' WHERE conversation = ? AND standing = 'waiting' AND attempts >= ? AND body <> '{}'`,
        [conversation, MOST_ATTEMPTS],
      );
    });
  }

  async unsettled(): Promise<readonly string[]> {
    const rows = await this.#file.all<{ id: string }>(
      `SELECT DISTINCT c.id FROM conversation c JOIN activity a ON a.conversation = c.id
        WHERE c.channel <> ? AND a.standing IN ('said', 'answered')`,
      [KEPT_HERE],
    );
    return rows.map(({ id }) => id);
  }

  #logged({ position, body }: Row): LoggedActivity {
    return { position, activity: this.#file.parsed(body) };
  }
}
