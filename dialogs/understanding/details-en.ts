import type { Edition, PayUnit, Region, WageMeasure } from '../../knowledge/model.ts';
import type { Details } from '../answers/context.ts';
import { type FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';

/** English words that narrow a question down. Each table: pattern, and what it sets. */
const LEVELS: readonly [RegExp, NonNullable<Details['level']>][] = [
  [
    /\b(starting( out| off| pay| wages?| salary)?|start(s|ed)? (out|off|at)|to start( with)?|entry level|beginn(er|ers|ing)|(a |as a )?new (grad|grads|graduate|graduates|hire|hires)|just starting|at the start)\b/,
    'starting',
  ],
  [
    /\b(top (pay|paid|wages?|salary|end|earners?|level|of the scale)|at the top|highest paid|best paid|experienced|with experience|after (many|several|ten|a few) years|end of (the|a) career)\b|^(and )?(the )?top( (median|average|wage))?$/,
    'top',
  ],
  [/\b(overall( pay)?)\b/, 'overall'],
];
const MEASURES: readonly [RegExp, WageMeasure][] = [
  [/\b(average|avg|mean wage|mean salary)\b/, 'average'],
  [/\b(median|midpoint|middle of the range)\b/, 'median'],
  [
    /\b(lowest|low end|bottom end|at (the )?least|minimum|at the bottom|the least|(5th|10th|fifth|tenth) percentile)\b/,
    'low',
  ],
  [
    /\b(highest|high end|at most|maximum|the most|as much as|upper end|(90th|95th|ninetieth|ninety fifth) percentile)\b/,
    'high',
  ],
];
const UNITS: readonly [RegExp, PayUnit][] = [
  [/\b(hourly|(per|an|by the|each|every|a) hour|per hr|an hr)\b/, 'hour'],
  [/\b(yearly|annual|annually|annualized|(per|a|by the|each|every) year|per annum)\b/, 'year'],
];
const EVERY_REGION =
  /\b(((in |by |for |per )?(each|every|all|by|per|other|which|what) (the )?(provinces?|regions?|territor(y|ies)))( and territories)?|province by province|across (the )?provinces|elsewhere in canada|where (does it|do they|is it|is the) pay (the )?(most|best|highest)|which province)\b/;
const BY_INDUSTRY = /\b(by|per|in each|for each|in every|across) (industry|industries|sectors?)\b/;
const IN_INDUSTRY = /\bin (?:the )?([a-z]+(?: [a-z]+){0,4}?) (?:industry|sector)\b/;
const EDITION_WORDS: readonly [RegExp, Edition][] = [
  [/\b(noc s|nocs)( 2006)?|2006 noc s\b/, 'nocs2006'],
  [/\b(noc )?2006( noc)?( code| codes)?\b/, 'noc2006'],
  [/\b(noc )?2011( noc)?( code| codes)?\b/, 'noc2011'],
  [/\b(noc )?2016( noc)?( code| codes)?\b/, 'noc2016'],
  [/\b(noc )?2021( noc)?( code| codes)?\b/, 'noc2021'],
  [/\b(oasis( 2023)?|2023 oasis)( code| codes)?\b/, 'oasis2023'],
];

export interface FoundDetails {
  readonly details: Details;
  /** Every region named, in order; the first of them is in the details too. */
  readonly regions: readonly Region[];
  /** What of the message the details were read from. */
  readonly stretches: readonly Stretch[];
}

/** Reads region, pay level, measure, unit, industry and editions; words inside a job title are left alone. */
export function detailsIn(text: FoldedText, regions: readonly Region[], taken: readonly Stretch[]): FoundDetails {
  const stretches: Stretch[] = [];
  const free = (stretch: Stretch): boolean => ![...taken, ...stretches].some((other) => overlaps(stretch, other));
  const first = <T>(table: readonly (readonly [RegExp, T])[]): T | undefined => {
    for (const [pattern, value] of table) {
      const found = stretchesOf(pattern, text.folded).filter(free);
      if (found.length > 0) {
        stretches.push(...found);
        return value;
      }
    }
    return undefined;
  };
  const every = stretchesOf(EVERY_REGION, text.folded).filter(free);
  stretches.push(...every);
  const named = every.length > 0 ? [] : regionsIn(text, regions, free, stretches);
  const region = named[0];
  const level = first(LEVELS);
  const measure = first(MEASURES);
  const per = first(UNITS);
  const industry = industryIn(text, free, stretches);
  const editions: Edition[] = [];
  for (const [pattern, edition] of EDITION_WORDS) {
    const found = stretchesOf(pattern, text.folded).filter(free);
    if (found.length > 0) {
      editions.push(edition);
      stretches.push(...found);
      // A year alone names both classifications of 2006.
      if (edition === 'noc2006' && !/noc 2006/.test(text.folded)) editions.push('nocs2006');
    }
  }
  return {
    details: {
      ...(region && { region }),
      ...(every.length > 0 && { everyRegion: true }),
      ...(level && { level }),
      ...(measure && { measure }),
      ...(per && { per }),
      ...(industry !== undefined && { industry }),
      ...(editions.length > 0 && { editions }),
    },
    regions: named,
    stretches,
  };
}

interface RegionName {
  readonly region: Region;
  readonly pattern: RegExp;
  /** Two letters are a province only when written as one: "ON", not "on". */
  readonly short: boolean;
}

/** Patterns of the regions' names, made once for each store. */
const regionNames = new WeakMap<readonly Region[], readonly RegionName[]>();

function namesOf(regions: readonly Region[]): readonly RegionName[] {
  const known = regionNames.get(regions);
  if (known) return known;
  const names = regions.flatMap((region) =>
    [region.name, ...region.aliases, region.id].map((name) => ({
      region,
      pattern: new RegExp(`\\b${fold(name).replaceAll('.', ' ?\\.? ?').trim()}\\b`),
      short: name === region.id && region.id.length === 2,
    })),
  );
  regionNames.set(regions, names);
  return names;
}

/** Regions in the order named; where two names overlap ("Quebec City") the longer counts. */
function regionsIn(
  text: FoldedText,
  regions: readonly Region[],
  free: (stretch: Stretch) => boolean,
  stretches: Stretch[],
): Region[] {
  const shouting = text.original === text.original.toUpperCase();
  const found = namesOf(regions).flatMap(({ region, pattern, short }) =>
    stretchesOf(pattern, text.folded)
      .filter(
        (stretch) => free(stretch) && !(short && (shouting || text.quote(stretch.start, stretch.end) !== region.id)),
      )
      .map((stretch) => ({ region, stretch })),
  );
  found.sort((one, other) => other.stretch.end - other.stretch.start - (one.stretch.end - one.stretch.start));
  const kept: typeof found = [];
  for (const candidate of found) {
    if (!kept.some((other) => overlaps(other.stretch, candidate.stretch))) kept.push(candidate);
  }
  kept.sort((one, other) => one.stretch.start - other.stretch.start);
  stretches.push(...kept.map(({ stretch }) => stretch));
  return [...new Set(kept.map(({ region }) => region))];
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’-]/g, ' ').replace(/\s+/g, ' ');
}

function industryIn(text: FoldedText, free: (stretch: Stretch) => boolean, stretches: Stretch[]): string | undefined {
  const by = stretchesOf(BY_INDUSTRY, text.folded).find(free);
  if (by) {
    stretches.push(by);
    return '';
  }
  const match = IN_INDUSTRY.exec(text.folded);
  if (!match?.[1]) return undefined;
  const stretch = { start: match.index, end: match.index + match[0].length };
  if (!free(stretch)) return undefined;
  stretches.push(stretch);
  return match[1];
}
