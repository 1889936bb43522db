import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../programs.ts';
import { everydayTitles, hasShared, seeded } from './data.ts';
import { quantile, type Section } from './section.ts';

const AGENTS = 50;
/** Titles that each agent types, one after another. */
const TITLES_EACH = 6;
/** Mean pause between two keys of somebody who types fast. */
const KEY_MS = 150;
const LISTENING = /listening at (\S+), (\d+) titles/;

/** The desk's search over HTTP on loopback, with fifty agents typing at once: every key asks. */
export const deskSearch = {
  name: 'desk search',
  async run(): Promise<Section> {
    const rows: string[][] = [];
    for (const index of hasShared() ? ['pack', 'pack + official'] : ['pack']) rows.push(await measured(index));
    return {
      title: 'Search at the desk, 50 agents typing at once',
      columns: ['index', 'titles', 'requests', 'p50 ms', 'p95 ms', 'max ms'],
      rows,
      notes: [
        `Each agent types ${TITLES_EACH} everyday titles at a key every ${KEY_MS} ms, and every key asks (the page waits for a pause). From the request until the whole answer is there; the server is a process of its own. Budget: p95 20 ms on the full index.`,
      ],
    };
  },
};

async function measured(index: string): Promise<string[]> {
  const server = start(['test/bench/search-server.ts', index]);
  try {
    const [, origin = '', titles = ''] = await server.says(LISTENING);
    const times = await typing(origin);
    const ms = (q: number): string => quantile(times, q).toFixed(1);
    return [index, titles, String(times.length), ms(0.5), ms(0.95), ms(1)];
  } finally {
    server.child.kill();
    await server.ended;
  }
}

async function typing(origin: string): Promise<number[]> {
  const search = async (text: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${origin}/search?q=${encodeURIComponent(text)}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
    return performance.now() - began;
  };
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
}
