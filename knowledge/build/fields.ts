import { z } from 'zod';
import { EDITIONS, type Expiry } from '../model.ts';

/** Cell types that the tables share. Every message says what was expected. */

const oneLine = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must be one line without invisible characters');

export const text = oneLine.min(1, 'must not be empty');
export const optionalText = oneLine;
/** A sentence or more. Line breaks that an editor's program put in are spaces. */
export const prose = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' '))
  .pipe(text);
export const nocCode = z.string().regex(/^\d{5}$/, 'a NOC 2021 code has five digits');
export const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'an id has letters, digits and hyphens only');
export const edition = z.enum(EDITIONS);
/** Editions before 2021, whose unit groups are kept for their names and for the crosswalk. */
export const earlierEdition = edition.exclude(['noc2021', 'oasis2023']);
export const period = z
  .string()
  .regex(/^\d{4}(-\d{4})?$/, 'a period is a year or two years, as 2021 or 2024-2033')
  .refine((value) => value.length === 4 || value.slice(0, 4) <= value.slice(5), 'a period begins with its first year');
export const time = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'a time is of the 24-hour clock, as 7:30 or 20:00');

export const yesNo = z.enum(['yes', 'no'], 'must be yes or no').transform((value) => value === 'yes');

/** Digits with an optional fraction, above zero. Blank means "not published" and becomes null: never zero. */
export const optionalAmount = z
  .string()
  .trim()
  .regex(
    /^(\d{1,9}(\.\d+)?)?$/,
    'a number is written with digits and a point only, as 39.15 (blank where not published)',
  )
  .transform((value) => (value === '' ? null : Number(value)))
  .refine((value) => value !== 0, 'must be above zero (blank where not published)');

export const integer = z
  .string()
  .trim()
  .regex(/^-?\d{1,9}$/, 'must be a whole number, written with digits only')
  .transform(Number);

export const count = integer.refine((value) => value >= 0, 'must not be below zero');

/** `a;b;c` */
export const list = oneLine.transform((value) =>
  value
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

export const isoDate = z.iso.date({ error: 'a date is a day of the calendar, written 2018-03-16' });

/** See Expiry in model.ts. */
export const expiry = z
  .string()
  .regex(/^(never|period-end|[1-9]\d? years)$/, 'must be never, period-end or, as 2 years, a number of years')
  .transform((value) => value as Expiry);
