import type { WageLevel, WageMeasure } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { capitalized, enumerate, type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';
import type { Band } from '../../interests/fit.ts';

const measures: Record<WageMeasure, string> = {
  median: 'median',
  average: 'average',
  low: 'low end of the',
  high: 'high end of the',
};
const measureNames: Record<WageMeasure, string> = {
  median: 'median',
  average: 'average',
  low: 'low end',
  high: 'high end',
};
const levels: Record<WageLevel, string> = {
  all: 'pay',
  overall: 'pay',
  starting: 'starting pay',
  top: 'top pay',
};

function words(text: string): Sentence {
  return { segments: [text] };
}

/** `median starting pay` */
function pay(measure: WageMeasure, level: WageLevel): Sentence {
  return words(`${measures[measure]} ${levels[level]}`);
}

const bands: Record<Band, string> = { strong: 'a strong fit', fair: 'a fair fit', weak: 'a weak fit' };

/** Occupations side by side. */
export const comparison = {
  column: (title: Parameter, code: Parameter): Sentence => say`${title} (${code})`,
  sideBySide: (titles: Sentence): Sentence => say`Side by side: ${titles}.`,
  needsTwo: (first: Parameter): Sentence => say`To compare ${first}, I need a second occupation: which one?`,
  needsAny: say`Tell me the occupations to compare, such as "compare plumbers and welders".`,
  left: (titles: Sentence): Sentence => say`I compare four at a time at most, so I left out ${titles}.`,
  gone: (codes: Sentence): Sentence => say`Our store no longer has ${codes}, so it is left out.`,

  payHighest: (
    measure: WageMeasure,
    level: WageLevel,
    place: Sayable,
    period: Parameter,
    highest: Sayable,
    most: Sentence,
    lowest: Sayable,
    least: Sentence,
  ): Sentence =>
    say`The ${pay(measure, level)} in ${place} is highest for ${highest}, ${most}, and lowest for ${lowest}, ${least} (${period} figures).`,
  /** Of two. */
  payHigher: (
    measure: WageMeasure,
    level: WageLevel,
    place: Sayable,
    period: Parameter,
    higher: Sayable,
    more: Sentence,
    lower: Sayable,
    less: Sentence,
  ): Sentence =>
    say`The ${pay(measure, level)} in ${place} is higher for ${higher}, ${more}, than for ${lower}, ${less} (${period} figures).`,
  paySame: (
    measure: WageMeasure,
    level: WageLevel,
    place: Sayable,
    period: Parameter,
    titles: Sayable,
    amount: Sentence,
  ): Sentence => say`The ${pay(measure, level)} in ${place} is the same for ${titles}: ${amount} (${period} figures).`,
  payApart: (items: readonly Sentence[]): Sentence =>
    say`The pay figures are of different sources, years, places or pay units, so do not compare them directly: ${enumerate(items, 'and')}.`,
  payOf: (title: Parameter, amount: Sentence): Sentence => say`${title} ${amount}`,
  payOne: (title: Parameter, amount: Sentence): Sentence =>
    say`A pay figure is on record for ${title} alone: ${amount}.`,
  payNone: say`Pay figures are not available for any of these.`,
  amount: (value: Fact, per: Sentence): Sentence => say`${value} ${per}`,
  amountOf: (value: Fact, per: Sentence, measure: WageMeasure, place: Sayable, period: Parameter): Sentence =>
    say`${value} ${per} (${words(measureNames[measure])}, ${place}, ${period} figures)`,
  schoolingSame: (usual: Fact): Sentence => say`All of them usually ask for the same schooling: ${usual}.`,
  schoolingSameBoth: (usual: Fact): Sentence => say`Both usually ask for the same schooling: ${usual}.`,
  schoolingDiffers: (least: Sayable, most: Sayable): Sentence =>
    say`The least schooling is usual for ${least}, the most for ${most}.`,
  schoolingDiffersOfTwo: (less: Sayable, more: Sayable): Sentence =>
    say`More schooling is usual for ${more} than for ${less}.`,
  schoolingMixed: say`Schooling differs; for management it is often experience that counts, so see each.`,

  outlookEach: (years: Parameter, items: readonly Sentence[]): Sentence =>
    say`Projected for Canada over ${years}: ${enumerate(items, 'and')}.`,
  outlookOf: (title: Parameter, condition: Sayable): Sentence => say`for ${title} ${condition}`,

  rowPay: (measure: WageMeasure, level: WageLevel, place: Sayable, period: Parameter): Sentence =>
    say`${capitalized(pay(measure, level))} in ${place} (${period} figures)`,
  rowPayApart: say`Pay`,
  rowSchooling: say`Usual schooling`,
  rowOutlook: (years: Parameter): Sentence => say`Outlook for Canada, ${years}`,
  rowRating: (place: Sayable): Sentence => say`Outlook for ${place}`,
  rowInterests: say`Interests`,
  rowFit: say`Fit with your interests`,
  rowDuties: say`Duties in short`,

  missing: say`not available`,
  outlook: (condition: Fact, openings: Fact, seekers: Fact): Sentence =>
    say`${condition}: ${openings} job openings and ${seekers} job seekers`,
  rating: (rating: Fact, years: Parameter): Sentence => say`${rating} (${years})`,
  estimated: (codes: Fact): Sentence => say`${codes} (estimated from OaSIS)`,
  profilesDiffer: (codes: Sentence): Sentence => say`differ by profile: ${codes}`,
  profilesMore: (codes: Sentence, others: Parameter): Sentence => say`${codes} and ${others} more`,
  fit: (band: Band): Sentence => words(bands[band]),
  fitAs: (band: Band, profile: Parameter): Sentence => say`${words(bands[band])} (best profile: ${profile})`,

  wholeGroups: say`Pay and outlook are of whole unit groups, each of which holds several occupations.`,
  /** Why the place asked for is left; said before the figures. */
  placeLeft: (asked: Sayable, without: Sentence | null, used: Sayable): Sentence =>
    without
      ? say`I have no figure for ${without} in ${asked}, so this compares figures for ${used}.`
      : say`The figures for ${asked} are not from one source, so this compares figures for ${used}.`,
  placeLeftByOne: (asked: Sayable, without: Sentence): Sentence =>
    say`I have no figure for ${without} in ${asked}, so a figure of another place is used.`,
  levelMissing: (level: Exclude<WageLevel, 'all'>): Sentence =>
    say`Separate figures for ${words(levels[level])} are not available; these are for all workers.`,
  estimate: say`Interests marked "estimated from OaSIS" are estimates and not published codes.`,
  scale: say`CAPITALS mean a strong interest, lower case a weaker one.`,

  askPay: 'Which of them pays more?',
  askOutlook: 'Which of them has the better outlook?',
  askAll: 'Compare them',
};
