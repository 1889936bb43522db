import type { Expiry } from './model.ts';

/** `stale`: older than its source should be. `over`: the years that it looked ahead to have passed. */
export interface Freshness {
  readonly state: 'good' | 'stale' | 'over';
  /** First day on which it was no longer good, YYYY-MM-DD; null while it is. */
  readonly since: string | null;
}

const GOOD: Freshness = { state: 'good', since: null };

/**
 * How good a figure of a period still is today (YYYY-MM-DD). A period is a year (`2021`), years (`2024-2033`) or a full date; years
 * count from its last day. What has no period that can be read is not held to be old: nobody could say since when.
 */
export function freshness(expiry: Expiry, period: string, today: string): Freshness {
  const last = lastDayOf(period);
  if (expiry === 'never' || last === null) return GOOD;
  const since = dayAfter(expiry === 'period-end' ? last : yearsLater(last, Number.parseInt(expiry, 10)));
  if (today < since) return GOOD;
  return { state: expiry === 'period-end' ? 'over' : 'stale', since };
}

function lastDayOf(period: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return period;
  const year = /^(?:\d{4}-)?(\d{4})$/.exec(period)?.[1];
  return year === undefined ? null : `${year}-12-31`;
}

/** The 29th of February has its anniversary on the 28th. */
function yearsLater(day: string, years: number): string {
  const [year = '', ...rest] = day.split('-');
  const later = `${String(Number(year) + years).padStart(4, '0')}-${rest.join('-')}`;
  return isDay(later) ? later : later.replace(/29$/, '28');
}

function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
