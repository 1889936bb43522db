/** How figures are written. Values are never rounded: a published amount is quoted. */

const cents = new Intl.NumberFormat('en-CA', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plain = new Intl.NumberFormat('en-CA', { maximumFractionDigits: 20 });

/** `$39.15` for an hour, `$70,481` for a year. */
export function dollars(amount: number, unit: 'hour' | 'year'): string {
  return `$${unit === 'hour' ? cents.format(amount) : Number.isInteger(amount) ? plain.format(amount) : cents.format(amount)}`;
}

export function grouped(value: number): string {
  return plain.format(value);
}

export function percent(value: number): string {
  return `${plain.format(value)}%`;
}

/** English names; what is read aloud has the same. */
export const MONTHS = [
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
];

/** `March 16, 2018` from `2018-03-16`. */
export function longDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
}
