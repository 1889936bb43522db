import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../programs.ts';
import { everydayTitles, hasShared, seeded } from './data.ts';
import { quantile, type Section } from './section.ts';

const AGENTS = 50;
/** Titles that each agent types, one after another. */
const TITLES_EACH = 6;
/** Mean pause between two keys of somebody who types fast. */
const KEY_MS = 150;
/** What the page waits for another key before it asks. */
const PAUSE_MS = 80;
const WARM_UP = [
  'Xylophone tuner assistant',
  'Zeppelin pilot wages Ontario',
  'quarry blastr',
  'yoga wear designer',
].flatMap((text) => [text, `${text} trainee`, `lead ${text}`, `${text}, night shift`]);
const LISTENING = /listening at (\S+), (\d+) titles/;

/** The desk's search over HTTP on loopback, with fifty agents typing at once, each on a page that waits for a pause. */
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
        `Each agent types ${TITLES_EACH} everyday titles at a key every ${KEY_MS} ms; as on the page, a key asks where no other follows in ${PAUSE_MS} ms. Some hundred searches went before. From the request until the whole answer is there; the server is a process of its own. Budget: p95 20 ms on the full index.`,
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
  // The first search makes the index of beginnings; others, which none of the agents makes, bring the program to its speed.
  for (const word of WARM_UP) for (let typed = 1; typed <= word.length; typed += 1) await search(word.slice(0, typed));
  const titles = everydayTitles().map(({ title }) => title);
  const agents = Array.from({ length: AGENTS }, async (_, agent) => {
    const random = seeded(agent + 1);
    const times: number[] = [];
    const answers: Promise<unknown>[] = [];
    for (let n = 0; n < TITLES_EACH; n += 1) {
      const title = titles[Math.floor(random() * titles.length)] ?? '';
      for (let typed = 1; typed <= title.length; typed += 1) {
        const pause = KEY_MS * 2 * random();
        await sleep(Math.min(pause, PAUSE_MS));
        if (pause < PAUSE_MS && typed < title.length) continue;
        const asked = search(title.slice(0, typed)).then((ms) => times.push(ms));
        // Nobody stops typing for an answer.
        await Promise.all([sleep(pause - PAUSE_MS), typed === title.length ? asked : null]);
        answers.push(asked);
      }
    }
    await Promise.all(answers);
    return times;
  });
  return (await Promise.all(agents)).flat();
}
