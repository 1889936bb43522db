import { type BuildOptions, buildStore, storeFileFor } from './build/build.ts';
import { AdvisorError } from './errors.ts';
import type { KnowledgeStore } from './store/knowledge-store.ts';
import { SqliteKnowledgeStore } from './store/sqlite-knowledge-store.ts';

/**
 * Opens the store of the pack as it stands now. It is built first where it is missing, stale (the pack has changed) or
 * damaged, so that a first start needs no other command. Throws PACK_INVALID or STORE_WRITE_FAILED when it cannot be built.
 */
export async function openKnowledge(options: BuildOptions): Promise<KnowledgeStore> {
  const file = await storeFileFor(options);
  if (file.exists) {
    try {
      const store = await SqliteKnowledgeStore.open(file.path);
      if (store.info.hash === file.hash) return store;
      // Somebody gave another store this name.
      await store.close();
    } catch (error) {
      if (!(error instanceof AdvisorError && error.code === 'STORE_DAMAGED')) throw error;
    }
  }
  return SqliteKnowledgeStore.open((await buildStore(options)).path);
}
