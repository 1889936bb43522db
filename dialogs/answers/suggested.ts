import type { WageFigure } from '../interests/catalogue.ts';
import type { InterestCodes } from '../interests/codes.ts';
import { interestWords } from '../interests/holland.ts';
import type { Suggestion, Suggestions } from '../interests/suggest.ts';
import type { Wish } from '../interests/wishes.ts';
import type { Wording } from '../wording/index.ts';
import type { Answer, Note } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { regionOf } from './places.ts';
import { schoolingFact } from './schooling-fact.ts';
import { code, count, enumerate, name, period, quote, type Sentence } from './sentence.ts';
import { completeAnswer } from './topic-answers.ts';
import { amountFact } from './wage-figures.ts';

/** What suggestions are told with besides themselves. */
export interface SuggestedFor {
  readonly suggestions: Suggestions;
  readonly codes: InterestCodes | null;
  readonly wishes: readonly Wish[];
  /** Wishes that were not understood, in the person's words. */
  readonly unknown: readonly string[];
  /** Title of the occupation that they are to be like. */
  readonly like: string | null;
  /** How many have been told before. */
  readonly offset: number;
}

/** The next suggestions, one line each: fit and why, pay, schooling; with what became of the wishes. */
export async function suggestedAnswer(context: AnswerContext, told: SuggestedFor): Promise<Answer> {
  const { wording } = context;
  const words = wording.plans;
  const { suggestions, codes } = told;
  if (suggestions.told.length === 0) return nothingSuggested(context, told);
  const items = await Promise.all(suggestions.told.map((suggestion) => lineOf(context, suggestion, codes)));
  const choices = suggestions.told.map(({ entry }) => ({ code: entry.code, occupation: '', title: entry.title }));
  const estimated = codes !== null && suggestions.told.some(({ best }) => best.estimated);
  const notes: Note[] = [
    ...wishNotes(context, told),
    ...(codes ? [] : [{ sentence: words.unsorted, aloud: true }]),
    ...(estimated ? [{ sentence: words.estimated, aloud: true }] : []),
    { sentence: words.wholeGroups, aloud: false },
    ...(suggestions.more ? [] : [{ sentence: words.end, aloud: true }]),
    { sentence: suggestions.more ? words.pick : words.pickAlone, aloud: true },
  ];
  const answer = await completeAnswer(
    context,
    'similar',
    null,
    { lead: [leadOf(context, told)], items, notes, choices },
    [],
  );
  // A click on "more" stands behind the titles, so that the numbers are theirs.
  return suggestions.more ? { ...answer, suggestions: [...answer.suggestions, words.sayMore] } : answer;
}

function leadOf({ wording }: AnswerContext, { suggestions, codes, like, offset }: SuggestedFor): Sentence {
  const words = wording.plans;
  const told = count(suggestions.told.length);
  const total = count(suggestions.total);
  if (offset > 0) return words.leadMore(told, total);
  if (like !== null) return words.leadLike(told, total, name(like));
  return codes ? words.lead(told, total, code(interestWords(codes))) : words.leadUnsorted(told, total);
}

async function lineOf(context: AnswerContext, suggestion: Suggestion, codes: InterestCodes | null): Promise<Sentence> {
  const { wording } = context;
  const words = wording.plans;
  const { entry, wage } = suggestion;
  const fit = fitOf(context, suggestion);
  const schooling = await schoolingFact(context, entry);
  return words.line(name(entry.title), code(entry.code), [
    ...(codes ? [fit] : []),
    wage ? wageOf(context, wage) : words.wageMissing,
    words.schoolingOf(schooling),
  ]);
}

function fitOf({ wording }: AnswerContext, { entry, band, best, shared }: Suggestion): Sentence {
  const words = wording.plans;
  if (shared.length === 0) return words.band(band);
  const both = enumerate(
    shared.map(({ interest, theirsStrong }) => words.interest(interest, theirsStrong)),
    wording.common.and,
  );
  return entry.profiles.length > 1 ? words.fitAs(band, name(best.label), both) : words.fit(band, both);
}

function wageOf({ wording, store }: AnswerContext, { row, median }: WageFigure): Sentence {
  const region = regionOf(row.region, store.regions);
  const place = region ? wording.common.place(region) : name(row.region);
  const amount = amountFact(row, row.level, 'median', median);
  return wording.plans.wage(amount, wording.wage.per(row.unit), place, period(row.period));
}

/** What was wished for: used, and what was left out because nothing is known. */
function wishNotes({ wording }: AnswerContext, { wishes, unknown, suggestions, offset }: SuggestedFor): Note[] {
  // "More" goes on with what was told of the wishes before.
  if (offset > 0) return [];
  const words = wording.plans;
  const used = wishes.filter(({ kind }) => !['no-data', 'vague', 'not-understood', 'like-this'].includes(kind));
  const left = suggestions.leftOut.filter((each) => each.unknown > 0);
  return [
    ...(used.length > 0 ? [{ sentence: words.used(quoted(wording, wordsOf(used))), aloud: true }] : []),
    ...wishRemarks(wording, wishes, unknown).map((sentence) => ({ sentence, aloud: true })),
    ...left.map(({ wish, unknown: groups }) => ({
      sentence: words.unknownLeftOut(count(groups), words.wish(quote(wish.words))),
      aloud: false,
    })),
  ];
}

/** Wishes that could not be used: not understood, without figures in the store, too vague. */
export function wishRemarks(wording: Wording, wishes: readonly Wish[], unknown: readonly string[]): Sentence[] {
  const words = wording.plans;
  const of = (kind: Wish['kind']): string[] => wordsOf(wishes.filter((wish) => wish.kind === kind));
  const remarks = [
    { all: [...unknown, ...of('not-understood')], sentence: words.notUnderstood },
    { all: of('no-data'), sentence: words.noData },
    { all: of('vague'), sentence: words.vague },
  ];
  return remarks.flatMap(({ all, sentence }) => (all.length > 0 ? [sentence(quoted(wording, all))] : []));
}

function wordsOf(wishes: readonly Wish[]): string[] {
  return wishes.map(({ words }) => words);
}

function quoted(wording: Wording, all: readonly string[]): Sentence {
  return enumerate(
    all.map((each) => wording.plans.wish(quote(each))),
    wording.common.and,
  );
}

async function nothingSuggested(context: AnswerContext, told: SuggestedFor): Promise<Answer> {
  const words = context.wording.plans;
  const { suggestions, codes, offset } = told;
  const lead = offset > 0 ? words.end : codes ? words.noneFits : words.none;
  const items = suggestions.leftOut
    .filter(({ unmet, unknown }) => unmet + unknown > 0)
    .map(({ wish, unmet, unknown }) => words.leftOut(words.wish(quote(wish.words)), count(unmet + unknown)));
  return completeAnswer(
    context,
    'similar',
    null,
    { lead: [lead], items: offset > 0 ? [] : items, notes: wishNotes(context, told) },
    [],
  );
}
