import type { NocCode } from '../../knowledge/model.ts';
import {
  type Catalogue,
  type CatalogueEntry,
  type CatalogueProfile,
  minorGroup,
  type WageFigure,
  wageIn,
} from './catalogue.ts';
import type { InterestCodes } from './codes.ts';
import { type Band, type GroupFit, groupFit, type SharedInterest, sharedInterests } from './fit.ts';
import { type TurnedPay, turnedPay } from './suggest-pay.ts';
import { spread } from './suggest-spread.ts';
import { filterByWishes, type LeftOut, type Wish, type WishContext } from './wishes.ts';

/** Groups told at a time. */
export const PAGE = 5;

export interface SuggestRequest {
  /** Empty where they are not known: then nothing is left out for its fit. */
  readonly codes: InterestCodes;
  readonly wishes?: readonly Wish[];
  /** Region whose wages are told and filtered by where no wish names one. */
  readonly region: string;
  /** How many have been told before: 0, 5, 10 ... */
  readonly offset?: number;
  /** Groups never to be told: "not this one", or the one that was asked about. */
  readonly exclude?: readonly NocCode[];
  /** The occupation talked about, for "like this" and "less school". */
  readonly base?: NocCode;
}

/** One group with everything that its line and "why this one?" tell. */
export interface Suggestion {
  readonly entry: CatalogueEntry;
  readonly fit: number;
  readonly band: Band;
  /** The profile that fits best, of those that meet the wishes; the group has others where `entry.profiles` has more. */
  readonly best: CatalogueProfile;
  /** Lowest and highest fit of the profiles that meet the wishes. */
  readonly range: readonly [lowest: number, highest: number];
  /** Interests in common, what counts most first. */
  readonly shared: readonly SharedInterest[];
  /** For the region asked for; where it has none, Canada's; null where neither has. */
  readonly wage: WageFigure | null;
}

export interface Suggestions {
  readonly told: readonly Suggestion[];
  /** Groups that meet the wishes and are not of a weak fit; told or still to come. */
  readonly total: number;
  readonly more: boolean;
  readonly leftOut: readonly LeftOut[];
  /** "like this" or "less school" where nothing was talked about before. */
  readonly needsBase: boolean;
  /** How published pay was turned into the other unit to be compared, where it was. */
  readonly turned: readonly TurnedPay[];
}

/**
 * The next five groups for a person: those that meet every wish, the best fit first, spread over fields (see suggest-spread.ts). Weak fits
 * are not suggested: there are hundreds. The result hangs on nothing but the request and the catalogue.
 */
export function suggest(catalogue: Catalogue, request: SuggestRequest): Suggestions {
  const { codes, wishes = [], offset = 0, exclude = [], base: baseCode } = request;
  const context = contextOf(catalogue, request);
  const like = wishes.some(({ kind }) => kind === 'like-this');
  const bestPaid = wishes.some(({ kind }) => kind === 'best-paid');
  const relative = like || wishes.some(({ kind }) => kind === 'than-this');
  const { kept, leftOut } = filterByWishes(like ? near(catalogue, context.base) : catalogue, wishes, context);
  const candidates = kept
    .filter(({ entry }) => entry.code !== baseCode && !exclude.includes(entry.code))
    .flatMap(({ entry, profiles }) => {
      const fit = groupFit(codes, profiles);
      return fit ? [{ entry, ...fit }] : [];
    })
    // What is like an occupation is told however well it fits: the person asked for it by name.
    .filter(({ band }) => like || codes.length === 0 || band !== 'weak')
    .sort(bestPaid ? byPay(catalogue, context.region) : codes.length === 0 ? byOpenings : byFit);
  // Who asks for the highest pay wants that order, and not variety.
  const ordered = bestPaid ? candidates : spread(candidates, offset + PAGE, PAGE, ({ entry }) => entry);
  return {
    told: ordered
      .slice(offset, offset + PAGE)
      .map((candidate) => asSuggestion(catalogue, codes, context.region, candidate)),
    total: candidates.length,
    more: candidates.length > offset + PAGE,
    leftOut,
    needsBase: relative && context.base === null,
    turned: turnedPay(catalogue, wishes, context),
  };
}

