import type { SubjectRef } from './answers/answer.ts';
import type { Details } from './answers/context.ts';
import { isGeneralTopic, type TopicId } from './understanding/topics.ts';

/** What a conversation remembers between turns: what was last talked about, and nothing about the person. */
export interface Memory {
  subject: SubjectRef | null;
  topics: readonly TopicId[];
  details: Details;
  /** Occupations told side by side last; "which pays more" is about all of them. */
  compared: readonly SubjectRef[];
  /** Topics asked for before an occupation was known; the next one named answers them. */
  pending: { readonly topics: readonly TopicId[]; readonly details: Details } | null;
  /** What the suggestions stand for, where they are a list of occupations. */
  choices: readonly SubjectRef[];
  /** What was offered last to pick by number or ordinal. */
  suggestions: readonly string[];
  /** Earlier subjects with their topics, latest last, for "back". */
  before: readonly { readonly subject: SubjectRef; readonly topics: readonly TopicId[]; readonly details: Details }[];
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
    compared: [],
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

/** Makes an occupation the one last talked about; the one before can be gone back to. */
export function focusOn(memory: Memory, subject: SubjectRef): void {
  const { subject: earlier } = memory;
  if (earlier && (earlier.code !== subject.code || earlier.occupation !== subject.occupation)) {
    memory.before = [...memory.before, { subject: earlier, topics: memory.topics, details: memory.details }].slice(
      -DEEPEST,
    );
  }
  memory.subject = subject;
}

/** Takes note of an answered question. A general one ("what is TEER?") leaves occupation and topic as they were. */
export function remember(
  memory: Memory,
  subject: SubjectRef | null,
  topics: readonly TopicId[],
  details: Details,
): void {
  if (subject) {
    focusOn(memory, subject);
    memory.topics = topics.filter((topic) => !isGeneralTopic(topic));
    memory.details = details;
  }
  memory.pending = null;
  memory.answered += 1;
  memory.failures = 0;
}
