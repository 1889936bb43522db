import type { SubjectRef } from './answers/answer.ts';
import { COMPARED_TOPICS, type ComparedTopic, MOST_COMPARED } from './answers/comparison.ts';
import type { Memory } from './memory.ts';
import { overlaps, type Stretch } from './understanding/folded-text.ts';
import type { TopicId } from './understanding/topics.ts';
import type { Lexicon } from './understanding/understand.ts';
import type { Question } from './understanding/understanding.ts';

/** That the occupations of a question are told side by side in one answer. */
export interface SideBySide {
  /** Titles named beyond the first four, in the person's words. */
  readonly left: readonly string[];
}

/** A question's occupations as they go into a comparison. */
export interface ToCompare {
  readonly subjects: readonly SubjectRef[];
  readonly mentions: readonly string[];
  readonly sideBySide: SideBySide;
}

const LEADING = /^(?:please |can you |could you )?(?:compare|comparison of|difference between)\s+/i;
const COMMAS = /\s*[,;/]\s*(?:and\s+|or\s+)?/i;
const WORDS = /\s+(?:and|or|with|to|vs\.?|versus|than)\s+/gi;

/** Titles of a list written in one go: "nurses, paramedics and midwives". A title that holds an "and" itself stays whole. */
export function titlesIn(mention: string, spot: Lexicon['spot']): string[] {
  return mention
    .replace(LEADING, '')
    .split(COMMAS)
    .flatMap((part) => splitAtWords(part, spot))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function splitAtWords(part: string, spot: Lexicon['spot']): string[] {
  const titles: Stretch[] = spot(part);
  const parts: string[] = [];
  let from = 0;
  for (const match of part.matchAll(WORDS)) {
    const stretch = { start: match.index, end: match.index + match[0].length };
    if (titles.some((title) => overlaps(title, stretch))) continue;
    parts.push(part.slice(from, stretch.start));
    from = stretch.end;
  }
  return [...parts, part.slice(from)];
}

/**
 * What a question puts side by side; null where it asks for something else. Comparing with a topic ("compare the pay of ...") is answered
 * topic by topic, but "which of them pays more?" is a comparison of the pay of those told side by side before.
 */
export function toCompare(question: Question, memory: Memory, spot: Lexicon['spot']): ToCompare | null {
  const { topics, compare, all, details, refersBack, followUp } = question;
  const mentions = compare ? question.mentions.flatMap((mention) => titlesIn(mention, spot)) : question.mentions;
  const earlier = memory.compared.length > 1 ? memory.compared : [];
  const again = mentions.length === 0 && earlier.length > 0;
  if (again && (all || memory.sideBySide) && topics.length > 0 && topics.every(isCompared)) return cut(earlier, []);
  if (topics.length > 0) return null;
  // "What about Ontario?" after a comparison.
  if (again && memory.sideBySide && details.region) return cut(earlier, []);
  if (!compare) return null;
  if (again && !details.region) return cut(earlier, []);
  if (mentions.length === 0 && details.region) return null;
  const base = mentions.length < 2 || refersBack || followUp ? baseOf(memory) : [];
  // "Compare plumbers in Alberta and Ontario" sets places apart.
  if (base.length + mentions.length < 2 && details.region) return null;
  return cut(base, mentions);
}

/** What "it" and "them" are compared with something new. */
function baseOf({ subject, compared, sideBySide }: Memory): readonly SubjectRef[] {
  if (sideBySide && compared.length > 1) return compared;
  return subject ? [subject] : [];
}

function cut(subjects: readonly SubjectRef[], mentions: readonly string[]): ToCompare {
  const room = Math.max(0, MOST_COMPARED - subjects.length);
  return { subjects, mentions: mentions.slice(0, room), sideBySide: { left: mentions.slice(room) } };
}

export function isCompared(topic: TopicId): topic is ComparedTopic {
  return (COMPARED_TOPICS as readonly TopicId[]).includes(topic);
}
