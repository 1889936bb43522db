import { MONTHS } from '../../answers/numbers.ts';
import { say } from '../../answers/sentence.ts';
import { digits, dollarDigits, dollars, ordinal, phone, time, whole, written, year } from './aloud-numbers.ts';

/** Shares of all workers that a percentile stands for, as they are said. */
const shares: Readonly<Record<number, string>> = {
  5: 'one in twenty is paid less',
  10: 'one in ten is paid less',
  25: 'one in four is paid less',
  50: 'half are paid less',
  75: 'three in four are paid less',
  90: 'nine in ten are paid less',
  95: 'nineteen in twenty are paid less',
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  kg: ['kilogram', 'kilograms'],
  km: ['kilometre', 'kilometres'],
  cm: ['centimetre', 'centimetres'],
  mm: ['millimetre', 'millimetres'],
  hr: ['hour', 'hours'],
  hrs: ['hour', 'hours'],
  yr: ['year', 'years'],
  yrs: ['year', 'years'],
};

function together(interests: readonly string[], how: string): string {
  const [last = '', ...before] = interests.toReversed();
  if (before.length === 0) return `${last}, ${how}`;
  return `${before.toReversed().join(', ')} and ${last}, ${before.length === 1 ? 'both' : 'all'} ${how}`;
}

/** How values and signs are said on the phone. */
export const aloud = {
  number: written,
  code: digits,
  /** After the name of its edition. */
  codeOfEdition: (said: string): string => `, code ${said}`,
  teer: (category: string): string => `TEER category ${digits(category)}`,
  dollars,
  percent: (number: string): string => `${written(number)} percent`,
  year,
  years: (from: number, to: number): string => `${year(from)} to ${year(to)}`,
  date: (month: string, day: number, ofYear: number): string => `${month} ${ordinal(day)}, ${year(ofYear)}`,
  ordinal,
  range: (from: string, to: string): string => `${from} to ${to}`,
  percentile: (value: number): string => `where ${shares[value] ?? `${whole(value)} in a hundred are paid less`}`,
  phone,
  time,
  /** `unit`: as it is written. Undefined for one that is none. */
  unit: (unit: string, one: boolean): string | undefined => units[unit.toLowerCase()]?.[one ? 0 : 1],
  /** Interests in capitals, and such in lower case: nobody hears the difference. Those that follow each other are told together. */
  strong: (interests: readonly string[]): string => together(interests, 'strong'),
  weaker: (interests: readonly string[]): string => together(interests, 'weaker'),
  interests: /^(?:directive|innovative|methodical|objective|social)$/i,

  /** An amount once more, for somebody who writes along. */
  inFigures: (amount: number): string => `in figures: ${dollarDigits(amount)}`,
  /** Words before which one draws breath. */
  breath: /^(?:and|or|in|of|for|to|with|that|which|where|at|by|from|on|as|so)$/i,

  months: MONTHS,
  /** Written short and said in full, the longer before those that they begin with; the third is what is said from the second time on. */
  spelledOut: [
    ['NOC-S', 'National Occupational Classification for Statistics', 'NOC for Statistics'],
    ['NOC', 'National Occupational Classification', 'NOC'],
    ['OaSIS', 'Occupational and Skills Information System', 'Oasis'],
    ['CWPI', 'Canadian Work Preference Inventory', 'inventory'],
    ['e.g.', 'for example', 'for example'],
    ['i.e.', 'that is', 'that is'],
    ['etc.', 'and so on', 'and so on'],
    ['vs.', 'versus', 'versus'],
    ['approx.', 'about', 'about'],
  ] as const,
  /** What the bot says of itself, as the person says it who reads it out; and what a listener would ask about. */
  byAPerson: [
    [/(?<=^|[.?!] )I (?=have|hold|do)\b/g, 'We '],
    [/\bI (?=have|hold|do)\b/g, 'we '],
    [/\bour store (?=holds|has)/g, 'we '],
    [/\bOur store (?=holds|has)/g, 'We '],
    [/(?<=\b[Ww]e )holds\b/g, 'hold'],
    [/(?<=\b[Ww]e )has\b/g, 'have'],
    [/\bin our store\b/g, 'in our records'],
    [/\bour copy of the tables has no such row\b/g, 'we have no figure for it'],
    [/\bat the median(?=[,;.]| and | \()/g, 'at the median, where half are paid less,'],
  ] as const,
  /** Before a code that stands in brackets of its own: the agent reads it on the screen, and a listener has no use for it. */
  bracketedCode: /\s*\((?:OaSIS )?$/,
  wholeGroup: say`That is for the whole group, which holds several occupations; one job in it may differ.`,
  partOfGroup: say`That is for the whole group, and this occupation is only a part of it, so its own figures may differ.`,
  signs: { and: 'and', or: 'or', percent: 'percent', plus: 'plus' },
} as const;
