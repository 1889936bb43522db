import type { NocCode } from '../../knowledge/model.ts';
import { ALL_CODES, formatCodes, type InterestCodes } from './codes.ts';

/**
 * A short code that carries a person's interest codes and saved groups to another channel, and nothing about the person.
 *
 * Letters of Crockford's base 32 (no I, L, O, U; case and hyphens do not matter): one for the version, then one number that holds the
 * place of the codes in ALL_CODES (0 for none) and of each group its five digits, then a check letter. How many groups there are follows from the
 * length. The check is a polynomial over the field of 32 elements: one wrong letter, or two neighbours exchanged, is always noticed.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = 32;
/** Letter of the first version: K. Later ones follow it, so that a code never begins with a digit and is not taken for a NOC code. */
const VERSION = 19;
export const MOST_SAVED = 5;

const ANY_CODES = BigInt(ALL_CODES.length + 1);
/** Second digits of NOC 2021 codes are TEERs, 0 to 5. */
const TEERS = 6;
const ANY_GROUP = BigInt(10 * TEERS * 1000);

/** Payload letters for no group, one, two ...: every length means one number of groups. */
const PAYLOAD = Array.from({ length: MOST_SAVED + 1 }, (_, count) => {
  let most = ANY_CODES * ANY_GROUP ** BigInt(count) - 1n;
  let letters = 0;
  for (; most > 0n; most /= BigInt(BASE)) letters += 1;
  return letters;
});

export interface Resumed {
  readonly codes: InterestCodes | null;
  readonly groups: readonly NocCode[];
}

/** The code for interest codes (or none) and up to five groups, in their order; what is saved beyond five is left out. */
export function encodeResume({ codes, groups }: Resumed): string {
  const saved = [...new Set(groups)].slice(0, MOST_SAVED);
  const written = codes === null ? -1 : ALL_CODES.findIndex((each) => formatCodes(each) === formatCodes(codes));
  let number = BigInt(written + 1);
  for (const group of saved) number = number * ANY_GROUP + BigInt(rankOf(group));
  const payload: number[] = [];
  for (let left = PAYLOAD[saved.length] ?? 0; left > 0; left -= 1) {
    payload.unshift(Number(number % BigInt(BASE)));
    number /= BigInt(BASE);
  }
  const values = [VERSION, ...payload];
  return hyphenated([...values, checkOf(values)].map((value) => LETTERS.charAt(value)).join(''));
}

export type ResumeResult =
  /** `gone`: groups that the store no longer has. */
  | (Resumed & { readonly kind: 'resumed'; readonly gone: readonly NocCode[] })
  /** No such code was ever given: a letter is wrong, missing or too many. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'later-version' };

/** Reads a code as typed. `has` says whether the store knows a group. */
export function decodeResume(text: string, has: (code: NocCode) => boolean): ResumeResult {
  const values = valuesOf(text);
  const [version] = values ?? [];
  if (!values || version === undefined || values.length < 2) return { kind: 'mistyped' };
  if (checkOf(values.slice(0, -1)) !== values.at(-1) || version < VERSION) return { kind: 'mistyped' };
  if (version > VERSION) return { kind: 'later-version' };
  const payload = values.slice(1, -1);
  const count = PAYLOAD.indexOf(payload.length);
  if (count < 0) return { kind: 'mistyped' };
  let number = payload.reduce((sum, value) => sum * BigInt(BASE) + BigInt(value), 0n);
  const all: NocCode[] = [];
  for (let left = count; left > 0; left -= 1) {
    all.unshift(groupAt(Number(number % ANY_GROUP)));
    number /= ANY_GROUP;
  }
  if (number >= ANY_CODES) return { kind: 'mistyped' };
  return {
    kind: 'resumed',
    codes: ALL_CODES[Number(number) - 1] ?? null,
    groups: all.filter(has),
    gone: all.filter((code) => !has(code)),
  };
}

const IN_TEXT =
  /(?:^|\s)([a-z0-9]{4}(?:-[a-z0-9]{1,4})+|k[a-z0-9]{3}|k(?:[a-z0-9]{6,10}|[a-z0-9]{13}|[a-z0-9]{16}|[a-z0-9]{19}))(?=[\s.,!?]|$)/i;

/** What of a message looks like a resume code; null when nothing does. Without a digit it is a word ("know-how"), unless in capitals and right. */
export function resumeCodeIn(message: string): string | null {
  const found = IN_TEXT.exec(message)?.[1];
  if (found === undefined || !/[a-z]/i.test(found)) return null;
  if (/\d/.test(found)) return found;
  return found === found.toUpperCase() && decodeResume(found, () => true).kind !== 'mistyped' ? found : null;
}

function rankOf(code: NocCode): number {
  const [broad, teer] = [Number(code.charAt(0)), Number(code.charAt(1))];
  if (!/^\d[0-5]\d{3}$/.test(code))
    throw new RangeError(`"${code}" is no NOC 2021 code and cannot be put into a resume code`);
  return (broad * TEERS + teer) * 1000 + Number(code.slice(2));
}

function groupAt(rank: number): NocCode {
  const start = Math.floor(rank / 1000);
  return `${Math.floor(start / TEERS)}${start % TEERS}${String(rank % 1000).padStart(3, '0')}`;
}

function valuesOf(text: string): number[] | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  const values = [...letters].map((letter) => LETTERS.indexOf(letter));
  return values.includes(-1) ? null : values;
}

/** Sum of each value times a power of the field's generator: no two places within reach have the same power. */
function checkOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum = timesGenerator(sum ^ value);
  return sum;
}

/** Multiplication by x in GF(32), modulo x^5 + x^2 + 1. */
function timesGenerator(value: number): number {
  const doubled = value << 1;
  return doubled >= BASE ? doubled ^ 0b100101 : doubled;
}

function hyphenated(letters: string): string {
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
