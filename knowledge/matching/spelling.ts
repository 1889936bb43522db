import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import Metaphone from 'natural/lib/natural/phonetics/metaphone.js';

/**
 * Words that are not in the vocabulary -> the likeliest words that are. The whole vocabulary is looked at, but a 26-bit signature
 * of each word's letters throws out all but a few hundred before any distance is counted: no deletion tables, little memory.
 */

export interface Correction {
  readonly word: string;
  /** 0 to 1: how sure it is that this word was meant. */
  readonly likeness: number;
}

function signature(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i) - 97;
    if (code >= 0 && code < 26) bits |= 1 << code;
  }
  return bits;
}

function popCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Edits (insert, drop, change, swap of neighbours), or `limit + 1` as soon as there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  const n = b.length;
  if (Math.abs(a.length - n) > limit) return limit + 1;
  let previous2: number[] = [];
  let previous: number[] = Array.from({ length: n + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    let best = i;
    for (let j = 1; j <= n; j += 1) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        value = Math.min(value, (previous2[j - 2] ?? 0) + 1);
      }
      row.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous2 = previous;
    previous = row;
  }
  return previous[n] ?? limit + 1;
}

function allowedEdits(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 12 ? 2 : 3;
}

const metaphone = new Metaphone();
const CACHE = 5_000;

export class Speller {
  readonly #words: readonly string[];
  readonly #frequency: Float32Array;
  readonly #signatures: Int32Array;
  /** Positions in `#words` by length, so that only lengths within reach are looked at. */
  readonly #byLength: readonly number[][];
  readonly #cache = new Map<string, readonly Correction[]>();

  constructor(vocabulary: ReadonlyMap<string, number>) {
    const words = [...vocabulary.keys()].filter((word) => word.length > 2 && !/\d/.test(word));
    this.#words = words;
    this.#frequency = Float32Array.from(words, (word) => vocabulary.get(word) ?? 1);
    this.#signatures = Int32Array.from(words, signature);
    const byLength: number[][] = [];
    words.forEach((word, at) => {
      const length = Math.min(word.length, 40);
      const list = byLength[length];
      if (list) list.push(at);
      else byLength[length] = [at];
    });
    this.#byLength = byLength;
  }

  /** At most `most` corrections, best first. */
  correct(word: string, most = 3): readonly Correction[] {
    const known = this.#cache.get(word);
    if (known) return known;
    const found = this.#search(word, most);
    if (this.#cache.size >= CACHE) this.#cache.clear();
    this.#cache.set(word, found);
    return found;
  }

  #search(word: string, most: number): Correction[] {
    const limit = allowedEdits(word.length);
    if (limit === 0 || word.length > 30 || /[^a-z]/.test(word)) return [];
    const bits = signature(word);
    let sound: string | null = null;
    const found: Correction[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const at of this.#byLength[length] ?? []) {
        if (popCount(bits ^ (this.#signatures[at] ?? 0)) > limit * 2) continue;
        const candidate = this.#words[at] ?? '';
        const distance = editDistance(word, candidate, limit);
        if (distance > limit) continue;
        sound ??= metaphone.process(word);
        const soundsAlike = metaphone.process(candidate) === sound;
        // Three edits are believed only of a word that sounds the same or begins and ends the same.
        if (distance > 2 && !soundsAlike) continue;
        const firstSame = word[0] === candidate[0];
        const base = 1 - distance / (Math.max(word.length, candidate.length) + 1);
        const likeness =
          0.55 * base +
          0.25 * jaroWinkler(word, candidate) +
          (soundsAlike ? 0.12 : 0) +
          (firstSame ? 0.04 : 0) +
          Math.min(0.08, 0.012 * Math.log1p(this.#frequency[at] ?? 0));
        found.push({ word: candidate, likeness: Math.min(1, likeness) });
      }
    }
    found.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1));
    const best = found[0]?.likeness ?? 0;
    return found.filter((each) => each.likeness > best - 0.12 && each.likeness > 0.6).slice(0, most);
  }
}
