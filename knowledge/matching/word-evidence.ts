import type { Evidence } from './evidence.ts';
import type { GroupFacts } from './group-facts.ts';
import type { Query } from './query.ts';
import type { TitleIndex } from './title-index.ts';

/** Titles that a group is taken to have beside its own, spread as everywhere: keeps small groups from jumping to conclusions. */
export const PRIOR = 8;

export interface WordEvidence {
  readonly words: Float32Array;
  readonly modifiers: Float32Array;
  readonly field: Float32Array;
  readonly weight: number;
}

/** How much likelier each word is in the group's titles (and in its field's) than anywhere: summed logs, smoothed. */
export function wordEvidence(index: TitleIndex, facts: GroupFacts, query: Query, evidence: Evidence): WordEvidence {
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

export interface HeadEvidence {
  readonly counts: Float32Array;
  readonly sum: number;
  readonly teer: Float32Array;
}

export function headEvidence(index: TitleIndex, facts: GroupFacts, query: Query): HeadEvidence {
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
export interface Neighbourhood {
  readonly nearness: (group: number) => number;
  readonly led: (group: number) => number;
  readonly share: (group: number) => number;
}

export function neighbourhood(facts: GroupFacts, modifiers: Float32Array): Neighbourhood {
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
