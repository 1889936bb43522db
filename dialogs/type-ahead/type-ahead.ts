import { setImmediate } from 'node:timers/promises';
import type { LookupCandidate, LookupResult } from '../../knowledge/lookup.ts';
import { type PrefixHit, PrefixIndex, wordsOf } from '../../knowledge/matching/prefix-index.ts';
import { Recent } from '../../knowledge/recent.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { Knowledge } from '../advisor.ts';
import { lookupView } from '../answers/lookup-view.ts';
import type { Lexicon } from '../understanding/understand.ts';
import type { Wording } from '../wording/index.ts';
import { type Asked, askedIn } from './asked.ts';
import { questionFor } from './question.ts';
import type { CandidateView, TypeAheadView } from './view.ts';

/** Fewer than fill the screen beside the sheet. */
const MOST_CANDIDATES = 8;
/** Of so many groups that a half word leaves, one may ask. */
const MOST_ASKED_AMONG = 3;
/** So short a word at the end may be the beginning of another, even where it is a word itself. */
const SHORT_WORD = 3;
/** A single word left of several says too little of what is meant. */
const FEWEST_WORDS = 2;
/** Answers to what is typed again and again, by everybody alike: some 2 kB each. */
const MOST_KEPT = 1_000;

/** A candidate that is less likely has no word in common with what was typed. */
const LEAST_SCORE = 0.01;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Makes what questions are understood by. */
const ASKED = 'wages of cooks';

interface Names {
  readonly title: string;
  readonly gist: string;
}

/** Search while somebody types: half words by the beginnings of titles, whole ones by the matcher, codes of every edition. */
export class TypeAhead {
  readonly #wording: Wording;
  readonly #prefixes: PrefixIndex;
  readonly #groups: ReadonlyMap<string, Names>;
  readonly #occupations: ReadonlyMap<string, string>;
  readonly #lookup: Knowledge['lookup'];
  readonly #lexicon: Lexicon;
  readonly #recent = new Recent<TypeAheadView>(MOST_KEPT);

  private constructor(
    wording: Wording,
    { store, lookup }: Knowledge,
    prefixes: PrefixIndex,
    groups: ReadonlyMap<string, Names>,
    occupations: ReadonlyMap<string, string>,
  ) {
    this.#wording = wording;
    this.#lookup = lookup;
    this.#lexicon = { regions: store.regions, spot: (text) => lookup.matcher.spot(text) };
    this.#prefixes = prefixes;
    this.#groups = groups;
    this.#occupations = occupations;
  }

  static async over(knowledge: Knowledge, wording: Wording): Promise<TypeAhead> {
    const { store } = knowledge;
    const [titles, groups, employment, occupations] = await Promise.all([
      store.titles(),
      store.groups(),
      store.employment(),
      store.occupations(),
    ]);
    const made = new TypeAhead(
      wording,
      knowledge,
      new PrefixIndex({ titles, groups, employment }),
      new Map(groups.map(({ code, title, gist }) => [code, { title, gist }])),
      new Map(occupations.map(({ id, name }) => [id, name])),
    );
    // Everybody begins with one letter, and of those there is the most to look through.
    for (const letter of LETTERS) {
      await setImmediate();
      await made.find(letter);
    }
    await made.find(ASKED);
    return made;
  }

  async find(query: string): Promise<TypeAheadView> {
    const found = this.#recent.get(query) ?? (await this.#find(query));
    this.#recent.set(query, found);
    return found;
  }

  async #find(query: string): Promise<TypeAheadView> {
    const { result, misspelt, asked } = await this.#read(query);
    const candidates = this.#views(result);
    const asks = result.decision === 'ask' && (result.whole || candidates.length <= MOST_ASKED_AMONG);
    return {
      query,
      decision: result.decision,
      candidates,
      question: asks ? questionFor(candidates, this.#wording) : null,
      didYouMean: misspelt,
      topic: asked?.topic ?? null,
      region: asked?.region ? { id: asked.region.id, name: asked.region.name } : null,
    };
  }

