import { z } from 'zod';
import { MARKET_CONDITIONS, RELIABILITIES, TEERS, WAGE_LEVELS } from '../model.ts';
import { edition, id, integer, list, nocCode, optionalNumber, optionalText, period, text, yesNo } from './fields.ts';

/**
 * The tables of the pack. A new table is one entry here (its files and columns), its checks in validate.ts and its
 * SQL in store/schema.ts. Column meanings, units and sources: pack/README.md.
 */
export const TABLES = {
  sources: {
    files: /^sources\.csv$/,
    columns: z.object({
      id,
      title: text,
      publisher: text,
      url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
      licence: text,
      attribution: optionalText,
      note: optionalText,
    }),
  },
  contacts: {
    files: /^contacts\.csv$/,
    columns: z.object({
      id,
      name: text,
      phone: z.string().regex(/^1-\d{3}-\d{3}-\d{4}$/, 'a phone number is written 1-000-000-0000'),
      hours: text,
      opens: z.string().regex(/^\d{1,2}:\d{2}$/, 'a time is written 7:30'),
      closes: z.string().regex(/^\d{1,2}:\d{2}$/, 'a time is written 20:00'),
      note: optionalText,
      source: id,
    }),
  },
  regions: {
    files: /^regions\.csv$/,
    columns: z.object({
      id,
      kind: z.enum(['country', 'province', 'city']),
      name: text,
      parent: optionalText,
      aliases: list,
    }),
  },
  broadCategories: {
    files: /^broad-categories\.csv$/,
    columns: z.object({ code: z.string().regex(/^\d$/, 'must be one digit'), title_en: text, title_fr: text }),
  },
  teer: {
    files: /^teer\.csv$/,
    columns: z.object({ teer: z.enum(TEERS), usual_requirement: text, source: id }),
  },
  unitGroups: {
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
    files: /^descriptions\.csv$/,
    columns: z.object({ code: nocCode, gist: text, what_they_do: text, where_they_work: text }),
  },
  titles: {
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
    files: /^editions\.csv$/,
    columns: z.object({ edition, code: z.string().regex(/^[A-Z]?\d{3,4}$/, 'not a unit group code'), title: text, source: id }),
  },
  crosswalk: {
    files: /^crosswalk\.csv$/,
    columns: z.object({ from_edition: edition, from_code: text, to_edition: edition, to_code: text, source: id }),
  },
  jobBankWages: {
    files: /^wages\/job-bank-.+\.csv$/,
    columns: z.object({
      code: nocCode,
      region: id,
      low: optionalNumber,
      median: optionalNumber,
      high: optionalNumber,
      unit: z.enum(['hour', 'year']),
      basis: z.enum(['hour', 'year']),
      period,
      edition,
      source: id,
    }),
  },
  albertaWages: {
    files: /^wages\/alberta-survey-.+\.csv$/,
    columns: z.object({
      edition_code: text,
      code: nocCode,
      industry: text,
      level: z.enum(WAGE_LEVELS).exclude(['all']),
      low: optionalNumber,
      high: optionalNumber,
      average: optionalNumber,
      median: optionalNumber,
      reliability: z.enum(RELIABILITIES),
      salary_average: optionalNumber,
      hours_week: optionalNumber,
      months_payroll: optionalNumber,
      region: id,
      period,
      edition,
      source: id,
    }),
  },
  education: {
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
    files: /^outlook\.csv$/,
    columns: z.object({
      code: nocCode,
      employment_2023: integer,
      growth: integer,
      retirements: integer,
      openings: integer,
      seekers: integer,
      recent: z.enum(MARKET_CONDITIONS),
      future: z.enum(MARKET_CONDITIONS),
      period,
      edition,
      source: id,
    }),
  },
  interests: {
    files: /^interests\.csv$/,
    columns: z.object({
      oasis_code: z.string().regex(/^\d{5}\.\d{2}$/, 'an OaSIS code is written 12111.00'),
      label: text,
      holland_1: z.string().regex(/^[RIASECriasec]$/, 'a Holland letter is one of R I A S E C'),
      holland_2: z.string().regex(/^[RIASECriasec]?$/, 'a Holland letter is one of R I A S E C, or blank'),
      holland_3: z.string().regex(/^[RIASECriasec]?$/, 'a Holland letter is one of R I A S E C, or blank'),
      source: id,
    }),
  },
  similar: {
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

