/**
 * Text -> folded tokens with their offsets. Folding (case, accents, dotted initials, apostrophes) is done token by token, so
 * that an offset always points into the text as it was given.
 */

/** What stands between a token and the one before it; decides where a title's head word is. */
export type Gap = 'start' | 'space' | 'hyphen' | 'dash' | 'comma' | 'slash' | 'open' | 'close';

export interface Token {
  /** Lower case, no accents, no punctuation. */
  readonly text: string;
  /** As typed. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  /** Inside brackets. */
  readonly aside: boolean;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*(?:\.(?=\p{L}\.)\p{L})*(?:\+\+|#)?/gu;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['’]s?$/iu;
const ELISION = /^(?:[dljnmsct]|qu)['’](?=\p{L})/iu;

/** Case and accents off; ligatures opened. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[^\p{L}\p{N}+#]/gu, '');
}

function gapOf(between: string, first: boolean): Gap {
  if (first) return 'start';
  if (between === '' || between === ' ') return between === '' ? 'hyphen' : 'space';
  if (between.includes('(') || between.includes('[')) return 'open';
  if (between.includes(')') || between.includes(']')) return 'close';
  if (/[,;:|]/.test(between)) return 'comma';
  if (between.includes('/')) return 'slash';
  if (/[-–—]/.test(between)) return /^[-–—]$/.test(between) ? 'hyphen' : 'dash';
  return 'space';
}

/** Tokens of the text, at most `maxTokens` from at most `maxChars` characters: work is bounded whatever comes in. */
export function tokenise(text: string, maxChars = 600, maxTokens = 48): Token[] {
  const source = text.length > maxChars ? text.slice(0, maxChars) : text;
  const found: Token[] = [];
  let depth = 0;
  let last = 0;
  TOKEN.lastIndex = 0;
  for (const hit of source.matchAll(TOKEN)) {
    if (found.length >= maxTokens) break;
    const between = source.slice(last, hit.index);
    for (const sign of between) {
      if (sign === '(' || sign === '[') depth += 1;
      else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1;
    }
    last = hit.index + hit[0].length;
    const gap = gapOf(between, found.length === 0);
    let raw = hit[0];
    let start = hit.index;
    const elided = ELISION.exec(raw);
    if (elided) {
      // "d'autobus": the elided word is a function word and carries nothing.
      start += elided[0].length;
      raw = raw.slice(elided[0].length);
    }
    const text = fold(raw.replace(POSSESSIVE, ''));
    if (text !== '') {
      found.push({ text, raw, start, end: last, gap: elided && gap === 'space' ? 'space' : gap, aside: depth > 0 });
    }
  }
  return joinInitials(found, source);
}

/** "A/R", "R & D", "x-ray" are one word each: single letters held together by a slash, an ampersand, dots or a hyphen. */
function joinInitials(tokens: readonly Token[], source: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && token.text.length === 1 && /^\p{L}+$/u.test(token.text) && /^\p{L}{1,2}$/u.test(before.text)) {
      const between = source.slice(before.end, token.start);
      if (/^\s?[/&]\s?$|^\.\s?$/.test(between) && before.raw.length <= 2) {
        joined[joined.length - 1] = {
          ...before,
          text: before.text + token.text,
          raw: source.slice(before.start, token.end),
          end: token.end,
        };
        continue;
      }
    }
    if (before?.text.length === 1 && token.gap === 'hyphen' && /^\p{L}$/u.test(before.text) && token.text.length > 2) {
      // "x-ray", "e-commerce": the letter belongs to the word.
      joined[joined.length - 1] = {
        ...before,
        text: before.text + token.text,
        raw: source.slice(before.start, token.end),
        end: token.end,
      };
      continue;
    }
    joined.push(token);
  }
  return joined;
}
