import { AdvisorError } from '../../knowledge/errors.ts';
import { type Config, readConfig } from '../config.ts';
import { ROOT } from '../paths.ts';

/** Runs a command: reads the configuration, and turns an error of ours into its message and a failing exit code. */
export async function runCommand(command: (config: Config, words: readonly string[]) => Promise<void>): Promise<void> {
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await command(readConfig(process.env, ROOT), process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof AdvisorError)) throw error;
    process.stderr.write(`${error.message}\n[${error.code}]\n`);
    process.exitCode = 1;
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Progress of a build on a terminal: one line that is written over; nothing where nobody watches. */
export function buildProgress(): (step: { table: string; rows: number; done: number; total: number }) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return ({ table, rows, done, total }) => {
    process.stderr.write(
      `\r\x1b[KBuilding the knowledge store: ${done}/${total} ${table} (${rows} rows)${done === total ? '\n' : ''}`,
    );
  };
}
