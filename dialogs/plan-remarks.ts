import type { Answer, Note } from './answers/answer.ts';
import { count, enumerate, name, quote, type Sentence } from './answers/sentence.ts';
import type { Suggestions } from './interests/suggest.ts';
import type { Narrowed } from './interests/suggest-narrow.ts';
import type { Wish } from './interests/wishes.ts';
import type { Wording } from './wording/index.ts';

/** The wish that stands most in the way where nothing is left. */
export interface InTheWay {
  readonly wish: Wish;
  /** Groups that it leaves out by itself, and those that there would be without it. */
  readonly leavesOut: number;
  readonly without: number;
}

/** What is to be said of suggestions beside themselves. */
export interface ToRemark {
  readonly suggestions: Suggestions;
  /** Wishes that count, where this is the first page of them. */
  readonly counting: readonly Wish[];
  /** Wishes that the message added. */
  readonly added: readonly Wish[];
  readonly change: Pick<Narrowed, 'replaced' | 'givenUp'>;
  readonly sorted: 'by-interests' | 'unsorted';
  /** Where pay counts. */
  readonly place: Sentence;
  readonly inTheWay: InTheWay | null;
}

/** The answer with what became of the wishes, and with what to click next. */
export function withRemarks(wording: Wording, answer: Answer, told: ToRemark): Answer {
  const { plans, interests } = wording;
  const { suggestions, counting, change, sorted, inTheWay } = told;
  const bestPaid = counting.some(({ kind }) => kind === 'best-paid') && suggestions.told.length > 0;
  const lead = sorted === 'unsorted' ? plans.leadBestPaid : plans.leadBestPaidFitting;
  const sentences = [
    ...changeRemarks(wording, change),
    ...(bestPaid ? [plans.bestPaidIn(told.place)] : []),
    ...basisRemarks(wording, told),
    ...(inTheWay ? [inTheWayRemark(wording, inTheWay)] : []),
  ];
  const clicks = [
    ...(inTheWay ? [plans.forget(inTheWay.wish.words), plans.showAll] : []),
    ...(sorted === 'unsorted' ? [interests.ask.start] : []),
  ];
  return {
    ...answer,
    lead: bestPaid ? [lead(count(suggestions.told.length), count(suggestions.total))] : answer.lead,
    notes: [...sentences.map((sentence): Note => ({ sentence, aloud: true })), ...answer.notes],
    suggestions: [...answer.suggestions, ...clicks],
  };
}

/** What a message did to the wishes of before. */
export function changeRemarks({ plans, common }: Wording, { replaced, givenUp }: ToRemark['change']): Sentence[] {
  const quoted = givenUp.map(({ words }) => plans.wish(quote(words)));
  return [
    ...replaced.map(({ former, later }) =>
      plans.replaced(plans.wish(quote(later.words)), plans.wish(quote(former.words))),
    ),
    ...(quoted.length > 0 ? [plans.givenUp(enumerate(quoted, common.and))] : []),
  ];
}

/** What the figures behind the wishes are, where a person could take them for something else. */
function basisRemarks({ plans }: Wording, { suggestions, counting, added }: ToRemark): Sentence[] {
  const { turned } = counting.length > 0 ? suggestions : { turned: [] };
  const region = added.find(({ kind }) => kind === 'region');
  return [
    ...turned.map(({ into, hours }) => plans.turned[into](factor(hours))),
    ...(region ? [plans.regionOfPay(name(region.words))] : []),
    ...(added.some(({ kind }) => kind === 'outlook') ? [plans.outlookOfCanada] : []),
    ...(added.some((wish) => wish.kind === 'field' && wish.field === 'helping') ? [plans.helping] : []),
  ];
}

function inTheWayRemark({ plans }: Wording, { wish, leavesOut, without }: InTheWay): Sentence {
  const words = plans.wish(quote(wish.words));
  return without > 0
    ? plans.inTheWay(words, count(leavesOut), count(without))
    : plans.mostInTheWay(words, count(leavesOut));
}

function factor(hours: number) {
  return { parameter: 'factor', text: hours.toLocaleString('en-CA') } as const;
}
