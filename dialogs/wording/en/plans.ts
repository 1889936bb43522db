import type { CwpiInterest, PayUnit } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import {
  code,
  count,
  enumerate,
  join,
  link,
  type Parameter,
  type Sayable,
  type Sentence,
  say,
} from '../../answers/sentence.ts';
import type { Band } from '../../interests/fit.ts';
import type { Schooling } from '../../interests/wishes.ts';

const bands: Record<Band, string> = { strong: 'a strong fit', fair: 'a fair fit', weak: 'a weak fit' };
const places = ['first', 'second', 'third'] as const;
const schoolings: Record<Schooling | 'management', string> = {
  university: 'a university degree',
  college: 'two years of college or more, or a long apprenticeship',
  'short-college': 'a shorter college program or apprenticeship',
  'high-school': 'high school',
  none: 'short training on the job',
  management: 'schooling and years of experience together',
};

function words(text: string): Sentence {
  return { segments: [text] };
}

function named(interest: CwpiInterest, strong: boolean): string {
  return strong ? interest.toUpperCase() : interest.toLowerCase();
}

function place(rank: number): string {
  return places[rank - 1] ?? 'last';
}

/** Suggestions, and why. */
export const plans = {
  schooling: (level: Schooling | 'management'): string => schoolings[level],
  band: (band: Band): Sentence => words(bands[band]),
  interest: (interest: CwpiInterest, strong: boolean): Sentence => words(named(interest, strong)),

  lead: (told: Parameter, total: Parameter, codes: Parameter): Sentence =>
    say`Groups that fit ${codes}, spread over different fields: ${told} of ${total}.`,
  leadLike: (told: Parameter, total: Parameter, base: Parameter): Sentence =>
    say`Groups near ${base} that meet what you asked for: ${told} of ${total}.`,
  leadUnsorted: (told: Parameter, total: Parameter): Sentence =>
    say`Groups that meet what you asked for, spread over different fields, those with many expected openings first: ${told} of ${total}.`,
  leadMore: (told: Parameter, total: Parameter): Sentence => say`The next ${told} of ${total}:`,
  line: (title: Parameter, code: Parameter, parts: readonly Sentence[]): Sentence =>
    say`${title} (${code}): ${join(parts, '; ')}`,
  fit: (band: Band, shared: Sentence): Sentence => say`${words(bands[band])} (${shared})`,
  /** Of a group whose profiles differ, the one that fits is named. */
  fitAs: (band: Band, profile: Parameter, shared: Sentence): Sentence =>
    say`${words(bands[band])} as ${profile} (${shared})`,
  wage: (amount: Fact, per: Sentence, place: Sayable, period: Parameter): Sentence =>
    say`${amount} ${per} at the median in ${place} (${period})`,
  schoolingOf: (usual: Fact): Sentence => say`usual schooling: ${usual}`,
  wageMissing: say`pay not available`,

  leadBestPaid: (told: Parameter, total: Parameter): Sentence =>
    say`Groups that meet what you asked for, the highest median pay first: ${told} of ${total}.`,
  leadBestPaidFitting: (told: Parameter, total: Parameter): Sentence =>
    say`Groups that fit you at least fairly and meet what you asked for, the highest median pay first: ${told} of ${total}.`,
  bestPaidIn: (place: Sentence): Sentence =>
    say`That is by median pay in ${place}: groups with no figure for it, some of them well paid, are not in this list.`,
  replaced: (later: Sentence, former: Sentence): Sentence => say`${later} takes the place of ${former}.`,
  givenUp: (wishes: Sentence): Sentence => say`No longer counted: ${wishes}.`,
  turned: {
    year: (hours: Parameter): Sentence =>
      say`Most pay is published by the hour: to compare it by the year I counted ${hours} hours as a year.`,
    hour: (hours: Parameter): Sentence =>
      say`Some pay is published by the year: to compare it by the hour I counted ${hours} hours as a year.`,
  } satisfies Record<PayUnit, (hours: Parameter) => Sentence>,
  regionOfPay: (place: Parameter): Sentence =>
    say`${place} decides whose pay is told and compared. How many of these jobs there are in a place is not in our store.`,
  outlookOfCanada: say`The outlook that I choose by is the one for all of Canada.`,
  helping: say`For helping people I looked at health, teaching, care, counselling and public safety.`,
  /** What stands in the way where nothing meets all wishes. */
  inTheWay: (wish: Sentence, groups: Parameter, without: Parameter): Sentence =>
    say`Groups that ${wish} leaves out by itself: ${groups}. Without it there would be ${without}. Say "forget" and the wish to drop it, or click below.`,
  mostInTheWay: (wish: Sentence, groups: Parameter): Sentence =>
    say`Groups that ${wish} leaves out by itself: ${groups}. Dropping it is not enough, though: say "show all" to drop every wish, or "forget" and one of them.`,
  forget: (words: string): string => `Forget ${words}`,
  showAll: 'Show all',
  unsorted: say`They are not sorted by your interests: do the interests exercise, or tell me your codes.`,
  estimated: say`Fits are estimated from OaSIS, except where an occupation's codes are published.`,
  wholeGroups: say`Pay is of whole unit groups.`,
  used: (wishes: Sentence): Sentence => say`I used: ${wishes}.`,
  wish: (text: Parameter): Sentence => say`"${text}"`,
  notUnderstood: (text: Sentence): Sentence => say`I did not understand ${text}: I left it out.`,
  noData: (text: Sentence): Sentence => say`Our store has no figures about ${text}, so I could not use that.`,
  vague: (text: Sentence): Sentence =>
    say`${text} is too vague for me: say how much, such as "over $${count(30)} an hour" or "no university".`,
  unknownLeftOut: (groups: Parameter, text: Sentence): Sentence =>
    say`Groups left out because no figure tells whether they meet ${text}: ${groups}.`,
  pick: say`Say a number to hear more of one, "why the second?", "save the first" or "more", or add a wish, such as "and outdoors".`,
  pickAlone: say`Say a number to hear more of one, "why the second?" or "save the first".`,

  none: say`No group meets all of that. Leave something out, and ask again.`,
  noneFits: say`No group that fits you at least fairly meets all of that. Leave something out, and ask again.`,
  leftOut: (text: Sentence, groups: Parameter): Sentence => say`left out by ${text}: ${groups}`,
  end: say`That was the last of them. Ask for something else, or leave out a wish.`,
  nothingOffered: say`I have not suggested anything yet that I could go on with.`,
  needCodes: say`To suggest occupations I need to know what you like, or what you want: do the interests exercise, tell me your interest codes if you know them (for example "my codes are ${code('M i d')}"), or say what matters, such as "jobs with no university" or "something outdoors".`,
  needBase: say`Like which occupation? Tell me its title first, and then ask again.`,
  baseGone: say`The occupation that these were to be like is no longer in our store. Ask about another one first.`,
  sayWish: 'Something outdoors',
  sayMore: 'More suggestions',

  whyNothing: say`Why which one? Ask about an occupation, or ask for suggestions first.`,
  whyWhich: say`Which of them do you mean? Say "why the first?" or "why the second?".`,
  whyOutOfRange: (listed: Parameter): Sentence => say`The last list had ${listed} occupations: pick one of those.`,
  whyNoCodes: (title: Parameter): Sentence =>
    say`I do not know your interests, so I cannot say how ${title} fits them: do the interests exercise, or tell me your codes.`,
  whyNoProfile: (title: Parameter): Sentence =>
    say`Our store has no interest codes for ${title}, so I cannot say how it fits.`,
  gone: (code: Parameter): Sentence => say`Our store no longer has the group ${code}.`,
  whyLead: (title: Parameter, band: Band, own: Parameter, codes: Fact): Sentence =>
    say`${title}: ${words(bands[band])} for ${own}. The codes of this work are ${codes}.`,
  whyShared: (
    interest: CwpiInterest,
    yours: { readonly rank: number; readonly strong: boolean },
    theirs: { readonly rank: number; readonly strong: boolean },
  ): Sentence => {
    const strength = (strong: boolean): string => (strong ? 'strong' : 'weaker');
    return words(
      yours.rank === theirs.rank
        ? `${interest} comes ${place(yours.rank)} with both: ${strength(yours.strong)} with you, ${strength(theirs.strong)} there`
        : `${interest} comes ${place(yours.rank)} with you (${strength(yours.strong)}) and ${place(theirs.rank)} there (${strength(theirs.strong)})`,
    );
  },
  whyNothingShared: say`You and this work have no interest in common.`,
  whyOnlyYours: (interests: Sentence): Sentence => say`What you like and it does not ask for: ${interests}.`,
  whyOnlyTheirs: (interests: Sentence): Sentence => say`What it asks for and is not among your codes: ${interests}.`,
  whyReason: (interest: CwpiInterest, reason: Fact): Sentence =>
    say`In the words of its profile, ${words(interest)}: ${reason}`,
  whyBest: (profile: Parameter, profiles: Parameter): Sentence =>
    say`That is the best of its ${profiles} profiles: ${profile}.`,
  whyRange: (lowest: Band, highest: Band): Sentence =>
    lowest === highest
      ? say`All of them are ${words(bands[lowest])}.`
      : say`They range from ${words(bands[lowest])} to ${words(bands[highest])}.`,
  whyEstimated: say`These codes are estimated from OaSIS; no inventory codes are published for this work.`,
  whyHow: say`Fit counts the interests that you share: the same place in the order counts most, the first place above all, and strong interests count double.`,

  list: {
    title: (title: Parameter, code: Parameter): Sentence => say`${title} (${code})`,
    saved: (title: Sentence, saved: Parameter, most: Parameter): Sentence =>
      say`Saved: ${title}. Your list has ${saved} of at most ${most}.`,
    already: (title: Sentence): Sentence => say`${title} is on your list already.`,
    /** Of "clear everything" nobody knows how much is meant: the list is the least. */
    cleared: say`Your list is empty now. Your interests and answers are kept: to erase those as well, say "forget me".`,
    emptyAlready: say`Your list is empty already. To erase all that I know of you, say "forget me".`,
    compareWhich: say`There is no list on show to compare from. Ask for suggestions first, or name the occupations, such as "compare plumbers and welders".`,
    compareTwo: say`To compare, name two different places of the list, such as "compare the first and the third".`,
    full: (most: Parameter): Sentence =>
      say`Your list is full: it holds ${most} occupations. Remove one first, such as "remove the first".`,
    removed: (title: Sentence, left: Parameter): Sentence => say`Removed: ${title}. Your list now has ${left}.`,
    absent: (title: Sentence): Sentence => say`${title} is not on your list.`,
    empty: say`Your list is empty. Ask about an occupation and say "save this one", or say "save plumber".`,
    lead: (saved: Parameter, most: Parameter): Sentence => say`Your list (${saved} of at most ${most}):`,
    gone: (codes: Sentence): Sentence => say`Our store no longer has ${codes}, so I took that off your list.`,
    which: say`Save which one? Say "save the first", or its title or code, such as "save plumber".`,
    whichRemove: say`Remove which one? Say "remove the first", or its title or code.`,
    outOfRange: (listed: Parameter): Sentence => say`That list has ${listed} entries: pick one of those.`,
    ambiguous: (asked: Parameter): Sentence => say`"${asked}" can mean several things. Which one?`,
    unknown: (asked: Parameter): Sentence =>
      say`I do not recognize "${asked}" as an occupation. Try another title, or a NOC code.`,
    needsTwo: say`To compare, your list needs at least two occupations that our store has. Save another one first.`,
    saveCode: (code: string): string => `save ${code}`,
    removeCode: (code: string): string => `remove ${code}`,
    show: 'Show my list',
    compare: 'Compare my list',
    send: 'Send me my list',
  },

  send: {
    lead: (today: Parameter): Sentence =>
      say`Here is your list as of ${today}, to copy or print. I do not send e-mail and keep no address.`,
    codesLine: (codes: Parameter): Sentence => say`Your interest codes: ${codes}.`,
    line: (title: Parameter, code: Parameter, parts: readonly Sentence[]): Sentence =>
      say`${title} (${code}): ${join(parts, '; ')}`,
    wage: (amount: Fact, per: Sentence, place: Sayable, period: Parameter, source: Parameter): Sentence =>
      say`${amount} ${per} at the median in ${place} (${period}; ${source})`,
    page: (url: string): Sentence => say`${link(url)}`,
    resume: (code: Parameter): Sentence =>
      say`Your code is ${code}. It holds this list, and your interest codes where I know them; nothing that says who you are. To go on later or elsewhere, say: my code is ${code}`,
    nothing: say`There is nothing to send yet: your list is empty and I do not know your interests. Save an occupation or do the interests exercise first.`,
  },

  resume: {
    restored: (parts: readonly Sentence[]): Sentence => say`Welcome back. I have restored ${enumerate(parts, 'and')}.`,
    codes: (codes: Parameter): Sentence => say`your interest codes ${codes}`,
    list: (titles: Sentence): Sentence => say`your list: ${titles}`,
    gone: (codes: Sentence): Sentence => say`Our store no longer has ${codes}, so I left that out.`,
    replaced: say`What I knew before of your codes and list is replaced.`,
    mistyped: say`That code does not check out: one or more of its letters are wrong. Please compare it with your copy; letters and digits only, in any case.`,
    later: say`That code was made by a later version of this program, which I cannot read.`,
    empty: say`That code holds no interest codes, and no occupation that our store still has.`,
  },
} as const;
