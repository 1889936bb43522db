/**
 * A message folded for reading (lower case, no accents, punctuation as single spaces) that remembers where each
 * character came from, so that a stretch of it can be quoted as the person wrote it.
 */
export class FoldedText {
  readonly original: string;
  readonly folded: string;
  readonly #origins: readonly number[];

  constructor(text: string) {
    this.original = text;
    const folded: string[] = [];
    const origins: number[] = [];
    let index = 0;
    for (const character of text) {
      const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      const keep = /^[\p{L}\p{N}]+$/u.test(plain) ? plain : isInnerPoint(text, index) ? '.' : ' ';
      if (keep !== ' ' || (folded.length > 0 && folded.at(-1) !== ' ')) {
        for (const part of keep) {
          folded.push(part);
          origins.push(index);
        }
      }
      index += character.length;
    }
    if (folded.at(-1) === ' ') folded.pop();
    this.folded = folded.join('');
    this.#origins = origins;
  }

  /** Position in the folded text of a position in the original. */
  toFolded(position: number): number {
    const index = this.#origins.findIndex((origin) => origin >= position);
    return index === -1 ? this.folded.length : index;
  }

  /** The original wording of a stretch of the folded text. */
  quote(start: number, end: number): string {
    const from = this.#origins[start] ?? 0;
    const last = this.#origins[end - 1];
    const to =
      last === undefined
        ? this.original.length
        : last + String.fromCodePoint(this.original.codePointAt(last) ?? 32).length;
    return this.original.slice(from, to).trim();
  }
}

/** The point of `1413.3` belongs to the code; the one at the end of a sentence does not. */
function isInnerPoint(text: string, index: number): boolean {
  return text[index] === '.' && /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '');
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Global copies of patterns, made once: patterns are constants, and compiling them costs more than running them. */
const globals = new WeakMap<RegExp, RegExp>();

/** Every place of the folded text that a pattern matches. */
export function stretchesOf(pattern: RegExp, folded: string): Stretch[] {
  let global = globals.get(pattern);
  if (!global) {
    global = new RegExp(pattern.source, 'g');
    globals.set(pattern, global);
  }
  const found: Stretch[] = [];
  global.lastIndex = 0;
  // Not matchAll: it copies the pattern at each call, and hundreds of patterns are tried on each message.
  for (let match = global.exec(folded); match !== null; match = global.exec(folded)) {
    const words = match[0].trimEnd();
    if (words.trim() !== '') found.push({ start: match.index, end: match.index + words.length });
    if (match[0] === '') global.lastIndex += 1;
  }
  return found;
}

export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
