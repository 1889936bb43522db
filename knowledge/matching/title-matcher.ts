import { setImmediate } from 'node:timers/promises';
import { judge } from './confidence.ts';
import { MatchEngine } from './engine.ts';
import { rank } from './ranker.ts';
import { explain } from './reasons.ts';
import { Spotter } from './spotter.ts';
import type { MatchCandidate, Matcher, MatchIndexInput, MatchOptions, MatchResult, TitleSpan } from './types.ts';

const USUAL_LIMIT = 10;

/**
 * Job title -> ranked unit groups and a decision. Shortlist from an inverted index, features of each candidate, a linear ranker,
 * two logistic models for the confidence. Pure and synchronous; the same text has the same answer every time.
 */
export class TitleMatcher implements Matcher {
  readonly #engine: MatchEngine;
  readonly #spotter: Spotter;
  readonly #names: ReadonlyMap<string, string>;

  constructor(input: MatchIndexInput, engine = MatchEngine.build(input)) {
    this.#engine = engine;
    this.#spotter = new Spotter(this.#engine.index);
    this.#names = new Map(input.groups.map((group) => [group.code, group.title]));
  }

  /** Made beside other work: a server that takes up new titles goes on answering. */
  static async create(input: MatchIndexInput): Promise<TitleMatcher> {
    const steps = MatchEngine.steps(input);
    let step = steps.next();
    while (!step.done) {
      await setImmediate();
      step = steps.next();
    }
    return new TitleMatcher(input, step.value);
  }

  match(text: string, options: MatchOptions = {}): MatchResult {
    const hint = options.hint ?? '';
    const result = this.#doubted(this.#match(text, hint, options.limit ?? USUAL_LIMIT), options);
    // The title says nothing, but the hint may.
    if (result.decision === 'none' && hint.trim() !== '') {
      return { ...this.#match(hint, '', options.limit ?? USUAL_LIMIT), query: text };
    }
    return result;
  }

  spot(text: string): TitleSpan[] {
    return this.#spotter.spot(text);
  }

  /** A misspelt title is no clearer than the title itself: where that is asked about, so is the misspelt one. */
  #doubted(result: MatchResult, { hint = '', limit = USUAL_LIMIT }: MatchOptions): MatchResult {
    const [first] = result.candidates;
    if (result.decision !== 'match' || first?.reason !== 'spelling') return result;
    const spelt = this.#match(first.matchedTitle, hint, limit);
    return { ...result, decision: spelt.decision === 'ask' ? 'ask' : 'match' };
  }

  #match(text: string, hint: string, limit: number): MatchResult {
    const { index } = this.#engine;
    const analysis = this.#engine.analyse(text, hint);
    if (analysis.query.slots.length === 0) return { query: text, decision: 'none', candidates: [] };
    const ranked = rank(analysis.scored, { hinted: hint.trim() !== '', sentence: analysis.query.sentence });
    const { decision, first } = judge(index, analysis, ranked);
    if (decision === 'none') return { query: text, decision, candidates: [] };
    // The others share what the first leaves, in proportion, and none is surer than one before it.
    const rest = Math.max(1e-9, 1 - (ranked[0]?.share ?? 0));
    let ceiling = first;
    const candidates = ranked.slice(0, Math.max(1, limit)).map((each, at): MatchCandidate => {
      const code = index.codes[each.group] ?? '';
      const { title, reason } = explain(index, analysis, each.group);
      ceiling = at === 0 ? first : Math.min(ceiling, ((1 - first) * each.share) / rest);
      return {
        code,
        occupation: title?.occupation ?? '',
        matchedTitle: title?.title ?? this.#names.get(code) ?? code,
        reason,
        standsFor: title?.standsFor ?? '',
        score: Math.min(1, Math.max(0, ceiling)),
      };
    });
    return { query: text, decision, candidates };
  }
}
