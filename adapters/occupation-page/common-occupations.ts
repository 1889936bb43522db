import type { UnitGroup } from '../../knowledge/model.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';

const made = new WeakMap<KnowledgeStore, Promise<readonly UnitGroup[]>>();

/**
 * The groups that most people work in, of every kind of work: the largest of each broad category, then the second of each, and so on; in
 * the order of codes where nothing is known of employment.
 */
export function commonOccupations(store: KnowledgeStore): Promise<readonly UnitGroup[]> {
  const known = made.get(store);
  if (known) return known;
  const found = ranked(store);
  made.set(store, found);
  // What could not be read is tried again by the next who asks.
  found.catch(() => made.delete(store));
  return found;
}

async function ranked(store: KnowledgeStore): Promise<readonly UnitGroup[]> {
  const [groups, employment] = await Promise.all([store.groups(), store.employment()]);
  const employed = ({ code }: UnitGroup): number => employment.get(code) ?? 0;
  const bySize = groups.toSorted((one, other) => employed(other) - employed(one) || (one.code < other.code ? -1 : 1));
  const rounds = new Map<string, number>();
  const placed = bySize.map((group) => {
    const round = rounds.get(group.broadCategory) ?? 0;
    rounds.set(group.broadCategory, round + 1);
    return { group, round };
  });
  // The sort is stable: within a round the larger stays before the smaller.
  return placed.sort((one, other) => one.round - other.round).map(({ group }) => group);
}
