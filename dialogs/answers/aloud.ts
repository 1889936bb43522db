import type { Wording } from '../wording/index.ts';
import { numbersSaid, SpokenValues, tidied } from './aloud-text.ts';
import type { Fact } from './fact.ts';
import type { Parameter, Segment, Sentence } from './sentence.ts';

/** A line as it is said on the phone. */
export interface Aloud {
  /** No digit stands in it. */
  readonly say: string;
  /** The same in parts of a breath each; after a part with an amount that amount digit by digit. */
  readonly slowly: readonly string[];
}

type Words = Wording['aloud'];

/** Longest part for a caller who writes along, in words. A single value may be longer: it is not cut. */
export const MOST_WORDS = 12;
/** A part shorter than this is no place to stop. */
const FEWEST_WORDS = 4;
/** So few words at the end of a clause stay with those before them. */
const MOST_LEFT_OVER = 2;
/** Of a code in its edition: digits, one letter before them, a sub-code behind. */
const CODE = /^[A-Z]?\d[\d.]*$/;

/**
 * Sentences as they are said: figures in words exactly as they are told, short forms in full the first time, links left out. `named`:
 * short forms that the listener has heard in full, added to here.
 */
export function aloud(sentences: readonly Sentence[], wording: Wording, named = new Set<string>()): Aloud {
  const words = wording.aloud;
  const values = new SpokenValues();
  const marked = sentences
    .map((sentence) => {
      const segments = withoutBracketedCodes(sentence.segments, words);
      return tidied(
        segments.map((segment, at) => said(segment, editionBefore(segments, at), words, values)).join(''),
        words,
        named,
      );
    })
    .filter((text) => text !== '')
    .map((text) => (/[.?!:]$/.test(text) ? text : `${text.replace(/[;,]$/, '')}.`))
    .join(' ');
  return { say: raised(values.expanded(marked)), slowly: slowly(marked, words, values) };
}

