import type { Evidence } from './evidence.ts';
import { HELPER_WORDS, MANAGEMENT_WORDS, OWNER_WORDS, SUPERVISOR_WORDS } from './lexicon.ts';
import { closeness, LED_BY } from './lines-of-command.ts';
import type { Query } from './query.ts';
import type { TitleIndex } from './title-index.ts';
import type { MatchIndexInput } from './types.ts';

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
  'hint',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Scored {
  readonly group: number;
  readonly features: Float32Array;
  /** The query is a title of the group letter for letter (case and accents aside), not only by its folded key. */
  readonly verbatim: boolean;
}

/** Fixed facts of the groups, made once. */
export interface GroupFacts {
  readonly teer: Uint8Array;
  readonly field: Uint8Array;
  readonly manager: Uint8Array;
  readonly supervisor: Uint8Array;
  readonly logEmployment: Float32Array;
  readonly logTitles: Float32Array;
  readonly teerTotal: Float32Array;
  readonly fieldTotal: Float32Array;
  readonly total: number;
  /** The five groups of senior managers, and the groups "Other ...". */
  readonly senior: Uint8Array;
  readonly residual: Uint8Array;
  readonly affinity: Float32Array;
  /** Row leads column: 1 for the most closely matching leader of its rank, less for a looser one. */
  readonly leads: Float32Array;
  /** No supervisor group leads it: its supervisors belong to it. */
  readonly unled: Uint8Array;
}

function rankOf(code: string): string {
  if (code.startsWith('000')) return 'senior';
  return code[1] === '0' ? 'manager' : 'supervisor';
}

/** For each group, its leaders of each rank: only the closest ones count in full. */
function chainOfCommand(codes: readonly string[], leads: Float32Array, unled: Uint8Array): void {
  const size = codes.length;
  const leaders = codes.filter((code) => LED_BY.has(code));
  codes.forEach((code, column) => {
    const closest = new Map<string, number>();
    for (const leader of leaders) {
      const rank = rankOf(leader);
      closest.set(rank, Math.max(closest.get(rank) ?? 0, closeness(leader, code)));
    }
    unled[column] = (closest.get('supervisor') ?? 0) === 0 && code[1] !== '0' ? 1 : 0;
    for (const leader of leaders) {
      const near = closeness(leader, code);
      const best = closest.get(rankOf(leader)) ?? 0;
      if (near > 0) leads[codes.indexOf(leader) * size + column] = near === best ? 1 : 0.3;
    }
  });
}

export function groupFacts(index: TitleIndex, input: MatchIndexInput, affinity: Float32Array): GroupFacts {
  const { employment } = input;
  const names = new Map(input.groups.map((group) => [group.code, group.title]));
  const size = index.codes.length;
  const facts = {
    teer: new Uint8Array(size),
    field: new Uint8Array(size),
    manager: new Uint8Array(size),
    supervisor: new Uint8Array(size),
    logEmployment: new Float32Array(size),
    logTitles: new Float32Array(size),
    teerTotal: new Float32Array(10),
    fieldTotal: new Float32Array(10),
    total: 0,
    senior: new Uint8Array(size),
    residual: new Uint8Array(size),
    affinity,
    leads: new Float32Array(size * size),
    unled: new Uint8Array(size),
  };
  chainOfCommand(index.codes, facts.leads, facts.unled);
  const known = [...(employment?.values() ?? [])].map((count) => Math.log(1 + count));
  const mean = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) / known.length : 0;
  index.codes.forEach((code, at) => {
    const count = index.groupTotal[at] ?? 0;
    const people = employment?.get(code);
    facts.teer[at] = Number(code[1] ?? 0);
    facts.field[at] = Number(code[0] ?? 0);
    facts.manager[at] = code[1] === '0' ? 1 : 0;
    facts.supervisor[at] = code[1] === '2' && code[2] === '0' ? 1 : 0;
    facts.senior[at] = code.startsWith('000') && code !== '00010' ? 1 : 0;
    facts.residual[at] = /^other\b/i.test(names.get(code) ?? '') ? 1 : 0;
    facts.logEmployment[at] = (people === undefined ? mean - 0.5 : Math.log(1 + people)) - mean;
    facts.logTitles[at] = Math.log(1 + count);
    facts.teerTotal[facts.teer[at] ?? 0] = (facts.teerTotal[facts.teer[at] ?? 0] ?? 0) + count;
    facts.fieldTotal[facts.field[at] ?? 0] = (facts.fieldTotal[facts.field[at] ?? 0] ?? 0) + count;
    facts.total += count;
  });
  return facts;
}

const PRIOR = 8;
const CANDIDATES = 60;

interface WordEvidence {
  readonly words: Float32Array;
  readonly modifiers: Float32Array;
  readonly field: Float32Array;
  readonly weight: number;
}

