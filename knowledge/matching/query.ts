import { PLAIN_WORDS, SHORTENINGS, SYNONYMS } from './lexicon.ts';
import { isFunctionWord, isSentence, type Language, type Phrase, readPhrase, stemOf, type Word } from './phrase.ts';
import type { Speller } from './spelling.ts';
import { familyOf, headKey, roleWeight, type TitleIndex } from './title-index.ts';
import { tokenise } from './tokens.ts';

/** One reading of a word of the query: stems that must all be there for full credit. */
export interface Option {
  readonly ids: readonly number[];
  readonly weight: number;
}

export type SlotSource = 'exact' | 'short' | 'spelling' | 'unknown';

/** A word of the query with everything that may count as that word. */
export interface Slot {
  readonly word: Word;
  /** Share of the query that this word makes up: role times rarity. */
  readonly weight: number;
  readonly options: readonly Option[];
  readonly source: SlotSource;
  /** How sure a corrected spelling is; 1 for a known word. */
  readonly likeness: number;
  readonly isHead: boolean;
}

export interface Query {
  readonly text: string;
  readonly sentence: boolean;
  /** Share of the tokens that are grammar. */
  readonly grammar: number;
  readonly slots: readonly Slot[];
  /** Sum of the slots' weights. */
  readonly total: number;
  /** Head ids (English and French readings, corrected and written out) with how sure each is. */
  readonly heads: ReadonlyMap<number, number>;
  readonly headLemma: string;
  readonly phrases: readonly Phrase[];
  readonly language: Language;
  /** The words as understood: corrected and written out, for fuzzy comparison and search by duties. */
  readonly understood: readonly string[];
}

const SYNONYM_WEIGHT = 0.45;
/** Words of one family: "ranching" for "rancher", "janitorial" for "janitor". */
const FAMILY_WEIGHT = 0.6;
const SHORT_WEIGHT = 0.92;
const SPLIT_WEIGHT = 0.85;
/** A stem that a misspelt word has by accident. */
const SLIP_WEIGHT = 0.5;
/** Likeness from which on a corrected word is read as if it had been typed so. */
const SURE = 0.82;
/** Rarity that a word nobody has used in a title is taken to have. */
const UNKNOWN_IDF = 4.5;

function synonymTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const ring of SYNONYMS) {
    for (const word of ring) {
      const stem = stemOf(word, 'en');
      const others = table.get(stem) ?? [];
      for (const other of ring) {
        const otherStem = stemOf(other, 'en');
        if (otherStem !== stem && !others.includes(otherStem)) others.push(otherStem);
      }
      table.set(stem, others);
    }
  }
  return table;
}

const synonyms = synonymTable();

function grammarShare(text: string): number {
  const tokens = tokenise(text);
  return tokens.filter((token) => isFunctionWord(token.text)).length / Math.max(1, tokens.length);
}

export class QueryReader {
  readonly #index: TitleIndex;
  readonly #speller: Speller;

  constructor(index: TitleIndex, speller: Speller) {
    this.#index = index;
    this.#speller = speller;
  }

  read(text: string): Query {
    const join = (first: string, second: string): string | null => this.#join(first, second);
    const en = readPhrase(text, 'en', join);
    const fr = readPhrase(text, 'fr', join);
    const language = this.#language(text, en, fr);
    const main = language === 'fr' ? fr : en;
    const slots = main.words.map((word, at) => this.#slot(word, at === main.head, main.words.length));
    const heads = new Map<number, number>();
    const head = slots[main.head];
    if (head) this.#addHeads(heads, head);
    const understood: string[] = [];
    for (const slot of slots) understood.push(this.#understood(slot));
    return {
      text,
      sentence: isSentence(text),
      grammar: grammarShare(text),
      slots,
      total: slots.reduce((sum, slot) => sum + slot.weight, 0),
      heads,
      headLemma: head?.word.lemma ?? '',
      phrases: [en, fr],
      language,
      understood,
    };
  }

  #known(text: string): boolean {
    const { stems, vocabulary } = this.#index;
    return vocabulary.has(text) || stems.has(stemOf(text, 'en')) || stems.has(stemOf(text, 'fr'));
  }

  /** Joins what the vocabulary knows as one word; a misspelt half may be mended by joining ("hair dreser"). */
  #join(first: string, second: string): string | null {
    const plain = this.#index.join(first, second);
    if (plain !== null) return plain;
    if (first.length < 3 || second.length < 3 || first.length + second.length < 8) return null;
    const firstKnown = this.#known(first) || SHORTENINGS.has(first);
    const secondKnown = this.#known(second) || SHORTENINGS.has(second);
    if ((firstKnown && secondKnown) || isFunctionWord(first) || isFunctionWord(second)) return null;
    const whole = this.#speller.correct(first + second)[0];
    if (!whole || whole.likeness < 0.88) return null;
    const unknown = firstKnown ? second : first;
    const apart = this.#speller.correct(unknown)[0];
    return apart && apart.likeness >= whole.likeness - 0.02 ? null : whole.word;
  }

