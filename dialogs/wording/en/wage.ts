import type { PayUnit, WageLevel, WageMeasure } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { enumerate, type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

const levels: Record<WageLevel, string> = { all: 'All workers', starting: 'Starting', overall: 'Overall', top: 'Top' };
const perWords: Record<PayUnit, string> = { hour: 'an hour', year: 'a year' };

const measured: Record<WageMeasure, (value: Sayable, per: PayUnit, percentile: Parameter | null) => Sentence> = {
  average: (value, per) => say`${value} ${words(perWords[per])} on average`,
  median: (value, per) => say`${value} ${words(perWords[per])} at the median`,
  low: (value, per, percentile) => say`${value} ${words(perWords[per])} at the low end${inBrackets(percentile)}`,
  high: (value, per, percentile) => say`${value} ${words(perWords[per])} at the high end${inBrackets(percentile)}`,
};

const measureNames: Record<WageMeasure, string> = { average: 'average', median: 'median', low: 'low', high: 'high' };
const levelWords: Record<WageLevel, string> = {
  all: 'pay',
  starting: 'starting pay',
  overall: 'overall pay',
  top: 'top pay',
};

function inBrackets(percentile: Parameter | null): Sentence {
  return percentile ? say` (${percentile})` : say``;
}

/** Fixed words that stand where a value does. */
function words(text: string): Sentence {
  return { segments: [text] };
}

export const wage = {
  per: (unit: PayUnit): Sentence => words(perWords[unit]),
  level: (level: WageLevel): Sentence => words(levels[level]),
  measure: measured,
  percentile: (value: number): Parameter => ({ parameter: 'percentile', text: `${value}th percentile` }),

  lead: (
    region: Sayable,
    level: WageLevel,
    figures: readonly Sentence[],
    period: Parameter,
    group: Parameter,
  ): Sentence =>
    say`In ${region}, ${words(levelWords[level])} in the group ${group} was ${enumerate(figures, 'and')} (${period} figures).`,
  salary: (salary: Fact): Sentence => say`The published average salary is ${salary} a year.`,
  hours: (hours: Fact): Sentence => say`Average hours are ${hours} a week.`,
  months: (months: Fact): Sentence => say`People are on the payroll ${months} months of the year on average.`,
  derivedHour: (hour: Fact, hours: Parameter): Sentence =>
    say`That median is about ${hour} an hour: an hourly figure that we derived by dividing the published year by ${hours} hours.`,
  derivedYear: (year: Fact, hours: Parameter): Sentence =>
    say`That median is about ${year} a year: a yearly figure that we derived by taking the published hour ${hours} times.`,
  columnLow: (percentile: Parameter): Sentence => say`low (${percentile})`,
  columnHigh: (percentile: Parameter): Sentence => say`high (${percentile})`,
  column: (measure: WageMeasure): Sentence => words(measureNames[measure]),
  columnRegion: say`period`,
  missingCell: say`not available`,

  levelMissing: (level: WageLevel, region: Sayable): Sentence =>
    say`Separate ${words(levelWords[level])} figures are not available for this group in ${region}. The low end of a wage range is not the same as starting pay, nor the high end the same as top pay.`,
  measureMissing: (measure: WageMeasure, level: WageLevel): Sentence =>
    say`A published ${words(measureNames[measure])} is not available for ${words(levelWords[level])} here.`,
  yearMissing: (level: WageLevel): Sentence =>
    say`A yearly figure is not available for ${words(levelWords[level])}: only hourly ones were published.`,
  hourMissing: say`These earnings are published by the year only. An hourly figure is not available, and dividing the year would mislead.`,
  regionMissing: (region: Sayable, group: Parameter): Sentence =>
    say`Wages for ${group} in ${region} are not available: our copy of the tables has no such row.`,
  placeUnknown: (place: Parameter, instead: Sayable): Sentence =>
    say`I do not know a place called "${place}" in Canada, so this is ${instead}'s.`,
  regionMissingInstead: (region: Sayable): Sentence => say`Here is ${region} instead.`,
  /** `level`: the one that is missing there, where it has other figures or none. */
  placeMissing: (missing: Sayable, instead: Sayable, level: WageLevel | undefined): Sentence =>
    say`Our store has no ${level ? words(`separate ${levelWords[level]}`) : words('figure')} for ${missing}; this is ${instead}'s.`,
  membersMissing: (missing: Sayable): Sentence => say`Our store has no figure for ${missing}.`,
  sameAsProvince: (region: Sayable, province: Parameter): Sentence =>
    say`The figures for ${region} are the same as ${province}'s: where too few people of a region answered, the publisher gives it the province's figures.`,
  someSameAsProvince: (province: Parameter): Sentence =>
    say`Regions with the same figures as ${province} have none of their own: where too few people of a region answered, the publisher gives it the province's.`,
  newerAround: (province: Parameter, figure: Sentence, period: Parameter): Sentence =>
    say`For ${province} as a whole there is a newer figure: ${figure} at the median (${period} figures).`,
  partsMissing: (province: Parameter): Sentence =>
    say`Our store has no figures for the single regions of ${province}; here are the provinces.`,
  areaLead: (group: Parameter): Sentence => say`The pay in the group ${group}, region by region:`,
  inPlace: (place: Sayable, figures: readonly Sentence[], period: Parameter): Sentence =>
    say`In ${place}: ${enumerate(figures, 'and')} (${period} figures)`,
  comparison: (item: Sentence): Sentence => say`For comparison: ${item}`,
  remark: (text: Fact): Sentence => say`The publisher's remark on this figure: ${text}`,
  record: (median: Fact, unit: PayUnit, period: Parameter): Sentence =>
    say`${median} ${words(perWords[unit])} (${period} figures)`,
  onRecord: (region: Sayable, records: Sentence): Sentence =>
    say`Also on record for ${region}, at the median: ${records}.`,
  industryMissing: (region: Sayable): Sentence =>
    say`Wages by industry are not available for this group in ${region}: what we hold is for all industries together.`,
  none: (group: Parameter): Sentence => say`Wages for ${group} are not available: our store has none for any region.`,
  /** `hourly`: whether all of them are; where not, the highest of those that are is told. */
  everyRegion: (group: Parameter, highest: Sentence, median: Fact, hourly: boolean): Sentence =>
    hourly
      ? say`These are the hourly wages that we hold for ${group} by region. The highest median, ${median} an hour, is that of ${highest}.`
      : say`These are the wages that we hold for ${group} by region, some by the hour and some by the year. The highest hourly median, ${median} an hour, is that of ${highest}.`,
  everyRegionYearly: (group: Parameter): Sentence => say`These are the wages that we hold for ${group} by region.`,
  excluded: say`Overtime, tips, benefits, profit shares and bonuses are not counted.`,
  notComparable: say`The two come from different surveys, with other low and high marks and other years: do not compare them with each other.`,
  surveyApart: (region: Sayable): Sentence =>
    say`For ${region} there is a survey of its own, which is not comparable with these: ask for ${region} to hear it.`,
  mixedYears: say`Rows of different years are not strictly comparable.`,
  second: (region: Sayable, figures: readonly Sentence[], period: Parameter): Sentence =>
    say`Another survey gives for ${region}: ${enumerate(figures, 'and')} (${period} figures).`,
  agreements: (link: Sayable): Sentence =>
    say`For current collective agreements in the public and not-for-profit sectors see ${link}.`,
  askRegion: (region: string): string => `What about ${region}?`,
  askStarting: 'What is the starting pay?',
  askYear: 'And per year?',
  askEveryRegion: 'What does it pay in each province?',
};
