import type { Edition } from '../../model.ts';
import { readAmount } from '../cells.ts';
import type { ImportContext, ImportSource } from '../format.ts';
import type { ImportRows } from '../rows.ts';

/** What readers of market figures share: amounts, the year and the edition of a file, Job Bank as a source. */

/** No hourly wage is as high, and no yearly one as low: what is on the wrong side was read in the wrong unit. */
const HIGHEST_HOURLY = 1000;

/** Whether amounts are paid by the hour or by the year; undefined where they do not agree. */
export function unitOf(amounts: readonly (number | null)[]): 'hour' | 'year' | undefined {
  const years = new Set(amounts.flatMap((amount) => (amount === null ? [] : [amount > HIGHEST_HOURLY])));
  if (years.size > 1) return undefined;
  return years.has(true) ? 'year' : 'hour';
}

/** The amounts of a row by column; a message where a cell is no amount. */
export function readAmounts<Key extends string>(
  cells: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): Record<Key, number | null> | string {
  const amounts: Partial<Record<Key, number | null>> = {};
  for (const key of keys) {
    const amount = readAmount(cells[key]);
    if (amount === undefined) return `"${cells[key]}" is no amount (${key})`;
    amounts[key] = amount;
  }
  return amounts as Record<Key, number | null>;
}

/** What is wrong with amounts that should rise from the first to the last; empty when nothing is. Absent ones are passed over. */
export function orderFault(amounts: Readonly<Record<string, number | null>>): string {
  const given = Object.entries(amounts).flatMap(([name, amount]) => (amount === null ? [] : [{ name, amount }]));
  for (const [index, { name, amount }] of given.entries()) {
    const above = given[index + 1];
    if (above && amount > above.amount) return `${name} ${amount} is above ${above.name} ${above.amount}`;
  }
  return '';
}

/** A wage row without the figures that only some publishers have. */
export const PLAIN_WAGE = {
  level: 'all',
  industry: 'all',
  lower_quartile: null,
  average: null,
  upper_quartile: null,
  low_percentile: 10,
  high_percentile: 90,
  reliability: null,
  salary: null,
  hours_week: null,
  months_payroll: null,
  benefits_percent: null,
  comment: '',
} as const satisfies Partial<ImportRows['wage']>;

/** The value that comes most often, the first of them on a tie; undefined for none. Blanks do not count. */
export function commonest(values: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) if (count > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = value;
  return best;
}

/** Publishers went over to NOC 2021 with what they released from this year on. */
const FIRST_NOC_2021_YEAR = 2022;

/**
 * Whether a file's codes are of NOC 2021 (five digits) or of NOC 2016 (four). Where a spreadsheet has taken the zeros of all the first
 * codes, the year decides.
 */
export function editionOf(codes: Iterable<string>, year: string): Extract<Edition, 'noc2021' | 'noc2016'> {
  let longest = 0;
  for (const code of codes) longest = Math.max(longest, /(\d+)(?:\.0+)?$/.exec(code.trim())?.[1]?.length ?? 0);
  if (longest >= 4) return longest === 4 ? 'noc2016' : 'noc2021';
  return Number(year) >= FIRST_NOC_2021_YEAR ? 'noc2021' : 'noc2016';
}

/** The parts that all sources of the Government of Canada have alike. */
export const CANADA = {
  publisher: 'Employment and Social Development Canada',
  licence: 'Open Government Licence - Canada',
  attribution: 'Contains information licensed under the Open Government Licence - Canada.',
} as const;

/** A release of Job Bank's wages as the publisher gives it. */
export function jobBankWages(year: string): ImportSource {
  return {
    ...CANADA,
    id: `job-bank-wages-${year}`,
    title: `Job Bank wages, ${year} release`,
    url: 'https://www.jobbank.gc.ca/trend-analysis/search-wages',
    note: 'Low is the 10th percentile, high the 90th.',
    expiry: '2 years',
  };
}

/** The same release in a third party's copy: the pack's own account says what its copy leaves out. */
export function copiedJobBankWages(context: ImportContext, year: string): ImportSource {
  const source = jobBankWages(year);
  return context.source(source.id) ?? { ...source, note: `${source.note} From a copy that does not hold every row.` };
}
