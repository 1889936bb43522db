import type { Region } from '../../knowledge/model.ts';
import type { TopicId } from '../understanding/topics.ts';
import { type Lexicon, understand } from '../understanding/understand.ts';

/** A title with what is asked of it beside: "plumber wage Ontario". */
export interface Asked {
  /** What may be titles, in the typed words, in their order. */
  readonly titles: readonly string[];
  readonly topic: TopicId | null;
  readonly region: Region | null;
}

/** Titles that are tried of a text that is longer than a question. */
const MOST_TITLES = 3;

/** What a text of several words asks; null where it is a title and nothing else, or no question at all. */
export function askedIn(text: string, lexicon: Lexicon): Asked | null {
  const understood = understand(text, lexicon);
  if (understood.kind !== 'questions') return null;
  const [first] = understood.questions;
  const titles = understood.questions.flatMap(({ mentions }) => mentions).slice(0, MOST_TITLES);
  if (!first || titles.length === 0 || (titles.length === 1 && titles[0] === text.trim())) return null;
  return { titles, topic: first.topics[0] ?? null, region: first.details.region ?? null };
}
