/**
 * The words of the domain as types. Everything else in the house speaks in these.
 *
 * Codes are strings and stay strings: `00010` and `0821` would lose their meaning as numbers.
 */

/** Editions of the classification that a code can belong to. */
export const EDITIONS = ['noc2021', 'noc2016', 'noc2011', 'noc2006', 'nocs2006', 'oasis2023'] as const;
export type Edition = (typeof EDITIONS)[number];

/** A five-digit NOC 2021 unit group code. */
export type NocCode = string;

/** A code together with the edition that gives it its meaning. */
export interface EditionCode {
  readonly edition: Edition;
  readonly code: string;
}

/** A code of some edition with the name that edition gives it. */
export interface NamedCode extends EditionCode {
  readonly title: string;
}

/** Training, Education, Experience and Responsibilities: the second digit of a NOC 2021 code. */
export const TEERS = ['0', '1', '2', '3', '4', '5'] as const;
export type Teer = (typeof TEERS)[number];

export interface UnitGroup {
  readonly code: NocCode;
  readonly title: string;
  readonly titleFr: string;
  readonly teer: Teer;
  /** First digit of the code. */
  readonly broadCategory: string;
  readonly broadCategoryTitle: string;
  /** A verb phrase of a few words that tells the group from its neighbours. */
  readonly gist: string;
  readonly whatTheyDo: string;
  readonly whereTheyWork: string;
}

/** Where a fact comes from. Every stored figure names one. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Public address of the publisher's page. */
  readonly url: string;
  readonly licence: string;
  /** Sentence the licence asks to be shown with the data; empty when it asks for none. */
  readonly attribution: string;
  /** What a reader should know before relying on it. */
  readonly note: string;
  /** Day on which the figures were taken from the publisher, YYYY-MM-DD. */
  readonly retrieved: string;
  /** How long its figures are good for; see freshness.ts. */
  readonly expiry: Expiry;
  /** `pack`: shipped with the program. `import`: loaded by the operator from the publisher's own file. */
  readonly origin: 'pack' | 'import';
}

/**
 * `never`: an edition of a classification does not age. `period-end`: a projection is over when its years are. `N years`: a figure is
 * stale that many years after the end of its reference period.
 */
export type Expiry = 'never' | 'period-end' | `${number} years`;

