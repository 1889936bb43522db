import { existsSync } from 'node:fs';
import { AdvisorError } from '../errors.ts';
import type { StoreInfo } from '../model.ts';
import { SqliteHandle } from '../store/sqlite.ts';
import { SqliteKnowledgeStore } from '../store/sqlite-knowledge-store.ts';

/** Whole tables of a store file, read-only. Answers ask a store by group; a comparison asks for everything. */
export class StoreTables {
  readonly path: string;
  readonly hash: string;
  readonly schema: number;
  /** Code to name. */
  readonly groups: ReadonlyMap<string, string>;
  /** Id to name. */
  readonly regions: ReadonlyMap<string, string>;
  readonly #handle: SqliteHandle;

  private constructor(
    path: string,
    { hash, schema }: StoreInfo,
    groups: ReadonlyMap<string, string>,
    regions: ReadonlyMap<string, string>,
    handle: SqliteHandle,
  ) {
    this.path = path;
    this.hash = hash;
    this.schema = schema;
    this.groups = groups;
    this.regions = regions;
    this.#handle = handle;
  }

  /** Throws STORE_MISSING, or STORE_DAMAGED when the file is not a whole store of this program's schema. */
  static async open(path: string): Promise<StoreTables> {
    if (!existsSync(path)) throw new AdvisorError('STORE_MISSING', [`there is no file ${path}`]);
    // The store's own checks: a file that broke off would otherwise look as if facts were gone.
    const store = await SqliteKnowledgeStore.open(path);
    const groups = new Map((await store.groups()).map(({ code, title }) => [code, title]));
    const regions = new Map(store.regions.map(({ id, name }) => [id, name]));
    await store.close();
    return new StoreTables(path, store.info, groups, regions, await SqliteHandle.open(path, 'readonly'));
  }

  /** Throws STORE_DAMAGED when the store cannot be read to the end. */
  async rows<Row>(sql: string): Promise<Row[]> {
    try {
      return await this.#handle.all<Row>(sql);
    } catch (cause) {
      throw new AdvisorError('STORE_DAMAGED', [this.path, cause instanceof Error ? cause.message : String(cause)], {
        cause,
      });
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
