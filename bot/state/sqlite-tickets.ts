import { randomBytes } from 'node:crypto';
import { AdvisorError } from '../../knowledge/errors.ts';
import { digestOf } from './digest.ts';
import type { StateFile } from './state-file.ts';

const TICKET_BYTES = 32;

/** Tickets that open one stream once. Only their digests are kept: who reads the file can use none. */
export class SqliteTickets {
  readonly #file: StateFile;
  readonly #now: () => Date;

  constructor(file: StateFile, now: () => Date) {
    this.#file = file;
    this.#now = now;
  }

  async issue(conversation: string, lifeMs: number): Promise<string> {
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    const now = this.#now().getTime();
    await this.#file.write(async (inside) => {
      const known = await inside.get('SELECT 1 FROM conversation WHERE id = ?', [conversation]);
      if (!known) throw new AdvisorError('CONVERSATION_UNKNOWN');
      await inside.run('DELETE FROM ticket WHERE expires <= ?', [now]);
      await inside.run('INSERT INTO ticket (digest, conversation, expires) VALUES (?, ?, ?)', [
        digestOf(ticket),
        conversation,
        now + lifeMs,
      ]);
    });
    return ticket;
  }

  async take(ticket: string): Promise<string | undefined> {
    const now = this.#now().getTime();
    const digest = digestOf(ticket);
    // Whoever guesses is to cost no write.
    if (!(await this.#file.get('SELECT 1 FROM ticket WHERE digest = ?', [digest]))) return undefined;
    const taken = await this.#file.write((inside) =>
      inside.get<{ conversation: string; expires: number }>(
        'DELETE FROM ticket WHERE digest = ? RETURNING conversation, expires',
        [digest],
      ),
    );
    return taken && taken.expires > now ? taken.conversation : undefined;
  }
}
