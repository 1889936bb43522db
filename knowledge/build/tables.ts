import { z } from 'zod';
import { MARKET_CONDITIONS, REGION_KINDS, RELIABILITIES, TEERS, WAGE_LEVELS } from '../model.ts';
import {
  count,
  earlierEdition,
  edition,
  expiry,
  id,
  integer,
  isoDate,
  list,
  nocCode,
  optionalAmount,
  optionalText,
  period,
  prose,
  text,
  time,
  yesNo,
} from './fields.ts';

/** Figures that stand under the group's own code are of this edition. */
const noc2021 = z.literal('noc2021', 'must be noc2021');

const oasisCode = z.string().regex(/^\d{5}\.\d{2}$/, 'an OaSIS code is written 12111.00');

/** Blank where OaSIS does not rate the profile; 0 says that the item does not apply to it. */
const rating = z
  .string()
  .trim()
  .regex(/^[0-5]?$/, 'a rating is 0 to 5, or blank')
  .transform((value) => (value === '' ? null : Number(value)));

/** Columns of work-context.csv with the names that an import of the publisher's whole file gives the same items. */
export const WORK_CONTEXT_ITEMS = {
  outside: 'Outside, Exposed to Weather',
  high_places: 'High Places',
  enclosed_vehicle: 'In an Enclosed Vehicle or Equipment',
  sitting: 'Sitting',
  standing: 'Standing',
  handling_material: 'Handling Material Manually',
  external_customers: 'Deal With External Customers',
  telephone: 'Telephone',
  noise: 'Sound and Noise',
  work_schedule: 'Work Schedule',
} as const;

/**
 * The tables of the pack. A new table is one entry here (its files and columns), its key and links in keys.ts, its other
 * checks in validate.ts and its SQL in store/schema.ts. Column meanings, units and sources: pack/README.md.
 */