  /** As a title; and where it is more than that, by the title in it. */
  async #read(query: string): Promise<Read> {
    const halfCode = /^\s*\d{1,4}\s*$/.test(query);
    const typed = halfCode ? [] : this.#typing(query);
    if (typed.length > 0) return { result: begun(query, typed, this.#groups), misspelt: null };
    const whole = await this.#lookUp(query, halfCode);
    const title = wordsOf(query).length < FEWEST_WORDS || whole.result.isCode || this.#prefixes.hasTitle(query);
    const asked = title ? null : askedIn(query, this.#lexicon);
    for (const part of asked?.titles ?? []) {
      const read = await this.#lookUp(part, false);
      if (asked && read.result.decision !== 'none' && !differs(whole.result, read.result))
        return { ...read, result: { ...read.result, query }, asked };
    }
    return whole;
  }

  async #lookUp(query: string, halfCode: boolean): Promise<Read> {
    const found = { ...(await this.#lookup.find(this.#completed(query), { limit: MOST_CANDIDATES })), query };
    if (halfCode && found.decision === 'none') {
      const groups = this.#prefixes.findCode(query.trim(), MOST_CANDIDATES);
      return { result: begun(query, groups, this.#groups), misspelt: null };
    }
    if (found.decision === 'none' && !found.isCode) {
      const hits = this.#begunBehind(wordsOf(query));
      const result = begun(query, hits, this.#groups);
      // What the matcher does not recognise is offered and never taken for granted.
      return { result: hits.length > 0 ? { ...result, decision: 'ask' } : result, misspelt: null };
    }
    const [first] = found.candidates;
    const misspelt = first?.reason === 'spelling' ? first.matchedTitle : null;
    const candidates = found.candidates.filter(({ score }, at) => at === 0 || score >= LEAST_SCORE);
    return { result: { ...found, candidates, whole: true }, misspelt };
  }

  /** Hits for a query whose last word may still go on; none for one of whole words, which the matcher reads better. */
  #typing(query: string): PrefixHit[] {
    const words = wordsOf(query);
    const last = words.at(-1) ?? '';
    const ended = /[\s.,;]$/.test(query);
    const short = last.length <= SHORT_WORD && !this.#prefixes.hasTitle(query);
    if (words.length === 0 || (this.#prefixes.hasWord(last) && (ended || !short))) return [];
    return this.#prefixes.find(query, MOST_CANDIDATES);
  }

  /** With a half word at the end written out: beside a slip or a word that no title has, the matcher makes more of it. */
  #completed(query: string): string {
    const last = wordsOf(query).at(-1) ?? '';
    const whole = last.length < SHORT_WORD ? null : this.#prefixes.complete(last);
    return whole === null ? query : `${query.trimEnd()}${whole.slice(last.length)}`;
  }

  /** Titles that begin as typed, or as typed behind a rank or whatever else no title has: "senior software de". */
  #begunBehind(words: readonly string[]): PrefixHit[] {
    const hits = this.#prefixes.find(words.join(' '), MOST_CANDIDATES);
    return hits.length > 0 || words.length <= FEWEST_WORDS ? hits : this.#begunBehind(words.slice(1));
  }

  #views(result: Found): CandidateView[] {
    return lookupView(result, this.#wording).candidates.map((view, at): CandidateView => {
      const occupation = result.candidates[at]?.occupation ?? '';
      return {
        ...view,
        occupation,
        title: this.#occupations.get(occupation) ?? view.title,
        gist: this.#groups.get(view.code)?.gist ?? '',
      };
    });
  }
}

interface Read {
  readonly result: Found;
  readonly misspelt: string | null;
  readonly asked?: Asked;
}

interface Found extends LookupResult {
  /** Whether whole words were looked up. */
  readonly whole: boolean;
}

/** Reasons by which a whole text is matched, and not by some of its words. */
const AS_IT_STANDS: readonly LookupCandidate['reason'][] = ['title', 'alias', 'everyday', 'abbreviation', 'group-name'];

/** Whether the whole is a title of its own, and of something else than the title in it: "salary administrator". */
function differs(whole: Found, part: Found): boolean {
  const [first] = whole.candidates;
  return (
    whole.decision === 'match' &&
    first !== undefined &&
    AS_IT_STANDS.includes(first.reason) &&
    first.code !== part.candidates[0]?.code
  );
}

/** Groups of titles that begin as typed, as a lookup: nobody can say which is meant, so the score is the share of people who work in one. */
function begun(query: string, hits: readonly PrefixHit[], groups: ReadonlyMap<string, Names>): Found {
  const total = hits.reduce((sum, { employment }) => sum + 1 + employment, 0);
  let ceiling = 1;
  const candidates = hits.map(({ employment, ...hit }): LookupCandidate => {
    // None is surer than one before it.
    ceiling = Math.min(ceiling, (1 + employment) / total);
    return { ...hit, title: groups.get(hit.code)?.title ?? hit.code, score: ceiling };
  });
  const decision = hits.length === 0 ? 'none' : hits.length === 1 ? 'match' : 'ask';
  return { query, decision, candidates, isCode: false, whole: false };
}

/** The search of each store, made once and gone with it. */
export class TypeAheads {
  readonly #wording: Wording;
  readonly #searches = new WeakMap<KnowledgeStore, Promise<TypeAhead>>();

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  of(knowledge: Knowledge): Promise<TypeAhead> {
    const known = this.#searches.get(knowledge.store);
    if (known) return known;
    const made = TypeAhead.over(knowledge, this.#wording);
    this.#searches.set(knowledge.store, made);
    // What could not be read is tried again by the next request.
    made.catch(() => this.#searches.delete(knowledge.store));
    return made;
  }
}
