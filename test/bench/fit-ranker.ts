import { writeFileSync } from 'node:fs';
import { MatchEngine } from '../../knowledge/matching/engine.ts';
import { FEATURES } from '../../knowledge/matching/features.ts';
import { type RankerModel, rank } from '../../knowledge/matching/ranker.ts';
import { fullInput, packInput, ROOT } from './data.ts';
import { examples, FOLDS, type Question, questionsOf } from './fit-data.ts';
import { fitHidden } from './hidden-layer.ts';
import { fitChoices } from './logit.ts';

/**
 * Fits the ranker: first a conditional logit with a ridge (softmax over an example's candidates, loss on the accepted ones' share),
 * then a few hidden units on top of it. Prints held-out accuracy over five folds, of the linear part alone and of the whole; then
 * fits on everything. `--write` puts the weights into knowledge/matching/ranker-weights.ts and ranker-hidden-weights.ts. Run it again, and fit-confidence.ts
 * after it, whenever a feature or the pack has changed (some minutes).
 */

const RIDGE = 0.002;

export function fitLinear(questions: readonly Question[]): RankerModel {
  return { linear: fitChoices(questions, FEATURES.length, RIDGE), hidden: [] };
}

export function fitRanker(questions: readonly Question[]): RankerModel {
  return fitHidden(questions, fitLinear(questions).linear);
}

/** Place of the first accepted candidate; Infinity when none is among the candidates. */
function placeOf(question: Question, model: RankerModel): number {
  const { scored, query } = question.analysis;
  const accepted = new Set(scored.filter((_, at) => question.right[at] === 1).map((each) => each.group));
  const place = rank(scored, { hinted: false, sentence: query.sentence }, model).findIndex((each) =>
    accepted.has(each.group),
  );
  return place < 0 ? Infinity : place;
}

class Tally {
  readonly #rows = new Map<string, { n: number; one: number; five: number }>();

  add(key: string, place: number): void {
    const row = this.#rows.get(key) ?? { n: 0, one: 0, five: 0 };
    this.#rows.set(key, { n: row.n + 1, one: row.one + (place === 0 ? 1 : 0), five: row.five + (place < 5 ? 1 : 0) });
  }

  print(name: string): void {
    for (const [key, { n, one, five }] of this.#rows) {
      const share = (part: number): string => ((100 * part) / n).toFixed(1);
      process.stdout.write(`held out, ${name}: ${key.padEnd(14)} n=${n} top-1 ${share(one)} top-5 ${share(five)}\n`);
    }
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

function main(): void {
  const list = examples();
  const questions = [
    ...questionsOf(MatchEngine.build(packInput()), 'pack', list),
    ...questionsOf(MatchEngine.build(fullInput()), 'full', list),
  ];
  const linear = new Tally();
  const whole = new Tally();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = questions.filter((question) => question.example.fold !== fold);
    const straight = fitLinear(others);
    const model = fitHidden(others, straight.linear);
    for (const question of questions) {
      if (question.example.fold !== fold) continue;
      const key = `${question.index} ${question.example.set}`;
      linear.add(key, placeOf(question, straight));
      whole.add(key, placeOf(question, model));
    }
  }
  linear.print('linear');
  whole.print('whole');
  if (!process.argv.includes('--write')) return;
  const model = fitRanker(questions);
  const table = (weights: Float64Array, indent: string): string =>
    FEATURES.map((name, k) => [name, round(weights[k] ?? 0)] as const)
      .filter(([, weight]) => weight !== 0 || indent === '  ')
      .map(([name, weight]) => `${indent}${name}: ${weight},`)
      .join('\n');
  const units = model.hidden
    .map(
      ({ bias, out, weights }) =>
        `  {\n    bias: ${round(bias)},\n    out: ${round(out)},\n    weights: {\n${table(weights, '      ')}\n    },\n  },`,
    )
    .join('\n');
  writeFileSync(
    `${ROOT}knowledge/matching/ranker-weights.ts`,
    `import type { Feature } from './features.ts';

/**
 * Weights of the ranker, made by \`npx tsx test/bench/fit-ranker.ts --write\` from federal and survey titles (weight 1), O*NET titles
 * and mistyped pack titles (0.3) and sentences (0.5), each on the pack and on the full index. Not to be edited by hand.
 */
export const RANKER_WEIGHTS: Readonly<Record<Feature, number>> = {
${table(model.linear, '  ')}
};
`,
  );
  writeFileSync(
    `${ROOT}knowledge/matching/ranker-hidden-weights.ts`,
    `import type { Feature } from './features.ts';

/** Weights of the ranker's hidden units, made together with ranker-weights.ts. Not to be edited by hand. */
interface Unit {
  readonly bias: number;
  readonly out: number;
  readonly weights: Readonly<Partial<Record<Feature, number>>>;
}

export const HIDDEN_UNITS: readonly Unit[] = [
${units}
];
`,
  );
}

if (process.argv[1]?.endsWith('fit-ranker.ts')) main();
