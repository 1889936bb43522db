import { z } from 'zod';
import { EDITIONS } from '../model.ts';

/** Cell types that the tables share. Every message says what was expected. */

export const text = z.string().trim().min(1, 'must not be empty');
export const optionalText = z.string().trim();
export const nocCode = z.string().regex(/^\d{5}$/, 'a NOC 2021 code has five digits');
export const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'an id has letters, digits and hyphens only');
export const edition = z.enum(EDITIONS);
export const period = z.string().regex(/^\d{4}(-\d{4})?$/, 'a period is a year or two years, as 2021 or 2024-2033');

export const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');

/** Digits with an optional fraction. Blank means "not published" and becomes null: never zero. */
export const optionalNumber = z
  .string()
  .trim()
  .regex(/^(\d+(\.\d+)?)?$/, 'a number is written with digits only (blank where not published)')
  .transform((value) => (value === '' ? null : Number(value)));

export const integer = z
  .string()
  .trim()
  .regex(/^-?\d+$/, 'must be a whole number')
  .transform(Number);

/** `a;b;c` */
export const list = z
  .string()
  .transform((value) => value.split(';').map((item) => item.trim()).filter((item) => item !== ''));
