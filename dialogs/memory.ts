import type { NocCode } from '../knowledge/model.ts';
import type { SubjectRef } from './answers/answer.ts';
import type { Details } from './answers/context.ts';
import type { InterestCodes } from './interests/codes.ts';
import type { Wish } from './interests/wishes.ts';
import { isGeneralTopic, type TopicId } from './understanding/topics.ts';

/** Suggestions under way. */
export interface Offer {
  readonly wishes: readonly Wish[];
  /** The occupation that they are to be like; null for none. */
  readonly like: SubjectRef | null;
  /** Codes that they were made for, where these are not the person's own ("what if"). */
  readonly codes: InterestCodes | null;
  /** Groups told so far, and those of the last list. */
  readonly shown: readonly NocCode[];
  readonly last: readonly NocCode[];
  /** An occupation has been talked about since: a place named alone is about that one. */
  readonly aside?: boolean;
}

export interface Pending {
  readonly topics: readonly TopicId[];
  readonly details: Details;
  /** What the occupation is to be compared with: those that are known, and those still to be looked up. */
  readonly beside?: { readonly subjects: readonly SubjectRef[]; readonly mentions: readonly string[] };
}

/** What a conversation remembers between turns: what was last talked about, and nothing about the person. */
export interface Memory {
  subject: SubjectRef | null;
  topics: readonly TopicId[];
  details: Details;
  /** Occupations told side by side last; "which pays more" is about all of them. */
  compared: readonly SubjectRef[];
  /** Whether they were told in one answer: topics and places asked for next are told of all of them. */
  sideBySide: boolean;
  /** Topics asked for before an occupation was known; the next one named answers them. */
  pending: Pending | null;
  /** What the suggestions stand for, where they are a list of occupations. */
  choices: readonly SubjectRef[];
  /** What was offered last to pick by number or ordinal. */
  suggestions: readonly string[];
  /** Earlier subjects with their topics, latest last, for "back". */
  before: readonly { readonly subject: SubjectRef; readonly topics: readonly TopicId[]; readonly details: Details }[];
  /** Occupations suggested last, and what for; "more" and "why the second" are about them. */
  offered: Offer | null;
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
    sideBySide: false,
    choices: [],
    suggestions: [],
    before: [],
    offered: null,
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
    if (memory.offered) memory.offered = { ...memory.offered, aside: true };
    memory.topics = topics.filter((topic) => !isGeneralTopic(topic));
    memory.details = details;
  }
  memory.pending = null;
  memory.answered += 1;
  memory.failures = 0;
}
