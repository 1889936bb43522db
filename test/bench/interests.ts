import {
  type ExerciseState,
  nextStatement,
  resultOf,
  startExercise,
  stopExercise,
} from '../../dialogs/interests/exercise.ts';
import { LIKINGS, type Liking } from '../../dialogs/interests/scoring-model.ts';
import { ranked } from '../../dialogs/interests/scoring-order.ts';
import { STATEMENTS } from '../../dialogs/interests/statements.ts';
import { CWPI_INTERESTS, type CwpiInterest, type InterestCode } from '../../knowledge/model.ts';
import { seeded } from './data.ts';
import { type BenchSection, percent, quantile, type Section } from './section.ts';

/** A simulated person: their codes, and what they answer to each statement when asked. */
interface Person {
  readonly codes: readonly InterestCode[];
  readonly answers: ReadonlyMap<string, Liking>;
}

/** How people of a population are made. Points are those of the five-point answer. */
interface Population {
  readonly name: string;
  /** `spaced`: codes first, at least 0.3 points apart; `any`: five normal interests (sd 0.8), those over 0.2 are codes, near ties and all. */
  readonly interests: 'spaced' | 'any';
  readonly noise: number;
  /** Spread (log) of the noise between people, and of how far they stretch the scale. */
  readonly uneven: number;
  readonly stretch: number;
  /** Share of answers clicked without reading. */
  readonly careless: number;
}

const PEOPLE = 5000;
const CLOSEST = 0.3;
const POPULATIONS: readonly Population[] = [
  { name: 'steady', interests: 'spaced', noise: 0.6, uneven: 0, stretch: 0, careless: 0 },
  { name: 'harder', interests: 'spaced', noise: 0.8, uneven: 0.4, stretch: 0.2, careless: 0.05 },
  { name: 'near ties', interests: 'any', noise: 0.8, uneven: 0.4, stretch: 0.2, careless: 0.05 },
];

export const interests: BenchSection = {
  name: 'interests',
  run: async (): Promise<Section> => {
    const times: number[] = [];
    const rows = POPULATIONS.flatMap((population, at) => {
      const people = makePeople(population, 7_000 + at);
      const forms: [string, (person: Person) => ExerciseState][] = [
        ['fixed 18', (person) => fixed(person, 18)],
        ['fixed 30', (person) => fixed(person, 30)],
        ['adaptive', (person) => adaptive(person, times)],
        ['all 60', (person) => fixed(person, 60)],
      ];
      return forms.map(([name, form]) => [population.name, name, ...measure(people, form)]);
    });
    return {
      title: `Interests exercise (${PEOPLE.toLocaleString('en-CA')} simulated people of each kind, %)`,
      columns: [
        'people',
        'form',
        'statements, mean',
        'p90',
        'first code',
        'set',
        'order',
        'code as told',
        'called sure: order right',
        'unsure: order right',
        'no result',
      ],
      rows,
      notes: [
        'First code, set and order: the person\'s one to three codes are the first interests of the ranking. "Code as told": also their number is right.',
        'Steady: an answer is 3.1 + general liking (sd 0.5) + interest + noise (sd 0.6), rounded; codes at least 0.3 points apart, strong 1 to 1.9, weaker 0.2 to 1, others -1 to 0.',
        'Harder: noise of sd 0.8 that differs between people, scales stretched or squeezed, 5 % of the answers at random. Near ties: the same noise, interests drawn freely.',
        `Choosing the next statement takes ${quantile(times, 0.5).toFixed(2)} ms (p95 ${quantile(times, 0.95).toFixed(2)} ms).`,
        'All of it is simulation: it tells the form from the fixed one, and not how well the statements measure real people.',
      ],
    };
  },
};

