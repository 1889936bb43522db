import { FUNCTION_WORDS, HEAD_BREAKERS, RANK_WORDS, SENTENCE_WORDS } from './lexicon.ts';
import { lemmaEn, lemmaFr, stemEn } from './stem.ts';
import { type Token, tokenise } from './tokens.ts';

export type Language = 'en' | 'fr';

/** What a word does in a title: only `content` names work; `rank` and `filler` weigh little, `aside` stands in brackets. */
export type Role = 'content' | 'rank' | 'filler' | 'aside';

export interface Word {
  readonly text: string;
  readonly lemma: string;
  readonly stem: string;
  readonly role: Role;
  /** After a dash, a comma or "of": says in which branch, not what. */
  readonly qualifier: boolean;
  readonly raw: string;
}

export interface Phrase {
  readonly words: readonly Word[];
  /** Position in `words` of the word that says what the person is; -1 when there is none. */
  readonly head: number;
  readonly language: Language;
  /** All lemmas in order, function words off: equal for two writings of the same title. */
  readonly key: string;
  /** Content stems, sorted and unique: equal for "X of Y" and "Y X", with rank and fillers off. */
  readonly coreKey: string;
}

/** Joins two neighbouring words into the one that the vocabulary knows ("book keeper"), or null. */
export type Joiner = (first: string, second: string) => string | null;

const NUMERAL = /^\d+$/;

function toLemma(text: string, language: Language): string {
  return language === 'fr' ? lemmaFr(text) : lemmaEn(text);
}

/** French stems live in their own space: "chef" is a cook in one language and a head in the other. */
export function stemOf(text: string, language: Language): string {
  return language === 'fr' ? `fr:${lemmaFr(text)}` : stemEn(lemmaEn(text));
}

export function isFunctionWord(text: string): boolean {
  return FUNCTION_WORDS.has(text);
}

/** "(except avionics)", "not elsewhere classified": what the title is not about. */
function withoutExceptions(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let skipping = false;
  for (const token of tokens) {
    if (token.text === 'except' || token.text === 'excluding' || token.text === 'sauf') skipping = true;
    else if (skipping && token.gap === 'close') skipping = false;
    if (!skipping) kept.push(token);
  }
  return kept.length > 0 ? kept : [...tokens];
}

export function joinCompounds(tokens: readonly Token[], join: Joiner): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && (token.gap === 'space' || token.gap === 'hyphen')) {
      const word = join(before.text, token.text);
      if (word !== null) {
        joined[joined.length - 1] = { ...before, text: word, raw: `${before.raw} ${token.raw}`, end: token.end };
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
}

function roleOf(token: Token, sentence: boolean): Role {
  if (RANK_WORDS.has(token.text) || NUMERAL.test(token.text)) return 'rank';
  if (SENTENCE_WORDS.has(token.text)) return sentence ? 'filler' : 'content';
  return token.aside ? 'aside' : 'content';
}

/** A sentence about the work, not a title: it begins like one. */
const SENTENCE_OPENING =
  /^\s*(?:i|i'm|im|we|my|you|someone|somebody|person|people|guy|job|who|what|works?|je|j'|qui)\b/i;

export function isSentence(text: string): boolean {
  return SENTENCE_OPENING.test(text);
}

/**
 * "IT manager", "OR nurse", "DO": function words by their letters, not by their use. Capitals tell among small letters or alone; "it"
 * names the trade in whatever letters, because no title has the pronoun; "or" does where nothing stands before it.
 */
function isAcronym(token: Token, text: string, sentence: boolean, count: number): boolean {
  const capitals = token.raw.length > 1 && /^\p{Lu}+$/u.test(token.raw);
  if (capitals && (count === 1 || /\p{Ll}/u.test(text))) return true;
  if (sentence || count === 1) return false;
  return token.text === 'it' || (token.text === 'or' && token.gap === 'start');
}

/** Reads a title, or a visitor's text, as a title. */
export function readPhrase(text: string, language: Language, join: Joiner): Phrase {
  const sentence = isSentence(text);
  const tokens = joinCompounds(withoutExceptions(tokenise(text)), join);
  const words: Word[] = [];
  let head = -1;
  let closed = false;
  let qualifier = false;
  for (const token of tokens) {
    const breaksSegment =
      token.gap === 'comma' || token.gap === 'dash' || token.gap === 'open' || token.gap === 'slash';
    if (breaksSegment && head >= 0) {
      closed = true;
      if (token.gap !== 'slash') qualifier = true;
    }
    if (isFunctionWord(token.text) && !isAcronym(token, text, sentence, tokens.length)) {
      if (HEAD_BREAKERS.has(token.text) && head >= 0) {
        closed = true;
        qualifier = true;
      }
      continue;
    }
    const role = roleOf(token, sentence);
    const lemma = toLemma(token.text, language);
    words.push({ text: token.text, lemma, stem: stemOf(token.text, language), role, qualifier, raw: token.raw });
    if (role === 'content' && !closed) {
      head = words.length - 1;
      // The noun comes first in French: "agent administratif".
      if (language === 'fr') closed = true;
    }
  }
  if (head < 0) head = words.findLastIndex((word) => word.role !== 'filler' && !NUMERAL.test(word.text));
  const core = words.filter((word) => word.role === 'content');
  return {
    words,
    head,
    language,
    key: words.map((word) => word.lemma).join(' '),
    coreKey: [...new Set((core.length > 0 ? core : words).map((word) => word.stem))].sort().join(' '),
  };
}
