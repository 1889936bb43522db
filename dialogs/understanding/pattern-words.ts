/**
 * What a part of a pattern can match, cut at its gaps (spaces, word boundaries): words without a gap, what stands before the first gap
 * and after the last, and the words between two gaps.
 */
interface Parts {
  readonly solid: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING: Parts = { solid: new Set(['']), heads: NONE, tails: NONE, words: NONE };
const GAP: Parts = { solid: NONE, heads: new Set(['']), tails: new Set(['']), words: NONE };

/**
 * The words that a pattern is made of, so that a phrase added to a table is known without being written twice: `licen[cs]ed?` gives four
 * words. Takes groups, alternatives, `?`, `*`, `+` and classes of a few letters; any other class (`\w`, `[a-z]`) counts as a gap.
 */
export function wordsOfPattern(pattern: RegExp): ReadonlySet<string> {
  const reader = new Reader(pattern.source);
  const { solid, heads, tails, words } = reader.alternatives();
  return new Set([...solid, ...heads, ...tails, ...words].filter((word) => /^[a-z]+$/.test(word)));
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Parts {
    let all = this.#sequence();
    while (this.#take('|')) all = either(all, this.#sequence());
    return all;
  }

  #sequence(): Parts {
    let sequence = NOTHING;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) {
      const one = this.#atom();
      // A space that may be left out ("the ?data") is a gap all the same: run together, most such words are none.
      sequence = joined(sequence, this.#isOptional() && one !== GAP ? either(NOTHING, one) : one);
    }
    return sequence;
  }

  #isOptional(): boolean {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += quantifier.length;
    return /^(?:[?*]|\{0)/.test(quantifier);
  }

  #atom(): Parts {
    if (this.#take('(')) return this.#group();
    const [taken = ''] = /^(?:\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\.|.)/su.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += taken.length;
    if (/^\[[a-z]{1,6}\]$/.test(taken)) return solid([...taken.slice(1, -1)]);
    return /^[a-z]$/.test(taken) ? solid([taken]) : GAP;
  }

  #group(): Parts {
    const opening = /^\?(?::|=|!|<=|<!)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += opening.length;
    const inside = this.alternatives();
    this.#take(')');
    // What is only looked at belongs to other patterns, and may be no more than the beginning of a word.
    return opening === '' || opening === '?:' ? inside : GAP;
  }

  #take(character: string): boolean {
    const found = this.#source[this.#at] === character;
    if (found) this.#at += 1;
    return found;
  }
}

function solid(words: readonly string[]): Parts {
  return { ...NOTHING, solid: new Set(words) };
}

function either(one: Parts, other: Parts): Parts {
  return {
    solid: union(one.solid, other.solid),
    heads: union(one.heads, other.heads),
    tails: union(one.tails, other.tails),
    words: union(one.words, other.words),
  };
}

function joined(one: Parts, next: Parts): Parts {
  return {
    solid: product(one.solid, next.solid),
    heads: union(one.heads, product(one.solid, next.heads)),
    tails: union(next.tails, product(one.tails, next.solid)),
    words: union(union(one.words, next.words), product(one.tails, next.heads)),
  };
}

function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  if (one.size === 0) return other;
  return other.size === 0 ? one : new Set([...one, ...other]);
}

function product(one: ReadonlySet<string>, next: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].flatMap((start) => [...next].map((end) => start + end)));
}