/** How much likelier each word is in the group's titles (and in its field's) than anywhere: summed logs, smoothed. */
function wordEvidence(index: TitleIndex, facts: GroupFacts, query: Query, evidence: Evidence): WordEvidence {
  const size = index.codes.length;
  const words = new Float32Array(size);
  const modifiers = new Float32Array(size);
  const field = new Float32Array(10);
  let weight = 0;
  query.slots.forEach((slot, at) => {
    const counts = evidence.slotGroups[at];
    if (!counts || slot.source === 'unknown') return;
    const role = slot.word.role === 'content' ? 1 : 0.3;
    let sum = 0;
    const byField = new Float32Array(10);
    for (let group = 0; group < size; group += 1) {
      const count = counts[group] ?? 0;
      sum += count;
      byField[facts.field[group] ?? 0] = (byField[facts.field[group] ?? 0] ?? 0) + count;
    }
    if (sum === 0) return;
    const usual = (sum + 0.5) / facts.total;
    weight += role;
    for (let group = 0; group < size; group += 1) {
      const share = ((counts[group] ?? 0) + PRIOR * usual) / ((index.groupTotal[group] ?? 0) + PRIOR);
      const gain = role * Math.log(share / usual);
      words[group] = (words[group] ?? 0) + gain;
      if (!slot.isHead) modifiers[group] = (modifiers[group] ?? 0) + gain;
    }
    if (slot.isHead) return;
    for (let f = 0; f < 10; f += 1) {
      const share = ((byField[f] ?? 0) + 30 * usual) / ((facts.fieldTotal[f] ?? 0) + 30);
      field[f] = (field[f] ?? 0) + role * Math.log(share / usual);
    }
  });
  return { words, modifiers, field, weight };
}

interface HeadEvidence {
  readonly counts: Float32Array;
  readonly sum: number;
  readonly teer: Float32Array;
}

function headEvidence(index: TitleIndex, facts: GroupFacts, query: Query): HeadEvidence {
  const counts = new Float32Array(index.codes.length);
  const teer = new Float32Array(10);
  const { start, items, weights } = index.headGroups;
  let sum = 0;
  for (const [head, sure] of query.heads) {
    for (let at = start[head] ?? 0; at < (start[head + 1] ?? 0); at += 1) {
      const group = items[at] ?? 0;
      const count = sure * (weights[at] ?? 0);
      counts[group] = (counts[group] ?? 0) + count;
      teer[facts.teer[group] ?? 0] = (teer[facts.teer[group] ?? 0] ?? 0) + count;
      sum += count;
    }
  }
  return { counts, sum, teer };
}

/**
 * Which group the words beside the head speak of, taken as shares, and from there how near each group's work is to that: "manager -
 * masonry" has no title, but bricklayers are nearer to construction managers than to any other managers.
 */
interface Neighbourhood {
  readonly nearness: (group: number) => number;
  readonly led: (group: number) => number;
  readonly share: (group: number) => number;
}

function neighbourhood(facts: GroupFacts, modifiers: Float32Array): Neighbourhood {
  const size = modifiers.length;
  const top = modifiers.reduce((most, each) => Math.max(most, each), -Infinity);
  const near: { group: number; share: number }[] = [];
  let sum = 0;
  for (let group = 0; group < size; group += 1) {
    const share = Math.exp((modifiers[group] ?? 0) - top);
    sum += share;
    if (share > 0.01) near.push({ group, share });
  }
  const along = (matrix: Float32Array, group: number): number => {
    let value = 0;
    for (const each of near) value += (each.share / sum) * (matrix[group * size + each.group] ?? 0);
    return value;
  };
  return {
    nearness: (group) => along(facts.affinity, group),
    led: (group) => along(facts.leads, group),
    share: (group) => Math.exp((modifiers[group] ?? 0) - top) / sum,
  };
}

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
  const order = Array.from({ length: size }, (_, group) => group);
  order.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b);
  return order.slice(0, CANDIDATES);
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
    const family = index.codes[group]?.slice(0, 3) ?? '';
    let own = 0;
    for (let each = group; each >= 0 && index.codes[each]?.startsWith(family); each -= 1) own += head.counts[each] ?? 0;
    for (let each = group + 1; index.codes[each]?.startsWith(family); each += 1) own += head.counts[each] ?? 0;
    return head.sum > 0 ? own / head.sum : 0;
  };
  const near = neighbourhood(facts, words.modifiers);
  const vague = 1 - evidence.best.reduce((most, each) => Math.max(most, each), 0);
  const telling = words.modifiers.reduce((most, each) => Math.max(most, each), 0);
  const modifierCount = Math.max(1, words.weight);
  // Managers and supervisors of the field are looked at even when no title of theirs shares a word with the query.
  const boost = Float32Array.from(index.codes, (_, group) => {
    if (senior && facts.senior[group]) return 3;
    if ((manager && facts.manager[group]) || (supervisor && facts.supervisor[group]))
      return 0.5 + 4 * near.nearness(group) + 2 * near.led(group);
    return 0;
  });
  const groups = shortlist(evidence, words.words, duties, new Set([...exact, ...core]), boost);
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
      residualHead: (facts.residual[group] ?? 0) * kin(group) * Math.exp(-telling / 2),
      employmentVague: (facts.logEmployment[group] ?? 0) * vague,
      leadsManager: manager * (1 - senior) * isManager * led,
      leadsSupervisor: supervisor * isSupervisor * led,
      leadsSenior: senior * isSenior * led,
      unled: supervisor * (facts.unled[group] ?? 0) * share,
      modifierShare: share,
      modifiersVagueHead: (words.modifiers[group] ?? 0) * vagueHead,
      shareVagueHead: share * vagueHead,
      packTitle: packed.has(group) ? 1 : 0,
      hint: hint?.[group] ?? 0,
    };
    return {
      group,
      features: Float32Array.from(FEATURES, (name) => values[name]),
      verbatim: input.verbatim.has(group),
    };
  });
}
