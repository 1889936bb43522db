import { SYNONYMS } from './lexicon.ts';
import { isFunctionWord, stemOf } from './phrase.ts';
import { type Postings, PostingsBuilder } from './postings.ts';
import type { TitleIndex } from './title-index.ts';
import { tokenise } from './tokens.ts';
import type { MatchIndexInput } from './types.ts';

/**
 * Search by what people do and where, for phrases that are no title ("person who fixes furnaces") and for a hint. One document
 * a group: its description counts in full, the words of its titles a little. BM25 over 516 documents.
 */

const K1 = 1.2;
const B = 0.6;
const GIST = 2;
const NAME = 1.5;
const TITLE_WORDS = 0.35;
const SYNONYM_WEIGHT = 0.5;
const TITLE_CAP = 4;
/** A word that more groups than this use says nothing of which two are near. */
const COMMON = 90;

const synonyms = new Map<string, Set<string>>();
for (const ring of SYNONYMS) {
  for (const word of ring) {
    const own = synonyms.get(stemOf(word, 'en')) ?? new Set<string>();
    for (const other of ring) own.add(stemOf(other, 'en'));
    synonyms.set(stemOf(word, 'en'), own);
  }
}

/** Verb and agent noun as one: "drive", "driver", "driving" -> "driv"; rougher than the titles' stems on purpose. */
function root(text: string): string {
  const stem = stemOf(text, 'en');
  return stem.length > 4 ? stem.replace(/(?:or|er|e|i)$/, '') : stem;
}

export interface DutyScores {
  /** By group, 0 to about 1: share of the text's weight that the group's document answers for. */
  readonly scores: Float32Array;
  /** Words of the text that occur in any document. */
  readonly known: number;
}

export class DutyIndex {
  readonly #postings: Postings;
  readonly #ids = new Map<string, number>();
  readonly #idf: Float32Array;
  readonly #lengths: Float32Array;
  readonly #mean: number;
  readonly #size: number;

  constructor(input: MatchIndexInput, index: TitleIndex) {
    const size = index.codes.length;
    const cells = new Map<number, number>();
    this.#size = size;
    this.#lengths = new Float32Array(size);
    const put = (text: string, group: number, weight: number, cap = Infinity): void => {
      for (const token of tokenise(text, 2_000, 300)) {
        if (isFunctionWord(token.text) || token.text.length < 3) continue;
        const key = root(token.text);
        let id = this.#ids.get(key);
        if (id === undefined) {
          id = this.#ids.size;
          this.#ids.set(key, id);
        }
        const cell = id * size + group;
        const count = cells.get(cell) ?? 0;
        if (count + weight <= cap) {
          cells.set(cell, count + weight);
          this.#lengths[group] = (this.#lengths[group] ?? 0) + weight;
        }
      }
    };
    for (const group of input.groups) {
      const at = index.groupOf(group.code);
      if (at < 0) continue;
      put(group.gist, at, GIST);
      put(group.whatTheyDo, at, 1);
      put(group.whereTheyWork, at, 1);
      put(group.title, at, NAME);
    }
    for (const title of index.titles) {
      if (title.language === 'en') put(title.title, index.groupOf(title.code), TITLE_WORDS, TITLE_CAP);
    }
    this.#postings = PostingsBuilder.fromCells(cells, size, this.#ids.size);
    this.#idf = new Float32Array(this.#ids.size);
    for (let id = 0; id < this.#ids.size; id += 1) {
      const count = (this.#postings.start[id + 1] ?? 0) - (this.#postings.start[id] ?? 0);
      this.#idf[id] = Math.log(1 + (size - count + 0.5) / (count + 0.5));
    }
    this.#mean = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  }

  /** Cosine of every two groups' documents (row times size plus column): how near their work is. Common words are left out. */
  affinity(): Float32Array {
    const size = this.#size;
    const { start, items, weights } = this.#postings;
    const matrix = new Float32Array(size * size);
    for (let id = 0; id < this.#ids.size; id += 1) {
      const from = start[id] ?? 0;
      const to = start[id + 1] ?? 0;
      if (to - from > COMMON || to - from < 2) continue;
      const rarity = (this.#idf[id] ?? 0) ** 2;
      for (let a = from; a < to; a += 1) {
        const row = (items[a] ?? 0) * size;
        const weight = rarity * Math.log1p(weights[a] ?? 0);
        for (let b = from; b < to; b += 1) {
          const cell = row + (items[b] ?? 0);
          matrix[cell] = (matrix[cell] ?? 0) + weight * Math.log1p(weights[b] ?? 0);
        }
      }
    }
    const norms = Float32Array.from({ length: size }, (_, at) => Math.sqrt(matrix[at * size + at] ?? 0) || 1);
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const cell = row * size + column;
        matrix[cell] = (matrix[cell] ?? 0) / ((norms[row] ?? 1) * (norms[column] ?? 1));
      }
    }
    return matrix;
  }

  /** `words`: as understood, function words allowed. */
  score(words: readonly string[]): DutyScores {
    const scores = new Float32Array(this.#size);
    let total = 0;
    let known = 0;
    for (const word of words) {
      if (isFunctionWord(word)) continue;
      const own = this.#ids.get(root(word));
      if (own !== undefined) known += 1;
      total += own === undefined ? 3 : (this.#idf[own] ?? 0);
      const best = new Float32Array(this.#size);
      if (own !== undefined) this.#add(best, own, 1);
      for (const other of synonyms.get(stemOf(word, 'en')) ?? []) {
        const id = this.#ids.get(root(other)) ?? this.#ids.get(other);
        if (id !== undefined && id !== own) this.#add(best, id, SYNONYM_WEIGHT);
      }
      for (let group = 0; group < this.#size; group += 1) scores[group] = (scores[group] ?? 0) + (best[group] ?? 0);
    }
    if (total > 0)
      for (let group = 0; group < this.#size; group += 1) scores[group] = (scores[group] ?? 0) / (total * (K1 + 1));
    return { scores, known };
  }

  #add(best: Float32Array, id: number, weight: number): void {
    const { start, items, weights } = this.#postings;
    const idf = this.#idf[id] ?? 0;
    for (let at = start[id] ?? 0; at < (start[id + 1] ?? 0); at += 1) {
      const group = items[at] ?? 0;
      const tf = weights[at] ?? 0;
      const norm = K1 * (1 - B + (B * (this.#lengths[group] ?? 0)) / this.#mean);
      const value = (weight * idf * tf * (K1 + 1)) / (tf + norm);
      if (value > (best[group] ?? 0)) best[group] = value;
    }
  }
}