/** `Plumbers (72300): ...` without what is in the brackets. */
function withoutBracketedCodes(segments: readonly Segment[], { bracketedCode }: Words): Segment[] {
  const kept = [...segments];
  segments.forEach((segment, at) => {
    const [before, after] = [kept[at - 1], kept[at + 1]];
    if (typeof segment === 'string' || !('parameter' in segment) || segment.parameter !== 'code') return;
    if (typeof before !== 'string' || typeof after !== 'string') return;
    if (!bracketedCode.test(before) || !after.startsWith(')')) return;
    kept[at - 1] = before.replace(bracketedCode, '');
    kept[at] = '';
    kept[at + 1] = after.slice(1);
  });
  return kept;
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether the segment stands right behind the name of an edition: `NOC 2021 12111`. */
function editionBefore(segments: readonly Segment[], at: number): boolean {
  const before = segments[at - 2];
  const between = segments[at - 1];
  return between === ' ' && typeof before === 'object' && 'parameter' in before && before.parameter === 'edition';
}

function said(segment: Segment, afterEdition: boolean, words: Words, values: SpokenValues): string {
  if (typeof segment === 'string') return numbersSaid(segment, words, values);
  if ('fact' in segment) return factSaid(segment.fact, words, values);
  return parameterSaid(segment, afterEdition, words, values);
}

function factSaid({ id, unit, value, text }: Fact, words: Words, values: SpokenValues): string {
  switch (unit) {
    case 'CAD per hour':
    case 'CAD per year':
      if (typeof value === 'number') return values.mark(words.dollars(value), words.inFigures(value));
      break;
    case 'code':
      return values.mark(words.code(text));
    case 'letters':
      // Their words, which tell strong from weaker, stand beside them.
      return id === 'interests.holland' ? '' : strengths(text, words);
    case 'persons':
    case 'postings':
    case 'answers':
    case 'rating':
    case 'hours per week':
    case 'months per year':
      if (typeof value === 'number') return values.mark(words.number(text));
      break;
    default:
  }
  return id === 'interests.holland.words' ? strengths(text, words) : numbersSaid(text, words, values);
}

function parameterSaid(
  { parameter, text }: Parameter,
  afterEdition: boolean,
  words: Words,
  values: SpokenValues,
): string {
  switch (parameter) {
    case 'link':
      return '';
    case 'count':
    case 'factor':
    case 'scale':
    case 'score':
      return values.mark(words.number(text));
    case 'percentile':
      return values.mark(words.percentile(Number.parseInt(text, 10)));
    case 'phone':
      return values.mark(words.phone(text));
    case 'time':
      return values.mark(words.time(text));
    case 'code': {
      const teer = /^TEER (\d)$/.exec(text)?.[1];
      if (teer !== undefined) return values.mark(words.teer(teer));
      if (text.split(' ').every((word) => words.interests.test(word))) return strengths(text, words);
      if (!CODE.test(text)) break;
      const digits = values.mark(words.code(text));
      return afterEdition ? words.codeOfEdition(digits) : digits;
    }
    default:
  }
  return numbersSaid(text, words, values);
}

/** `METHODICAL innovative`, `C i`: what capitals tell the eye, in words. */
function strengths(text: string, words: Words): string {
  const runs: { readonly strong: boolean; readonly interests: string[] }[] = [];
  for (const word of text.split(' ')) {
    const strong = word === word.toUpperCase();
    const last = runs.at(-1);
    const spoken = raised(word.toLowerCase());
    if (last?.strong === strong) last.interests.push(spoken);
    else runs.push({ strong, interests: [spoken] });
  }
  return runs.map(({ strong, interests }) => (strong ? words.strong(interests) : words.weaker(interests))).join('; ');
}

/** A word of a line, or a value that is not cut. */
interface Token {
  readonly text: string;
  readonly figures: readonly string[];
  readonly words: number;
}

function slowly(marked: string, words: Words, values: SpokenValues): string[] {
  const tokens = marked
    .split(' ')
    .filter((token) => token !== '')
    .map((token): Token => {
      const text = values.expanded(token);
      return { text, figures: values.figuresIn(token), words: text.split(' ').length };
    });
  return clauses(tokens)
    .flatMap((clause) => parted(clause, words))
    .flatMap((part) => [
      part
        .map(({ text }) => text)
        .join(' ')
        .replace(/[,;:]$/, ''),
      ...part.flatMap(({ figures }) => figures),
    ]);
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { words }) => sum + words, 0);
}

/** Up to each full stop, semicolon or colon; "Note:" is no part of its own. */
function clauses(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [[]];
  for (const token of tokens) {
    const clause = all.at(-1) ?? [];
    clause.push(token);
    if (/[.;?!]$/.test(token.text) || (token.text.endsWith(':') && wordsIn(clause) >= FEWEST_WORDS)) all.push([]);
  }
  return all.filter((clause) => clause.length > 0);
}

function parted(clause: readonly Token[], words: Words): Token[][] {
  const parts: Token[][] = [];
  let part: Token[] = [];
  for (const token of clause) {
    while (part.length > 0 && wordsIn(part) + token.words > MOST_WORDS) {
      const length = breathIn([...part, token], words);
      parts.push(part.slice(0, length));
      part = part.slice(length);
    }
    part.push(token);
  }
  const last = parts.at(-1);
  // "a year" alone would tear the amount from what it is paid for.
  if (last && wordsIn(part) <= MOST_LEFT_OVER) last.push(...part);
  else parts.push(part);
  return parts;
}

/** How many of the tokens make the next part: up to the last comma, else to before a word where one draws breath. */
function breathIn(tokens: readonly Token[], words: Words): number {
  const places = tokens.map((_, at) => at).filter((at) => at > 0 && wordsIn(tokens.slice(0, at)) >= FEWEST_WORDS);
  const comma = places.findLast((at) => tokens[at - 1]?.text.endsWith(','));
  const breath = places.findLast((at) => words.breath.test(tokens[at]?.text ?? ''));
  return comma ?? breath ?? tokens.length - 1;
}
