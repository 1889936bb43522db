import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Counts } from './mocha.ts';

/**
 * Runs everything that must hold before a change is shared: types, lint, and all tests with the coverage of knowledge/ and
 * dialogs/. Words are parts of test file names, to run some alone. The last line counts; every check counts as one.
 */
const root = join(fileURLToPath(import.meta.url), '..', '..');

function run(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', command), words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

const scratch = mkdtempSync(join(tmpdir(), 'career-advisor-test-'));
const result = join(scratch, 'counts.json');
const checks = [
  ['types', run('tsc', ['-p', 'tsconfig.json'])],
  ['types in the browser, widget', run('tsc', ['-p', 'adapters/widget/browser'])],
  ['types in the browser, desk', run('tsc', ['-p', 'adapters/desk/browser'])],
  ['lint and format', run('biome', ['check'])],
] as const;
for (const [name, ok] of checks) process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${name}\n`);

const coverage = [
  '--include=knowledge/**',
  '--include=dialogs/**',
  '--reporter=text-summary',
  `--temp-directory=${join(scratch, 'c8')}`,
];
const ran = run('c8', [...coverage, 'node', '--import', 'tsx', 'test/mocha.ts', ...process.argv.slice(2)], {
  TEST_COUNTS: result,
});

let counts: Counts = { passes: 0, failures: 1, pending: 0 };
try {
  counts = JSON.parse(readFileSync(result, 'utf8')) as Counts;
} catch {
  process.stdout.write('The tests ended without a result.\n');
}
rmSync(scratch, { recursive: true, force: true });
const failedChecks = checks.filter(([, ok]) => !ok).length;
const passed = counts.passes + checks.length - failedChecks;
const failed = counts.failures + failedChecks;
process.exitCode = ran && failed === 0 && counts.passes > 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed${counts.pending > 0 ? `, ${counts.pending} skipped` : ''}\n`);
