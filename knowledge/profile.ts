import { z } from 'zod';
import { CWPI_INTERESTS, EDITIONS, RELIABILITIES } from './model.ts';

/**
 * The shape of an occupation profile (pack/profiles/*.yaml). An editor adds an occupation by writing such a file: no code.
 * A section that the publisher does not have is left out; a figure that the publisher leaves open is null.
 */
const text = z.string().trim().min(1);
const items = z.array(text).min(1);
const edition = z.enum(EDITIONS);
const isoDate = z.iso.date({ error: 'a date is a day of the calendar, written 2018-03-16' });
const period = z
  .string()
  .regex(/^\d{4}(-\d{4})?$/, 'a period is a year or two years')
  .refine((value) => value.length === 4 || value.slice(0, 4) <= value.slice(5), 'a period begins with its first year');
const percent = z.number().min(0).max(100);
const link = z.strictObject({ name: text, url: z.url({ protocol: /^https$/, error: 'must be an https address' }) });
/** Figures of a section belong to a group of some edition, for a region. */
const figures = { edition, code: text, region: text, source: text };

export const occupationProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  plural: text,
  code: z.string().regex(/^\d{5}$/, 'a NOC 2021 code has five digits'),
  source: text,
  page: link.shape.url,
  updated: isoDate,
  aliases: z.array(text),
  summary: text,
  codes: z.array(z.strictObject({ edition, code: text, title: text })).min(1),
  duties: z.strictObject({ updated: isoDate, text, items }).optional(),
  conditions: z
    .strictObject({
      updated: isoDate,
      strength: z.strictObject({ label: text, value: z.number().positive(), unit: z.literal('kg') }).optional(),
      text,
    })
    .optional(),
  interests: z
    .strictObject({
      edition,
      code: text,
      title: text,
      source: text,
      codes: z
        .array(z.strictObject({ interest: z.enum(CWPI_INTERESTS), strong: z.boolean(), reason: text }))
        .min(1)
        .max(3),
    })
    .optional(),
  traits: z.strictObject({ updated: isoDate, needs: items, enjoys: items }).optional(),
  skills: z
    .strictObject({ ...figures, postings: z.number().int().positive(), from: isoDate, to: isoDate, items })
    .optional(),
  education: z
    .strictObject({
      updated: isoDate,
      minimum: z.strictObject({ years: z.number().positive(), text }).optional(),
      knowledge: items,
      text,
    })
    .optional(),
  schools: z.strictObject({ items, finder: link }).optional(),
  certification: z.strictObject({ updated: isoDate, regulated: z.boolean(), text, body: link.optional() }).optional(),
  employers: z.strictObject({ updated: isoDate, items, text, advancement: text.nullable() }).optional(),
  industries: z
    .strictObject({
      ...figures,
      period,
      share: percent,
      /** Industries that the share is of; empty where the publisher names none. */
      share_industries: z.array(text),
      /** Industries listed elsewhere by the publisher, without figures. */
      listed: z.array(text),
      listed_source: text,
    })
    .optional(),
  outlook: z
    .strictObject({
      ...figures,
      period,
      expires: isoDate,
      rating: text,
      growth_percent: percent,
      new_positions: z.number().int().nonnegative(),
      /** Name of a figure that is quoted but not to be believed. */
      implausible: z.literal('growth_percent').optional(),
    })
    .optional(),
  shortage: z
    .strictObject({
      ...figures,
      period,
      recruited_percent: percent.nullable(),
      hiring_difficulties_percent: percent.nullable(),
      unfilled_over_four_months_percent: percent.nullable(),
      vacancy_rate_percent: percent.nullable(),
    })
    .optional(),
  fields_of_study: z.strictObject({ items }).optional(),
  postings: link.optional(),
  agreements: link.optional(),
  /** What the best reliability code of the wage survey means, as the publisher defines it. */
  reliability: z
    .strictObject({
      source: text,
      code: z.enum(RELIABILITIES),
      coefficient_of_variation_percent: percent,
      observations: z.number().int().positive(),
      or_share_of_employment_percent: percent,
    })
    .optional(),
  other_sources: z.strictObject({ updated: isoDate, items: z.array(link).min(1) }).optional(),
});

export type OccupationProfile = z.output<typeof occupationProfile>;
