import type { Changed, CompareOptions, Comparison, KindDifference } from './comparison.ts';
import { crosswalk, earlierGroups } from './editions.ts';
import { distances, education, groups, officialTexts, similar, titles } from './groups.ts';
import { contacts, regions, teers } from './house-tables.ts';
import { interests, ratings } from './oasis-profiles.ts';
import { occupations } from './occupations.ts';
import { outlook, regionalOutlook } from './outlooks.ts';
import { StoreTables } from './read-tables.ts';
import { datasets, sources } from './sources.ts';
import { wages } from './wages.ts';

/** Every kind of facts that a store holds: a store without a difference in these says the same as the other. */
export const COMPARISONS: readonly Comparison[] = [
  wages,
  outlook,
  regionalOutlook,
  interests,
  education,
  titles,
  crosswalk,
  sources,
  datasets,
  groups,
  earlierGroups,
  occupations,
  ratings,
  distances,
  similar,
  officialTexts,
  contacts,
  regions,
  teers,
];

export interface StoreDifference {
  readonly before: { readonly path: string; readonly hash: string };
  readonly after: { readonly path: string; readonly hash: string };
  readonly threshold: number;
  readonly kinds: readonly KindDifference[];
}

/** Compares two store files. Throws STORE_MISSING or STORE_DAMAGED, naming the file. */
export async function compareStores(before: string, after: string, options: CompareOptions): Promise<StoreDifference> {
  const old = await StoreTables.open(before);
  try {
    const now = await StoreTables.open(after);
    try {
      const kinds: KindDifference[] = [];
      // One after the other: two whole stores at once would take the memory of both.
      for (const { compare } of COMPARISONS) kinds.push(await compare(old, now, options));
      return {
        before: { path: old.path, hash: old.hash },
        after: { path: now.path, hash: now.hash },
        threshold: options.threshold,
        kinds,
      };
    } finally {
      await now.close();
    }
  } finally {
    await old.close();
  }
}

/** Numbers of a kind: what a summary tells. */
export interface KindCounts {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly implausible: number;
  readonly slight: number;
}

export function countsOf({ added, gone, changed, slight }: KindDifference): KindCounts {
  return {
    added: added.length,
    gone: gone.length,
    changed: changed.length,
    implausible: changed.filter((change: Changed) => change.implausible).length,
    slight,
  };
}

/** Whether the stores say the same, slight changes included. */
export function isSame(kind: KindDifference): boolean {
  return Object.values(countsOf(kind)).every((count) => count === 0);
}
