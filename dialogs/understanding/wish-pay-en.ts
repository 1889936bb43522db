import type { PayUnit } from '../../knowledge/model.ts';
import { type Stretch, stretchesOf } from './folded-text.ts';
import type { Meaning } from './wish-phrases-en.ts';

/** Amounts of pay that a person asks for. The text is folded, with `dollarsign` in the place of `$`. */

const MORE =
  'over|more than|above|at least|a? ?minimum(?: of)?|min|no less than|not less than|not under|not below|upwards of|better than|starting at|starts at|from|exceeds?';
const LESS = 'under|less than|below|up to|at most|no more than|not over|maximum(?: of)?';
const AMOUNT =
  '(?:dollarsign )?(?:\\d{1,3}(?: \\d{3})+|\\d+(?:\\.\\d+)?)(?: ?k|(?: thousand| grand))?(?: dollars| bucks| cad)?';
const PER =
  '(?: ?(?:(?:an|a|per|each|every|the|by the) (?:hour|hr|year|month|week)|hourly|yearly|annually|annual|monthly|weekly|hr|yr|per annum|hour|year))';
const AFTER = '(?: (?:or more|or better|or up|and up|and over|plus|minimum|at least|or less|or under|at most|max))';
const PAY = new RegExp(
  `\\b(?:(?:${MORE}|${LESS}) )?${AMOUNT}${PER}?${AFTER}?(?! (?:years?|months?|weeks?|days?|people|percent|codes?|jobs|occupations|statements|hours|minutes|km|kg|options|more|of)\\b)\\b`,
);
const BETWEEN = new RegExp(`\\b(?:between )?(${AMOUNT}) (?:and|to) (${AMOUNT})${PER}?\\b`);

/** Hours are told in tens, years in tens of thousands; what is between them is no pay that we could tell the unit of. */
const MOST_AN_HOUR = 500;
const LEAST_A_YEAR = 10_000;
const TIMES_A_YEAR: Readonly<Record<string, number>> = { month: 12, week: 52 };

export function payWishes(folded: string): { readonly stretch: Stretch; readonly meaning: Meaning }[] {
  const ranges = stretchesOf(BETWEEN, folded).flatMap((stretch) => {
    const match = BETWEEN.exec(folded.slice(stretch.start, stretch.end));
    if (!match || !saysPay(match[0])) return [];
    const from = amountOf(match[1] ?? '', match[0]);
    const to = amountOf(match[2] ?? '', match[0]);
    if (!from || !to || from.unit !== to.unit) return [];
    const middle = stretch.start + match[0].lastIndexOf(match[2] ?? '');
    return [
      { stretch: { start: stretch.start, end: middle }, meaning: wish('at-least', from) },
      { stretch: { start: middle, end: stretch.end }, meaning: wish('at-most', to) },
    ];
  });
  const single = stretchesOf(PAY, folded).flatMap((stretch) => {
    const words = folded.slice(stretch.start, stretch.end);
    if (ranges.some((range) => range.stretch.start < stretch.end && stretch.start < range.stretch.end)) return [];
    const amount = saysPay(words) ? amountOf(words, words) : null;
    if (!amount) return [];
    const most = new RegExp(`^(?:${LESS}) |(?:or less|or under|at most|max)$`).test(words);
    return [{ stretch, meaning: wish(most ? 'at-most' : 'at-least', amount) }];
  });
  return [...ranges, ...single];
}

/** A bare number says nothing; a dollar sign, a unit, or more and less do. */
function saysPay(words: string): boolean {
  return new RegExp(`dollar|bucks|grand|thousand|\\dk| k\\b|^(?:${MORE}|${LESS}|between) |${AFTER}$|${PER}`).test(
    words,
  );
}

function amountOf(words: string, context: string): { readonly amount: number; readonly unit: PayUnit } | null {
  const match = /(\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?)( ?k\b| thousand| grand)?/.exec(words);
  if (!match?.[1]) return null;
  const amount = Number(match[1].replaceAll(' ', '')) * (match[2] ? 1000 : 1);
  const often = /\b(month|week)|\b(month|week)ly/.exec(context);
  const times = TIMES_A_YEAR[often?.[1] ?? often?.[2] ?? ''];
  if (times) return { amount: amount * times, unit: 'year' };
  const said = /\b(?:hour|hourly|hr)\b/.test(context)
    ? 'hour'
    : /\b(?:year|yearly|annual|annually|annum|yr)\b/.test(context)
      ? 'year'
      : null;
  if (said === 'hour' || (said === null && amount < MOST_AN_HOUR)) return { amount, unit: 'hour' };
  return amount >= LEAST_A_YEAR ? { amount, unit: 'year' } : null;
}

function wish(
  comparison: 'at-least' | 'at-most',
  { amount, unit }: { readonly amount: number; readonly unit: PayUnit },
): Meaning {
  return { kind: 'pay', comparison, amount, unit, region: null };
}
