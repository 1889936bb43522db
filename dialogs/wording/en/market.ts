import type { OutlookRating } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

const ratings: Record<OutlookRating, string> = {
  'very-good': 'very good',
  good: 'good',
  moderate: 'moderate',
  limited: 'limited',
  'very-limited': 'very limited',
  undetermined: 'undetermined',
};

/** Outlook and shortages. */
export const market = {
  outlook: (group: Parameter, years: Parameter, openings: Fact, seekers: Fact): Sentence =>
    say`Over ${years}, Canada as a whole is projected to have ${openings} job openings and ${seekers} job seekers in ${group}.`,
  outlookConditions: (recent: Fact, future: Fact): Sentence =>
    say`The market lately: ${recent}. Expected over these years: ${future}.`,
  outlookParts: (growth: Fact, retirements: Fact, employment: Fact, year: Parameter): Sentence =>
    say`Of the openings, ${growth} come from growth, ${retirements} from retirements and the rest from other departures; ${employment} people were employed in ${year}.`,
  outlookWeighed: say`The publisher's rating weighs other things too, so it can differ from these two numbers.`,
  outlookNegative: say`A figure below zero means that fewer jobs or people are expected, not more.`,
  outlookNational: say`It is a national projection and no promise: it says nothing of one province, one employer or one person.`,
  placeUnknown: (place: Parameter): Sentence => say`I do not know a place called "${place}" in Canada.`,
  outlookNone: (group: Parameter, years: Parameter): Sentence =>
    say`A projection for ${group} is not available: the national one for ${years} leaves this group out.`,
  rating: (rating: OutlookRating): string => ratings[rating],
  rated: (region: Sayable, group: Parameter, years: Parameter, rating: Fact, released: Parameter): Sentence =>
    say`For ${region}, the outlook for ${group} over ${years} is rated: ${rating} (released ${released}).`,
  trend: (region: Sayable, text: Fact): Sentence => say`In the publisher's words, on ${region}: ${text}`,
  ratedMissing: (missing: Sayable, instead: Sayable): Sentence =>
    say`Our store has no outlook for ${missing}; this is ${instead}'s.`,
  outlookRegion: (region: Sayable): Sentence => say`An outlook of its own for ${region} is not available in our store.`,

  expired: (region: Parameter, years: Parameter, rating: Fact, group: Parameter): Sentence =>
    say`An older outlook for ${region}, of ${years}, is over: use it with care. It rated the growth of ${group} as ${rating}.`,
  regional: (region: Parameter, years: Parameter, rating: Fact, group: Parameter): Sentence =>
    say`For ${region} over ${years}, the growth of ${group} was rated ${rating}.`,
  growth: (growth: Fact): Sentence => say`It gave an annual growth of ${growth}.`,
  implausible: (growth: Fact): Sentence =>
    say`We quote the growth of ${growth} a year as published; it is implausibly high, so do not rely on it.`,
  newPositions: (positions: Fact): Sentence =>
    say`It forecast ${positions} new positions a year, besides openings from turnover.`,
  newPositionsShared: say`Those positions are the whole group's; only some would be for one occupation in it.`,

  shortage: (group: Parameter, region: Parameter, years: Parameter): Sentence =>
    say`How hard it was for employers to hire in ${group}, ${region}, ${years}:`,
  recruited: (value: Fact): Sentence => say`Employers that recruited in the two years before: ${value}`,
  difficulties: (value: Fact): Sentence => say`Recruiting employers that had difficulty hiring: ${value}`,
  unfilled: (value: Fact): Sentence => say`Employers with vacancies unfilled for over four months: ${value}`,
  vacancy: (value: Fact): Sentence => say`Vacancy rate: ${value}`,
  notPublished: 'not available',
  zeroMeans: say`Not available means that no figure was published; it does not mean zero.`,
  shortageNone: (group: Parameter): Sentence =>
    say`Survey figures on hiring difficulties are not available for ${group}.`,
  shortageProjected: (years: Parameter, future: Fact): Sentence =>
    say`The national projection for ${years} expects ${future}.`,
};
