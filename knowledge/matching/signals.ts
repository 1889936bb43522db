import type { Analysis } from './engine.ts';
import { HELPER_WORDS, MANAGEMENT_WORDS, SUPERVISOR_WORDS } from './lexicon.ts';
import type { Slot } from './query.ts';
import type { Ranked } from './ranker.ts';
import { familyOf, type TitleIndex } from './title-index.ts';

/** What confidence is read from, in the order of its weights; the first is the constant. */
export const SIGNALS = [
  'one',
  'logit',
  'margin',
  'literalAlone',
  'literalShared',
  'coreAlone',
  'best',
  'bestHead',
  'secondBest',
  'rivals',
  'cover',
  'unknown',
  'misspelt',
  'doubt',
  'oneWord',
  'twoWords',
  'manyWords',
  'vagueHead',
  'management',
  'helper',
  'sentence',
  'duties',
  'everyday',
  'support',
  'inferred',
  'inferredRank',
  'literalVague',
  'literalWord',
  'literalRivals',
  'vagueLogit',
  'literalTwice',
] as const;
export type Signal = (typeof SIGNALS)[number];

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function readSignals(index: TitleIndex, analysis: Analysis, ranked: readonly Ranked[]): Float64Array {
  const { query, evidence, exact, core } = analysis;
  const first = ranked[0];
  const second = ranked[1];
  const group = first?.group ?? -1;
  const literal = new Set(exact.map((form) => index.formGroup[form] ?? 0));
  const same = new Set(core.map((form) => index.formGroup[form] ?? 0));
  const p = clamp(first?.share ?? 0, 0.001, 0.999);
  const total = Math.max(query.total, 1e-6);
  let unknown = 0;
  let misspelt = 0;
  let doubt = 0;
  let content = 0;
  for (const slot of query.slots) {
    if (slot.word.role === 'content') content += 1;
    if (slot.source === 'unknown') unknown += slot.weight / total;
    if (slot.source === 'spelling') {
      misspelt += slot.weight / total;
      doubt += ((1 - slot.likeness) * slot.weight) / total;
    }
  }
  const best = evidence.best[group] ?? 0;
  let secondBest = 0;
  let rivals = 0;
  let support = 0;
  for (let each = 0; each < index.codes.length; each += 1) {
    support += evidence.support[each] ?? 0;
    if (each === group) continue;
    secondBest = Math.max(secondBest, evidence.best[each] ?? 0);
    if ((evidence.best[each] ?? 0) > 0.9 * best) rivals += 1;
  }
  const headWord = query.slots.find((slot) => slot.isHead)?.word.lemma ?? '';
  const own = evidence.support[group] ?? 0;
  const alone = literal.size === 1 && literal.has(group) ? 1 : 0;
  const vagueHead = headShare(index, analysis, group);
  const logit = Math.log(p / (1 - p));
  const management = MANAGEMENT_WORDS.has(headWord) ? 1 : 0;
  const inferred = best < 0.88 ? 1 : 0;
  const ladder = management || SUPERVISOR_WORDS.has(headWord) ? 1 : 0;
  const crowd = Math.min(1, Math.log1p(rivals) / 2);
  const kinds = new Set(
    exact
      .filter((form) => index.formGroup[form] === group)
      .map((form) => index.titles[index.formTitle[form] ?? 0]?.kind),
  );
  const values: Record<Signal, number> = {
    one: 1,
    logit,
    margin: Math.min(4, Math.log(p / clamp(second?.share ?? 0, 1e-4, 1))),
    literalAlone: alone,
    literalShared: literal.size > 1 ? Math.min(1, (literal.size - 1) / 3) : 0,
    coreAlone: same.size === 1 && same.has(group) ? 1 : 0,
    best,
    bestHead: evidence.bestHead[group] ?? 0,
    secondBest,
    rivals: crowd,
    cover: evidence.cover[group] ?? 0,
    unknown,
    misspelt,
    doubt,
    oneWord: content <= 1 ? 1 : 0,
    twoWords: content === 2 ? 1 : 0,
    manyWords: content > 3 ? 1 : 0,
    vagueHead,
    management,
    helper: HELPER_WORDS.has(headWord) ? 1 : 0,
    sentence: query.sentence ? 1 : 0,
    duties: analysis.duties[group] ?? 0,
    everyday: index.titles[index.formTitle[evidence.bestForm[group] ?? -1] ?? -1]?.kind === 'everyday' ? 1 : 0,
    support: support > 0 ? own / support : 0,
    inferred,
    // Which managers or seniors lead the field is worked out, not written down anywhere: worth asking.
    inferredRank: inferred * ladder,
    literalVague: alone * vagueHead,
    literalWord: alone * (content <= 1 ? 1 : 0),
    literalRivals: alone * crowd,
    vagueLogit: vagueHead * logit,
    // Both the pack's editor and the official index put it there.
    literalTwice: alone && kinds.has('official') && kinds.size > 1 ? 1 : 0,
  };
  return Float64Array.from(SIGNALS, (name) => values[name]);
}

