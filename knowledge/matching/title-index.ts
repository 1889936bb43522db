import type { JobTitle, NocCode, TitleKind } from '../model.ts';
import { SHORTENINGS } from './lexicon.ts';
import { isFunctionWord, type Joiner, type Language, type Phrase, readPhrase, type Word } from './phrase.ts';
import { type Postings, PostingsBuilder } from './postings.ts';
import { tokenise } from './tokens.ts';
import type { MatchIndexInput } from './types.ts';

/**
 * The inverted index of all titles, in typed arrays. What is indexed is a *form*: a title as it stands, or the written-out words
 * of an abbreviation; several forms may belong to one title, several titles to one group.
 */

/** How much a word of a title counts beside its rarity. */
export function roleWeight(word: Word): number {
  if (word.role === 'aside') return 0.35;
  if (word.role === 'rank') return 0.25;
  if (word.role === 'filler') return 0.3;
  return word.qualifier ? 0.75 : 1;
}

/** How much one title of a kind says about what its group is called. */
const KIND_COUNT: Readonly<Record<TitleKind, number>> = {
  group: 3,
  alias: 1.5,
  usual: 1.5,
  everyday: 1.2,
  abbreviation: 1.2,
  official: 1,
  earlier: 1,
  foreign: 1,
};

/**
 * When one group carries a title twice, the kind that tells the reader most stays, and of several equal titles it is the one shown: the
 * group's name and aliases tell more than a row of the official index.
 */
export const KIND_ORDER: readonly TitleKind[] = [
  'group',
  'alias',
  'usual',
  'everyday',
  'abbreviation',
  'official',
  'earlier',
  'foreign',
];

export interface TitleIndex {
  readonly titles: readonly JobTitle[];
  readonly codes: readonly NocCode[];
  readonly groupOf: (code: NocCode) => number;
  /** Form -> title and group. */
  readonly formTitle: Uint32Array;
  readonly formGroup: Uint16Array;
  /** Sum of the weights of a form's words: what full coverage of it amounts to. */
  readonly formWeight: Float32Array;
  /** Id of the form's head word (a lemma, not a stem); -1 for none. */
  readonly formHead: Int32Array;
  readonly heads: ReadonlyMap<string, number>;
  /** Stem -> its id; French stems carry the prefix `fr:`. */
  readonly stems: ReadonlyMap<string, number>;
  /** Word family -> English stems of it. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly idf: Float32Array;
  /** How often a stem, where it occurs, is the head: near 1 for "plumber", 0 for "syrup". */
  readonly headShare: Float32Array;
  readonly forms: Postings;
  /** Stem -> groups, with the weighted number of the group's titles that have it. */
  readonly groups: Postings;
  readonly groupTotal: Float32Array;
  /** Head -> groups, likewise. */
  readonly headGroups: Postings;
  /** Surface words and how often they occur, for spelling. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly join: Joiner;
  /** Full key and core key -> forms. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly byCoreKey: ReadonlyMap<string, readonly number[]>;
  /** Abbreviation of one word -> the words it stands for. */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
}

/** Titles after which a running program may answer somebody. */
const STEP = 250;

const MAX_EXPANSIONS = 4;

function add<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** One row per group and wording, the most telling kind first; input order decides ties. */
function distinctTitles(titles: readonly JobTitle[]): JobTitle[] {
  const order = new Map(KIND_ORDER.map((kind, at) => [kind, at]));
  const best = new Map<string, JobTitle>();
  for (const title of titles) {
    const key = `${title.code}|${title.language}|${title.title.toLowerCase()}`;
    const known = best.get(key);
    if (!known || (order.get(title.kind) ?? 9) < (order.get(known.kind) ?? 9)) best.set(key, title);
  }
  return [...best.values()];
}

function* countWords(titles: readonly JobTitle[]): Generator<undefined, Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [at, title] of titles.entries()) {
    if (at % STEP === 0) yield;
    for (const token of tokenise(title.title)) {
      if (!isFunctionWord(token.text)) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
    }
  }
  return counts;
}

