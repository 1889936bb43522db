import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './knowledge/helpers.ts';

export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  out(): string;
  err(): string;
  /** Waits until the standard output has it, and gives the match; fails when the program ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
}

const started = new Set<ChildProcessWithoutNullStreams>();

/** Starts node on TypeScript, from the root. */
export function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Program {
  return follow(process.execPath, ['--import', 'tsx', ...words], environment);
}

/** The same with a limit on the size of the files that it writes, in the shell's blocks (512 or 1024 bytes). */
export function startLimited(file: string, blocks: number, environment: Readonly<Record<string, string>>): Program {
  const script = `ulimit -f ${blocks} && exec "$0" "$@"`;
  return follow('sh', ['-c', script, process.execPath, '--import', 'tsx', file], environment);
}

/** Starts node on somebody else's program, in a folder that it may write into. */
export function startForeign(words: readonly string[], folder: string): Program {
  return follow(process.execPath, words, {}, folder);
}

function follow(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder = ROOT,
): Program {
  const child = spawn(command, words, {
    cwd: folder,
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
          const found = wanted.exec(out);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`it ended (${code}) and did not say ${wanted}: ${err}`)));
      }),
  };
}

export interface Ended {
  readonly code: number | NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts it and waits for its end. */
export async function run(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const program = start(words, environment);
  program.child.stdin.end();
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** Ends what still runs. */
export function endPrograms(): void {
  for (const child of started) child.kill('SIGKILL');
}
