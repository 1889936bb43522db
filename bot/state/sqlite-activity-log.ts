import type { Activity } from 'botbuilder';
import type {
  ActivityLog,
  KeptConversation,
  LoggedActivity,
  Received,
  UnansweredActivity,
} from '../../adapters/directline/ports.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { SqlRunner } from '../../knowledge/store/sqlite.ts';
import { type Attempts, MOST_ATTEMPTS } from './attempts.ts';
import { digestOf } from './digest.ts';
import type { SqliteTickets } from './sqlite-tickets.ts';
import type { StateFile } from './state-file.ts';

interface Row {
  readonly position: number;
  readonly body: string;
}

/** Channel of the conversations that are found here and gone on with at a start: other channels see to their own. */
const CHANNEL = 'directline';

/** The activity log on the file of the state. */
export class SqliteActivityLog implements ActivityLog {
  readonly #file: StateFile;
  readonly #attempts: Attempts;
  readonly #tickets: SqliteTickets;
  readonly #now: () => Date;

  constructor(file: StateFile, attempts: Attempts, tickets: SqliteTickets, now: () => Date) {
    this.#file = file;
    this.#attempts = attempts;
    this.#tickets = tickets;
    this.#now = now;
  }

  async begin({ id, user, origin }: KeptConversation): Promise<void> {
    const at = this.#now().toISOString();
    await this.#file.write((inside) =>
      inside.run(
        `INSERT INTO conversation (id, user, origin, last, created, changed, channel) VALUES (?, ?, ?, 0, ?, ?, ?)
          ON CONFLICT (id) DO NOTHING`,
        [id, user, origin, at, at, CHANNEL],
      ),
    );
  }

  find(id: string): Promise<KeptConversation | undefined> {
    return this.#file.get<KeptConversation>('SELECT id, user, origin FROM conversation WHERE id = ? AND channel = ?', [
      id,
      CHANNEL,
    ]);
  }

  async receive(conversation: string, clientId: string | null, activity: Partial<Activity>): Promise<Received> {
    // Made text at once: the caller may go on changing its object while this waits its turn.
    const body = JSON.stringify(activity);
    const client = clientId === null ? null : digestOf(clientId);
    const at = this.#now().toISOString();
    const received = await this.#file.write(async (inside): Promise<Received> => {
      const logged = await inside.get<{ position: number }>(
        `INSERT INTO activity (conversation, position, client, body, standing, attempts, at)
          SELECT id, last + 1, ?, ?, 'waiting', 1, ? FROM conversation WHERE id = ?
          ON CONFLICT (conversation, client) WHERE client IS NOT NULL DO NOTHING RETURNING position`,
        [client, body, at, conversation],
      );
      if (logged) return { ...this.#logged({ ...logged, body }), receipt: 'new' };
      const known = client === null ? undefined : await this.#known(inside, conversation, client);
      if (!known) throw new AdvisorError('CONVERSATION_UNKNOWN');
      return known;
    });
    if (received.receipt === 'new') this.#attempts.received(conversation, received.position);
    return received;
  }

  async since(conversation: string, position: number, most: number): Promise<readonly LoggedActivity[]> {
    const rows = await this.#file.all<Row>(
      `SELECT position, body FROM activity WHERE conversation = ? AND position > ? AND standing <> 'erased'
        ORDER BY position LIMIT ?`,
      [conversation, position, most],
    );
    return rows.map((row) => this.#logged(row));
  }

  async last(conversation: string): Promise<number> {
    const found = await this.#file.get<{ last: number }>('SELECT last FROM conversation WHERE id = ?', [conversation]);
    return found?.last ?? 0;
  }

  async unanswered(): Promise<readonly UnansweredActivity[]> {
    const rows = await this.#file.all<Row & KeptConversation>(
      `SELECT a.position, a.body, c.id, c.user, c.origin FROM activity a JOIN conversation c ON c.id = a.conversation
        WHERE a.standing = 'waiting' AND a.attempts < ? AND c.channel = ? ORDER BY a.at, a.rowid`,
      [MOST_ATTEMPTS, CHANNEL],
    );
    return rows.map(({ id, user, origin, ...row }) => ({ ...this.#logged(row), conversation: { id, user, origin } }));
  }

  issueTicket(conversation: string, lifeMs: number): Promise<string> {
    return this.#tickets.issue(conversation, lifeMs);
  }

  takeTicket(ticket: string): Promise<string | undefined> {
    return this.#tickets.take(ticket);
  }

  async #known(inside: SqlRunner, conversation: string, client: string): Promise<Received | undefined> {
    const row = await inside.get<Row & { standing: string; attempts: number }>(
      'SELECT position, body, standing, attempts FROM activity WHERE conversation = ? AND client = ?',
      [conversation, client],
    );
    if (!row) return undefined;
    const { standing, attempts } = row;
    const waiting = attempts < MOST_ATTEMPTS ? 'waiting' : 'given-up';
    return { ...this.#logged(row), receipt: standing === 'waiting' ? waiting : 'answered' };
  }

  #logged({ position, body }: Row): LoggedActivity {
    return { position, activity: this.#file.parsed(body) };
  }
}
