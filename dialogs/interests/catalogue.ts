import type {
  EducationFlags,
  NocCode,
  OasisRating,
  Outlook,
  Region,
  Teer,
  UnitGroup,
  Wage,
} from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { InterestCodes } from './codes.ts';
import type { FitProfile } from './fit.ts';
import { estimateCwpi } from './holland.ts';

/** Items of the OaSIS work context that wishes are about, by the names under which the store holds them. */
const CONTEXT_ITEMS = {
  outside: 'Outside, Exposed to Weather',
  heights: 'High Places',
  vehicle: 'In an Enclosed Vehicle or Equipment',
  sitting: 'Sitting',
  standing: 'Standing',
  hands: 'Handling Material Manually',
  customers: 'Deal With External Customers',
  telephone: 'Telephone',
  noise: 'Sound and Noise',
  schedule: 'Work Schedule',
} as const;
export type ContextItem = keyof typeof CONTEXT_ITEMS;
const ITEM_NAMED: ReadonlyMap<string, ContextItem> = new Map(
  Object.entries(CONTEXT_ITEMS).map(([item, name]) => [name, item as ContextItem]),
);

/** Ratings of one profile, 0 to 5; an item that it lacks is not known. `schedule`: 1 regular, 2 irregular, 3 seasonal. */
export type WorkContext = Readonly<Partial<Record<ContextItem, number>>>;

/** One set of codes that a group has: of an OaSIS profile, or of an occupation whose codes are published. */
export interface CatalogueProfile extends FitProfile {
  /** OaSIS profile code; of an occupation the id of its profile. */
  readonly id: string;
  readonly label: string;
  readonly codes: InterestCodes;
  readonly estimated: boolean;
  /** Why an occupation has each of its codes, in their order; empty for estimates. */
  readonly reasons: readonly string[];
  readonly source: string;
  readonly context: WorkContext;
}

/** The median that counts for a group in a region. */
export interface WageFigure {
  readonly row: Wage;
  readonly median: number;
  /** For filters alone: an amount published by the other unit is turned into this one, which is then never shown. */
  readonly hourly: number | null;
  readonly hourlyDerived: boolean;
  readonly yearly: number;
  readonly yearlyDerived: boolean;
}

export interface CatalogueEntry {
  readonly code: NocCode;
  readonly title: string;
  readonly teer: Teer;
  readonly broadCategory: string;
  readonly broadCategoryTitle: string;
  readonly profiles: readonly CatalogueProfile[];
  readonly education: EducationFlags | null;
  /** By region id: those that a median is published for. */
  readonly wages: ReadonlyMap<string, WageFigure>;
  readonly outlook: Outlook | null;
  /** Up to five, best first. */
  readonly similar: readonly NocCode[];
}

/** What suggestions are made from: every unit group in the order of codes. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly byCode: ReadonlyMap<NocCode, CatalogueEntry>;
  readonly regions: readonly Region[];
}

/** Hours that a published year stands for (40 a week, 52 weeks). */
const HOURS_A_YEAR = 2080;

const catalogues = new WeakMap<KnowledgeStore, Promise<Catalogue>>();

/** The catalogue of a store, read once: a store never changes. */
export function catalogueOf(store: KnowledgeStore): Promise<Catalogue> {
  const known = catalogues.get(store);
  if (known) return known;
  const reading = readCatalogue(store);
  catalogues.set(store, reading);
  // A failure is told to who asked, and not kept.
  reading.catch(() => catalogues.delete(store));
  return reading;
}

async function readCatalogue(store: KnowledgeStore): Promise<Catalogue> {
  const entries: CatalogueEntry[] = [];
  // One group after another: all at once would keep the questions of people waiting behind thousands of reads.
  for (const group of await store.groups()) entries.push(await readEntry(store, group));
  return { entries, byCode: new Map(entries.map((entry) => [entry.code, entry])), regions: store.regions };
}

