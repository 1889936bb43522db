import { FUNCTION_WORDS, RANK_WORDS, SENTENCE_WORDS } from './lexicon.ts';
import { joinCompounds, type Language } from './phrase.ts';
import { lemmaEn, lemmaFr } from './stem.ts';
import type { TitleIndex } from './title-index.ts';
import { type Token, tokenise } from './tokens.ts';
import type { TitleSpan } from './types.ts';

/** Longest title that is looked for, in words. */
const LONGEST = 8;
const MAX_CHARS = 4_000;
const MAX_TOKENS = 900;

/**
 * Words that are a title of somebody and a plain word of every question ("help", "start", "page"). Alone in a sentence they are
 * not spotted; as the whole text, or inside a longer title, they are.
 */
const PLAIN = new Set(
  `help start page call pay wage wages salary school program training course hand chair second minor model check test
   data it or am ea co no do may can will lead back front right record records service services business company office general other
   principal associate member support host hosting crew staff team boss partner temp student trainee research
   design production operations management administration security sales marketing finance accounting retail
   health medical education construction transport farming fishing mining nursing teaching cleaning cooking driving
   engineering trade trades skill skills duties duty interest interests outlook demand tell told similar next more less
   alberta canada ontario quebec manitoba province city town hello hi hey thanks thank please yes home house line lines
   labour work worker workers employee employer people clerk agent hour year years month day week number numbers
   aide cast extra guide judge lay monitor runner star talent tutor usher voice`.split(/\s+/),
);
const REAL_ALONE = new Set([
  'host',
  'principal',
  'clerk',
  'guide',
  'judge',
  'tutor',
  'usher',
  'labour',
  'student',
  'aide',
]);

/** Function words that may stand in a title or not: "director (of) finance". */
const LOOSE = new Set([
  'of',
  'the',
  'a',
  'an',
  'for',
  'in',
  'at',
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'au',
  'aux',
  'en',
]);

function plain(token: Token, shouted: boolean): boolean {
  const { text } = token;
  if (REAL_ALONE.has(text)) return false;
  if (/^\d/.test(text)) return true;
  if (FUNCTION_WORDS.has(text) || SENTENCE_WORDS.has(text) || RANK_WORDS.has(text) || PLAIN.has(text)) {
    // "IT" in capitals is the trade, "it" is not; in a text that is all capitals nobody can tell.
    const capitals = token.raw.length > 1 && token.raw === token.raw.toUpperCase() && /\p{L}/u.test(token.raw);
    return !capitals || shouted;
  }
  return text.length < 2;
}

/** Finds stored titles word for word inside a text: every run of words is looked up by its key, longest first. */
export class Spotter {
  readonly #index: TitleIndex;

  constructor(index: TitleIndex) {
    this.#index = index;
  }

  spot(text: string): TitleSpan[] {
    const tokens = joinCompounds(tokenise(text, MAX_CHARS, MAX_TOKENS), this.#index.join);
    const shouted = !/\p{Ll}/u.test(text);
    const spans: TitleSpan[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      const first = tokens[from];
      if (!first || FUNCTION_WORDS.has(first.text)) {
        if (!first || shouted || first.raw !== first.raw.toUpperCase() || first.raw.length < 2) continue;
      }
      const to = Math.max(this.#longest(tokens, from, 'en', shouted), this.#longest(tokens, from, 'fr', shouted));
      const last = tokens[to];
      if (to < from || !last) continue;
      spans.push({ start: first.start, end: last.end, phrase: text.slice(first.start, last.end) });
      from = to;
    }
    return spans;
  }

  /** Position of the last token of the longest title that begins at `from`; -1 for none. */
  #longest(tokens: readonly Token[], from: number, language: Language, shouted: boolean): number {
    const { byKey, titles, formTitle } = this.#index;
    // "welders with pipefitters" are two titles, "food and beverage server" is one: what joins must be joined in the title too.
    const joints: string[] = [];
    const known = (key: string): boolean =>
      (byKey.get(key) ?? []).some((form) => {
        const title = titles[formTitle[form] ?? 0];
        if (title?.language !== language) return false;
        return joints.length === 0 || joints.every((joint) => ` ${title.title.toLowerCase()} `.includes(` ${joint} `));
      });
    let key = '';
    let words = 0;
    let found = -1;
    for (let at = from; at < tokens.length && words < LONGEST; at += 1) {
      const token = tokens[at];
      if (!token || (at > from && (token.gap === 'comma' || token.gap === 'open' || token.gap === 'close'))) break;
      if (at > from && FUNCTION_WORDS.has(token.text)) {
        if (!LOOSE.has(token.text)) joints.push(token.text);
        continue;
      }
      const lemma = language === 'fr' ? lemmaFr(token.text) : lemmaEn(token.text);
      key = key === '' ? lemma : `${key} ${lemma}`;
      words += 1;
      if (at - from > words + 1) break;
      if (words === 1 ? !plain(token, shouted) && known(key) : known(key)) found = at;
    }
    return found;
  }
}
