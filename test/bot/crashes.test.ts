import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { seeded } from '../bench/data.ts';
import { compiled } from '../compiled.ts';
import { tempFolder, writeSmallPack } from '../knowledge/helpers.ts';
import type { STEPS } from './crash-program.ts';
import { CrashVisitor } from './crash-visitor.ts';

/** Each answer moves the exercise on by one: one said twice or lost would show in all that follows. */
const MESSAGES = [
  'my codes are M i d',
  'what are my codes',
  'start the exercise',
  ...['4', '2', '5', 'back', '1', '3', '5', 'skip', '4', '2', 'how many are left', '1', '5', 'back', '3', '4', '2'],
  'pause',
];

/** At which step, and at the how-manieth time, each of the processes of one conversation dies. */
const DEATHS: readonly (readonly [(typeof STEPS)[number], number])[] = [
  ['before-receive', 1],
  ['received', 1],
  ['performed', 1],
  ['committed', 1],
  ['received', 2],
  ['performed', 2],
  ['committed', 2],
  ['performed', 1],
];
const RANDOM_DEATHS = 12;
/** Longest life of a server that dies at any moment: long enough for some turns, too short for all. */
const LIFE_MS = 150;

/** A port that stays the same over the server's lives. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('a server that dies', () => {
  const lives = new Set<ChildProcess>();
  let program = { script: '', remove: (): void => undefined };
  let packDir = '';
  const storeDir = tempFolder();
  before(async () => {
    packDir = await writeSmallPack();
    program = compiled(join(import.meta.dirname, 'crash-program.ts'));
  });
  after(() => {
    for (const child of lives) child.kill('SIGKILL');
    program.remove();
  });

  function life(
    dataDir: string,
    port: number,
    step: string,
    count: number,
  ): { ended: Promise<void>; child: ChildProcess; ready: Promise<void> } {
    const child = spawn(
      process.execPath,
      [program.script, dataDir, packDir, storeDir, String(port), step, String(count)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_V8_COVERAGE: '' },
      },
    );
    lives.add(child);
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => {
        lives.delete(child);
        resolve();
      }),
    );
    let out = '';
    const ready = new Promise<void>((resolve) =>
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString('utf8');
        if (out.includes('ready')) resolve();
      }),
    );
    return { ended, child, ready: Promise.race([ready, ended]) };
  }

  /** One conversation from its greeting to its end. `deaths`: what becomes of the server meanwhile. */
  async function conversation(
    deaths: (dataDir: string, port: number, isOver: () => boolean) => Promise<number>,
  ): Promise<{ texts: string[]; died: number }> {
    const port = await freePort();
    const visitor = new CrashVisitor(`http://127.0.0.1:${port}`);
    let over = false;
    const served = deaths(tempFolder(), port, () => over);
    try {
      await visitor.arrive();
      for (const [number, text] of MESSAGES.entries()) await visitor.say(text, number);
      const kept = await visitor.kept();
      expect(visitor.heard, 'what came on the stream is what was kept').to.deep.equal(kept);
      const ids = visitor.heard.map(({ id }) => id);
      expect(new Set(ids).size, 'nothing came twice').to.equal(ids.length);
      return { texts: kept.map(({ who, text }) => `${who}: ${text}`), died: -1 };
    } finally {
      over = true;
      visitor.leave();
      for (const child of lives) child.kill('SIGKILL');
      await served;
    }
  }

  async function oneLife(dataDir: string, port: number): Promise<number> {
    await life(dataDir, port, 'never', 1).ended;
    return 0;
  }

  // Protects the promise that a conversation survives: nothing a person said or was told is lost or told twice, whenever the process dies.
  it('between any two steps of a turn loses nothing and says nothing twice', async function () {
    this.timeout(400_000);
    const whole = (await conversation(oneLife)).texts;
    expect(whole.filter((text) => text.startsWith('user: '))).to.deep.equal(MESSAGES.map((text) => `user: ${text}`));
    let died = 0;
    const broken = await conversation(async (dataDir, port, isOver) => {
      for (const [step, count] of DEATHS) {
        await life(dataDir, port, step, count).ended;
        if (isOver()) return died;
        died += 1;
      }
      return oneLife(dataDir, port);
    });
    expect(died, 'it died at every step').to.equal(DEATHS.length);
    expect(broken.texts).to.deep.equal(whole);
  });

  it('at any moment loses nothing and says nothing twice', async function () {
    this.timeout(400_000);
    const whole = (await conversation(oneLife)).texts;
    const random = seeded(611);
    let died = 0;
    const broken = await conversation(async (dataDir, port, isOver) => {
      for (let n = 0; n < RANDOM_DEATHS; n += 1) {
        const { child, ended, ready } = life(dataDir, port, 'never', 1);
        await ready;
        await new Promise((resolve) => setTimeout(resolve, random() * LIFE_MS));
        child.kill('SIGKILL');
        await ended;
        if (isOver()) return died;
        died += 1;
      }
      return oneLife(dataDir, port);
    });
    expect(died).to.be.greaterThan(3);
    expect(broken.texts).to.deep.equal(whole);
  });
});
