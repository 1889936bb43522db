import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Mocha from 'mocha';

/** What run.ts reads back from a run. */
export interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** Property tests repeat by default, so that a change is blamed for what it broke. `PROPERTY_SEED=random` looks further. */
const seed = process.env.PROPERTY_SEED ?? '2026';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

const folder = join(fileURLToPath(import.meta.url), '..');
const wanted = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((word) => file.includes(word))))
  .sort();

const mocha = new Mocha({ timeout: 120_000, slow: 5_000 });
for (const file of files) mocha.addFile(join(folder, file));
await mocha.loadFilesAsync();
const runner = mocha.run();
runner.on('retry', (test: Mocha.Test, error: Error) => {
  process.stdout.write(`    RETRIED: ${test.fullTitle()}: ${error.message.split('\n')[0]}\n`);
});
runner.on('end', function (this: Mocha.Runner) {
  const { passes = 0, failures = 0, pending = 0 } = this.stats ?? {};
  const counts: Counts = { passes, failures, pending };
  if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  process.exitCode = failures === 0 ? 0 : 1;
});
