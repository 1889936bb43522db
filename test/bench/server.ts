import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { ROOT } from '../knowledge/helpers.ts';

/** Longest wait until the server can answer. */
const READY_MS = 60_000;

export interface Server {
  readonly origin: string;
  /** From starting the process until questions can be answered, in ms. */
  readonly readyAfter: number;
  /** Resident bytes, read from the kernel, which counts what other processes share as well. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the compiled server on a data folder and waits until it is ready. */
export async function readyServer(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const start = performance.now();
  const server = spawn(process.execPath, ['dist/bot/main.js'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  };
  try {
    const origin = await firstAddress(server.stdout);
    while (!(await isReady(origin))) {
      if (server.exitCode !== null || performance.now() - start > READY_MS)
        throw new Error('the server did not become ready');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { origin, readyAfter: performance.now() - start, memory: () => residentMemory(server.pid ?? 0), stop };
  } catch (error) {
    await stop();
    throw error;
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

async function residentMemory(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
