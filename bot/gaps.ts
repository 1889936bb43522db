import { createHmac } from 'node:crypto';
import type { Gap } from '../dialogs/turn-report.ts';
import { redact, TAKEN_OUT } from '../dialogs/understanding/redact.ts';

/** Takes what could not be answered. `conversation` tells conversations apart, and is not kept. */
export interface GapLog {
  note(gaps: readonly Gap[], conversation: string): Promise<void>;
}

/** A gap as it is counted: opaque to whoever counts. Two with the same kind and subject are the same gap. */
export interface CountableGap {
  readonly kind: Gap['kind'];
  readonly subject: string;
}

/** Where gaps are counted; bot/state/gap-log.ts is the one on SQLite. */
export interface GapCounter {
  /** Counts each once more, and gives the new counts in the same order. */
  count(gaps: readonly CountableGap[]): Promise<readonly number[]>;
}

/** Longer ones are stories and no titles. */
const MOST_CHARACTERS = 60;
const MOST_WORDS = 8;
/** With white space; a longer one is not even looked at. */
const MOST_READ = 4 * MOST_CHARACTERS;
/** With as many digits a text may hold a number of somebody's, however it is cut up. */
const TOO_MANY_DIGITS = 4;
/** Askings that are remembered, so that one person who asks again and again counts once. */
const MOST_REMEMBERED = 5_000;
/** How a text begins that stands as a hash, because one conversation alone has asked it. No text that is kept begins so. */
export const SEALED = '#';

/** With what people introduce themselves or somebody else, sign, or tell where they live. */
const INTRODUCTION =
  /\b(?:my (?:\w+ ){0,2}(?:name|address|phone|number|e ?mail|sin|birthday)|name (?:is|s)|i am|i m|im|this is|it s me|calls? me|called|speaking$|i live|mr|mrs|ms|miss|dr|sincerely|regards|born)\b/u;
/** Addresses of every kind; without spaces between, as `night.owl` is half of one. */
const ADDRESS =
  /@|:\/\/|\bwww\b|[\p{L}\p{N}]\.\p{L}{2,}|\bdot \p{L}{2,}\b|\b\d+\p{L}? (?:\p{L}+ ){1,3}(?:st|street|ave?|avenue|rd|road|dr|drive|blvd|boulevard|lane|ln|way|cres|crescent|court|place)\b|\b\p{L}\d\p{L} ?\d\p{L}\d\b/u;

/**
 * What of a gap may be kept, and null where nothing may. A text is folded and short, and goes whole where it holds personal data, many
 * digits, an address, or words with which people introduce themselves: what is left around them would still tell of somebody.
 *
 * What passes can still be somebody's: a bare name, typed alone, looks like a title. That is why `GapKeeper` keeps a text in words only
 * when a second conversation has asked the same.
 */
export function keepable(gap: Gap): Gap | null {
  if (gap.kind === 'section') return gap;
  if (gap.text.length > MOST_READ) return null;
  const text = folded(gap.text);
  if (text === '' || text.length > MOST_CHARACTERS || text.split(' ').length > MOST_WORDS) return null;
  if (text.includes(TAKEN_OUT) || redact(text) !== text || ADDRESS.test(text)) return null;
  if ((text.match(/\p{N}/gu)?.length ?? 0) >= TOO_MANY_DIGITS) return null;
  return INTRODUCTION.test(text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')) ? null : { ...gap, text };
}

/** Lower case, one space between words, no control characters, no punctuation around. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll(/^[^\p{L}\p{N}]+|[\s\p{Pd}\p{Ps}\p{Pe}.,;:!?'"’”*]+$/gu, '');
}

/**
 * Counts what could not be answered, without keeping what one person alone has said: a text stands as a keyed hash until another
 * conversation asks the same, and only then in words. Asked again in its conversation it counts once.
 *
 * What remains: a name that two conversations asked for is listed; whoever holds the key can test whether a guessed text was asked; and
 * the memory of who asked is lost at a restart, so that the same conversation may then count as a second one.
 */
export class GapKeeper implements GapLog {
  readonly #counter: GapCounter;
  readonly #key: Uint8Array;
  readonly #asked = new Set<string>();

  constructor(counter: GapCounter, key: Uint8Array) {
    this.#counter = counter;
    this.#key = key;
  }

  async note(gaps: readonly Gap[], conversation: string): Promise<void> {
    const news = gaps
      .flatMap((gap) => keepable(gap) ?? [])
      .filter((gap) => this.#isNews(`${conversation}\n${gap.kind}\n${subjectOf(gap)}`));
    if (news.length === 0) return;
    const counts = await this.#counter.count(news.map((gap) => this.#sealed(gap)));
    const shared = news.filter((gap, index) => gap.kind !== 'section' && (counts[index] ?? 0) > 1);
    if (shared.length > 0)
      await this.#counter.count(shared.map((gap) => ({ kind: gap.kind, subject: subjectOf(gap) })));
  }

  #isNews(asking: string): boolean {
    const trace = this.#hash(asking);
    if (this.#asked.has(trace)) return false;
    const [oldest] = this.#asked;
    if (this.#asked.size >= MOST_REMEMBERED && oldest !== undefined) this.#asked.delete(oldest);
    this.#asked.add(trace);
    return true;
  }

  #sealed(gap: Gap): CountableGap {
    const { kind } = gap;
    const subject = subjectOf(gap);
    return { kind, subject: kind === 'section' ? subject : `${SEALED}${this.#hash(`${kind}\n${subject}`)}` };
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(`gap\n${text}`).digest('base64url');
  }
}

function subjectOf(gap: Gap): string {
  return gap.kind === 'section' ? `${gap.topic} ${gap.code}` : gap.text;
}
