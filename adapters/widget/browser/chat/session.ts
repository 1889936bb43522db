import type { BrowserMemory } from './memory.ts';

/** A conversation that the server lets us into. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Seconds that the token lives. */
  readonly expiresIn: number;
  /** Whether it is the conversation that the browser remembered. */
  readonly resumed: boolean;
}

type Answer = Omit<Session, 'resumed'> & { readonly resume: string };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
const ANSWER_MS = 20_000;

/** Gets a session: the one that is remembered where the server still has it, else a new one. Fails where the server cannot be reached. */
export async function getSession(memory: BrowserMemory): Promise<Session> {
  const remembered = memory.read();
  const response = await fetch('/api/chat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(remembered === null ? {} : { resume: remembered.resume }),
    credentials: 'omit',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  const { token, conversationId, userId, expiresIn, resume } = (await response.json()) as Answer;
  memory.write({ conversationId, resume });
  return { token, conversationId, userId, expiresIn, resumed: remembered?.conversationId === conversationId };
}

/** Asks again, with longer and longer pauses, until there is a session. */
export async function getSessionInTheEnd(memory: BrowserMemory, failed: () => void): Promise<Session> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await getSession(memory);
    } catch {
      failed();
      await new Promise((resolve) => window.setTimeout(resolve, wait));
    }
  }
}
