import type { MatchCandidate, Matcher, MatchOptions, MatchResult } from './matching/types.ts';
import type { CodeReading, KnowledgeStore } from './store/knowledge-store.ts';

/** A candidate with the name of its group, and for codes the reading it comes from. */
export interface LookupCandidate extends MatchCandidate {
  readonly title: string;
  readonly reading?: CodeReading;
}

export interface LookupResult extends Omit<MatchResult, 'candidates'> {
  readonly candidates: readonly LookupCandidate[];
  /** True when the text was a code, whether or not any edition has it. */
  readonly isCode: boolean;
}

/** Five digits, four characters, or either with a point and a sub-code: `12111`, `1252`, `B513`, `1413.3`, `12111.00`. */
const CODE = /^(noc(-s)?|oasis)?\s*#?\s*(\d{5}(\.\d{2})?|([a-z]\d{3}|\d{4})(\.\d{1,2})?)$/i;

/** Finds unit groups for what a person typed: a job title, or a code of any edition. */
export class OccupationLookup {
  readonly #store: KnowledgeStore;
  readonly #matcher: Matcher;
  readonly #names: ReadonlyMap<string, string>;

  private constructor(store: KnowledgeStore, matcher: Matcher, names: ReadonlyMap<string, string>) {
    this.#store = store;
    this.#matcher = matcher;
    this.#names = names;
  }

  static async create(store: KnowledgeStore, matcher: Matcher): Promise<OccupationLookup> {
    const groups = await store.groups();
    return new OccupationLookup(store, matcher, new Map(groups.map((group) => [group.code, group.title])));
  }

  get matcher(): Matcher {
    return this.#matcher;
  }

  async find(text: string, options: MatchOptions = {}): Promise<LookupResult> {
    const code = CODE.exec(text.trim().slice(0, 40))?.[3];
    if (code !== undefined) return this.#findCode(text, code, options.limit ?? 10);
    const result = this.#matcher.match(text, options);
    return {
      ...result,
      isCode: false,
      candidates: result.candidates.map((candidate) => ({
        ...candidate,
        title: this.#names.get(candidate.code) ?? candidate.code,
      })),
    };
  }

  /** A code can belong to several editions and lead to several groups: one group is a match, more are asked about. */
  async #findCode(query: string, code: string, limit: number): Promise<LookupResult> {
    const readings = await this.#store.readCode(code);
    const candidates = new Map<string, Omit<LookupCandidate, 'score'>>();
    for (const reading of readings) {
      for (const group of reading.groups) {
        if (candidates.has(group)) continue;
        candidates.set(group, {
          code: group,
          title: this.#names.get(group) ?? group,
          occupation: reading.occupation,
          matchedTitle: reading.from.title,
          reason: 'code',
          standsFor: '',
          reading,
        });
      }
    }
    // The codes do not tell how many people each group took over, so several groups are equally likely.
    const score = candidates.size === 0 ? 0 : 1 / candidates.size;
    return {
      query,
      isCode: true,
      decision: candidates.size === 0 ? 'none' : candidates.size === 1 ? 'match' : 'ask',
      candidates: [...candidates.values()].slice(0, limit).map((candidate) => ({ ...candidate, score })),
    };
  }
}
