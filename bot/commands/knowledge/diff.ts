import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { storeFileFor } from '../../../knowledge/build/build.ts';
import type { Value } from '../../../knowledge/compare/columns.ts';
import { compareStores, countsOf, isSame, type StoreDifference } from '../../../knowledge/compare/compare-stores.ts';
import type { Changed, KindDifference, Only } from '../../../knowledge/compare/comparison.ts';
import { formerStore } from '../../../knowledge/compare/former-store.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import type { Config } from '../../config.ts';
import { knowledgePaths } from '../../paths.ts';
import { buildProgress, print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';

export const diff: KnowledgeCommand = {
  usage: 'diff [OLD] [NEW] [--threshold 5] [--limit 20 | --all] [--json]',
  does: 'list what is new, gone or changed by more than a percentage (store files; else the former store and the one in service)',
  async run(config, words) {
    const { files, threshold, limit, json } = readWords(words);
    const [before, after] = await filesToCompare(config, files);
    const difference = await compareStores(before, after, { threshold });
    if (json) {
      const summary = Object.fromEntries(difference.kinds.map((kind) => [kind.kind, countsOf(kind)]));
      print(JSON.stringify({ same: difference.kinds.every(isSame), summary, ...difference }, null, 2));
    } else for (const line of differenceLines(difference, limit)) print(line);
  },
};

interface Words {
  readonly files: readonly string[];
  readonly threshold: number;
  readonly limit: number;
  readonly json: boolean;
}

function readWords(words: readonly string[]): Words {
  const wrong = (what: string): AdvisorError =>
    new AdvisorError('COMMAND_UNKNOWN', [what, `usage: npm run knowledge -- ${diff.usage}`]);
  const options = {
    threshold: { type: 'string', default: '5' },
    limit: { type: 'string', default: '20' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ args: [...words], options, allowPositionals: true });
    } catch (cause) {
      throw wrong(cause instanceof Error ? cause.message : String(cause));
    }
  };
  const { values, positionals: files } = parse();
  if (files.length > 2) throw wrong(`two store files can be compared (found ${files.length})`);
  if (!/^\d+(\.\d+)?$/.test(values.threshold)) throw wrong(`--threshold: "${values.threshold}" is no percentage`);
  if (!/^\d+$/.test(values.limit)) throw wrong(`--limit: "${values.limit}" is no number of lines`);
  return {
    files: files.map((file) => resolve(file)),
    threshold: Number(values.threshold),
    limit: values.all ? Number.POSITIVE_INFINITY : Number(values.limit),
    json: values.json,
  };
}

async function filesToCompare(config: Config, [before, after]: readonly string[]): Promise<[string, string]> {
  if (before !== undefined && after !== undefined) return [before, after];
  const paths = knowledgePaths(config.dataDir);
  // Built first where the pack was edited: the editor wants to see what that changes.
  await (await openKnowledge({ ...paths, onProgress: buildProgress() })).close();
  const { path } = await storeFileFor(paths);
  return [before ?? (await formerStore(paths.storeDir, path)), path];
}

/** The difference for a person: first how much of what, then row by row. `limit` lines of a sort are told at most. */
export function differenceLines({ before, after, threshold, kinds }: StoreDifference, limit: number): string[] {
  const files = [`Before: ${before.path}`, `Now:    ${after.path}`, ''];
  if (kinds.every(isSame)) return [...files, 'No difference: both stores say the same.'];
  const table = new Table({
    head: ['facts', 'before', 'now', 'new', 'gone', 'changed', 'jumps', 'slight'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const kind of kinds) {
    const { added, gone, changed, implausible, slight } = countsOf(kind);
    table.push([
      kind.what,
      ...[...kind.rows, added, gone, changed, implausible, slight].map((count) => tell(count, '')),
    ]);
  }
  return [
    ...files,
    table.toString(),
    `Slight: a number that changed by ${threshold} % or less; not listed. Jumps: more than double or less than half; marked with "!".`,
    ...kinds.flatMap((kind) => kindLines(kind, limit)),
  ];
}

function kindLines(kind: KindDifference, limit: number): string[] {
  const sorts = [
    kind.changed.map((change) => changeLine(change)),
    kind.added.map((row) => onlyLine('+', 'new', row)),
    kind.gone.map((row) => onlyLine('-', 'gone', row)),
  ];
  if (sorts.every((lines) => lines.length === 0)) return [];
  return [
    '',
    kind.what,
    ...sorts.flatMap((lines) => [
      ...lines.slice(0, limit),
      ...(lines.length > limit ? [`    ... and ${tell(lines.length - limit, '')} more (--all)`] : []),
    ]),
  ];
}

function changeLine({ subject, figure, from, to, unit, percent, implausible, note, periods }: Changed): string {
  const more = [percent === null || percent === 0 ? '' : signed(percent), note]
    .filter((part) => part !== '')
    .join('; ');
  // A unit is told once, after the last of the figures that share it.
  const values = [withUnit(from, to === null ? unit : '', unit), withUnit(to, unit, unit)].join(' -> ');
  return [
    `${implausible ? '!' : ' '} ${subject}: ${figure}`,
    from === null && to === null ? '' : ` ${values}`,
    more === '' ? '' : ` (${more})`,
    periods[0] === periods[1] ? '' : `, ${periods[0]} -> ${periods[1]}`,
  ].join('');
}

function withUnit(value: Value, shown: string, unit: string): string {
  return value === null || shown === '' ? tell(value, unit) : `${tell(value, unit)} ${shown}`;
}

function onlyLine(mark: string, what: string, { subject, figures, period }: Only): string {
  const told = figures.map(
    ({ figure, value, unit }, index) =>
      `${figure} ${withUnit(value, unit === figures[index + 1]?.unit ? '' : unit, unit)}`,
  );
  return `${mark} ${subject}: ${[what, ...(told.length > 0 ? [told.join(', ')] : [])].join(': ')}${period && ` (${period})`}`;
}

function tell(value: Value, unit: string): string {
  if (value === null) return 'not published';
  if (value === '') return '(nothing)';
  if (typeof value === 'string') return value;
  return value.toLocaleString('en-CA', {
    minimumFractionDigits: unit === 'an hour' ? 2 : 0,
    maximumFractionDigits: 2,
  });
}

function signed(percent: number): string {
  return `${percent < 0 ? '-' : '+'}${Math.abs(percent).toFixed(1)} %`;
}
