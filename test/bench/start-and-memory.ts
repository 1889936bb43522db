import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStore } from '../../knowledge/build/build.ts';
import { PACK_DIR, ROOT } from '../knowledge/helpers.ts';
import type { Section } from './section.ts';
import { readyServer } from './server.ts';

/** Building the store from the pack; starting the server on a built store until it is ready; its memory after some questions. */
export const startAndMemory = {
  name: 'start and memory',
  async run(): Promise<Section> {
    const dataDir = await mkdtemp(join(tmpdir(), 'advisor-bench-'));
    try {
      execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT });
      const buildStart = performance.now();
      await buildStore({ packDir: PACK_DIR, storeDir: join(dataDir, 'knowledge') });
      const built = performance.now() - buildStart;
      const { ready, memory } = await serve(dataDir);
      return {
        title: 'Start and memory',
        columns: ['what', 'measured', 'budget'],
        rows: [
          ['building the store from the pack', `${(built / 1000).toFixed(1)} s`, '20 s'],
          ['start with a built store, until ready', `${(ready / 1000).toFixed(1)} s`, '3 s'],
          ['memory (resident) after 200 look-ups', `${Math.round(memory / 1024 / 1024)} MB`, '300 MB'],
        ],
        notes: ['The server runs from its compiled code, as `npm start` does; the time of compiling is not counted.'],
      };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function serve(dataDir: string): Promise<{ ready: number; memory: number }> {
  const server = await readyServer(dataDir);
  try {
    for (let index = 0; index < 200; index += 1)
      await (await fetch(`${server.origin}/api/occupations?q=nurse%20${index % 7}`)).arrayBuffer();
    return { ready: server.readyAfter, memory: await server.memory() };
  } finally {
    await server.stop();
  }
}