/** "IT manager" is also indexed as "information technology manager". */
function writtenOut(title: JobTitle): string | null {
  if (title.standsFor !== '') return title.standsFor;
  if (title.language === 'fr') return null;
  let changed = false;
  const words = title.title.split(' ').map((word) => {
    const long = /^[A-Z]{2,4}$/.test(word) ? SHORTENINGS.get(word.toLowerCase()) : undefined;
    if (long === undefined) return word;
    changed = true;
    return long[0] ?? word;
  });
  return changed ? words.join(' ') : null;
}

function learnExpansions(titles: readonly JobTitle[]): Map<string, readonly string[]> {
  const expansions = new Map<string, string[]>();
  for (const title of titles) {
    if (title.standsFor === '' || title.language !== 'en') continue;
    const tokens = tokenise(title.title);
    const short = tokens[0]?.text;
    if (tokens.length !== 1 || short === undefined) continue;
    const known = expansions.get(short);
    if (!known) expansions.set(short, [title.standsFor]);
    else if (known.length < MAX_EXPANSIONS && !known.includes(title.standsFor)) known.push(title.standsFor);
  }
  return expansions;
}

function makeJoiner(vocabulary: ReadonlyMap<string, number>): Joiner {
  return (first, second) => {
    if (first.length < 2 || second.length < 3 || first.length + second.length < 6) return null;
    if (isFunctionWord(first) || isFunctionWord(second)) return null;
    const joined = first + second;
    if (vocabulary.has(joined)) return joined;
    return joined.endsWith('s') && vocabulary.has(joined.slice(0, -1)) ? joined : null;
  };
}

const DERIVED = /(?:ations?|ator|ment|ist|ial|ian|ery|ant|age|eer|person|ing|er|or|ic|al|at|i|e|y)$/;

/** What is left of a stem when its derivational ending is off; the stem itself when too little would be left. */
export function familyOf(stem: string): string {
  let family = stem;
  // Twice, because endings stack: "janitorial" -> "janitori" -> "janitor" -> "janit".
  for (let round = 0; round < 2; round += 1) {
    const base = family.replace(DERIVED, '');
    if (base.length >= 4) family = base;
  }
  return family;
}

function groupFamilies(stems: ReadonlyMap<string, number>): Map<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const stem of stems.keys()) {
    if (stem.startsWith('fr:')) continue;
    const family = familyOf(stem);
    const members = families.get(family);
    if (members) members.push(stem);
    else families.set(family, [stem]);
  }
  return families;
}