export const REGION_KINDS = ['country', 'province', 'economic-region', 'area', 'city'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

/**
 * A place that figures are published for (country, province or territory, economic region), or one that leads to such a place: a
 * city lies in an economic region, an area ("northern Alberta") is made of several.
 */
export interface Region {
  /** Two letters (`AB`), Statistics Canada's economic region code (`ER4850`), or a name of ours for a city or an area. */
  readonly id: string;
  readonly kind: RegionKind;
  readonly name: string;
  /** Region that holds this one; empty for the country. */
  readonly parent: string;
  readonly aliases: readonly string[];
  /** Economic regions that an area is made of; empty for all others. */
  readonly members: readonly string[];
}

export const TITLE_KINDS = [
  'group',
  'usual',
  'everyday',
  'abbreviation',
  'alias',
  'official',
  'earlier',
  'foreign',
] as const;
/**
 * `group`: the unit group's own name. `usual`: as in a job ad. `everyday`: colloquial or shop-floor.
 * `abbreviation`: stands for a longer title. `alias`: "also known as" of an occupation with a profile.
 * From an imported title index: `official` of NOC 2021, `earlier` of a former edition, `foreign` of another country.
 */
export type TitleKind = (typeof TITLE_KINDS)[number];

export interface JobTitle {
  readonly code: NocCode;
  readonly title: string;
  readonly language: 'en' | 'fr';
  readonly kind: TitleKind;
  /** Full words of an abbreviation; empty otherwise. */
  readonly standsFor: string;
  /** Id of the occupation (profile) that the title names; empty when it names the group only. */
  readonly occupation: string;
  readonly source: string;
}

export const WAGE_LEVELS = ['all', 'starting', 'overall', 'top'] as const;
/** Pay level of a survey that tells starting and top pay apart; `all` where the source has one level. */
export type WageLevel = (typeof WAGE_LEVELS)[number];

/** `low`/`high` are the 10th/90th percentile (Job Bank) or the 5th/95th (Alberta survey). */
export const WAGE_MEASURES = ['low', 'median', 'average', 'high'] as const;
export type WageMeasure = (typeof WAGE_MEASURES)[number];

export type PayUnit = 'hour' | 'year';

/** One row of a wage source for one group and region. Amounts are Canadian dollars per `unit`. */
export interface Wage {
  readonly code: NocCode;
  readonly region: string;
  readonly level: WageLevel;
  /** `all` or the industry's name. */
  readonly industry: string;
  readonly low: number | null;
  /** 25th percentile. */
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly average: number | null;
  /** 75th percentile. */
  readonly upperQuartile: number | null;
  readonly high: number | null;
  /** What the published amount is paid for. */
  readonly unit: PayUnit;
  /** How the publisher collects it. A yearly amount of basis `hour` may be turned into a (derived) hour, one of basis `year` never. */
  readonly basis: PayUnit;
  readonly lowPercentile: number;
  readonly highPercentile: number;
  readonly reliability: Reliability | null;
  /** Published yearly average, dollars: quoted, never computed. */
  readonly salary: number | null;
  readonly hoursPerWeek: number | null;
  readonly monthsOnPayroll: number | null;
  /** Share of workers with benefits beside the wage, percent. */
  readonly benefitsPercent: number | null;
  /** The publisher's own remark on this figure; empty where there is none. */
  readonly comment: string;
  /** Reference period or release year as published. */
  readonly period: string;
  /** Year of the release, which decides what is newer; the reference period's last year where the publisher names no other. */
  readonly released: string;
  /** Edition and code under which the figure was published. */
  readonly edition: Edition;
  readonly editionCode: string;
  readonly source: string;
}

/** Reliability of an Alberta Wage and Salary Survey figure, best to worst. */
export const RELIABILITIES = ['A', 'B', 'C', 'D'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Keyword flags read from the official requirement text; not an official list of regulated work. */
export interface EducationFlags {
  readonly code: NocCode;
  readonly licence: boolean;
  readonly redSeal: boolean;
  readonly apprenticeship: boolean;
  readonly source: string;
}

export const MARKET_CONDITIONS = [
  'strong-shortage',
  'moderate-shortage',
  'balance',
  'moderate-surplus',
  'strong-surplus',
] as const;
export type MarketCondition = (typeof MARKET_CONDITIONS)[number];

/** Ten-year national projection of a group. Numbers are persons over the whole period. */
export interface Outlook {
  readonly code: NocCode;
  readonly employment: number;
  readonly employmentYear: string;
  readonly growth: number;
  readonly retirements: number;
  readonly openings: number;
  readonly seekers: number;
  readonly recent: MarketCondition;
  readonly future: MarketCondition;
  readonly period: string;
  readonly edition: Edition;
  readonly source: string;
}

export const OUTLOOK_RATINGS = ['very-good', 'good', 'moderate', 'limited', 'very-limited', 'undetermined'] as const;
export type OutlookRating = (typeof OUTLOOK_RATINGS)[number];

/** Job Bank's three-year outlook of a group in a province, territory or economic region. */
export interface RegionalOutlook {
  readonly code: NocCode;
  readonly region: string;
  readonly rating: OutlookRating;
  /** The publisher's own text on the trend; empty where there is none. */
  readonly trend: string;
  readonly trendFr: string;
  /** Day of the release, YYYY-MM-DD. */
  readonly released: string;
  readonly period: string;
  readonly edition: Edition;
  readonly source: string;
}

export const OFFICIAL_TEXT_KINDS = [
  'definition',
  'duty',
  'requirement',
  'additional',
  'exclusion',
  'workplace',
] as const;
export type OfficialTextKind = (typeof OFFICIAL_TEXT_KINDS)[number];

/** A sentence of the official description of a group, from an imported file: quoted, never reworded. */
export interface OfficialText {
  readonly code: NocCode;
  /** OaSIS profile that it belongs to; empty where it is the whole group's. */
  readonly oasisCode: string;
  readonly kind: OfficialTextKind;
  readonly language: 'en' | 'fr';
  readonly text: string;
  readonly source: string;
}

export const OASIS_CATEGORIES = ['skills', 'work-context', 'personal-attributes'] as const;
export type OasisCategory = (typeof OASIS_CATEGORIES)[number];

/** A rating of one OaSIS profile. Skills: level of complexity 1-5. Attributes: importance 1-5. Work context: as its item's own scale. */
export interface OasisRating {
  readonly oasisCode: string;
  readonly category: OasisCategory;
  readonly item: string;
  readonly value: number;
  readonly source: string;
}

/** The five interests of the Canadian Work Preference Inventory. */
export const CWPI_INTERESTS = ['Directive', 'Innovative', 'Methodical', 'Objective', 'Social'] as const;
export type CwpiInterest = (typeof CWPI_INTERESTS)[number];

export interface InterestCode {
  readonly interest: CwpiInterest;
  /** Capitals in the published code: a strong fit. */
  readonly strong: boolean;
}

/** Holland (RIASEC) letters of one OaSIS profile, upper case strong, lower case weaker, in published order. */
export interface HollandProfile {
  readonly oasisCode: string;
  readonly label: string;
  readonly letters: readonly string[];
  readonly source: string;
}

/** A NOC-coded job title table row that the store was built with, and the store's own description of itself. */
export interface StoreInfo {
  readonly hash: string;
  readonly schema: number;
  readonly counts: Readonly<Record<string, number>>;
}
