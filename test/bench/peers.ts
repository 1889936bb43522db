import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { JobTitle } from '../../knowledge/model.ts';

/** What others would use out of the box, on the very same titles. Their hits count as groups: the first mention of each. */
export interface Peer {
  readonly name: string;
  /** First distinct groups, best first, at most `limit`. */
  search(title: string, limit: number): string[];
}

function distinct(codes: Iterable<string>, limit: number): string[] {
  const found = new Set<string>();
  for (const code of codes) {
    found.add(code);
    if (found.size >= limit) break;
  }
  return [...found];
}

export function miniSearch(titles: readonly JobTitle[], prefix: boolean): Peer {
  const engine = new MiniSearch<{ id: number; title: string }>({
    fields: ['title'],
    searchOptions: { fuzzy: 0.2, prefix },
  });
  engine.addAll(titles.map((title, id) => ({ id, title: title.title })));
  return {
    name: `MiniSearch (fuzzy 0.2${prefix ? ', prefix' : ''})`,
    search: (title, limit) =>
      distinct(
        engine.search(title).map((hit) => titles[Number(hit.id)]?.code ?? ''),
        limit,
      ),
  };
}

export function plainFuse(titles: readonly JobTitle[]): Peer {
  const engine = new Fuse(titles, { keys: ['title'], includeScore: true });
  return {
    name: 'Fuse.js',
    search: (title, limit) =>
      distinct(
        engine.search(title, { limit: 200 }).map((hit) => hit.item.code),
        limit,
      ),
  };
}
