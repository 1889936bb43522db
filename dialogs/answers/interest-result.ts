import type { InterestCodes } from '../interests/codes.ts';
import { interestWords } from '../interests/holland.ts';
import type { InterestsFound } from '../interests/scoring.ts';
import type { InterestEstimate } from '../interests/scoring-model.ts';
import type { Wording } from '../wording/index.ts';
import type { Answer } from './answer.ts';
import { code, count, join, type Sentence, score } from './sentence.ts';

/** Middle and end of the bars: the person's own average, and as far above it as answers go. */
const AVERAGE = 50;
const MOST = 100;
/** Points of a bar for one point of the five-point answer. */
const POINTS = 25;
const BLOCKS = 10;

/**
 * What the exercise found, as an answer like any other: the codes, what they mean, bars with their words, and what it is not. `before`:
 * codes that these take the place of.
 */
export function interestResult(wording: Wording, found: InterestsFound, before: InterestCodes | null = null): Answer {
  const { interests, about } = wording;
  const told = found.codes.map(({ interest }) => about.interests[interest]);
  const bars = [...found.estimates]
    .sort((one, other) => other.mean - one.mean)
    .map((estimate) => ({ interest: estimate.interest, value: pointsOf(estimate) }));
  const answered = found.estimates.reduce((sum, { answers }) => sum + answers, 0);
  const list = bars.map(({ interest, value }) => interests.score(interest, score(value)));
  return {
    topic: 'interest-meaning',
    subject: null,
    lead: [
      interests.result(code(interestWords(found.codes))),
      interests.resultScale,
      interests.sureness[found.sureness],
      interests.ofAnswers(count(answered)),
    ],
    items: told,
    table: {
      columns: [interests.bar],
      rows: bars.map(({ interest, value }) => ({ label: { segments: [interest] }, cells: [barOf(value)] })),
    },
    picture: null,
    notes: [
      { sentence: interests.scores(join(list, ', '), score(AVERAGE), score(MOST)), aloud: true },
      ...(before ? [{ sentence: interests.replaced(code(interestWords(before))), aloud: true }] : []),
      { sentence: interests.notCwpi, aloud: true },
      { sentence: interests.careerInsite, aloud: false },
    ],
    citations: [],
    more: null,
    suggestions: [interests.ask.fits, interests.ask.list, interests.ask.change],
    choices: [],
  };
}

function pointsOf({ mean }: InterestEstimate): number {
  return Math.max(0, Math.min(MOST, Math.round(AVERAGE + POINTS * mean)));
}

function barOf(value: number): Sentence {
  const full = Math.round((value / MOST) * BLOCKS);
  return { segments: [`${'█'.repeat(full)}${'░'.repeat(BLOCKS - full)} `, score(value)] };
}
