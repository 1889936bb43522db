import type { Fact } from './fact.ts';

/**
 * Kinds of things, other than facts, that a sentence may name. Nothing else can get into a sentence: the fixed words of a
 * wording hold no digit, so every number that is said is a stored fact or one of these.
 */
export type ParameterKind =
  | 'code' // of a classification, with or without its edition's name
  | 'count' // how many items the answer lists
  | 'date'
  | 'factor' // that a derived figure was made with
  | 'edition' // name of a classification's edition
  | 'link'
  | 'name' // of an occupation, a group, a region, an organization
  | 'percentile'
  | 'period'
  | 'phone'
  | 'scale' // highest value of a rating
  | 'score' // made from the person's own answers
  | 'quote' // what the person wrote
  | 'time';

/** A typed value of a wording that is not itself a fact. */
export interface Parameter {
  readonly parameter: ParameterKind;
  readonly text: string;
}

export type Segment = string | Parameter | { readonly fact: Fact };

/** What the bot says, in parts that can be traced: fixed words, facts and typed parameters. */
export interface Sentence {
  readonly segments: readonly Segment[];
}

export type Sayable = Fact | Parameter | Sentence;

/** Tag for templates: say`The average is ${fact} an hour.` */
export function say(words: TemplateStringsArray, ...values: readonly Sayable[]): Sentence {
  const segments: Segment[] = [];
  words.forEach((word, index) => {
    if (word !== '') segments.push(word);
    const value = values[index];
    if (value) segments.push(...segmentsOf(value));
  });
  return { segments };
}

function segmentsOf(value: Sayable): readonly Segment[] {
  if ('segments' in value) return value.segments;
  return 'parameter' in value ? [value] : [{ fact: value }];
}

/** Sentences one after another, with `glue` between them. */
export function join(sentences: readonly Sayable[], glue: string): Sentence {
  return {
    segments: sentences.flatMap((sentence, index) =>
      index === 0 ? segmentsOf(sentence) : [glue, ...segmentsOf(sentence)],
    ),
  };
}

/** `a, b and c` */
export function enumerate(items: readonly Sayable[], and: string): Sentence {
  const last = items.at(-1);
  if (items.length < 2 || !last) return join(items, '');
  return join([join(items.slice(0, -1), ', '), last], ` ${and} `);
}

export function textOf(sentence: Sentence): string {
  return sentence.segments
    .map((segment) => (typeof segment === 'string' ? segment : 'fact' in segment ? segment.fact.text : segment.text))
    .join('');
}

export function factsOf(sentence: Sentence): Fact[] {
  return sentence.segments.flatMap((segment) =>
    typeof segment !== 'string' && 'fact' in segment ? [segment.fact] : [],
  );
}

export function parametersOf(sentence: Sentence): Parameter[] {
  return sentence.segments.flatMap((segment) =>
    typeof segment !== 'string' && 'parameter' in segment ? [segment] : [],
  );
}

const parameter =
  (kind: ParameterKind) =>
  (text: string): Parameter => ({ parameter: kind, text });

export const code = parameter('code');
export const date = parameter('date');
export const edition = parameter('edition');
export const link = parameter('link');
export const name = parameter('name');
export const period = parameter('period');
export const phone = parameter('phone');
export const quote = parameter('quote');
export const score = (value: number): Parameter => ({ parameter: 'score', text: String(value) });
export const time = parameter('time');
export const count = (value: number): Parameter => ({ parameter: 'count', text: String(value) });

/** First letter raised, for a sentence that begins with a stored phrase. */
export function capitalized(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence.segments;
  if (first === undefined) return sentence;
  const raise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  if (typeof first === 'string') return { segments: [raise(first), ...rest] };
  if ('fact' in first) return { segments: [{ fact: { ...first.fact, text: raise(first.fact.text) } }, ...rest] };
  return { segments: [{ ...first, text: raise(first.text) }, ...rest] };
}
