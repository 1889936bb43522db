import type { Reply } from '../../dialogs/replies.ts';
import { en } from '../../dialogs/wording/index.ts';
import type { Conversation } from './helpers.ts';

/** What a made-up person says to each statement: liked words by interest. */
export type Likes = Readonly<Record<string, string>>;

export const METHODICAL_PERSON: Likes = {
  methodical: 'love it',
  innovative: 'like',
  directive: '3',
  objective: 'not really',
  social: 'hate it',
};

const INTEREST_OF = new Map(Object.entries(en.interestStatements).map(([id, text]) => [text, id.split('-')[0] ?? '']));
const STATEMENT = /^\d+ of (?:at most )?\d+(?: to \d+)?: (.+)$/m;

/** The statement that a turn's replies ask about; null when the exercise is over or left. */
export function statementIn(replies: readonly Reply[]): string | null {
  return STATEMENT.exec(replies.at(-1)?.text ?? '')?.[1] ?? null;
}

export function interestOf(statement: string): string {
  return INTEREST_OF.get(statement) ?? '';
}

export function textOf(replies: readonly Reply[]): string {
  return replies.map((reply) => reply.text).join('\n');
}

/** Answers every statement until there is none left; gives the replies of the last turn and how many statements there were. */
export async function answerAll(
  conversation: Conversation,
  first: readonly Reply[],
  answer: (interest: string, at: number) => string,
): Promise<{ replies: readonly Reply[]; asked: number }> {
  let replies = first;
  let asked = 0;
  for (let statement = statementIn(replies); statement !== null; statement = statementIn(replies)) {
    replies = await conversation.say(answer(interestOf(statement), asked));
    asked += 1;
    if (asked > 100) throw new Error('The exercise does not end.');
  }
  return { replies, asked };
}

export function likesOf(likes: Likes): (interest: string) => string {
  return (interest) => likes[interest] ?? 'skip';
}
