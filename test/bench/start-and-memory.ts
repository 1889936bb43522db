import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStore } from '../../knowledge/build/build.ts';
import { PACK_DIR, ROOT } from '../knowledge/helpers.ts';
import type { Section } from './section.ts';

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
  const start = performance.now();
  const server = spawn(process.execPath, ['dist/bot/main.js'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await firstAddress(server.stdout);
    while (!(await isReady(address))) {
      if (server.exitCode !== null || performance.now() - start > 60_000)
        throw new Error('the server did not become ready');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const ready = performance.now() - start;
    for (let index = 0; index < 200; index += 1)
      await (await fetch(`${address}/api/occupations?q=nurse%20${index % 7}`)).arrayBuffer();
    return { ready, memory: await residentMemory(server.pid ?? 0) };
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
}

/** Reads on without end: a reader that goes away would end the server. */
function firstAddress(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk: unknown) => {
      text += String(chunk);
      const address = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    output.once('end', () => reject(new Error(`the server ended before it told its address: ${text}`)));
  });
}

async function isReady(address: string): Promise<boolean> {
  // While the titles are indexed the server cannot answer; that is part of what is measured.
  return fetch(`${address}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** Bytes; read from the kernel, which counts what other processes share as well. */
async function residentMemory(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