function measure(people: readonly Person[], form: (person: Person) => ExerciseState): string[] {
  const lengths: number[] = [];
  const hits = { first: 0, set: 0, order: 0, told: 0, sure: 0, sureRight: 0, unsure: 0, unsureRight: 0, none: 0 };
  for (const person of people) {
    const state = form(person);
    const result = resultOf(state);
    lengths.push(state.given.length);
    const order = ranked(result.estimates.map(({ mean }) => mean)).map((at) => CWPI_INTERESTS[at]);
    const truth = person.codes.map(({ interest }) => interest);
    if (order[0] === truth[0]) hits.first += 1;
    if (truth.every((each) => order.slice(0, truth.length).includes(each))) hits.set += 1;
    if (truth.every((each, at) => order[at] === each)) hits.order += 1;
    if (result.kind === 'none') {
      hits.none += 1;
      continue;
    }
    // What was told, against the whole ranking that the codes and the order of the rest imply, as far as both reach.
    const told = result.codes.map(({ interest }) => interest);
    const right = told.slice(0, truth.length).every((each, at) => truth[at] === each);
    if (told.length === truth.length && right) hits.told += 1;
    if (result.sureness === 'sure') hits.sure += 1;
    if (result.sureness === 'sure' && right) hits.sureRight += 1;
    if (result.sureness === 'unsure') hits.unsure += 1;
    if (result.sureness === 'unsure' && right) hits.unsureRight += 1;
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const share = (part: number): string => percent(part, people.length);
  return [
    mean.toFixed(1),
    String(quantile(lengths, 0.9)),
    share(hits.first),
    share(hits.set),
    share(hits.order),
    share(hits.told),
    percent(hits.sureRight, hits.sure),
    percent(hits.unsureRight, hits.unsure),
    share(hits.none),
  ];
}

/** The same number of statements of each interest, in rounds. */
function fixed(person: Person, length: number): ExerciseState {
  const rounds = STATEMENTS.map((statement, at) => ({ statement, round: at % 12 })).sort((a, b) => a.round - b.round);
  const given = rounds
    .slice(0, length)
    .map(({ statement: { id } }) => ({ id, liking: person.answers.get(id) ?? null }));
  return stopExercise({ ...startExercise('full'), given });
}

function adaptive(person: Person, times: number[]): ExerciseState {
  let state = startExercise();
  for (;;) {
    const start = performance.now();
    const statement = nextStatement(state);
    times.push(performance.now() - start);
    if (!statement) return state;
    state = { ...state, given: [...state.given, { id: statement.id, liking: person.answers.get(statement.id) ?? 3 }] };
  }
}

function makePeople(population: Population, seed: number): Person[] {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const people: Person[] = [];
  while (people.length < PEOPLE) {
    const levels = population.interests === 'spaced' ? spaced(random) : CWPI_INTERESTS.map(() => 0.8 * normal());
    const codes = codesIn(levels);
    if (codes.length === 0) continue;
    const general = 3.1 + 0.5 * normal();
    const noise = population.noise * Math.exp(population.uneven * normal() - population.uneven ** 2 / 2);
    const stretch = Math.exp(population.stretch * normal());
    const answers = new Map(
      STATEMENTS.map(({ id, interest }): [string, Liking] => {
        if (random() < population.careless) return [id, LIKINGS[Math.floor(5 * random())] ?? 3];
        const level = levels[CWPI_INTERESTS.indexOf(interest)] ?? 0;
        const points = Math.round(general + stretch * (level + noise * normal()));
        return [id, LIKINGS[Math.min(5, Math.max(1, points)) - 1] ?? 3];
      }),
    );
    people.push({ codes, answers });
  }
  return people;
}

/** One to three codes (15, 35 and 50 % of the people), strong ones before weaker ones, apart enough to have an order. */
function spaced(random: () => number): number[] {
  const draw = random();
  const count = draw < 0.15 ? 1 : draw < 0.5 ? 2 : 3;
  const strong = Math.floor(random() * (count + 1));
  for (;;) {
    const told = Array.from({ length: count }, (_, at) => (at < strong ? 1 + 0.9 * random() : 0.2 + 0.8 * random()));
    told.sort((a, b) => b - a);
    if (told.some((level, at) => at > 0 && (told[at - 1] ?? 0) - level < CLOSEST)) continue;
    const levels = [...told, ...Array.from({ length: 5 - count }, () => random() - 1)];
    return levels
      .map((level) => ({ level, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ level }) => level);
  }
}

function codesIn(levels: readonly number[]): InterestCode[] {
  return ranked(levels)
    .filter((at) => (levels[at] ?? 0) >= 0.2)
    .slice(0, 3)
    .flatMap((at) => {
      const interest: CwpiInterest | undefined = CWPI_INTERESTS[at];
      return interest ? [{ interest, strong: (levels[at] ?? 0) >= 1 }] : [];
    });
}
