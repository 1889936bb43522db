import type { Edition, PayUnit, Region, WageMeasure } from '../../knowledge/model.ts';
import type { Details } from '../answers/context.ts';
import { type FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';
import { regionsIn } from './places-en.ts';

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
/** "Which part of Alberta", "where in Alberta": all regions of one province. */
const EVERY_PART =
  /\b((which|what|other|in all|in each) parts? of( the)?|where in( the)?(?=.*\bpays?( the)? (most|best|highest)\b))\b/;
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

/** All of the above, for the words in them. */
export const DETAIL_PATTERNS: readonly RegExp[] = [
  ...[...LEVELS, ...MEASURES, ...UNITS].map(([pattern]) => pattern),
  EVERY_REGION,
  EVERY_PART,
  BY_INDUSTRY,
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
  const parts = stretchesOf(EVERY_PART, text.folded).filter(free);
  stretches.push(...parts);
  const every = [...parts, ...stretchesOf(EVERY_REGION, text.folded).filter(free)];
  stretches.push(...every.slice(parts.length));
  const inOne = every.some(({ start, end }) => /\b(parts?|regions?|where)\b/.test(text.folded.slice(start, end)));
  const places = regionsIn(text, regions, free, stretches);
  // "By region in Alberta" asks for the regions of one province; beside "each province" a place says nothing.
  const named = every.length === 0 ? places : inOne ? places.filter(({ kind }) => kind === 'province').slice(0, 1) : [];
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