async function readEntry(store: KnowledgeStore, group: UnitGroup): Promise<CatalogueEntry> {
  const { code, title, teer, broadCategory, broadCategoryTitle } = group;
  const [holland, ratings, occupations, education, wages, outlook, similar] = await Promise.all([
    store.hollandProfiles(code),
    store.oasisRatings(code, 'work-context'),
    store.occupationsOf(code),
    store.education(code),
    store.wages(code),
    store.outlook(code),
    store.similar(code),
  ]);
  const estimates = holland.map(
    ({ oasisCode, label, letters, source }): CatalogueProfile => ({
      id: oasisCode,
      label,
      codes: estimateCwpi(letters),
      estimated: true,
      reasons: [],
      source,
      // OaSIS numbers a profile or two differently from table to table; where a group has but one, all ratings are its own.
      context: contextOf(ratings.filter((rating) => holland.length === 1 || rating.oasisCode === oasisCode)),
    }),
  );
  return {
    code,
    title,
    teer,
    broadCategory,
    broadCategoryTitle,
    profiles: withPublished(estimates, occupations),
    education: education ?? null,
    wages: wageFigures(wages),
    outlook: outlook ?? null,
    similar: similar.map((other) => other.code),
  };
}

/** Published codes come first, and take the place of the estimate for the occupation's own OaSIS profile. */
function withPublished(
  estimates: readonly CatalogueProfile[],
  occupations: readonly OccupationProfile[],
): CatalogueProfile[] {
  const replaced = new Set<CatalogueProfile>();
  const published = occupations.flatMap(({ id, name, codes, interests }): CatalogueProfile[] => {
    if (!interests) return [];
    const own = estimates.find((estimate) =>
      codes.some(({ edition, code }) => edition === 'oasis2023' && code === estimate.id),
    );
    if (own) replaced.add(own);
    return [
      {
        id,
        label: name,
        codes: interests.codes.map(({ interest, strong }) => ({ interest, strong })),
        estimated: false,
        reasons: interests.codes.map(({ reason }) => reason),
        source: interests.source,
        // Of a group with one OaSIS profile, its work is that profile's.
        context: (own ?? (estimates.length === 1 ? estimates[0] : undefined))?.context ?? {},
      },
    ];
  });
  return [...published, ...estimates.filter((estimate) => !replaced.has(estimate))];
}

function contextOf(ratings: readonly OasisRating[]): WorkContext {
  const context: Partial<Record<ContextItem, number>> = {};
  for (const rating of ratings) {
    const item = ITEM_NAMED.get(rating.item);
    if (item) context[item] = rating.value;
  }
  return context;
}

/** The first row of each region in the store's order that tells a median of all industries and of pay as a whole. */
function wageFigures(rows: readonly Wage[]): Map<string, WageFigure> {
  const figures = new Map<string, WageFigure>();
  for (const row of rows) {
    const { region, industry, level, median, unit, basis } = row;
    if (median === null || industry !== 'all' || (level !== 'all' && level !== 'overall') || figures.has(region))
      continue;
    const byHour = unit === 'hour';
    figures.set(region, {
      row,
      median,
      hourly: byHour ? median : basis === 'hour' ? median / HOURS_A_YEAR : null,
      hourlyDerived: !byHour && basis === 'hour',
      yearly: byHour ? median * HOURS_A_YEAR : median,
      yearlyDerived: byHour,
    });
  }
  return figures;
}

/** The figure for a place, or for the nearest place around it that has one; a country's figure does not stand for a province. */
export function wageIn(entry: CatalogueEntry, region: string, regions: readonly Region[]): WageFigure | null {
  for (const place of placesAround(region, regions)) {
    const figure = entry.wages.get(place);
    if (figure) return figure;
  }
  return null;
}

/** A filter asks for the same places of hundreds of groups. */
const around = new WeakMap<readonly Region[], Map<string, readonly string[]>>();

/** A place and those that hold it, up to its province. */
function placesAround(region: string, regions: readonly Region[]): readonly string[] {
  const known = around.get(regions) ?? new Map<string, readonly string[]>();
  around.set(regions, known);
  const before = known.get(region);
  if (before) return before;
  const byId = new Map(regions.map((each) => [each.id, each]));
  const places: string[] = [];
  for (let at = byId.get(region); at && !places.includes(at.id); at = byId.get(at.parent)) {
    places.push(at.id);
    if (at.kind === 'province') break;
  }
  known.set(region, places);
  return places;
}

/** First digits of a code that hold a field together: groups that share them do much the same. */
export function minorGroup(code: NocCode): string {
  return code.slice(0, 4);
}
