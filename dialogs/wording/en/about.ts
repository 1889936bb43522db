import type { CwpiInterest } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { code, type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

const interests: Record<CwpiInterest, Sentence> = {
  Directive: say`Directive: you like to take charge, to steer work and to deal with people who ask for decisions.`,
  Innovative: say`Innovative: you like to explore, to try new ways and to work problems out.`,
  Methodical: say`Methodical: you like order, clear steps and getting the details right.`,
  Objective: say`Objective: you like to work with tools, machines and things that you can see and measure.`,
  Social: say`Social: you like to help, teach and work with people.`,
};

/** Questions about the data and the systems themselves. */
export const about = {
  reliabilityLead: say`Figures of the Alberta Wage and Salary Survey carry a reliability code, from ${code('A')}, the best, to ${code('D')}.`,
  reliabilityBest: (letter: Fact, variation: Fact, answers: Fact, share: Fact): Sentence =>
    say`${letter} is high reliability: the estimate varies little (a coefficient of variation of at most ${variation}, from ${answers} survey answers), or the survey covered at least ${share} of all people employed in the occupation.`,
  reliabilityOthers: say`${code('B')}, ${code('C')} and ${code('D')} are lower steps. Our store holds the exact definition of ${code('A')} alone.`,
  medianLead: say`The median is the middle: half of the people earn more, and half earn less.`,
  averageLead: say`The average is all pay added up and divided by the number of people, so a few who earn a great deal pull it up.`,
  percentileLead: say`A percentile says how many earn less: at the tenth percentile one person in ten does, at the ninetieth nine in ten do. I call them the low end and the high end, and give the percentile in brackets.`,
  interestLead: say`Interest codes come from the Canadian Work Preference Inventory, which measures five interests of people. An occupation has up to three, in order of importance; CAPITALS mean a strong fit, lower case a weaker one.`,
  interests,
  interestHolland: say`Holland codes (Realistic, Investigative, Artistic, Social, Enterprising, Conventional) are another system. When we estimate one from the other, we say so.`,
  interestExercise: say`To find your own codes, complete the Interests Exercise in CAREERinsite on alis.`,
  teerLead: say`TEER stands for training, education, experience and responsibilities. It is the second digit of a NOC code, and says what a group usually asks for.`,
  teerItem: (teer: Parameter, requirement: Sayable): Sentence => say`${teer}: ${requirement}`,
  nocLead: (groups: Parameter, edition: Parameter): Sentence =>
    say`The National Occupational Classification (NOC) sorts all work in Canada into groups. ${edition} has ${groups} unit groups. Each has a code of five digits: the first is the broad field, the second the TEER category.`,
  nocOccupation: say`A group holds several occupations, so figures for a group may differ from those of one job in it.`,
  sourcesLead: say`Every figure I tell is a stored fact of a public source. I make nothing up: where a figure is missing I say "not available". The sources:`,
  source: (
    title: Parameter,
    publisher: Parameter,
    licence: Parameter,
    retrieved: Parameter,
    age: Sentence | null,
  ): Sentence => {
    const line = say`${title}; ${publisher}; ${licence}; retrieved ${retrieved}`;
    return age ? say`${line}; ${age}` : line;
  },
  sourceStale: (newest: Parameter): Sentence => say`newest facts from ${newest}: older than they should be`,
  sourceOver: (newest: Parameter): Sentence => say`its years (${newest}) are over`,
  sourcesImported: (files: Parameter, last: Parameter): Sentence =>
    say`The operator of this service has imported ${files} of the publishers' own files, the last on ${last}.`,
  sourcesWho: say`Career Advisor's own words (descriptions, similar groups) are marked as such.`,
};
