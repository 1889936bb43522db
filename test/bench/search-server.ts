import express from 'express';
import { createDeskApi } from '../../adapters/desk/api/desk-api.ts';
import { HttpServer } from '../../adapters/http/server.ts';
import type { Knowledge } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { OccupationLookup } from '../../knowledge/lookup.ts';
import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';
import { fullInput, packInput } from './data.ts';

/** The desk's interface as a program of its own, over the index that its argument names; prints where it listens. */

type Input = ReturnType<typeof packInput>;

const SILENT = { debug: () => undefined, info: () => undefined, error: () => undefined };

/** The shipped knowledge with these titles in the place of its own. */
async function knowledgeOf(input: Input): Promise<Knowledge> {
  const { store } = await shippedKnowledge();
  const wider = new Proxy(store, {
    get(target: KnowledgeStore, name) {
      if (name === 'titles') return async () => input.titles;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: wider, lookup: await OccupationLookup.create(wider, new TitleMatcher(input)) };
}

const input = process.argv[2] === 'pack' ? packInput() : fullInput();
const knowledge = await knowledgeOf(input);
const api = createDeskApi({
  knowledge: () => knowledge,
  wording: en,
  homeRegion: 'AB',
  today: () => TODAY,
  contact: async () => null,
  gaps: { list: async () => ({ gaps: [], sealed: 0 }) },
  identity: () => ({ name: null, roles: ['agent'] }),
  signOutPath: null,
  log: SILENT,
});
const server = await HttpServer.listen(express().use(api), { host: '127.0.0.1', port: 0 });
process.stdout.write(`listening at ${server.origin}, ${input.titles.length} titles\n`);
