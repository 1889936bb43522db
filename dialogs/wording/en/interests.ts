import type { CwpiInterest } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { code, link, type Parameter, type Sentence, say } from '../../answers/sentence.ts';
import type { ChangeRefusal } from '../../interests/codes.ts';
import type { Band } from '../../interests/fit.ts';
import type { NoResultReason, Sureness } from '../../interests/scoring.ts';

const scale = (value: string): Parameter => ({ parameter: 'scale', text: value });

const sureness: Record<Sureness, Sentence> = {
  sure: say`Your answers tell your interests apart clearly, so I am quite sure of this.`,
  'fairly sure': say`I am fairly sure of this. Some of your answers lie close together, so that interests that are close may change places.`,
  unsure: say`I am not sure of this: your answers lie too close together. Take it as a first idea.`,
};

/** One code alone has no order. */
const several = ({ text }: Parameter): boolean => text.includes(' ');

const noResult: Record<NoResultReason, Sentence> = {
  'skips only': say`You have skipped every statement, so I have nothing to go by. That is fine.`,
  'too few': say`You have answered too few statements for a result. Your answers are kept.`,
  'all the same': say`You gave every statement the same answer. That may be just how it is for you, but it tells no interest from another, so I will not make up a result.`,
  contradictory: say`Your answers to like statements point in different directions, so that any result would be chance. That can happen when one clicks fast, or likes some parts of a field and not others.`,
  'nothing stands out': say`You like all kinds of work about equally: no interest stands out from the others, so I will not make up an order.`,
};

const bands: Record<Band, string> = { strong: 'strong', fair: 'fair', weak: 'weak' };

const refusals: Record<ChangeRefusal, (interest: Parameter) => Sentence> = {
  absent: (interest: Parameter): Sentence => say`${interest} is not among your codes, so I left that out.`,
  present: (interest: Parameter): Sentence => say`${interest} is among your codes already.`,
  'last-one': (interest: Parameter): Sentence =>
    say`${interest} is your only code, and at least one has to stay. To erase it, say "forget my codes".`,
  'no-change': (interest: Parameter): Sentence => say`${interest} is like that already.`,
};

const adjectives: Record<CwpiInterest, string> = {
  Directive: 'taking charge',
  Innovative: 'finding out and trying new ways',
  Methodical: 'order and exactness',
  Objective: 'tools, machines and things',
  Social: 'people',
};

