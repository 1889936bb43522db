import { freshness } from '../../knowledge/freshness.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { SourcesView } from './source-schemas.ts';

/** Every source with what it is used for and how old that is, and the files that were imported. */
export async function sourcesView(store: KnowledgeStore, today: string): Promise<SourcesView> {
  const [sources, uses, datasets] = await Promise.all([store.sources(), store.sourceUse(), store.datasets()]);
  return {
    sources: sources.map((source) => {
      const { facts = {}, oldest = '', newest = '' } = uses.get(source.id) ?? {};
      return {
        ...source,
        facts: { ...facts },
        periods: newest === '' ? null : { oldest, newest },
        freshness: freshness(source.expiry, newest, today),
      };
    }),
    imports: datasets.length > 0 ? datasets : null,
  };
}
