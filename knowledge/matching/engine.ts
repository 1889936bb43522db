import { DutyIndex } from './duties.ts';
import { type Evidence, EvidenceCollector } from './evidence.ts';
import { type Scored, scoreFeatures } from './features.ts';
import { type GroupFacts, groupFacts } from './group-facts.ts';
import { type Query, QueryReader } from './query.ts';
import { Speller } from './spelling.ts';
import { type TitleIndex, titleIndexSteps } from './title-index.ts';
import { tokenise } from './tokens.ts';
import type { MatchIndexInput } from './types.ts';

export interface Analysis {
  readonly query: Query;
  readonly evidence: Evidence;
  readonly scored: readonly Scored[];
  /** Forms that are the query word for word, and those that are once order, rank and fillers are off. */
  readonly exact: readonly number[];
  readonly core: readonly number[];
  readonly duties: Float32Array;
  readonly dutyWordsKnown: number;
}

/** Everything that is known about a query before weights are laid on it; the fitting scripts use it as the matcher does. */
export class MatchEngine {
  readonly index: TitleIndex;
  readonly duties: DutyIndex;
  readonly facts: GroupFacts;
  readonly #reader: QueryReader;
  readonly #collector: EvidenceCollector;

  private constructor(index: TitleIndex, duties: DutyIndex, facts: GroupFacts) {
    this.index = index;
    this.duties = duties;
    this.facts = facts;
    this.#reader = new QueryReader(index, new Speller(index.vocabulary));
    this.#collector = new EvidenceCollector(index);
  }

  /** At once: for programs that have nothing else to do. */
  static build(input: MatchIndexInput): MatchEngine {
    const steps = MatchEngine.steps(input);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** In steps of a few milliseconds; see titleIndexSteps. */
  static *steps(input: MatchIndexInput): Generator<undefined, MatchEngine> {
    const index = yield* titleIndexSteps(input);
    yield;
    const duties = new DutyIndex(input, index);
    yield;
    const facts = groupFacts(index, input, duties.affinity());
    yield;
    return new MatchEngine(index, duties, facts);
  }

  analyse(text: string, hint = '', skip?: (form: number) => boolean): Analysis {
    const query = this.#reader.read(text);
    const evidence = this.#collector.collect(query, skip);
    const exact = this.#keyed(query, 'key', this.index.byKey, skip);
    const core = this.#keyed(query, 'coreKey', this.index.byCoreKey, skip);
    const duties = this.duties.score(query.understood);
    const hintScores = hint.trim() === '' ? null : this.duties.score(this.#reader.read(hint).understood).scores;
    const scored = scoreFeatures({
      index: this.index,
      facts: this.facts,
      query,
      evidence,
      duties: duties.scores,
      hint: hintScores,
      verbatim: this.#verbatim(text, exact),
      exact,
      core,
    });
    return { query, evidence, scored, exact, core, duties: duties.scores, dutyWordsKnown: duties.known };
  }

  /** Groups that carry the text as it stands: before those where only number, gender or an abbreviation's long form agree. */
  #verbatim(text: string, exact: readonly number[]): Set<number> {
    const plain = (words: string): string =>
      tokenise(words)
        .map((token) => token.text)
        .join(' ');
    const found = new Set<number>();
    if (exact.length === 0) return found;
    const wanted = plain(text);
    for (const form of exact) {
      const title = this.index.titles[this.index.formTitle[form] ?? 0];
      if (title && plain(title.title) === wanted) found.add(this.index.formGroup[form] ?? 0);
    }
    return found;
  }

  #keyed(
    query: Query,
    which: 'key' | 'coreKey',
    forms: ReadonlyMap<string, readonly number[]>,
    skip?: (form: number) => boolean,
  ): number[] {
    const found: number[] = [];
    for (const phrase of query.phrases) {
      for (const form of forms.get(phrase[which]) ?? []) {
        const title = this.index.titles[this.index.formTitle[form] ?? 0];
        if (title?.language === phrase.language && !skip?.(form)) found.push(form);
      }
    }
    return found;
  }
}