/** The interests exercise, a person's own codes, and how an occupation fits them. */
export const interests = {
  /** Clicks; the bot understands each of them. */
  ask: {
    start: 'Start the interests exercise',
    resume: 'Continue the exercise',
    again: 'Start the exercise again',
    full: 'Do the full exercise',
    fits: 'What fits my interests?',
    list: 'Show my list',
    change: 'Change my codes',
    codes: 'What are my codes?',
    knowCodes: 'I know my codes',
  },
  /** Clicks in answer to "start over and lose that?". */
  sure: { yes: 'Yes, start over', goOn: 'No, go on', keep: 'No, keep them' },

  intro: (fewest: Parameter, most: Parameter, minutes: Parameter): Sentence =>
    say`This is the interests exercise: ${fewest} to ${most} short statements about things that people do at work. It takes about ${minutes} minutes.`,
  introFull: (all: Parameter, minutes: Parameter): Sentence =>
    say`This is the full interests exercise: all ${all} statements about things that people do at work. It takes about ${minutes} minutes.`,
  howToAnswer: say`How much would you like to do each of them? Answer with a button, with a number from ${scale('1')} (strongly dislike) to ${scale('5')} (strongly like), or in your own words. Whether you can do it, and what it pays, does not matter here.`,
  ways: say`"Back" takes an answer back, "skip" leaves one out, "pause" keeps the rest for later, and "stop here" gives the result so far. You can ask me anything in between.`,
  aid: say`It is a conversation aid of our own, and not the Canadian Work Preference Inventory (CWPI).`,
  kept: say`I keep your answers until you say "forget me", and no longer than your conversations are kept.`,
  resumed: (answered: Parameter): Sentence =>
    say`We go on with the interests exercise: ${answered} done so far. To begin again, say "start the exercise again".`,
  resumedFull: (all: Parameter, answered: Parameter): Sentence =>
    say`We go on with all ${all} statements: ${answered} done so far.`,

  statement: (number: Parameter, fewest: Parameter, most: Parameter, text: string): Sentence =>
    say`${number} of ${fewest} to ${most}: ${{ segments: [text] }}`,
  statementAtMost: (number: Parameter, most: Parameter, text: string): Sentence =>
    say`${number} of at most ${most}: ${{ segments: [text] }}`,
  statementOfAll: (number: Parameter, all: Parameter, text: string): Sentence =>
    say`${number} of ${all}: ${{ segments: [text] }}`,
  /** The five answers in the order of their numbers, and the way out. */
  answers: ['Strongly dislike', 'Dislike', 'Neutral', 'Like', 'Strongly like', 'Skip'],

  helpElse: say`For help with anything else, pause the exercise first.`,

  why: say`Each statement is about one of five interests. Those that you like more than the others say which kinds of work may suit you. There is no right or wrong answer.`,

  wentBack: say`I have taken your last answer back.`,
  nothingBack: say`This is the first statement: there is no answer to take back yet.`,
  startedAgain: say`We begin the exercise again, and your answers of before are gone.`,
  restart: (answered: Parameter): Sentence => say`You have answered ${answered} so far. Start over and lose that?`,
  restartDone: (answered: Parameter): Sentence =>
    say`You have done the exercise, with ${answered} answered. Start over and lose those answers? Your codes stay until there is a new result.`,
  restartOnce: (answered: Parameter): Sentence =>
    say`Please say yes or no. Shall I erase your answers to the exercise (${answered}) and begin again?`,
  notRestarted: say`All right, nothing is lost. We go on where we were.`,
  keptDone: say`All right, your answers and your result stay as they are.`,
  toFull: (all: Parameter): Sentence => say`All right, we go through all ${all} statements. Your answers so far count.`,
  again: say`Here is the statement again.`,
  progress: (answered: Parameter, fewest: Parameter, most: Parameter): Sentence =>
    say`${answered} done. It ends when the order is clear: after ${fewest} statements at the earliest and ${most} at the latest.`,
  progressOfAll: (answered: Parameter, all: Parameter): Sentence => say`${answered} of ${all} done.`,
  reminders: [
    say`I could not read that as an answer. How much would you like to do this? A number from ${scale('1')} (strongly dislike) to ${scale('5')} (strongly like) is enough.`,
    say`Try one of the buttons, or words such as "love it", "not really" or "skip".`,
    say`I still do not follow. Say "like", "neutral" or "dislike" to this one, or "pause" to leave the exercise for now.`,
  ],
  gaveUp: (answered: Parameter): Sentence =>
    say`Let us pause the exercise here, with ${answered} done. Nothing is lost: say "continue the exercise" to go on.`,
  paused: (answered: Parameter): Sentence =>
    say`I have paused the exercise, with ${answered} done. Whenever you come back, say "continue the exercise" to go on.`,
  waits: say`I have set the exercise aside. Say "continue the exercise" to go on with it.`,

  result: (codes: Parameter): Sentence =>
    several(codes) ? say`Your interests, in order of importance: ${codes}.` : say`One interest stands out: ${codes}.`,
  resultScale: say`CAPITALS mean a strong interest; lower case means a weaker one.`,
  sureness,
  bar: say`liking`,
  /** The bars in words. */
  scores: (list: Sentence, average: Parameter, most: Parameter): Sentence =>
    say`From most to least liked, out of ${most}, where ${average} is your own average: ${list}.`,
  score: (interest: CwpiInterest, value: Parameter): Sentence => say`${{ segments: [interest] }} ${value}`,
  ofAnswers: (answered: Parameter): Sentence => say`This rests on ${answered} answers.`,
  notCwpi: say`This is a conversation aid and not the CWPI. The real exercise is in CAREERinsite on alis.`,
  careerInsite: say`CAREERinsite: ${link('https://alis.alberta.ca/careerinsite/')}`,
  noResult,
  noResultNext: say`You can answer more statements, begin again, or tell me your codes if you have them from CAREERinsite.`,
  noResultFirst: say`The result of before is kept.`,
  replaced: (before: Parameter): Sentence => say`This takes the place of your codes of before, ${before}.`,

  strong: (interest: Parameter): Sentence => say`${interest} (strong)`,
  weaker: (interest: Parameter): Sentence => say`${interest} (weaker)`,
  told: (codes: Sentence): Sentence => say`I go by these interests of yours, in order: ${codes}.`,
  toldOne: (code: Sentence): Sentence => say`I go by this interest of yours: ${code}.`,
  shown: (codes: Sentence): Sentence => say`Your interests, in order: ${codes}.`,
  shownOne: (code: Sentence): Sentence => say`Your interest: ${code}.`,
  fromExercise: say`They come from our interests exercise, which is not the CWPI.`,
  fromPerson: say`They are as you told me.`,
  strengthsUnknown: say`Nothing told which are strong, so I take them all as equal. If one is strong, say so, for example "Methodical should be strong".`,
  keptCodes: say`I keep them until you say "forget me", and no longer than your conversations are kept.`,
  changed: (before: Parameter, after: Parameter): Sentence => say`Your codes were ${before}; now they are ${after}.`,
  unchanged: (codes: Parameter): Sentence => say`Your codes stay ${codes}.`,
  refusals,
  displaced: (interest: Parameter): Sentence => say`${interest} had to give way: there are three at most.`,
  tried: (before: Parameter, after: Parameter): Sentence =>
    say`Let us try ${after} instead of your own ${before}. Your own codes stay as they are.`,
  faulty: {
    'too-many': say`Those are more than three interests. Tell me up to three in order of importance, strong ones in CAPITALS, for example "my codes are ${code('M i d')}".`,
    holland: say`Codes here use five letters: D (Directive), I (Innovative), M (Methodical), O (Objective) and S (Social). R, A, E and C are Holland letters, which are another system, so I have left your codes as they were. The interests exercise finds yours, or tell me those from CAREERinsite, for example "my codes are ${code('M i d')}".`,
    scores: say`I cannot go by scores. Tell me up to three interests in order of importance, strong ones in CAPITALS, for example "my codes are ${code('M i d')}".`,
    'what-if': say`I did not understand what to try with your interests. Say for example "what if I liked routine less?", "what if Social came first?" or "what if I drop Methodical?".`,
    repeated: say`One interest is in there twice. Tell me up to three different ones in order of importance, for example "my codes are ${code('M i d')}".`,
  },
  unknown: say`I do not know your interest codes yet. The interests exercise finds them, or you tell me those you have from CAREERinsite, for example "my codes are ${code('M i d')}".`,
  waiting: (answered: Parameter): Sentence => say`Your exercise is waiting, with ${answered} done.`,
  which: say`Which are your codes? Tell me up to three in order of importance, strong ones in CAPITALS, for example "my codes are ${code('M i d')}".`,
  how: (examples: Sentence): Sentence =>
    say`Tell me the new ones in order of importance, strong ones in CAPITALS ("my codes are ${code('M i d')}"), or what to change: ${examples}.`,
  howExamples: {
    weaker: (interest: Parameter): Sentence => say`"make ${interest} weaker"`,
    stronger: (interest: Parameter): Sentence => say`"make ${interest} stronger"`,
    first: (interest: Parameter): Sentence => say`"put ${interest} first"`,
    drop: (interest: Parameter): Sentence => say`"drop ${interest}"`,
    add: (interest: Parameter): Sentence => say`"add ${interest}"`,
  },
  noExercise: say`There is no exercise of yours under way. You can start the interests exercise, or ask me about an occupation. To take up an earlier list, say "my code is" and your code.`,
  nothingToTry: say`I have no interest codes of yours to try that on. The interests exercise finds them, or you tell me, for example "my codes are ${code('M i d')}".`,

  suitsKnown: (codes: Parameter): Sentence =>
    say`I cannot decide for you what is best, but I can look for occupations that go with your interests, ${codes}.`,
  suitsUnknown: say`I cannot decide for you what is best. What I can do is find out your interests in a few minutes, and show occupations that go with them.`,
  forgotten: say`I have forgotten you: your interests, your list and what we talked about are erased.`,
  forgotCodes: say`I have erased your interest codes and your answers to the exercise.`,
  stillKept: say`What I keep of you (your interests, your list) stays. To erase it as well, say "forget me".`,

  /** How an occupation fits the person. */
  fit: (band: Band, subject: Parameter, codes: Parameter): Sentence =>
    say`With your codes ${codes}, your fit with ${subject} is ${{ segments: [bands[band]] }}.`,
  fitEstimated: (band: Band, subject: Parameter, codes: Parameter): Sentence =>
    say`With your codes ${codes}, your fit with ${subject} is ${{ segments: [bands[band]] }} (estimated from OaSIS).`,
  fitShared: (list: Sentence): Sentence => say`You have in common ${list}.`,
  shared: (interest: CwpiInterest, yours: number, theirs: number): Sentence =>
    yours === theirs
      ? say`${{ segments: [interest] }} (${{ segments: [adjectives[interest]] }}; ${{ segments: [place(yours)] }} for both)`
      : say`${{ segments: [interest] }} (${{ segments: [adjectives[interest]] }}; ${{ segments: [place(yours)] }} for you, ${{ segments: [place(theirs)] }} here)`,
  fitNothing: say`None of your interests is among its codes.`,
  fitProfile: (label: Parameter, codes: Fact): Sentence =>
    say`Of the group's profiles, ${label} comes nearest (${codes}).`,
  fitProfileEstimated: (label: Parameter, codes: Fact): Sentence =>
    say`Of the group's profiles, ${label} comes nearest (estimated from OaSIS: ${codes}).`,
  fitRange: (lowest: Band): Sentence => say`With others of them the fit is only ${{ segments: [bands[lowest]] }}.`,
} as const;

function place(rank: number): string {
  return ['first', 'second', 'third'][rank - 1] ?? 'last';
}
