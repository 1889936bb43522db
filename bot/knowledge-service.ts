import { join } from 'node:path';
import type { Knowledge } from '../dialogs/advisor.ts';
import type { BuildProgress } from '../knowledge/build/write-store.ts';
import { OccupationLookup } from '../knowledge/lookup.ts';
import { TitleMatcher } from '../knowledge/matching/title-matcher.ts';
import { openKnowledge } from '../knowledge/open.ts';
import type { KnowledgeStore } from '../knowledge/store/knowledge-store.ts';
import { PACK_DIR } from './paths.ts';

/** Opens the store (building it where needed) and the matcher over its titles. */
export async function loadKnowledge(dataDir: string, onProgress?: BuildProgress): Promise<Knowledge> {
  const store = await openKnowledge({
    packDir: PACK_DIR,
    storeDir: storeDirOf(dataDir),
    ...(onProgress && { onProgress }),
  });
  return { store, lookup: await lookupOver(store) };
}

export function storeDirOf(dataDir: string): string {
  return join(dataDir, 'knowledge');
}

async function lookupOver(store: KnowledgeStore): Promise<OccupationLookup> {
  const [titles, groups] = await Promise.all([store.titles(), store.groups()]);
  return OccupationLookup.create(store, new TitleMatcher({ titles, groups }));
}
