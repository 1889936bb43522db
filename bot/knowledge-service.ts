import { stat } from 'node:fs/promises';
import type { Knowledge } from '../dialogs/advisor.ts';
import { catalogueOf } from '../dialogs/interests/catalogue.ts';
import { storeFileFor } from '../knowledge/build/build.ts';
import type { BuildProgress } from '../knowledge/build/write-store.ts';
import { manifestPath } from '../knowledge/import/imports-folder.ts';
import { OccupationLookup } from '../knowledge/lookup.ts';
import { TitleMatcher } from '../knowledge/matching/title-matcher.ts';
import { openKnowledge } from '../knowledge/open.ts';
import type { KnowledgeStore } from '../knowledge/store/knowledge-store.ts';
import type { Logger } from './log.ts';
import type { KnowledgePaths } from './paths.ts';

/** Opens the store (building it where needed) and the matcher over its titles. */
export async function loadKnowledge(paths: KnowledgePaths, onProgress?: BuildProgress): Promise<Knowledge> {
  const store = await openKnowledge({ ...paths, ...(onProgress && { onProgress }) });
  return { store, lookup: await lookupOver(store) };
}

async function lookupOver(store: KnowledgeStore): Promise<OccupationLookup> {
  const [titles, groups, employment] = await Promise.all([store.titles(), store.groups(), store.employment()]);
  return OccupationLookup.create(store, await TitleMatcher.create({ titles, groups, employment }));
}

/** How often a running program looks whether something was imported or built. */
const LOOK_EVERY_MS = 2_000;
/** A turn keeps the store that it began with; none takes as long as this. */
const KEPT_FOR_TURNS_MS = 5 * 60_000;

/** The knowledge in service, replaced when an import or a build has put another store beside it. */
export class LiveKnowledge {
  readonly #paths: KnowledgePaths;
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;
  /** Stores that turns may still be reading from. */
  readonly #former = new Map<KnowledgeStore, NodeJS.Timeout>();
  #current: Knowledge;
  #seen: string;
  #looking: Promise<void> = Promise.resolve();

  private constructor(paths: KnowledgePaths, current: Knowledge, seen: string, log: Logger, lookEveryMs: number) {
    this.#paths = paths;
    this.#log = log;
    this.#current = current;
    this.#seen = seen;
    this.#warm(current);
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, lookEveryMs).unref();
  }

  static async open(
    paths: KnowledgePaths,
    log: Logger,
    { onProgress, lookEveryMs = LOOK_EVERY_MS }: { onProgress?: BuildProgress; lookEveryMs?: number } = {},
  ): Promise<LiveKnowledge> {
    // Seen before it is loaded: what changes in between is looked at again.
    const seen = await traces(paths);
    return new LiveKnowledge(paths, await loadKnowledge(paths, onProgress), seen, log, lookEveryMs);
  }

  /** Ask once a turn, and keep to it. */
  get current(): Knowledge {
    return this.#current;
  }

  /** Stops looking and closes all stores. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    for (const timer of this.#former.values()) clearTimeout(timer);
    await Promise.all([...this.#former.keys(), this.#current.store].map((store) => store.close()));
  }

  /** Reads ahead what the first suggestion would wait for. Whoever asks for it is told what is wrong with it. */
  #warm({ store }: Knowledge): void {
    catalogueOf(store).catch((error: unknown) => this.#log.debug({ err: error }, 'the catalogue was not read'));
  }

  /** Whatever is wrong with the new store, the old one stays in service. */
  async #look(): Promise<void> {
    try {
      const seen = await traces(this.#paths);
      if (seen === this.#seen) return;
      this.#seen = seen;
      const file = await storeFileFor(this.#paths);
      // A pack that is being edited has no store yet: building it is for whoever edits it.
      if (!file.exists || file.hash === this.#current.store.info.hash) return;
      const next = await loadKnowledge(this.#paths);
      this.#warm(next);
      const former = this.#current.store;
      this.#current = next;
      this.#former.set(former, setTimeout(() => this.#release(former), KEPT_FOR_TURNS_MS).unref());
      this.#log.info({ hash: next.store.info.hash, counts: next.store.info.counts }, 'new knowledge is in service');
    } catch (error) {
      this.#log.error({ err: error }, 'new knowledge could not be taken; the old stays in service');
    }
  }

  #release(store: KnowledgeStore): void {
    this.#former.delete(store);
    store.close().catch((error: unknown) => this.#log.error({ err: error }, 'a former store could not be closed'));
  }
}

/** What changes on the disk when a store is built or an import goes into service. */
async function traces({ storeDir, importsDir }: KnowledgePaths): Promise<string> {
  const times = [storeDir, manifestPath(importsDir)].map((path) =>
    stat(path).then(
      ({ mtimeMs, ino }) => `${mtimeMs} ${ino}`,
      () => '',
    ),
  );
  return (await Promise.all(times)).join(' ');
}
