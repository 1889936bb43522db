import type { Wording } from '../wording/index.ts';

type Words = Wording['aloud'];

/** A value in words that stays together when a line is cut into parts. */
export interface Spoken {
  readonly text: string;
  /** The same in figures, for a caller who writes along; empty where the words do. */
  readonly figures: string;
}

/** Private characters stand for spoken values until the line is put together. */
const FIRST_MARK = 0xf0000;
const MARK = /[\u{f0000}-\u{ffffd}]/gu;
const MOST_MARKS = 0xfffd;

/** The spoken values of a line, each behind a character of its own, so that no later rule reads into it. */
export class SpokenValues {
  readonly #values: Spoken[] = [];

  mark(text: string, figures = ''): string {
    if (this.#values.length >= MOST_MARKS) return text;
    this.#values.push({ text, figures });
    return String.fromCodePoint(FIRST_MARK + this.#values.length - 1);
  }

  expanded(marked: string): string {
    return marked.replace(MARK, (mark) => this.#value(mark)?.text ?? '');
  }

  figuresIn(marked: string): string[] {
    return (marked.match(MARK) ?? []).flatMap((mark) => this.#value(mark)?.figures || []);
  }

  #value(mark: string): Spoken | undefined {
    return this.#values[(mark.codePointAt(0) ?? 0) - FIRST_MARK];
  }
}

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const UNIT = 'kg|km|cm|mm|hrs?|yrs?';
const WEB = /\b(?:https?:\/\/|www\.)\S*[^\s.,;:)]/gi;
/** `(NOC)` behind the full name says nothing to the ear. */
const BRACKETED_SHORT_FORM = /\s*\([A-Z][A-Za-z&-]*[A-Z][A-Za-z]*\)/g;

type Rule = readonly [RegExp, (words: Words, all: string, ...groups: string[]) => Spoken | string | null];

function pattern(source: string, flags = 'g'): RegExp {
  return new RegExp(source, flags);
}

function amount(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function withUnit(words: Words, said: string, unit: string, one: boolean): string {
  return unit === '' ? said : `${said} ${words.unit(unit, one) ?? unit}`;
}

/** What is more special comes first: a value that is marked has no digit left for those that follow. Null leaves it to them. */
const RULES: readonly Rule[] = [
  [/\b1-\d{3}-\d{3}-\d{4}\b/g, (words, all) => words.phone(all)],
  [
    pattern(String.raw`\b(\p{L}+) (\d{1,2}), (${YEAR})\b`, 'gu'),
    (words, _, month = '', day, year) =>
      words.months.some((name) => name === month) ? words.date(month, Number(day), Number(year)) : null,
  ],
  [
    pattern(String.raw`\b(${YEAR})-(0[1-9]|1[0-2])-(\d{2})\b`),
    (words, _, year, month, day) => words.date(words.months[Number(month) - 1] ?? '', Number(day), Number(year)),
  ],
  [
    pattern(String.raw`\$(${NUMBER})`),
    (words, _, told = '') => ({ text: words.dollars(amount(told)), figures: words.inFigures(amount(told)) }),
  ],
  [
    pattern(String.raw`\b(${YEAR})\s?[-–]\s?(${YEAR})\b`),
    (words, _, from, to) => words.years(Number(from), Number(to)),
  ],
  [pattern(String.raw`(${NUMBER})\s?%`), (words, _, number = '') => words.percent(number)],
  [/\b(\d{1,3})(?:st|nd|rd|th)\b/g, (words, _, value) => words.ordinal(Number(value))],
  [/\b(?:[A-Z]?\d{4,5}\.\d{1,2}|[A-Z]\d{3}|\d{5}|0\d+)\b/g, (words, all) => words.code(all)],
  [/\b\d{1,2}:\d{2}\b/g, (words, all) => words.time(all)],
  [
    pattern(String.raw`\b(${NUMBER})\s?[-–]\s?(${NUMBER})(?:\s?(${UNIT}))?\b`, 'gi'),
    (words, _, from = '', to = '', unit = '') =>
      withUnit(words, words.range(words.number(from), words.number(to)), unit, false),
  ],
  [
    pattern(String.raw`\b(${NUMBER})\s?(${UNIT})\b`, 'gi'),
    (words, _, number = '', unit = '') => withUnit(words, words.number(number), unit, number === '1'),
  ],
  [pattern(String.raw`\b${YEAR}\b`), (words, all) => words.year(Number(all))],
  [pattern(String.raw`(?<![\w.-])[-−]?${NUMBER}(?!\w)`), (words, all) => words.number(all)],
];
/** Whatever is left stands inside a word: "3D", "CO2". */
const INSIDE_WORDS = /\d+/g;

/** Numbers of a text as they are spoken, each marked; addresses left out. */
export function numbersSaid(text: string, words: Words, values: SpokenValues): string {
  let said = text.replaceAll(/[\p{Co}\p{Cc}]/gu, ' ').replace(WEB, '');
  if (!/\d/.test(said)) return said;
  for (const [found, speak] of RULES) {
    said = said.replace(found, (all: string, ...rest: unknown[]) => {
      // Behind the groups come the place and the whole text.
      const groups = rest.slice(0, -2).map((each) => (typeof each === 'string' ? each : ''));
      const spoken = speak(words, all, ...groups);
      if (spoken === null) return all;
      return typeof spoken === 'string' ? values.mark(spoken) : values.mark(spoken.text, spoken.figures);
    });
  }
  return said.replace(INSIDE_WORDS, (all) => ` ${values.mark(words.code(all))} `);
}

/** Between letters it hides a word from the rules that follow; no text holds it, since control characters are taken out before. */
const JOINT = '\u0001';

const shortForms = new Map<string, RegExp>();

function shortForm(short: string): RegExp {
  const known = shortForms.get(short);
  if (known) return known;
  const made = pattern(String.raw`(?<![\p{L}\p{N}-])${short.replaceAll('.', String.raw`\.`)}(?![\p{L}\p{N}-])`, 'gu');
  shortForms.set(short, made);
  return made;
}

/** In full the first time, then as those say it who use it every day: an edition's name before each of ten codes is past listening to. */
function spelledOut(text: string, words: Words, named: Set<string>): string {
  let said = text;
  for (const [short, full, again] of words.spelledOut) {
    if (!said.includes(short)) continue;
    // Marked, so that the short form in what is said from then on is not spelled out in its turn.
    said = said.replaceAll(shortForm(short), () => {
      const first = !named.has(short);
      named.add(short);
      return first ? full : [...again].join(JOINT);
    });
  }
  return said.replaceAll(JOINT, '');
}

function byAPerson(text: string, { byAPerson: rules }: Words): string {
  return rules.reduce((said, [written, spoken]) => said.replaceAll(written, spoken), text);
}

/**
 * Signs and short forms in words, and the punctuation of what is heard: brackets become pauses. `named`: short forms that were said in
 * full already, added to here.
 */
export function tidied(marked: string, words: Words, named: Set<string>): string {
  const said = byAPerson(spelledOut(marked.replaceAll(BRACKETED_SHORT_FORM, ''), words, named), words);
  return said
    .replaceAll(/["“”]/g, '')
    .replaceAll(/\s&\s/g, ` ${words.signs.and} `)
    .replaceAll(/(?<=\p{L})\s?\/\s?(?=\p{L})/gu, ` ${words.signs.or} `)
    .replaceAll(/\s?%/g, ` ${words.signs.percent}`)
    .replaceAll(/\s[-–—]\s/g, ', ')
    .replaceAll(/[([{]/g, ', ')
    .replaceAll(/[)\]}]/g, ', ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+(?=[,.;:?!](?:[\s,.;:?!]|$))/g, '')
    .replaceAll(/,(?:\s?,)+/g, ',')
    .replaceAll(/,\s?(?=[.;:?!])/g, '')
    .replaceAll(/(?<=[;:])\s?,/g, '')
    .replaceAll(/:\s?(?=[.;])/g, '')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^(?:[\s,;:]|\.(?!\p{L}))+/u, '')
    .trim();
}
