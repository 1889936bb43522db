import { aloud, MOST_WORDS } from '../../../dialogs/answers/aloud.ts';
import { type Answer, READ_ALOUD } from '../../../dialogs/answers/answer.ts';
import { factsOf, join, type Sentence, textOf } from '../../../dialogs/answers/sentence.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { notesAloud } from '../../rendering/screen/caveats.ts';
import type { ReadAloud } from '../views.ts';

/**
 * What is read to a caller, line by line: each ends where a fact has been told, so that no line is a mere beginning, and names the source
 * the first time that something of it is said. Then the caveats that a listener needs, a line each.
 */
export function readAloud(
  answer: Answer,
  wording: Wording,
  /** Leads of the same topic asked more narrowly, said behind the lead. */
  narrower: readonly (readonly Sentence[])[] = [],
): ReadAloud[] {
  const said = new Set<string>();
  const withSource = (sentences: readonly Sentence[]): Sentence[] => {
    // Of a code its edition is said with it, which is the source.
    const facts = sentences.flatMap(factsOf).filter(({ unit }) => unit !== 'code');
    const sources = new Set(facts.map(({ source }) => source));
    const news = answer.citations.filter(({ source }) => sources.has(source.id) && !said.has(source.id));
    for (const { source } of news) said.add(source.id);
    return [...sentences, ...news.map((citation) => citation.aloud)];
  };
  const lines = [...linesOf(answer), ...narrower].map(withSource);
  const notes = notesAloud(answer, wording).map((sentence) => [sentence]);
  const named = new Set<string>();
  return [...lines, ...notes].map((sentences) => aloud(sentences, wording, named));
}

function linesOf({ lead, items }: Pick<Answer, 'lead' | 'items'>): Sentence[][] {
  const lines: Sentence[][] = [];
  let line: Sentence[] = [];
  for (const sentence of lead) {
    line.push(sentence);
    if (factsOf(sentence).length === 0) continue;
    lines.push(line);
    line = [];
  }
  const [first, ...others] = listed(items.slice(0, READ_ALOUD));
  // An item of a list is begun by the sentence before it, even where that one tells a fact itself.
  if (first) line.push(first);
  return [...lines, ...(line.length > 0 ? [line] : []), ...others.map((item) => [item])];
}

/** Short items are said in one breath; each long one is a line of its own. */
function listed(items: readonly Sentence[]): Sentence[] {
  const plain = items.map(withoutEnd);
  const long = plain.some((item) => textOf(item).split(' ').length > MOST_WORDS);
  return long || plain.length === 0 ? plain : [join(plain, '; ')];
}

/** Without the full stop, or the colon that is left where an address is not said. */
function withoutEnd({ segments }: Sentence): Sentence {
  const kept = segments.filter(
    (segment) => typeof segment === 'string' || !('parameter' in segment) || segment.parameter !== 'link',
  );
  const last = kept.at(-1);
  return typeof last === 'string'
    ? { segments: [...kept.slice(0, -1), last.replace(/[\s:.;,]+$/, '')] }
    : { segments: kept };
}
