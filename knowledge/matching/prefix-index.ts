import { foldTitle } from '../fold.ts';
import type { JobTitle, NocCode, TitleKind, UnitGroup } from '../model.ts';
import type { MatchReason } from './types.ts';

/** A group that a title of begins as was typed. */
export interface PrefixHit {
  readonly code: NocCode;
  readonly occupation: string;
  readonly matchedTitle: string;
  readonly reason: MatchReason;
  readonly standsFor: string;
  /** Persons employed in the group, by the newest projection; 0 where none is known. */
  readonly employment: number;
}

/** How much a title of a kind is worth showing before another that fits as well, and as what it is told. */
const KINDS: Readonly<Record<TitleKind, readonly [worth: number, reason: MatchReason]>> = {
  group: [1, 'group-name'],
  usual: [0.9, 'title'],
  alias: [0.9, 'alias'],
  everyday: [0.8, 'everyday'],
  abbreviation: [0.7, 'abbreviation'],
  official: [0.5, 'title'],
  earlier: [0.3, 'title'],
  foreign: [0.1, 'title'],
};
const FRENCH_WORTH = -0.4;
/** A title that begins so goes before one that has the word further in; one that is just that before all. */
const BEGINS_WORTH = 2;
const IS_WORTH = 3;
const LETTER_COST = 0.01;
const EMPLOYMENT_WORTH = 0.25;
/** Words of a query beyond these narrow nothing down any more. */
const MOST_WORDS = 8;

export interface PrefixIndexInput {
  readonly titles: readonly JobTitle[];
  readonly groups: readonly Pick<UnitGroup, 'code' | 'title'>[];
  readonly employment: ReadonlyMap<NocCode, number>;
}

/**
 * Titles by the beginnings of their words, for somebody who is still typing: the matcher reads whole words. Sorted words with postings in
 * typed arrays; some 4 MB on the full official index.
 */
export class PrefixIndex {
  readonly #titles: readonly JobTitle[];
  /** Folded, a space before each word. */
  readonly #folded: readonly string[];
  readonly #worth: Float32Array;
  readonly #words: readonly string[];
  /** Word -> first of its postings; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #employment: ReadonlyMap<NocCode, number>;
  readonly #groups: PrefixIndexInput['groups'];

  constructor({ titles, groups, employment }: PrefixIndexInput) {
    this.#titles = titles;
    this.#groups = groups;
    this.#employment = employment;
    this.#folded = titles.map(({ title }) =>
      wordsOf(title)
        .map((word) => ` ${word}`)
        .join(''),
    );
    this.#worth = Float32Array.from(titles, ({ code, kind, language }, at) => {
      const employed = Math.log10(1 + (employment.get(code) ?? 0));
      const worth = KINDS[kind][0] + EMPLOYMENT_WORTH * employed + (language === 'fr' ? FRENCH_WORTH : 0);
      return worth - LETTER_COST * (this.#folded[at]?.length ?? 0);
    });
    const byWord = new Map<string, number[]>();
    this.#folded.forEach((folded, at) => {
      for (const word of new Set(folded.split(' '))) {
        if (word === '') continue;
        const list = byWord.get(word);
        if (list) list.push(at);
        else byWord.set(word, [at]);
      }
    });
    this.#words = [...byWord.keys()].sort();
    const lists = this.#words.map((word) => byWord.get(word) ?? []);
    this.#starts = new Uint32Array(lists.length + 1);
    lists.forEach((list, at) => {
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + list.length;
    });
    this.#postings = Uint32Array.from(lists.flat());
  }

  /** Whether this is a word of some title, as it stands. */
  hasWord(word: string): boolean {
    return this.#words[this.#from(word)] === word;
  }

  /** Whether a title is just this. */
  hasTitle(text: string): boolean {
    const [first] = wordsOf(text);
    if (first === undefined) return false;
    const folded = ` ${wordsOf(text).join(' ')}`;
    return this.#titlesWith(first, false).some((at) => this.#folded[at] === folded);
  }

  /** The commonest word of titles that begins so; null where none does, or it is one as it stands. */
  complete(word: string): string | null {
    if (this.hasWord(word)) return null;
    let best: number | null = null;
    const titlesOf = (at: number): number => (this.#starts[at + 1] ?? 0) - (this.#starts[at] ?? 0);
    for (let at = this.#from(word); this.#words[at]?.startsWith(word); at += 1)
      if (best === null || titlesOf(at) > titlesOf(best)) best = at;
    return best === null ? null : (this.#words[best] ?? null);
  }

  /** Groups with a title in which words begin as those that were typed, the likeliest first, each by its best title. */
  find(text: string, most: number): PrefixHit[] {
    const typed = wordsOf(text).slice(0, MOST_WORDS);
    const rarest = typed.toSorted((one, other) => this.#count(one) - this.#count(other))[0];
    if (rarest === undefined) return [];
    const whole = ` ${typed.join(' ')}`;
    const others = typed.filter((word) => word !== rarest).map((word) => ` ${word}`);
    const best = new Map<NocCode, { readonly at: number; readonly worth: number }>();
    for (const at of this.#titlesWith(rarest, true)) {
      const folded = this.#folded[at] ?? '';
      const { code } = this.#titles[at] ?? {};
      if (code === undefined || !others.every((word) => folded.includes(word))) continue;
      const fits = !folded.startsWith(whole) ? 0 : folded.length === whole.length ? IS_WORTH : BEGINS_WORTH;
      const worth = (this.#worth[at] ?? 0) + fits;
      if (worth > (best.get(code)?.worth ?? -Infinity)) best.set(code, { at, worth });
    }
    return [...best.values()]
      .sort((one, other) => other.worth - one.worth || one.at - other.at)
      .slice(0, most)
      .flatMap(({ at }) => {
        const title = this.#titles[at];
        return title ? [this.#hit(title)] : [];
      });
  }

  /** NOC 2021 groups whose code begins with these digits, in the order of codes. */
  findCode(digits: string, most: number): PrefixHit[] {
    return this.#groups
      .filter(({ code }) => code.startsWith(digits))
      .slice(0, most)
      .map(({ code, title }) => ({
        code,
        occupation: '',
        matchedTitle: title,
        reason: 'code',
        standsFor: '',
        employment: this.#employment.get(code) ?? 0,
      }));
  }

  #hit({ code, occupation, title, kind, standsFor }: JobTitle): PrefixHit {
    const employment = this.#employment.get(code) ?? 0;
    return { code, occupation, matchedTitle: title, reason: KINDS[kind][1], standsFor, employment };
  }

  /** First word that does not come before this one. */
  #from(word: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #range(word: string, asPrefix: boolean): readonly [from: number, to: number] {
    const from = this.#from(word);
    // Folded words have no character as high as this one.
    const to = asPrefix ? this.#from(`${word}\uffff`) : from + (this.#words[from] === word ? 1 : 0);
    return [this.#starts[from] ?? 0, this.#starts[to] ?? 0];
  }

  #count(word: string): number {
    const [from, to] = this.#range(word, true);
    return to - from;
  }

  /** A title with several such words is among them once. */
  #titlesWith(word: string, asPrefix: boolean): Uint32Array {
    const [from, to] = this.#range(word, asPrefix);
    const seen = new Uint8Array(this.#titles.length);
    return this.#postings.subarray(from, to).filter((at) => {
      const first = seen[at] === 0;
      seen[at] = 1;
      return first;
    });
  }
}

/** Folded words of a text. */
export function wordsOf(text: string): string[] {
  return foldTitle(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '');
}
