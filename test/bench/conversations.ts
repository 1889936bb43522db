import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../knowledge/helpers.ts';
import { seeded } from './data.ts';
import { Visitor } from './direct-line-visitor.ts';
import { quantile, type Section } from './section.ts';
import { readyServer } from './server.ts';

/** What a visitor asks, in this order. */
const QUESTIONS = [
  'What does a plumber earn in Ontario?',
  'and the schooling?',
  'what about Alberta?',
  'what do welders do',
  'how does that compare with electricians?',
  'data analyst',
  'the first one',
  'what is TEER?',
  'outlook for registered nurses',
  'thanks',
];

interface Load {
  readonly visitors: number;
  /** Mean pause between an answer and the next question; 0 asks at once. */
  readonly pauseMs: number;
}

/** People read an answer before they ask again; without a pause it is the most that the server can do. */
const LOADS: readonly Load[] = [
  { visitors: 100, pauseMs: 4_000 },
  { visitors: 500, pauseMs: 8_000 },
  { visitors: 100, pauseMs: 0 },
  { visitors: 500, pauseMs: 0 },
];

/** Conversations side by side over WebSocket on loopback, ten turns each, against the compiled server with its state in a real file. */
export const conversations = {
  name: 'conversations',
  async run(): Promise<Section> {
    execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT });
    const rows: string[][] = [];
    for (const load of LOADS) rows.push(await measured(load));
    return {
      title: 'Conversations side by side',
      columns: [
        'conversations',
        'pause',
        'turns',
        'p50 ms',
        'p95 ms',
        'max ms',
        'turns/s',
        'lost',
        'missing',
        'doubled',
        'memory MB',
      ],
      rows,
      notes: [
        'Ten turns each; a turn is from sending the message until its reply is on the socket and the message is confirmed; visitors and server share the machine.',
        'Pause: the mean time that a visitor reads before the next question. Without it the turns wait for each other: the figures are those of a server that is full.',
        'Lost: no reply in 30 s. Missing, doubled: activities that the server keeps and the socket did not bring, or brought twice.',
        'Budget: 100 conversations, p95 50 ms, nothing lost.',
      ],
    };
  },
};

async function measured({ visitors, pauseMs }: Load): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'advisor-bench-'));
  const server = await readyServer(dataDir, { REQUESTS_PER_MINUTE: '10000000' });
  try {
    const crowd: Visitor[] = [];
    for (let n = 0; n < visitors; n += 1) crowd.push(await Visitor.arrive(server.origin));
    const began = performance.now();
    await Promise.all(crowd.map((visitor, n) => talk(visitor, pauseMs, seeded(n + 1))));
    const seconds = (performance.now() - began) / 1000;
    const memory = await server.memory();
    const left = await Promise.all(crowd.map((visitor) => visitor.leave()));
    const times = crowd.flatMap((visitor) => visitor.times);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    return [
      String(visitors),
      pauseMs === 0 ? 'none' : `${pauseMs / 1000} s`,
      String(times.length),
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
      Math.max(...times).toFixed(0),
      (times.length / seconds).toFixed(0),
      String(sum(crowd.map((visitor) => visitor.lost))),
      String(sum(left.map(({ missing }) => missing))),
      String(sum(left.map(({ doubled }) => doubled))),
      String(Math.round(memory / 1024 / 1024)),
    ];
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function talk(visitor: Visitor, pauseMs: number, random: () => number): Promise<void> {
  for (const [number, question] of QUESTIONS.entries()) {
    if (pauseMs > 0) await sleep(pauseMs * 2 * random());
    await visitor.ask(question, number);
  }
}
