import type { SubjectRef } from './answers/answer.ts';
import type { Details } from './answers/context.ts';
import type { TopicId } from './understanding/topics.ts';

/** What a conversation remembers between turns: what was last talked about, and nothing about the person. */
export interface Memory {
  subject: SubjectRef | null;
  topics: readonly TopicId[];
  details: Details;
  /** Topics asked for before an occupation was known; the next one named answers them. */
  pending: { readonly topics: readonly TopicId[]; readonly details: Details } | null;
  /** What the last list offered, for "the second one". */
  choices: readonly SubjectRef[];
  /** Questions suggested last, for a number. */
  suggestions: readonly string[];
  /** Earlier subjects with their topics, latest last, for "back". */
  before: readonly { readonly subject: SubjectRef; readonly topics: readonly TopicId[] }[];
  answered: number;
  /** Messages in a row that could not be answered. */
  failures: number;
  /** Whether "was this useful?" has been asked. */
  useful: 'not-asked' | 'asked' | 'answered';
}

export function newMemory(): Memory {
  return {
    subject: null,
    topics: [],
    details: {},
    pending: null,
    choices: [],
    suggestions: [],
    before: [],
    answered: 0,
    failures: 0,
    useful: 'not-asked',
  };
}

/** How many subjects "back" can walk through. */
const DEEPEST = 10;

/** Takes note of an answered question. */
export function remember(
  memory: Memory,
  subject: SubjectRef | null,
  topics: readonly TopicId[],
  details: Details,
): void {
  if (
    subject &&
    memory.subject &&
    (subject.code !== memory.subject.code || subject.occupation !== memory.subject.occupation)
  ) {
    memory.before = [...memory.before, { subject: memory.subject, topics: memory.topics }].slice(-DEEPEST);
  }
  if (subject) memory.subject = subject;
  memory.topics = topics;
  memory.details = details;
  memory.pending = null;
  memory.answered += 1;
  memory.failures = 0;
}