/** How well one group fits, whatever was wished for: for "why this one?", a comparison, or the group's own interest answer. */
export function whyThis(catalogue: Catalogue, codes: InterestCodes, code: NocCode, region: string): Suggestion | null {
  const entry = catalogue.byCode.get(code);
  const fit = entry && groupFit(codes, entry.profiles);
  return entry && fit ? asSuggestion(catalogue, codes, region, { entry, ...fit }) : null;
}

export interface WhatIf {
  readonly after: Suggestions;
  /** Groups of the first page that were not on it before, and those that have left it. */
  readonly new: readonly NocCode[];
  readonly gone: readonly NocCode[];
}

/** What other codes would change, with the same wishes. */
export function whatIf(catalogue: Catalogue, request: SuggestRequest, changed: InterestCodes): WhatIf {
  const codesOf = ({ told }: Suggestions): NocCode[] => told.map(({ entry }) => entry.code);
  const before = codesOf(suggest(catalogue, { ...request, offset: 0 }));
  const after = suggest(catalogue, { ...request, offset: 0, codes: changed });
  const now = codesOf(after);
  return {
    after,
    new: now.filter((code) => !before.includes(code)),
    gone: before.filter((code) => !now.includes(code)),
  };
}

type Candidate = { readonly entry: CatalogueEntry } & GroupFit<CatalogueProfile>;

/**
 * Dozens of groups share a code. Of equal fits a published code comes before an estimate; then the group all of whose profiles fit before
 * one that fits by a single profile of many; then the one with more job openings; then the lower code.
 */
function byFit(one: Candidate, other: Candidate): number {
  return (
    other.fit - one.fit ||
    Number(one.best.estimated) - Number(other.best.estimated) ||
    other.range[0] - one.range[0] ||
    (other.entry.outlook?.openings ?? 0) - (one.entry.outlook?.openings ?? 0) ||
    (one.entry.code < other.entry.code ? -1 : 1)
  );
}

/** Where no interests are known: the group with more job openings first, then the lower code. */
function byOpenings({ entry: one }: Candidate, { entry: other }: Candidate): number {
  return (other.outlook?.openings ?? 0) - (one.outlook?.openings ?? 0) || (one.code < other.code ? -1 : 1);
}

function byPay({ regions }: Catalogue, region: string): (one: Candidate, other: Candidate) => number {
  const yearly = ({ entry }: Candidate): number => wageIn(entry, region, regions)?.yearly ?? 0;
  return (one, other) => yearly(other) - yearly(one) || (one.entry.code < other.entry.code ? -1 : 1);
}

function contextOf(catalogue: Catalogue, { wishes = [], region, base }: SuggestRequest): WishContext {
  const named = wishes.flatMap((wish) =>
    wish.kind === 'region' ? [wish.region] : wish.kind === 'pay' && wish.region !== null ? [wish.region] : [],
  );
  return {
    regions: catalogue.regions,
    region: named[0] ?? region,
    base: (base !== undefined && catalogue.byCode.get(base)) || null,
  };
}

/** Groups near one: similar groups, those similar to these, and those of its minor group. Everything where there is none to be near to. */
function near(catalogue: Catalogue, base: CatalogueEntry | null): Pick<Catalogue, 'entries'> {
  if (!base) return catalogue;
  const codes = new Set(base.similar);
  for (const code of base.similar) for (const next of catalogue.byCode.get(code)?.similar ?? []) codes.add(next);
  const { entries } = catalogue;
  return { entries: entries.filter(({ code }) => codes.has(code) || minorGroup(code) === minorGroup(base.code)) };
}

function asSuggestion(
  catalogue: Catalogue,
  codes: InterestCodes,
  region: string,
  { entry, fit, band, best, range }: Candidate,
): Suggestion {
  return {
    entry,
    fit,
    band,
    best,
    range,
    shared: sharedInterests(codes, best.codes),
    wage: wageIn(entry, region, catalogue.regions) ?? entry.wages.get('CA') ?? null,
  };
}
