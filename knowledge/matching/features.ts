import type { Evidence } from './evidence.ts';
import { fuzzyAgreement } from './fuzzy.ts';
import type { GroupFacts } from './group-facts.ts';
import { HELPER_WORDS, MANAGEMENT_WORDS, OWNER_WORDS, SUPERVISOR_WORDS } from './lexicon.ts';
import type { Query } from './query.ts';
import type { TitleIndex } from './title-index.ts';
import { headEvidence, neighbourhood, PRIOR, wordEvidence } from './word-evidence.ts';

/** What the ranker looks at, in the order of its weights. Only differences between groups matter to it. */
export const FEATURES = [
  'best',
  'bestSquare',
  'bestQueryCover',
  'bestTitleCover',
  'bestHead',
  'cover',
  'logSupport',
  'logCoverSupport',
  'keyExact',
  'coreExact',
  'keyShare',
  'words',
  'wordsPerWord',
  'modifiers',
  'headGivenGroup',
  'groupGivenHead',
  'teerGivenHead',
  'fieldGivenModifiers',
  'duties',
  'dutiesSentence',
  'employment',
  'titles',
  'managerAgrees',
  'managerMissing',
  'managerUnasked',
  'supervisorAgrees',
  'supervisorUnasked',
  'helperTeer',
  'packTitle',
  'seniorAgrees',
  'seniorMissing',
  'seniorUnasked',
  'neighbour',
  'neighbourManager',
  'neighbourSupervisor',
  'residual',
  'residualVague',
  'residualHead',
  'employmentVague',
  'leadsManager',
  'leadsSupervisor',
  'leadsSenior',
  'unled',
  'modifierShare',
  'modifiersVagueHead',
  'shareVagueHead',
  'fuzzy',
  'hint',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Scored {
  readonly group: number;
  readonly features: Float32Array;
  /** The query is a title of the group letter for letter (case and accents aside), not only by its folded key. */
  readonly verbatim: boolean;
}

const CANDIDATES = 60;

const SENIOR =
  /\b(?:director general|deputy minister|(?:vice )?president|chief (?:\w+ )?officer|c[efoit]o|[se]?vp|executive director|directeur general|sous ministre|deputy head)\b/;

/** Groups worth a closer look: best by titles, by words and by duties. */
function shortlist(
  evidence: Evidence,
  words: Float32Array,
  duties: Float32Array,
  keyed: ReadonlySet<number>,
  boost: Float32Array,
): number[] {
  const size = words.length;
  const rank = new Float32Array(size);
  for (let group = 0; group < size; group += 1) {
    rank[group] =
      3 * (evidence.best[group] ?? 0) +
      1.5 * (evidence.bestHead[group] ?? 0) +
      (evidence.cover[group] ?? 0) +
      0.25 * (words[group] ?? 0) +
      (boost[group] ?? 0) +
      1.5 * (duties[group] ?? 0) +
      (keyed.has(group) ? 5 : 0);
  }
  const order = Uint16Array.from(rank.keys()).sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b);
  return [...order.subarray(0, CANDIDATES)];
}

/** Filled by hand: making it from a list with a function takes several times as long, and this is done for every candidate. */
function inOrder(values: Readonly<Record<Feature, number>>): Float32Array {
  const features = new Float32Array(FEATURES.length);
  for (let at = 0; at < FEATURES.length; at += 1) {
    const name = FEATURES[at];
    if (name !== undefined) features[at] = values[name];
  }
  return features;
}

export interface FeatureInput {
  readonly index: TitleIndex;
  readonly facts: GroupFacts;
  readonly query: Query;
  readonly evidence: Evidence;
  readonly duties: Float32Array;
  readonly hint: Float32Array | null;
  readonly verbatim: ReadonlySet<number>;
  /** Forms with the query's very key, and with its core key. */
  readonly exact: readonly number[];
  readonly core: readonly number[];
}