  /** French when more of its words are known as French; function words count, ties are English. */
  #language(text: string, en: Phrase, fr: Phrase): Language {
    const { stems } = this.#index;
    let balance = 0;
    for (const token of tokenise(text)) {
      if (/^(?:de|du|des|la|le|les|aux|une|et|dans|chez|en|d|l)$/.test(token.text)) balance += 0.6;
      if (/^(?:of|the|and|for|in|at|to|with)$/.test(token.text)) balance -= 0.6;
    }
    en.words.forEach((word, at) => {
      if (stems.has(word.stem)) balance -= 1;
      if (stems.has(fr.words[at]?.stem ?? '')) balance += /[^\x20-\x7f]/.test(word.raw) ? 2 : 1;
    });
    return balance > 0 ? 'fr' : 'en';
  }

  #slot(word: Word, isHead: boolean, length: number): Slot {
    const { stems, idf } = this.#index;
    const options: Option[] = [];
    let source: SlotSource = 'exact';
    let likeness = 1;
    const push = (keys: readonly string[], weight: number): void => {
      const ids = keys.map((key) => stems.get(key) ?? -1).filter((id) => id >= 0);
      if (ids.length > 0 && ids.length >= keys.length / 2)
        options.push({ ids, weight: weight * (ids.length / keys.length) });
    };
    const pushPhrase = (words: string, weight: number): void => {
      const keys = tokenise(words)
        .map((token) => token.text)
        .filter((text) => !isFunctionWord(text));
      if (keys.length > 0)
        push(
          keys.map((key) => stemOf(key, 'en')),
          weight,
        );
    };
    // "registred" has the stem of "registrar" by accident: a word never seen, one slip from a common one, is misspelt.
    const slip = this.#isSlip(word.text);
    push([stemOf(word.text, 'en')], slip ? SLIP_WEIGHT : 1);
    push([stemOf(word.text, 'fr')], slip ? SLIP_WEIGHT : 1);
    const known = options.length > 0 && !slip;
    const short = SHORTENINGS.get(word.text);
    if (short !== undefined) {
      if (!known) source = 'short';
      for (const long of short) pushPhrase(long, SHORT_WEIGHT);
    }
    if (word.raw === word.raw.toUpperCase() || length <= 3) {
      for (const long of this.#index.expansions.get(word.text) ?? []) pushPhrase(long, SHORT_WEIGHT * 0.95);
    }
    if ((options.length === 0 || slip) && !PLAIN_WORDS.has(word.text)) {
      for (const correction of this.#speller.correct(word.text)) {
        likeness = source === 'spelling' ? likeness : correction.likeness;
        source = 'spelling';
        const weight = correction.likeness ** 2;
        push([stemOf(correction.word, 'en')], weight);
        push([stemOf(correction.word, 'fr')], weight);
      }
      const halves = this.#split(word.text);
      if (halves) {
        source = 'spelling';
        likeness = Math.max(likeness === 1 ? 0 : likeness, SPLIT_WEIGHT);
        push(
          halves.map((half) => stemOf(half, 'en')),
          SPLIT_WEIGHT,
        );
      }
    }
    if (options.length === 0) source = 'unknown';
    const weight = roleWeight(word) * this.#rarity(options, idf);
    if (word.role === 'content') {
      for (const relative of this.#index.families.get(familyOf(stemOf(word.text, 'en'))) ?? []) {
        if (relative !== stemOf(word.text, 'en')) push([relative], FAMILY_WEIGHT);
      }
      for (const other of synonyms.get(stemOf(word.text, 'en')) ?? []) push([other], SYNONYM_WEIGHT);
    }
    return { word, weight, options, source, likeness: source === 'unknown' ? 0 : likeness, isHead };
  }

  #isSlip(text: string): boolean {
    const { vocabulary } = this.#index;
    if (vocabulary.has(text) || !this.#known(text)) return false;
    const best = this.#speller.correct(text)[0];
    if (!best || best.likeness < 0.9 || (vocabulary.get(best.word) ?? 0) < 5) return false;
    return stemOf(best.word, 'en') !== stemOf(text, 'en') && stemOf(best.word, 'fr') !== stemOf(text, 'fr');
  }

  #rarity(options: readonly Option[], idf: Float32Array): number {
    const best = options.reduce<Option | undefined>(
      (top, next) => (top && top.weight >= next.weight ? top : next),
      undefined,
    );
    if (!best) return UNKNOWN_IDF;
    let sum = 0;
    for (const id of best.ids) sum += idf[id] ?? 0;
    // A shortening of two words weighs as two, but not fully: it was typed as one.
    return sum / best.ids.length ** 0.5;
  }

  /** "truckdriver": two known words written as one. */
  #split(text: string): readonly [string, string] | null {
    const { vocabulary } = this.#index;
    let best: readonly [string, string] | null = null;
    let bestCount = 2;
    for (let at = 3; at <= text.length - 3 && text.length < 30; at += 1) {
      const count = Math.min(vocabulary.get(text.slice(0, at)) ?? 0, vocabulary.get(text.slice(at)) ?? 0);
      if (count > bestCount) {
        best = [text.slice(0, at), text.slice(at)];
        bestCount = count;
      }
    }
    return best;
  }

  #addHeads(heads: Map<number, number>, slot: Slot): void {
    const { heads: known } = this.#index;
    const put = (word: string, sure: number): void => {
      for (const language of ['en', 'fr'] as const) {
        const phrase = readPhrase(word, language, () => null);
        const head = phrase.words[phrase.head];
        const id = head ? known.get(headKey(head.lemma, language)) : undefined;
        if (id !== undefined) heads.set(id, Math.max(heads.get(id) ?? 0, sure));
      }
    };
    put(slot.word.text, 1);
    for (const long of SHORTENINGS.get(slot.word.text) ?? []) put(long, 0.9);
    for (const long of this.#index.expansions.get(slot.word.text) ?? []) put(long, 0.9);
    if (slot.source === 'spelling') {
      for (const correction of this.#speller.correct(slot.word.text)) put(correction.word, correction.likeness);
    }
  }

  #understood(slot: Slot): string {
    if (slot.source === 'short') return SHORTENINGS.get(slot.word.text)?.[0] ?? slot.word.text;
    if (slot.source !== 'spelling') return slot.word.text;
    const correction = this.#speller.correct(slot.word.text)[0];
    return correction && correction.likeness > SURE ? correction.word : slot.word.text;
  }
}
