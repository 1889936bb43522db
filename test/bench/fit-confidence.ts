import { writeFileSync } from 'node:fs';
import { MATCH_THRESHOLD, SENSE_THRESHOLD } from '../../knowledge/matching/confidence.ts';
import { MatchEngine } from '../../knowledge/matching/engine.ts';
import { type RankerModel, rank } from '../../knowledge/matching/ranker.ts';
import { readSense, readSignals, SENSE, SIGNALS } from '../../knowledge/matching/signals.ts';
import { everydayTitles, fullInput, nonsense, packInput, ROOT } from './data.ts';
import { examples, FOLDS, type Question, questionsOf } from './fit-data.ts';
import { madeNonsense } from './fit-nonsense.ts';
import { fitRanker } from './fit-ranker.ts';
import { fitOutcomes, type Outcome } from './logit.ts';

/**
 * Fits the two logistic models of knowledge/matching/confidence.ts. The rankings that "was the first right?" is learned from are
 * held out: each example is ranked by weights fitted without its fold. Prints, for each set, how much would be answered outright at
 * several thresholds and how often that is right; everyday titles and nonsense are only measured, never fitted. `--write` puts the
 * weights into knowledge/matching/confidence-weights.ts.
 */

const SENSE_RIDGE = 0.0005;
const RIGHT_RIDGE = 0.002;
/** What a set counts beside the others in the fit of "was the first right?". */
const SET_WEIGHT: Readonly<Record<string, number>> = { federal: 1, survey: 0.3, onet: 0.03, typo: 0.5, phrase: 0.5 };

interface Judged {
  readonly set: string;
  readonly index: string;
  readonly values: Float64Array;
  readonly sense: Float64Array;
  readonly right: boolean;
  readonly title: string;
}

function score(weights: Float64Array, values: Float64Array): number {
  const sum = values.reduce((all, value, k) => all + value * (weights[k] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function main(): void {
  const list = examples();
  const judged: Judged[] = [];
  const measured: Judged[] = [];
  const senseless: Outcome[] = [];
  const refused: { index: string; values: Float64Array; text: string }[] = [];
  const engines = [
    ['pack', MatchEngine.build(packInput())],
    ['full', MatchEngine.build(fullInput())],
  ] as const;
  const questions = engines.map(([name, engine]) => questionsOf(engine, name, list));
  const all = questions.flat();
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitRanker(all.filter((question) => question.example.fold !== fold)),
  );
  const whole = fitRanker(all);
  engines.forEach(([name, engine], at) => {
    const judge = (question: Question, model: RankerModel): Judged => {
      const ranked = rank(
        question.analysis.scored,
        { hinted: false, sentence: question.analysis.query.sentence },
        model,
      );
      return {
        set: question.example.set,
        index: name,
        values: readSignals(engine.index, question.analysis, ranked),
        sense: readSense(engine.index, question.analysis),
        right: question.example.accept.includes(engine.index.codes[ranked[0]?.group ?? -1] ?? ''),
        title: question.example.title,
      };
    };
    for (const question of questions[at] ?? []) judged.push(judge(question, folds[question.example.fold] ?? whole));
    const everyday = everydayTitles().map((each) => ({ ...each, fold: 0, weight: 0 }));
    for (const question of questionsOf(engine, name, everyday)) measured.push(judge(question, whole));
    for (const text of madeNonsense(1_500)) {
      senseless.push({ values: readSense(engine.index, engine.analyse(text)), right: false, weight: 1 });
    }
    for (const text of nonsense())
      refused.push({ index: name, values: readSense(engine.index, engine.analyse(text)), text });
  });
  if (process.env.DUMP) {
    const plain = (list: Float64Array): number[] => [...list];
    writeFileSync(
      process.env.DUMP,
      JSON.stringify({
        SIGNALS,
        SENSE,
        judged: [...judged, ...measured].map((each) => ({
          ...each,
          values: plain(each.values),
          sense: plain(each.sense),
        })),
        senseless: senseless.map((each) => plain(each.values)),
        refused: refused.map((each) => ({ ...each, values: plain(each.values) })),
      }),
    );
  }
  // A title refused is worse than a bit of nonsense asked about.
  const sense = fitOutcomes(
    [
      ...senseless,
      ...judged
        .filter((each) => each.set !== 'onet')
        .map((each) => ({ values: each.sense, right: true, weight: each.set === 'phrase' ? 4 : 1 })),
    ],
    SENSE.length,
    SENSE_RIDGE,
  );
  const right = fitOutcomes(
    judged.map((each) => ({ values: each.values, right: each.right, weight: SET_WEIGHT[each.set] ?? 1 })),
    SIGNALS.length,
    RIGHT_RIDGE,
  );
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const index of ['pack', 'full']) {
    const bits = refused.filter((each) => each.index === index);
    const kept = bits.filter((each) => score(sense, each.values) >= SENSE_THRESHOLD);
    out(
      `${index} nonsense refused ${(100 * (1 - kept.length / bits.length)).toFixed(1)} %; kept: ${kept.map((each) => each.text).join(' | ')}`,
    );
    for (const set of ['federal', 'survey', 'onet', 'typo', 'phrase', 'everyday']) {
      const rows = [...judged, ...measured].filter((each) => each.index === index && each.set === set);
      const lost = rows.filter((each) => score(sense, each.sense) < SENSE_THRESHOLD);
      const table = [0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93].map((threshold) => {
        const told = rows.filter((each) => score(right, each.values) >= threshold);
        const good = told.filter((each) => each.right);
        return `${threshold}: ${((100 * told.length) / rows.length).toFixed(0)}/${((100 * good.length) / Math.max(1, told.length)).toFixed(1)}`;
      });
      out(
        `${index} ${set.padEnd(9)} refused ${((100 * lost.length) / rows.length).toFixed(1)} % told/right ${table.join('  ')}`,
      );
      if (process.argv.includes('--lost')) out(lost.map((each) => each.title).join(' | '));
    }
  }
  out(`thresholds now: sense ${SENSE_THRESHOLD}, match ${MATCH_THRESHOLD}`);
  if (!process.argv.includes('--write')) return;
  const rows = (names: readonly string[], weights: Float64Array): string =>
    names.map((name, k) => `  ${name}: ${Number((weights[k] ?? 0).toFixed(3))},`).join('\n');
  writeFileSync(
    `${ROOT}knowledge/matching/confidence-weights.ts`,
    `import type { Sense, Signal } from './signals.ts';

/**
 * Weights of the two confidence models, made by \`npx tsx test/bench/fit-confidence.ts --write\` from held-out rankings of federal,
 * survey, O*NET and mistyped titles and from made-up nonsense, on the pack and on the full index. Not to be edited by hand.
 */
export const SENSE_WEIGHTS: Readonly<Record<Sense, number>> = {
${rows(SENSE, sense)}
};

export const RIGHT_WEIGHTS: Readonly<Record<Signal, number>> = {
${rows(SIGNALS, right)}
};
`,
  );
}

main();