/** The index, made in steps of a few milliseconds: whoever drives them decides whether something else may run in between. */
export function* titleIndexSteps(input: MatchIndexInput): Generator<undefined, TitleIndex> {
  const titles = distinctTitles(input.titles);
  yield;
  const codes = [...new Set([...input.groups.map((group) => group.code), ...titles.map((title) => title.code)])].sort();
  const groupIndex = new Map(codes.map((code, at) => [code, at]));
  const groupOf = (code: NocCode): number => groupIndex.get(code) ?? -1;
  const vocabulary = yield* countWords(titles);
  const join = makeJoiner(vocabulary);

  const stems = new Map<string, number>();
  const heads = new Map<string, number>();
  const formTitle: number[] = [];
  const formGroup: number[] = [];
  const formWeight: number[] = [];
  const formHead: number[] = [];
  const byKey = new Map<string, number[]>();
  const byCoreKey = new Map<string, number[]>();
  const forms = new PostingsBuilder();
  const groupCounts = new Map<number, number>();
  const headCounts = new Map<number, number>();
  const groupTotal = new Float32Array(codes.length);
  const headUses = new Map<number, number>();
  const formStems: { form: number; stem: number; weight: number }[] = [];
  const idOf = (map: Map<string, number>, key: string): number => {
    let id = map.get(key);
    if (id === undefined) {
      id = map.size;
      map.set(key, id);
    }
    return id;
  };

  const addForm = (phrase: Phrase, titleAt: number, group: number, count: number): void => {
    const form = formTitle.length;
    const weights = new Map<number, number>();
    for (const word of phrase.words) {
      const stem = idOf(stems, word.stem);
      weights.set(stem, Math.max(weights.get(stem) ?? 0, roleWeight(word)));
    }
    for (const [stem, weight] of weights) {
      formStems.push({ form, stem, weight });
      const cell = stem * codes.length + group;
      groupCounts.set(cell, (groupCounts.get(cell) ?? 0) + count * weight);
    }
    const headWord = phrase.words[phrase.head];
    const head = headWord ? idOf(heads, headKey(headWord.lemma, phrase.language)) : -1;
    if (head >= 0) {
      const cell = head * codes.length + group;
      headCounts.set(cell, (headCounts.get(cell) ?? 0) + count);
    }
    if (headWord) {
      const stem = idOf(stems, headWord.stem);
      headUses.set(stem, (headUses.get(stem) ?? 0) + 1);
    }
    groupTotal[group] = (groupTotal[group] ?? 0) + count;
    formTitle.push(titleAt);
    formGroup.push(group);
    formWeight.push(0);
    formHead.push(head);
    add(byKey, phrase.key, form);
    add(byCoreKey, phrase.coreKey, form);
  };

  for (const [at, title] of titles.entries()) {
    if (at % STEP === 0) yield;
    const group = groupOf(title.code);
    const count = KIND_COUNT[title.kind];
    const phrase = readPhrase(title.title, title.language, join);
    if (phrase.words.length === 0) continue;
    addForm(phrase, at, group, count);
    const long = writtenOut(title);
    if (long === null) continue;
    const second = readPhrase(long, title.language, join);
    if (second.words.length > 0 && second.key !== phrase.key) addForm(second, at, group, count * 0.5);
  }

  yield;
  const groups = PostingsBuilder.fromCells(groupCounts, codes.length, stems.size);
  yield;
  const headGroups = PostingsBuilder.fromCells(headCounts, codes.length, heads.size);
  const formCount = formTitle.length;
  const frequency = new Float32Array(stems.size);
  for (const { stem } of formStems) frequency[stem] = (frequency[stem] ?? 0) + 1;
  // A word is telling when few titles have it and, above all, when few groups do.
  const idf = Float32Array.from(frequency, (count, stem) => {
    const inGroups = (groups.start[stem + 1] ?? 0) - (groups.start[stem] ?? 0);
    return 0.4 * Math.log(1 + formCount / (count + 1)) + 0.6 * Math.log(1 + codes.length / (inGroups + 0.5));
  });
  yield;
  for (const { form, stem, weight } of formStems) {
    forms.add(stem, form, weight);
    formWeight[form] = (formWeight[form] ?? 0) + weight * (idf[stem] ?? 0);
  }
  yield;
  return {
    titles,
    codes,
    groupOf,
    formTitle: Uint32Array.from(formTitle),
    formGroup: Uint16Array.from(formGroup),
    formWeight: Float32Array.from(formWeight),
    formHead: Int32Array.from(formHead),
    heads,
    stems,
    families: groupFamilies(stems),
    idf,
    // One use proves little: half a use as head is held back.
    headShare: Float32Array.from(frequency, (count, stem) => Math.max(0, (headUses.get(stem) ?? 0) - 0.5) / count),
    forms: forms.build(stems.size),
    groups,
    groupTotal,
    headGroups,
    vocabulary,
    join,
    byKey,
    byCoreKey,
    expansions: learnExpansions(titles),
  };
}

/** Heads of the two languages are kept apart, as stems are. */
export function headKey(lemma: string, language: Language): string {
  return language === 'fr' ? `fr:${lemma}` : lemma;
}
