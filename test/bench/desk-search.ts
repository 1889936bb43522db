import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { createDeskApi } from '../../adapters/desk/api/desk-api.ts';
import { HttpServer } from '../../adapters/http/server.ts';
import type { Knowledge } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { OccupationLookup } from '../../knowledge/lookup.ts';
import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';
import { everydayTitles, fullInput, hasShared, packInput, seeded } from './data.ts';
import { quantile, type Section } from './section.ts';

const AGENTS = 50;
/** Titles that each agent types, one after another. */
const TITLES_EACH = 6;
/** Mean pause between two keys of somebody who types fast. */
const KEY_MS = 150;
const SILENT = { debug: () => undefined, info: () => undefined, error: () => undefined };

/** The desk's search over HTTP on loopback, with fifty agents typing at once: every key asks. */
export const deskSearch = {
  name: 'desk search',
  async run(): Promise<Section> {
    const indexes = [
      ['pack', packInput()] as const,
      ...(hasShared() ? [['pack + official', fullInput()] as const] : []),
    ];
    const rows: string[][] = [];
    for (const [name, input] of indexes) {
      const times = await typing(await knowledgeOf(input));
      const ms = (q: number): string => quantile(times, q).toFixed(1);
      rows.push([name, String(input.titles.length), String(times.length), ms(0.5), ms(0.95), ms(1)]);
    }
    return {
      title: 'Search at the desk, 50 agents typing at once',
      columns: ['index', 'titles', 'requests', 'p50 ms', 'p95 ms', 'max ms'],
      rows,
      notes: [
        `Each agent types ${TITLES_EACH} everyday titles at a key every ${KEY_MS} ms, and every key asks; agents and server share the process. Budget: p95 20 ms on the full index.`,
      ],
    };
  },
};

type Input = ReturnType<typeof packInput>;

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

async function typing(knowledge: Knowledge): Promise<number[]> {
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
  const search = async (text: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${server.origin}/search?q=${encodeURIComponent(text)}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
    return performance.now() - began;
  };
  try {
    // The first search makes the index of beginnings.
    for (const text of ['n', 'nurse', 'plumber']) await search(text);
    const titles = everydayTitles().map(({ title }) => title);
    const agents = Array.from({ length: AGENTS }, async (_, agent) => {
      const random = seeded(agent + 1);
      const times: number[] = [];
      for (let n = 0; n < TITLES_EACH; n += 1) {
        const title = titles[Math.floor(random() * titles.length)] ?? '';
        for (let typed = 1; typed <= title.length; typed += 1) {
          await sleep(KEY_MS * 2 * random());
          times.push(await search(title.slice(0, typed)));
        }
      }
      return times;
    });
    return (await Promise.all(agents)).flat();
  } finally {
    await server.close();
  }
}
