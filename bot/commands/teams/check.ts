import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { print } from '../run.ts';
import type { TeamsCommand } from './command.ts';
import { type Check, readiness } from './readiness.ts';

export const check: TeamsCommand = {
  usage: 'check [--json]',
  does: 'tell what Teams needs, and what of it is there (exit code 1 where something is missing)',
  async run(variables, words) {
    const json = readWords(words);
    const checks = await readiness(variables);
    const ready = checks.every(({ good }) => good);
    if (json) print(JSON.stringify({ ready, checks }, null, 2));
    else for (const line of linesOf(checks)) print(line);
    if (!ready) process.exitCode = 1;
  },
};

function readWords(words: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...words], options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (cause) {
    throw new AdvisorError('COMMAND_UNKNOWN', [
      cause instanceof Error ? cause.message : String(cause),
      `usage: npm run teams -- ${check.usage}`,
    ]);
  }
}

function linesOf(checks: readonly Check[]): string[] {
  const table = new Table({
    head: ['', 'what Teams needs', 'how it is'],
    colWidths: [4, 24, 70],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...checks.map(({ good, name, told }) => [good ? '✓' : '!', name, told]));
  const open = checks.filter(({ good }) => !good).length;
  return [
    table.toString(),
    open === 0
      ? 'All is there. Next: npm run teams -- package'
      : `${open} of ${checks.length} to do: README, "Connect Teams".`,
  ];
}