export function scoreFeatures(input: FeatureInput): Scored[] {
  const { index, facts, query, evidence, duties, hint } = input;
  const words = wordEvidence(index, facts, query, evidence);
  const head = headEvidence(index, facts, query);
  const exact = new Set(input.exact.map((form) => index.formGroup[form] ?? 0));
  const core = new Set(input.core.map((form) => index.formGroup[form] ?? 0));
  const packed = new Set<number>();
  for (const form of [...input.exact, ...input.core]) {
    if (index.titles[index.formTitle[form] ?? 0]?.kind !== 'official') packed.add(index.formGroup[form] ?? 0);
  }
  let supportSum = 0;
  let coverSum = 0;
  for (let group = 0; group < index.codes.length; group += 1) {
    supportSum += evidence.support[group] ?? 0;
    coverSum += evidence.coverSupport[group] ?? 0;
  }
  const texts = query.slots.map((slot) => slot.word.text);
  const headText = query.slots.find((slot) => slot.isHead)?.word.lemma ?? '';
  const manager = MANAGEMENT_WORDS.has(headText) || texts.some((text) => OWNER_WORDS.has(text)) ? 1 : 0;
  const supervisor = texts.some((text) => SUPERVISOR_WORDS.has(text)) || SUPERVISOR_WORDS.has(headText) ? 1 : 0;
  const helper = HELPER_WORDS.has(headText) ? 1 : 0;
  const senior = SENIOR.test(texts.join(' ')) ? 1 : 0;
  // A head that many groups share ("officer", "analyst") says little: then the other words decide.
  const vagueHead = head.sum > 0 ? 1 - head.counts.reduce((most, each) => Math.max(most, each), 0) / head.sum : 1;
  // "Project engineer": a head of one family of groups and no speciality is what the family's "Other ..." group is for.
  const kin = (group: number): number => {
    if (head.sum === 0) return 0;
    const family = index.codes[group]?.slice(0, 3) ?? '';
    let own = 0;
    for (let each = group; each >= 0 && index.codes[each]?.startsWith(family); each -= 1) own += head.counts[each] ?? 0;
    for (let each = group + 1; index.codes[each]?.startsWith(family); each += 1) own += head.counts[each] ?? 0;
    return own / head.sum;
  };
  const near = neighbourhood(facts, words.modifiers);
  const vague = 1 - evidence.best.reduce((most, each) => Math.max(most, each), 0);
  const telling = words.modifiers.reduce((most, each) => Math.max(most, each), 0);
  const modifierCount = Math.max(1, words.weight);
  // Managers and supervisors of the field are looked at even when no title of theirs shares a word with the query.
  const boost = new Float32Array(index.codes.length);
  if (senior + manager + supervisor > 0) {
    for (let group = 0; group < boost.length; group += 1) {
      if (senior && facts.senior[group]) boost[group] = 3;
      else if ((manager && facts.manager[group]) || (supervisor && facts.supervisor[group]))
        boost[group] = 0.5 + 4 * near.nearness(group) + 2 * near.led(group);
    }
  }
  const groups = shortlist(evidence, words.words, duties, new Set([...exact, ...core]), boost);
  const fuzzy = fuzzyAgreement(index, query, evidence, groups);
  return groups.map((group) => {
    const total = index.groupTotal[group] ?? 0;
    const teer = facts.teer[group] ?? 0;
    const isManager = facts.manager[group] ?? 0;
    const isSupervisor = facts.supervisor[group] ?? 0;
    const best = evidence.best[group] ?? 0;
    const isSenior = facts.senior[group] ?? 0;
    const nearness = near.nearness(group);
    const led = near.led(group);
    const share = near.share(group);
    const usualHead = (head.sum + 0.5) / facts.total;
    const values: Record<Feature, number> = {
      best,
      bestSquare: best * best,
      bestQueryCover: evidence.bestQueryCover[group] ?? 0,
      bestTitleCover: evidence.bestTitleCover[group] ?? 0,
      bestHead: evidence.bestHead[group] ?? 0,
      cover: evidence.cover[group] ?? 0,
      logSupport: Math.log(((evidence.support[group] ?? 0) + 0.02) / (supportSum + 1)) / 3,
      logCoverSupport: Math.log(((evidence.coverSupport[group] ?? 0) + 0.02) / (coverSum + 1)) / 3,
      keyExact: exact.has(group) ? 1 : 0,
      coreExact: core.has(group) ? 1 : 0,
      keyShare: exact.has(group) ? 1 / exact.size : 0,
      words: words.words[group] ?? 0,
      wordsPerWord: (words.words[group] ?? 0) / modifierCount,
      modifiers: words.modifiers[group] ?? 0,
      headGivenGroup: Math.log(((head.counts[group] ?? 0) + PRIOR * usualHead) / (total + PRIOR) / usualHead),
      groupGivenHead: head.sum > 0 ? Math.log(((head.counts[group] ?? 0) + 0.05) / (head.sum + 5)) / 3 : 0,
      teerGivenHead:
        head.sum > 0
          ? Math.log(
              ((head.teer[teer] ?? 0) + 2) / (head.sum + 12) / (((facts.teerTotal[teer] ?? 0) + 1) / facts.total),
            )
          : 0,
      fieldGivenModifiers: words.field[facts.field[group] ?? 0] ?? 0,
      duties: duties[group] ?? 0,
      dutiesSentence: query.sentence ? (duties[group] ?? 0) : 0,
      employment: facts.logEmployment[group] ?? 0,
      titles: facts.logTitles[group] ?? 0,
      managerAgrees: manager * isManager,
      managerMissing: manager * (1 - isManager),
      managerUnasked: (1 - manager) * isManager,
      supervisorAgrees: supervisor * isSupervisor,
      supervisorUnasked: (1 - supervisor) * isSupervisor,
      helperTeer: helper * (teer >= 3 ? 1 : 0),
      seniorAgrees: senior * isSenior,
      seniorMissing: senior * (1 - isSenior),
      seniorUnasked: (1 - senior) * isSenior,
      neighbour: nearness,
      neighbourManager: manager * isManager * nearness,
      neighbourSupervisor: supervisor * isSupervisor * nearness,
      residual: facts.residual[group] ?? 0,
      residualVague: (facts.residual[group] ?? 0) * Math.exp(-telling),
      residualHead: facts.residual[group] ? (facts.residual[group] ?? 0) * kin(group) * Math.exp(-telling / 2) : 0,
      employmentVague: (facts.logEmployment[group] ?? 0) * vague,
      leadsManager: manager * (1 - senior) * isManager * led,
      leadsSupervisor: supervisor * isSupervisor * led,
      leadsSenior: senior * isSenior * led,
      unled: supervisor * (facts.unled[group] ?? 0) * share,
      modifierShare: share,
      modifiersVagueHead: (words.modifiers[group] ?? 0) * vagueHead,
      shareVagueHead: share * vagueHead,
      packTitle: packed.has(group) ? 1 : 0,
      fuzzy: fuzzy.get(group) ?? 0,
      hint: hint?.[group] ?? 0,
    };
    return {
      group,
      features: inOrder(values),
      verbatim: input.verbatim.has(group),
    };
  });
}
