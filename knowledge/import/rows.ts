import type {
  Edition,
  MarketCondition,
  NocCode,
  OasisCategory,
  OfficialTextKind,
  OutlookRating,
  PayUnit,
  Reliability,
  WageLevel,
} from '../model.ts';

/**
 * What an import writes: rows of the store's own tables, in the columns of store/schema.ts. An importer turns a publisher's file
 * into these and into nothing else, so that a new publisher never touches the store.
 */
export interface ImportRows {
  group_name: { readonly code: NocCode; readonly language: 'en' | 'fr'; readonly title: string };
  edition_group: { readonly edition: Edition; readonly code: string; readonly title: string; readonly source: string };
  crosswalk: {
    readonly from_edition: Edition;
    readonly from_code: string;
    readonly to_edition: Edition;
    readonly to_code: string;
    readonly source: string;
  };
  title: {
    readonly code: NocCode;
    readonly title: string;
    readonly language: 'en' | 'fr';
    readonly kind: 'official' | 'earlier' | 'foreign';
    readonly source: string;
  };
  official_text: {
    readonly code: NocCode;
    /** Empty where the text is the whole group's. */
    readonly oasis_code: string;
    readonly kind: OfficialTextKind;
    readonly language: 'en' | 'fr';
    readonly text: string;
    readonly source: string;
  };
  wage: {
    readonly code: NocCode;
    readonly region: string;
    readonly level: WageLevel;
    readonly industry: string;
    readonly low: number | null;
    readonly lower_quartile: number | null;
    readonly median: number | null;
    readonly average: number | null;
    readonly upper_quartile: number | null;
    readonly high: number | null;
    readonly unit: PayUnit;
    readonly basis: PayUnit;
    readonly low_percentile: number;
    readonly high_percentile: number;
    readonly reliability: Reliability | null;
    readonly salary: number | null;
    readonly hours_week: number | null;
    readonly months_payroll: number | null;
    readonly benefits_percent: number | null;
    readonly comment: string;
    readonly period: string;
    readonly released: string;
    readonly edition: Edition;
    readonly edition_code: string;
    readonly source: string;
  };
  education: {
    readonly code: NocCode;
    readonly licence: 0 | 1;
    readonly red_seal: 0 | 1;
    readonly apprenticeship: 0 | 1;
    readonly source: string;
  };
  outlook: {
    readonly code: NocCode;
    readonly employment: number;
    readonly employment_year: string;
    readonly growth: number;
    readonly retirements: number;
    readonly openings: number;
    readonly seekers: number;
    readonly recent: MarketCondition;
    readonly future: MarketCondition;
    readonly period: string;
    readonly edition: 'noc2021';
    readonly source: string;
  };
  regional_outlook: {
    readonly code: NocCode;
    readonly region: string;
    readonly rating: OutlookRating;
    readonly trend: string;
    readonly trend_fr: string;
    /** YYYY-MM-DD */
    readonly released: string;
    readonly period: string;
    readonly edition: 'noc2021';
    readonly source: string;
  };
  holland: {
    readonly oasis_code: string;
    readonly code: NocCode;
    readonly label: string;
    readonly letters: string;
    readonly source: string;
  };
  oasis_rating: {
    readonly oasis_code: string;
    readonly code: NocCode;
    readonly category: OasisCategory;
    readonly item: string;
    readonly value: number;
    readonly source: string;
  };
  skill_distance: {
    readonly code: NocCode;
    readonly similar: NocCode;
    readonly distance: number;
    readonly source: string;
  };
  /** A whole occupation profile as JSON. */
  occupation: { readonly id: string; readonly code: NocCode; readonly profile: string };
}

export type ImportTable = keyof ImportRows;

/** Columns of each table in the order in which they are kept and inserted. A new table is one entry here and one in store/schema.ts. */
export const IMPORT_COLUMNS: { readonly [Table in ImportTable]: readonly (keyof ImportRows[Table] & string)[] } = {
  group_name: ['code', 'language', 'title'],
  edition_group: ['edition', 'code', 'title', 'source'],
  crosswalk: ['from_edition', 'from_code', 'to_edition', 'to_code', 'source'],
  title: ['code', 'title', 'language', 'kind', 'source'],
  official_text: ['code', 'oasis_code', 'kind', 'language', 'text', 'source'],
  wage: [
    'code',
    'region',
    'level',
    'industry',
    'low',
    'lower_quartile',
    'median',
    'average',
    'upper_quartile',
    'high',
    'unit',
    'basis',
    'low_percentile',
    'high_percentile',
    'reliability',
    'salary',
    'hours_week',
    'months_payroll',
    'benefits_percent',
    'comment',
    'period',
    'released',
    'edition',
    'edition_code',
    'source',
  ],
  education: ['code', 'licence', 'red_seal', 'apprenticeship', 'source'],
  outlook: [
    'code',
    'employment',
    'employment_year',
    'growth',
    'retirements',
    'openings',
    'seekers',
    'recent',
    'future',
    'period',
    'edition',
    'source',
  ],
  regional_outlook: ['code', 'region', 'rating', 'trend', 'trend_fr', 'released', 'period', 'edition', 'source'],
  holland: ['oasis_code', 'code', 'label', 'letters', 'source'],
  oasis_rating: ['oasis_code', 'code', 'category', 'item', 'value', 'source'],
  skill_distance: ['code', 'similar', 'distance', 'source'],
  occupation: ['id', 'code', 'profile'],
};

export const IMPORT_TABLES = Object.keys(IMPORT_COLUMNS) as ImportTable[];

/** Takes the rows that are kept, in the order in which they come. */
export type WriteRow = <Table extends ImportTable>(table: Table, row: ImportRows[Table]) => void;
