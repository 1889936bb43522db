import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FuseAnswer, FuseTask } from './fuse-worker.ts';

const CHUNK = 12;
const WORKER = fileURLToPath(new URL('./fuse-worker.ts', import.meta.url));

/** Asks plain Fuse.js about many titles, in two processes where there are two cores. Answers come in the order of the titles. */
export class FusePool {
  readonly #waiting: FuseTask[] = [];
  readonly #asked = new Map<number, { resolve: (answer: FuseAnswer) => void; reject: (error: unknown) => void }>();
  readonly #workers: ChildProcess[] = [];
  #next = 0;

  constructor() {
    for (let at = 0; at < Math.min(2, availableParallelism()); at += 1) {
      const worker = fork(WORKER, { execArgv: ['--import', 'tsx'] });
      worker.on('message', (answer: FuseAnswer) => {
        this.#asked.get(answer.id)?.resolve(answer);
        this.#asked.delete(answer.id);
        this.#feed(worker);
      });
      worker.on('exit', () => {
        for (const { reject } of this.#asked.values()) reject(new Error('a Fuse.js process ended early'));
      });
      this.#workers.push(worker);
    }
  }

  async ask(index: 'pack' | 'full', titles: readonly string[]): Promise<string[][]> {
    const parts: Promise<FuseAnswer>[] = [];
    for (let at = 0; at < titles.length; at += CHUNK) {
      const task = { id: this.#next, index, titles: titles.slice(at, at + CHUNK) };
      this.#next += 1;
      this.#waiting.push(task);
      parts.push(new Promise((resolve, reject) => this.#asked.set(task.id, { resolve, reject })));
    }
    return (await Promise.all(parts)).flatMap((answer) => answer.codes.map((codes) => [...codes]));
  }

  /** To be called when everything has been asked: the workers take what waits, one part after another. */
  start(): void {
    for (const worker of this.#workers) this.#feed(worker);
  }

  close(): void {
    for (const worker of this.#workers) worker.kill();
  }

  #feed(worker: ChildProcess): void {
    const task = this.#waiting.shift();
    if (task) worker.send(task);
  }
}