/** 1 minus the group's share of all titles with the query's head word: "officer" is anybody's, "plumber" is not. */
function headShare(index: TitleIndex, analysis: Analysis, group: number): number {
  const { start, items, weights } = index.headGroups;
  let own = 0;
  let sum = 0;
  for (const head of analysis.query.heads.keys()) {
    for (let at = start[head] ?? 0; at < (start[head + 1] ?? 0); at += 1) {
      sum += weights[at] ?? 0;
      if (items[at] === group) own += weights[at] ?? 0;
    }
  }
  return sum > 0 ? 1 - own / sum : 1;
}

/** What tells a title from nonsense: how much of the text is words of work, and how well any title agrees with it. */
export const SENSE = [
  'one',
  'best',
  'bestSquare',
  'known',
  'exactKnown',
  'doubt',
  'cover',
  'duties',
  'dutyWords',
  'literal',
  'words',
  'oneUnsure',
  'oneDoubt',
  'headKnown',
  'jobWord',
  'headJob',
  'familyJob',
  'grammar',
  'sentence',
  'sentenceBest',
  'sentenceDuties',
  'sentenceKnown',
  'sentenceUnsure',
  'repeats',
  'shortOnly',
] as const;
export type Sense = (typeof SENSE)[number];

export function readSense(index: TitleIndex, analysis: Analysis): Float64Array {
  const { query, evidence, exact, core } = analysis;
  const total = Math.max(query.total, 1e-6);
  let known = 0;
  let certain = 0;
  let doubt = 0;
  let content = 0;
  let jobWord = 0;
  let long = 0;
  const stems = query.slots.map((slot) => slot.word.stem);
  let headJob = 0;
  let familyJob = 0;
  for (const slot of query.slots) {
    if (slot.word.role !== 'filler') content += 1;
    if (slot.source === 'unknown' || slot.word.role === 'filler' || slot.word.role === 'rank') continue;
    if (slot.word.text.length > 3) long += 1;
    const share = slot.weight / total;
    known += share * slot.likeness;
    if (slot.source !== 'spelling') certain += share;
    else doubt += share * (1 - slot.likeness);
    const job = jobness(index, slot);
    jobWord = Math.max(jobWord, job);
    if (slot.isHead) headJob = job;
    for (const relative of index.families.get(familyOf(slot.word.stem)) ?? []) {
      familyJob = Math.max(familyJob, slot.likeness * (index.headShare[index.stems.get(relative) ?? -1] ?? 0));
    }
  }
  const most = (list: Float32Array): number => list.reduce((a, b) => Math.max(a, b), 0);
  const best = most(evidence.best);
  const duties = most(analysis.duties);
  const sentence = query.sentence ? 1 : 0;
  const oneUnsure = content === 1 && certain < 0.5 ? 1 : 0;
  const values: Record<Sense, number> = {
    one: 1,
    best,
    bestSquare: best * best,
    known,
    exactKnown: certain,
    doubt,
    cover: most(evidence.cover),
    duties,
    dutyWords: Math.min(4, analysis.dutyWordsKnown) / Math.max(1, content),
    literal: exact.length > 0 ? 1 : core.length > 0 ? 0.5 : 0,
    words: Math.min(6, content) / 6,
    oneUnsure,
    oneDoubt: oneUnsure * doubt,
    headKnown: query.heads.size > 0 ? 1 : 0,
    jobWord,
    headJob,
    familyJob,
    grammar: query.grammar,
    sentence,
    sentenceBest: sentence * best,
    sentenceDuties: sentence * duties,
    sentenceKnown: sentence * known,
    sentenceUnsure: sentence * (1 - certain),
    repeats: 1 - new Set(stems).size / Math.max(1, stems.length),
    shortOnly: content > 0 && long === 0 ? 1 : 0,
  };
  return Float64Array.from(SENSE, (name) => values[name]);
}

/** How much a word is one that people are called by at work. */
function jobness(index: TitleIndex, slot: Slot): number {
  let most = 0;
  for (const option of slot.options) {
    // Synonyms and relatives prove nothing about the word that was typed.
    if (option.weight < 0.65) continue;
    for (const id of option.ids) most = Math.max(most, option.weight * (index.headShare[id] ?? 0));
  }
  return most;
}
