import type { NocCode, PayUnit, Region, Teer } from '../../knowledge/model.ts';
import { type Catalogue, type CatalogueEntry, type CatalogueProfile, type WorkContext, wageIn } from './catalogue.ts';

/** Schooling that a TEER category usually asks for, most first. TEER 0 tells none: management takes experience and any schooling. */
export const SCHOOLING = ['university', 'college', 'short-college', 'high-school', 'none'] as const;
export type Schooling = (typeof SCHOOLING)[number];
const SCHOOLING_OF: Readonly<Record<Teer, Schooling | null>> = {
  '0': null,
  '1': 'university',
  '2': 'college',
  '3': 'short-college',
  '4': 'high-school',
  '5': 'none',
};

/** Fields that people name, by the first digits of the groups that belong to them. */
export const FIELDS = {
  business: ['1'],
  finance: ['10010', '1002', '111', '1220', '13102', '1420', '63100', '63102', '64400'],
  office: ['12', '13', '14'],
  'human-resources': ['10011', '11200', '12101', '14102'],
  science: ['2'],
  computers: ['20012', '21211', '2122', '2123', '21311', '2222'],
  engineering: ['20010', '213', '223'],
  health: ['3'],
  /** "I want to help people": care, teaching, advice, safety. */
  helping: ['3', '4002', '41220', '41221', '4130', '4131', '41320', '41321', '421', '4220', '431', '432', '441'],
  education: ['40012', '4002', '412', '41320', '42202', '42203', '431', '45100'],
  childcare: ['42202', '43100', '44100', '45100'],
  law: ['13111', '14103', '40040', '411', '41310', '41311', '42100', '42200', '43200', '43201', '43202', '43203'],
  protection: ['4004', '41310', '4210', '43200', '43201', '43203', '43204', '44200', '64410'],
  'social-services': ['40030', '41300', '41301', '41311', '41320', '41321', '42201', '42203', '44101'],
  government: ['400', '41407', '43202', '43203'],
  arts: ['5'],
  sport: ['50012', '53200', '53201', '53202', '54100', '64322', '65211'],
  sales: ['60010', '60020', '62010', '6210', '63101', '63102', '6410', '65100', '65102', '65109'],
  food: ['60030', '62020', '62200', '63200', '63201', '63202', '64300', '64301', '65200', '65201', '65202'],
  service: ['6'],
  trades: ['72', '73'],
  construction: ['7001', '72011', '72012', '72013', '72014', '7210', '722', '723', '731', '73200', '73400', '75110'],
  transport: ['7002', '72023', '72024', '726', '7330', '7331', '741', '7420', '7510', '752'],
  animals: ['31103', '32104', '65220', '80020', '84120', '85100'],
  farming: ['80020', '80021', '80022', '82030', '84120', '85100', '85101', '85103'],
  'natural-resources': ['8'],
  manufacturing: ['9'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Field = keyof typeof FIELDS;

/** Where and how the work is done, as far as ratings of the OaSIS work context tell it. */
const SETTINGS = {
  outdoors: ({ outside }) => atLeast(outside, 3),
  indoors: ({ outside }) => atMost(outside, 1),
  office: ({ sitting, hands, outside, vehicle }) =>
    all(atLeast(sitting, 4), atMost(hands, 3), atMost(outside, 1), atMost(vehicle, 2)),
  heights: ({ heights }) => atLeast(heights, 2),
  driving: ({ vehicle }) => atLeast(vehicle, 3),
  sitting: ({ sitting }) => atLeast(sitting, 4),
  standing: ({ standing }) => atLeast(standing, 4),
  hands: ({ hands }) => atLeast(hands, 4),
  physical: ({ standing, hands }) => all(atLeast(standing, 4), atLeast(hands, 4)),
  public: ({ customers }) => atLeast(customers, 4),
  telephone: ({ telephone }) => atLeast(telephone, 4),
  noise: ({ noise }) => atLeast(noise, 3),
  'regular-hours': ({ schedule }) => atMost(schedule, 1),
  seasonal: ({ schedule }) => atLeast(schedule, 3),
} as const satisfies Readonly<Record<string, (context: WorkContext) => boolean | null>>;
export type Setting = keyof typeof SETTINGS;

function atLeast(rating: number | undefined, least: number): boolean | null {
  return rating === undefined ? null : rating >= least;
}

function atMost(rating: number | undefined, most: number): boolean | null {
  return rating === undefined ? null : rating <= most;
}

function all(...answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** What people wish for and no figure of the store tells. */
export const NO_DATA = [
  'shifts',
  'part-time',
  'remote',
  'lifting',
  'travel',
  'benefits',
  'stress',
  'danger',
  'alone',
  'security',
  'commute',
] as const;
export type NoData = (typeof NO_DATA)[number];

/** One thing that a person wants of an occupation, with the words that it was read from. */
export type Wish = { readonly words: string } & (
  | { readonly kind: 'schooling'; readonly comparison: 'at-most' | 'at-least' | 'exactly'; readonly level: Schooling }
  | { readonly kind: 'apprenticeship'; readonly wanted: boolean }
  | { readonly kind: 'licence'; readonly wanted: boolean }
  | {
      readonly kind: 'pay';
      readonly comparison: 'at-least' | 'at-most';
      readonly amount: number;
      readonly unit: PayUnit;
      /** Region id; null where the person named none. */
      readonly region: string | null;
    }
  /** "less school", "better pay": than the occupation that was talked about. */
  | { readonly kind: 'than-this'; readonly what: 'schooling' | 'pay'; readonly comparison: 'less' | 'more' }
  | { readonly kind: 'setting'; readonly setting: Setting; readonly wanted: boolean }
  | { readonly kind: 'field'; readonly field: Field; readonly wanted: boolean }
  | { readonly kind: 'management'; readonly wanted: boolean }
  | { readonly kind: 'outlook'; readonly condition: 'shortage' | 'no-surplus' }
  /** Where the person looks for work: decides which wages are told, and leaves nothing out. */
  | { readonly kind: 'region'; readonly region: string }
  /** "the highest paying": those come first. */
  | { readonly kind: 'best-paid' }
  /** "like this one": groups near the one that was talked about. */
  | { readonly kind: 'like-this' }
  /** "good pay", "no more school": how much is to be asked. */
  | { readonly kind: 'vague'; readonly what: 'schooling' | 'pay' }
  | { readonly kind: 'no-data'; readonly about: NoData }
  | { readonly kind: 'not-understood' }
  /** "and", "only", "instead", "show all": what the message does to the wishes that count already. `begins`: without any it is a request too. */
  | { readonly kind: 'standing'; readonly change: 'add' | 'instead' | 'clear'; readonly begins: boolean }
  /** "forget the pay" */
  | { readonly kind: 'given-up'; readonly sorts: readonly WishSort[] }
);

/** What a wish is about: "forget the pay" is said of all wishes about pay. */
export type WishSort =
  | 'schooling'
  | 'pay'
  | 'apprenticeship'
  | 'licence'
  | 'field'
  | 'management'
  | 'outlook'
  | 'region'
  | 'like-this'
  | `setting ${Setting}`;

/** Null for what is told to the person once and does not count for the suggestions. */
export function sortOf(wish: Wish): WishSort | null {
  switch (wish.kind) {
    case 'than-this':
      return wish.what;
    case 'best-paid':
      return 'pay';
    case 'setting':
      return `setting ${wish.setting}`;
    case 'vague':
    case 'no-data':
    case 'not-understood':
    case 'standing':
    case 'given-up':
      return null;
    default:
      return wish.kind;
  }
}

/** Whether a wish decides which occupations are left; the others are told to the person, or asked about. */
export function isFilter(wish: Wish): boolean {
  const sort = sortOf(wish);
  return sort !== null && sort !== 'region' && sort !== 'like-this';
}

export interface WishContext {
  readonly regions: readonly Region[];
  /** Region whose wages count where a wish names none. */
  readonly region: string;
  /** The occupation that "less school" is compared with. */
  readonly base: CatalogueEntry | null;
}

/**
 * Whether a profile of a group meets a wish; null where no figure tells. Schooling, pay, field and outlook are the group's, the work
 * context is the profile's.
 */
export function meets(
  wish: Wish,
  entry: CatalogueEntry,
  profile: CatalogueProfile,
  context: WishContext,
): boolean | null {
  switch (wish.kind) {
    case 'schooling':
      return meetsSchooling(entry, wish.comparison, wish.level);
    case 'apprenticeship':
      return entry.education && (entry.education.apprenticeship || entry.education.redSeal) === wish.wanted;
    case 'licence':
      return entry.education && entry.education.licence === wish.wanted;
    case 'pay': {
      const figure = wageIn(entry, wish.region ?? context.region, context.regions);
      const amount = wish.unit === 'hour' ? (figure?.hourly ?? null) : (figure?.yearly ?? null);
      if (amount === null) return null;
      return wish.comparison === 'at-least' ? amount >= wish.amount : amount <= wish.amount;
    }
    case 'best-paid':
      return wageIn(entry, context.region, context.regions) !== null || null;
    case 'than-this':
      return meetsThanThis(wish.what, wish.comparison, entry, context);
    case 'setting': {
      const there = SETTINGS[wish.setting](profile.context);
      return there === null ? null : there === wish.wanted;
    }
    case 'field':
      return isInField(entry.code, wish.field) === wish.wanted;
    case 'management':
      return isManagement(entry) === wish.wanted;
    case 'outlook': {
      const { future } = entry.outlook ?? {};
      if (!future) return null;
      return wish.condition === 'shortage' ? future.endsWith('shortage') : !future.endsWith('surplus');
    }
    default:
      return true;
  }
}

export function isInField(code: NocCode, field: Field): boolean {
  return FIELDS[field].some((digits) => code.startsWith(digits));
}

/** Groups of supervisors lead people too, whatever their TEER. */
function isManagement({ teer, title }: CatalogueEntry): boolean {
  return teer === '0' || /\bsupervisors?\b/i.test(title);
}

export function schoolingOf(entry: Pick<CatalogueEntry, 'teer'>): Schooling | null {
  return SCHOOLING_OF[entry.teer];
}

function meetsSchooling(
  entry: CatalogueEntry,
  comparison: 'at-most' | 'at-least' | 'exactly',
  level: Schooling,
): boolean | null {
  const own = schoolingOf(entry);
  if (own === null) return null;
  const more = SCHOOLING.indexOf(level) - SCHOOLING.indexOf(own);
  if (comparison === 'at-most') return more <= 0;
  // Who wants college wants a program of either length.
  if (comparison === 'exactly') return more === 0 || (level === 'college' && own === 'short-college');
  return more >= 0;
}

function meetsThanThis(
  what: 'schooling' | 'pay',
  comparison: 'less' | 'more',
  entry: CatalogueEntry,
  { base, region, regions }: WishContext,
): boolean | null {
  if (!base) return true;
  if (what === 'pay') {
    const own = wageIn(entry, region, regions)?.yearly;
    const other = wageIn(base, region, regions)?.yearly;
    if (own === undefined || other === undefined) return null;
    return comparison === 'more' ? own > other : own < other;
  }
  const own = schoolingOf(entry);
  // Management asks for the most at times: anything else counts as less.
  const other = schoolingOf(base) ?? 'university';
  if (own === null) return null;
  const more = SCHOOLING.indexOf(other) - SCHOOLING.indexOf(own);
  return comparison === 'more' ? more > 0 : more < 0;
}

/** What became of the groups that a set of wishes left out. */
export interface LeftOut {
  readonly wish: Wish;
  /** Groups that do not meet the wish, and groups of which no figure says whether they do. */
  readonly unmet: number;
  readonly unknown: number;
}

export interface Filtered {
  /** Groups that meet every wish, with those of their profiles that do. */
  readonly kept: readonly { readonly entry: CatalogueEntry; readonly profiles: readonly CatalogueProfile[] }[];
  /** By wish. A group that is left out counts once: under the first wish that it is known not to meet, else under the first unknown. */
  readonly leftOut: readonly LeftOut[];
}

export function filterByWishes(
  { entries }: Pick<Catalogue, 'entries'>,
  wishes: readonly Wish[],
  context: WishContext,
): Filtered {
  // "Health or trades" is one wish: nothing is in both.
  const fields = wishes.filter((wish) => wish.kind === 'field' && wish.wanted);
  const filters = wishes.filter((wish) => isFilter(wish) && !(fields.length > 1 && fields.indexOf(wish) > 0));
  const counts = filters.map((wish) => ({ wish, unmet: 0, unknown: 0 }));
  const answer = (wish: Wish, entry: CatalogueEntry, profile: CatalogueProfile): boolean | null =>
    fields.includes(wish)
      ? fields.some((field) => meets(field, entry, profile, context) === true)
      : meets(wish, entry, profile, context);
  const kept: Filtered['kept'][number][] = [];
  for (const entry of entries) {
    let profiles: readonly CatalogueProfile[] = entry.profiles;
    let failed: { readonly count: { unmet: number; unknown: number }; readonly unknown: boolean } | null = null;
    for (const count of counts) {
      const answers = profiles.map((profile) => answer(count.wish, entry, profile));
      const left = profiles.filter((_, at) => answers[at] === true);
      if (left.length > 0) {
        profiles = left;
        continue;
      }
      const unknown = !answers.includes(false);
      if (!failed || !unknown) failed = { count, unknown };
      // One that is known not to be met says more than one that is not known.
      if (!unknown) break;
    }
    if (!failed) kept.push({ entry, profiles });
    else if (failed.unknown) failed.count.unknown += 1;
    else failed.count.unmet += 1;
  }
  return { kept, leftOut: counts };
}
