import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SqliteStorage } from '../../bot/state/sqlite-storage.ts';
import { ROOT, tempFolder } from '../knowledge/helpers.ts';

interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  out(): string;
  err(): string;
  /** Waits until the standard output has it; fails when the program ends before. */
  says(words: RegExp): Promise<void>;
}

const started = new Set<ChildProcessWithoutNullStreams>();

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'info', ...environment },
  });
  started.add(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  // A program that refuses to start does not read its input.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    started.delete(child);
    return signal ?? code ?? null;
  });
  return {
    child,
    ended,
    out: () => out,
    err: () => err,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (wanted.test(out)) resolve();
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`it ended (${code}) and did not say ${wanted}: ${err}`)));
      }),
  };
}

describe('the state, over processes', () => {
  after(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  // Protects what a person was told is kept: whatever kills the process, the file opens and has the last acknowledged write.
  it('has the last acknowledged write after 20 kills', async () => {
    const path = join(tempFolder(), 'state.sqlite');
    const writer = `
      import { SqliteStorage } from './bot/state/sqlite-storage.ts';
      const storage = await SqliteStorage.open(process.env.STATE_FILE);
      for (let n = ((await storage.read(['a'])).a?.n ?? 0) + 1; ; n += 1) {
        await storage.write({ a: { n }, b: { n, text: 'x'.repeat(5000) } });
        process.stdout.write(n + '\\n');
      }`;
    let last = 0;
    for (let round = 0; round < 20; round += 1) {
      const program = start(['--input-type=module', '--eval', writer], { STATE_FILE: path });
      // Another number of writes each time, so that it dies at another point.
      await program.says(new RegExp(`(\\d+\\n){${1 + ((round * 7) % 20)}}`));
      program.child.kill('SIGKILL');
      expect(await program.ended).to.equal('SIGKILL');
      const acknowledged = Number(program.out().trim().split('\n').at(-1));
      expect(acknowledged).to.be.greaterThan(last);
      const storage = await SqliteStorage.open(path);
      const { a, b } = await storage.read(['a', 'b']);
      await storage.close();
      expect(a.n, 'what was acknowledged').to.be.at.least(acknowledged);
      expect(b.n, 'what was written together').to.equal(a.n);
      last = a.n;
    }
  });

  describe('in chats', () => {
    const dataDir = tempFolder();
    const chat = (): Program => start([join('bot', 'commands', 'chat.ts')], { DATA_DIR: dataDir });

    async function piped(...lines: readonly string[]): Promise<string> {
      const program = chat();
      program.child.stdin.end(lines.map((line) => `${line}\n`).join(''));
      expect(await program.ended, program.err()).to.equal(0);
      return program.out();
    }

    it('is there in the next chat, until "forget me"', async () => {
      await piped('my codes are M i d', 'start the exercise', 'love it', '2', 'pause');
      const next = await piped('what are my codes', 'continue the exercise', 'forget me');
      expect(next).to.include('METHODICAL').and.to.include('2 done so far');
      expect(await piped('what are my codes')).to.not.include('METHODICAL');
    });

    it('is kept by two chats at once', async () => {
      const both = [chat(), chat()];
      for (const line of ['plumber wage', 'my codes are M i d', 'what are my codes', 'and in Ontario?']) {
        const answered = both.map(({ says, out }) => {
          const before = out().length;
          return says(new RegExp(`^[^]{${before}}[^]*> ${line.replace('?', '\\?')}\\n[^]+\\n`));
        });
        for (const { child } of both) child.stdin.write(`${line}\n`);
        await Promise.all(answered);
      }
      for (const { child } of both) child.stdin.end();
      for (const { ended, err, out } of both) {
        expect(await ended, err()).to.equal(0);
        expect(out()).to.include('METHODICAL').and.to.include('Ontario');
      }
      expect(await piped('what are my codes', 'forget me')).to.include('METHODICAL');
    });

    // Protects a person's file and patience: a word what to do, at once, and the file is not touched.
    it('that cannot be used is told, and left as it is', async () => {
      const broken = tempFolder();
      const path = join(broken, 'state.sqlite');
      writeFileSync(path, 'no database '.repeat(1000));
      const program = start([join('bot', 'commands', 'chat.ts')], { DATA_DIR: broken });
      program.child.stdin.end('plumber\n');
      expect(await program.ended).to.equal(1);
      expect(program.err()).to.include('[STATE_UNUSABLE]').and.to.include(path).and.to.not.include('    at ');
      expect(program.out()).to.equal('');
      expect(readFileSync(path, 'utf8')).to.equal('no database '.repeat(1000));
    });
  });
});
