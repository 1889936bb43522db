/** Shortest word that is taken to hold one slip, and two. A shorter one has too many neighbours that are words of their own. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;

/** Two words that are as near as this to a misspelt one cannot be told apart by their slips alone. */
const TIE = 0.15;

/**
 * Finds the word that a misspelt one was meant for: one letter missing, added, changed, or two exchanged; two such slips in words of nine
 * letters or more. Words with letters left out are kept beforehand, so that finding costs a few look-ups and not a walk through all words.
 */
export class SlipIndex {
  readonly #byRemains = new Map<string, string[]>();
  /** Words with the same beginning and end are forms of one: of two equally near the one more often meant counts, which stands first. */
  readonly #rank = new Map<string, number>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < ONE_SLIP || this.#rank.has(word)) continue;
      this.#rank.set(word, this.#rank.size);
      for (const remains of remainsOf(word, word.length >= TWO_SLIPS ? 2 : 1)) {
        const list = this.#byRemains.get(remains);
        if (list) list.push(word);
        else this.#byRemains.set(remains, [word]);
      }
    }
  }

  /** The word meant; null where none is near enough, or where two different ones are. */
  nearest(typed: string): string | null {
    if (typed.length < ONE_SLIP) return null;
    const near = new Map<string, number>();
    for (const remains of remainsOf(typed, typed.length >= TWO_SLIPS - 1 ? 2 : 1))
      for (const word of this.#byRemains.get(remains) ?? [])
        if (!near.has(word) && Math.abs(word.length - typed.length) <= allowed(typed, word))
          near.set(word, slipsBetween(typed, word));
    if (near.size === 0) return null;
    const found = [...near]
      .filter(([word, slips]) => slips <= allowed(typed, word))
      .map(([word, slips]) => ({ word, cost: slips + unlikeness(typed, word) }))
      .sort((one, other) => one.cost - other.cost || this.#rankOf(one.word) - this.#rankOf(other.word));
    const [best, ...others] = found;
    if (!best) return null;
    const rival = others.find(({ cost, word }) => cost - best.cost < TIE && !isFormOf(word, best.word));
    return rival ? null : best.word;
  }

  #rankOf(word: string): number {
    return this.#rank.get(word) ?? 0;
  }
}

function allowed(typed: string, word: string): number {
  return word.length >= TWO_SLIPS && typed.length >= TWO_SLIPS - 1 ? 2 : 1;
}

/** The word itself, and what is left of it without up to `most` of its letters. */
function remainsOf(word: string, most: 1 | 2): Set<string> {
  const remains = new Set([word]);
  for (let at = 0; at < word.length; at += 1) {
    const rest = word.slice(0, at) + word.slice(at + 1);
    remains.add(rest);
    for (let next = at; most === 2 && next < rest.length; next += 1)
      remains.add(rest.slice(0, next) + rest.slice(next + 1));
  }
  return remains;
}

/** Letters missing, added or changed, and neighbours exchanged, that lead from one word to the other; each place is changed once. */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** What makes one reading of a slip less likely than another: another first or last letter, other letters than those of the word. */
function unlikeness(typed: string, word: string): number {
  if (sortedLetters(typed) === sortedLetters(word)) return 0;
  const first = typed[0] === word[0] ? 0 : 0.4;
  const last = typed.at(-1) === word.at(-1) ? 0 : 0.2;
  const letters = new Set(typed);
  const foreign = [...letters].some((letter) => !word.includes(letter)) ? 0.2 : 0;
  // A doubled letter that is single, or the reverse, and vowels that sound alike are the commonest slips.
  const plain = skeletonOf(typed) === skeletonOf(word) ? 0 : 0.2;
  return first + last + foreign + plain;
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

function skeletonOf(word: string): string {
  return word.replace(/[aeiouy]+/g, 'a').replace(/(.)\1+/g, '$1');
}

/** "wage" and "wages", "licence" and "license", "regulated" and "regulates": what is asked is the same. */
function isFormOf(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= Math.min(one.length, other.length) - 3 && same >= 3 && Math.abs(one.length - other.length) <= 4;
}
