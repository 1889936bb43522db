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
  /** An interest in capitals, and one in lower case: nobody hears the difference. */
  strong: (interest: string): string => `${interest}, strong`,
  weaker: (interest: string): string => `${interest}, weaker`,
  interests: /^(?:directive|innovative|methodical|objective|social)$/i,

  /** An amount once more, for somebody who writes along. */
  inFigures: (amount: number): string => `in figures: ${dollarDigits(amount)}`,
  /** Words before which one draws breath. */
  breath: /^(?:and|or|in|of|for|to|with|that|which|where|at|by|from|on|as|so)$/i,

  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  /** Written short and said in full, the longer before those that they begin with. */
  spelledOut: [
    ['NOC-S', 'National Occupational Classification for Statistics'],
    ['NOC', 'National Occupational Classification'],
    ['OaSIS', 'Occupational and Skills Information System'],
    ['CWPI', 'Canadian Work Preference Inventory'],
    ['e.g.', 'for example'],
    ['i.e.', 'that is'],
    ['etc.', 'and so on'],
    ['vs.', 'versus'],
    ['approx.', 'about'],
  ] as const,
  signs: { and: 'and', or: 'or', percent: 'percent', plus: 'plus' },
} as const;