export const TABLES = {
  sources: {
    name: 'sources.csv',
    files: /^sources\.csv$/,
    columns: z.object({
      id,
      title: text,
      publisher: text,
      url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
      licence: text,
      attribution: optionalText,
      note: optionalText,
      retrieved: isoDate,
      expiry,
    }),
  },
  contacts: {
    name: 'contacts.csv',
    files: /^contacts\.csv$/,
    columns: z.object({
      id,
      name: text,
      phone: z.string().regex(/^(1-\d{3}-\d{3}-\d{4}|\d-\d-\d)$/, 'a phone number is written 1-000-000-0000, or 0-0-0'),
      hours: text,
      opens: time,
      closes: time,
      note: optionalText,
      source: id,
    }),
  },
  regions: {
    name: 'regions.csv',
    files: /^regions\.csv$/,
    columns: z.object({
      id,
      kind: z.enum(REGION_KINDS),
      name: text,
      parent: optionalText,
      aliases: list,
      members: list,
    }),
  },
  broadCategories: {
    name: 'broad-categories.csv',
    files: /^broad-categories\.csv$/,
    columns: z.object({ code: z.string().regex(/^\d$/, 'must be one digit'), title_en: text, title_fr: text }),
  },
  teer: {
    name: 'teer.csv',
    files: /^teer\.csv$/,
    columns: z.object({ teer: z.enum(TEERS), usual_requirement: text, source: id }),
  },
  unitGroups: {
    name: 'unit-groups.csv',
    files: /^unit-groups\.csv$/,
    columns: z.object({
      code: nocCode,
      title_en: text,
      title_fr: text,
      teer: z.enum(TEERS),
      broad_category: z.string().regex(/^\d$/, 'must be one digit'),
      source: id,
    }),
  },
  descriptions: {
    name: 'descriptions.csv',
    files: /^descriptions\.csv$/,
    columns: z.object({ code: nocCode, gist: text, what_they_do: prose, where_they_work: prose }),
  },
  titles: {
    name: 'titles/*.csv',
    files: /^titles\/.+\.csv$/,
    columns: z.object({
      code: nocCode,
      title: text,
      language: z.enum(['en', 'fr']),
      kind: z.enum(['usual', 'everyday', 'abbreviation']),
      stands_for: optionalText,
    }),
  },
  editions: {
    name: 'editions.csv',
    files: /^editions\.csv$/,
    columns: z.object({
      edition: earlierEdition,
      code: z
        .string()
        .regex(
          /^([A-Z]\d{3}|\d{4})$/,
          'a unit group code of an earlier edition is written 1252 or, in NOC-S 2006, B513',
        ),
      title: text,
      source: id,
    }),
  },
  crosswalk: {
    name: 'crosswalk.csv',
    files: /^crosswalk\.csv$/,
    columns: z.object({
      from_edition: earlierEdition,
      from_code: text,
      to_edition: edition,
      to_code: text,
      source: id,
    }),
  },
  jobBankWages: {
    name: 'wages/job-bank-*.csv',
    files: /^wages\/job-bank-.+\.csv$/,
    columns: z.object({
      code: nocCode,
      region: id,
      low: optionalAmount,
      median: optionalAmount,
      high: optionalAmount,
      unit: z.enum(['hour', 'year']),
      basis: z.enum(['hour', 'year']),
      period,
      edition: noc2021,
      source: id,
    }),
  },
  albertaWages: {
    name: 'wages/alberta-survey-*.csv',
    files: /^wages\/alberta-survey-.+\.csv$/,
    columns: z.object({
      edition_code: text,
      code: nocCode,
      industry: text,
      level: z.enum(WAGE_LEVELS).exclude(['all']),
      low: optionalAmount,
      high: optionalAmount,
      average: optionalAmount,
      median: optionalAmount,
      reliability: z.enum(RELIABILITIES),
      salary_average: optionalAmount,
      hours_week: optionalAmount,
      months_payroll: optionalAmount,
      region: id,
      period,
      edition,
      source: id,
    }),
  },
  education: {
    name: 'education.csv',
    files: /^education\.csv$/,
    columns: z.object({
      code: nocCode,
      licence_mentioned: yesNo,
      red_seal_mentioned: yesNo,
      apprenticeship_mentioned: yesNo,
      source: id,
    }),
  },
  outlook: {
    name: 'outlook.csv',
    files: /^outlook\.csv$/,
    columns: z.object({
      code: nocCode,
      employment_2023: count,
      growth: integer,
      retirements: count,
      openings: integer,
      seekers: integer,
      recent: z.enum(MARKET_CONDITIONS),
      future: z.enum(MARKET_CONDITIONS),
      period,
      edition: noc2021,
      source: id,
    }),
  },
  interests: {
    name: 'interests.csv',
    files: /^interests\.csv$/,
    columns: z.object({
      oasis_code: oasisCode,
      label: text,
      holland_1: z.string().regex(/^[RIASECriasec]$/, 'a Holland letter is one of R I A S E C'),
      holland_2: z.string().regex(/^[RIASECriasec]?$/, 'a Holland letter is one of R I A S E C, or blank'),
      holland_3: z.string().regex(/^[RIASECriasec]?$/, 'a Holland letter is one of R I A S E C, or blank'),
      source: id,
    }),
  },
  workContext: {
    name: 'work-context.csv',
    files: /^work-context\.csv$/,
    columns: z.object({
      oasis_code: oasisCode,
      outside: rating,
      high_places: rating,
      enclosed_vehicle: rating,
      sitting: rating,
      standing: rating,
      handling_material: rating,
      external_customers: rating,
      telephone: rating,
      noise: rating,
      work_schedule: rating,
      source: id,
    }),
  },
  similar: {
    name: 'similar.csv',
    files: /^similar\.csv$/,
    columns: z.object({ code: nocCode, similar: nocCode }),
  },
} as const;

export type TableName = keyof typeof TABLES;

/** A row with the place it stands at, for faults found later. */
export type Row<Name extends TableName> = z.output<(typeof TABLES)[Name]['columns']> & { readonly at: Place };

export interface Place {
  readonly file: string;
  readonly line: number;
}

export type PackTables = { readonly [Name in TableName]: readonly Row<Name>[] };
