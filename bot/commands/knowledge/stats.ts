import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { storeFileFor } from '../../../knowledge/build/build.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { readImports } from '../../../knowledge/import/imports-folder.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import { type KnowledgeStats, knowledgeStats, type Periods } from '../../../knowledge/stats.ts';
import { today } from '../../clock.ts';
import { knowledgePaths } from '../../paths.ts';
import { buildProgress, print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';

export const stats: KnowledgeCommand = {
  usage: 'stats [--gaps TABLE] [--json]',
  does: 'count what the store holds and tell how fresh it is (--gaps: the unit groups that a table has nothing for)',
  async run(config, words) {
    const { gaps, json } = readWords(words);
    const paths = knowledgePaths(config.dataDir);
    // Opening builds the store where it is missing or stale.
    await (await openKnowledge({ ...paths, onProgress: buildProgress() })).close();
    const [{ path }, { datasets }] = await Promise.all([storeFileFor(paths), readImports(paths.importsDir)]);
    const counted = await knowledgeStats(path, { today: today(), imports: datasets });
    if (gaps !== undefined) {
      const missing = gapsOf(counted, gaps);
      if (json) print(JSON.stringify({ table: gaps, missing }, null, 2));
      else for (const line of gapLines(gaps, missing)) print(line);
    } else if (json) {
      const { groups: _groups, ...rest } = counted;
      print(JSON.stringify(rest));
    } else for (const line of statsLines(counted)) print(line);
  },
};

function readWords(words: readonly string[]): { readonly gaps: string | undefined; readonly json: boolean } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { gaps: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return { gaps: values.gaps, json: values.json };
  } catch (cause) {
    throw new AdvisorError('COMMAND_UNKNOWN', [
      cause instanceof Error ? cause.message : String(cause),
      `usage: npm run knowledge -- ${stats.usage}`,
    ]);
  }
}

interface Gap {
  readonly code: string;
  readonly title: string;
}

function gapsOf({ tables, groups }: KnowledgeStats, name: string): Gap[] {
  const byGroup = tables.flatMap((table) => (table.groups ? [{ name: table.table, ...table.groups }] : []));
  const table = byGroup.find((each) => each.name === name);
  if (!table)
    throw new AdvisorError('COMMAND_UNKNOWN', [
      `--gaps: no table by unit group is called "${name}"; there are ${byGroup.map((each) => each.name).join(', ')}`,
    ]);
  return table.missing.map((code) => ({ code, title: groups.get(code) ?? '' }));
}

function gapLines(table: string, missing: readonly Gap[]): string[] {
  return [
    ...missing.map(({ code, title }) => `${code} ${title}`),
    missing.length === 0
      ? `${table} has something for every unit group.`
      : `${missing.length} unit groups have nothing in ${table}.`,
  ];
}

/** The counts for a person, in tables that fit 100 columns. */
export function statsLines({ hash, schema, tables, sources, datasets }: KnowledgeStats): string[] {
  return [
    grid(
      [
        ['table', 17],
        ['rows', 9],
        ['groups', 6],
        ['without', 7],
        ['periods', 12],
        ['sources', 28],
      ],
      ['rows', 'groups', 'without'],
      tables.map(({ table, rows, groups, periods, sources: named }) => [
        table,
        count(rows),
        groups ? count(groups.covered) : '',
        groups ? count(groups.missing.length) : '',
        span(periods),
        named.length > MOST_NAMED ? `${named.length} sources` : named.join(', '),
      ]),
    ),
    grid(
      [
        ['source', 24],
        ['facts', 7],
        ['periods', 10],
        ['retrieved', 10],
        ['good for', 10],
        ['today', 11],
        ['from', 6],
      ],
      ['facts'],
      sources.map(({ id, facts, periods, retrieved, expiry, freshness, origin }) => [
        id,
        count(facts),
        span(periods),
        retrieved,
        expiry,
        freshness.since === null ? freshness.state : `${freshness.state} since ${freshness.since}`,
        origin,
      ]),
    ),
    ...(datasets.length === 0
      ? ['Everything is from the pack: nothing was imported.']
      : [
          grid(
            [
              ['imported file', 27],
              ['for the source', 21],
              ['on', 10],
              ['rows', 7],
              ['kept', 7],
              ['set aside', 9],
            ],
            ['rows', 'kept', 'set aside'],
            datasets.map(({ id, file, imported, rows, kept, dropped, sources: brought }) => [
              file,
              brought.length === 0 ? id : brought.join(', '),
              imported,
              count(rows),
              count(kept),
              count(dropped),
            ]),
          ),
        ]),
    `Content hash ${hash.slice(0, 16)}, schema ${schema}. The groups that a table has nothing for: --gaps TABLE.`,
  ];
}

/** Sources that a cell names one by one. */
const MOST_NAMED = 4;
/** Cells have a space on either side. */
const CELL_FRAME = 2;

function grid(
  columns: readonly (readonly [name: string, width: number])[],
  numbers: readonly string[],
  rows: readonly string[][],
): string {
  const table = new Table({
    head: columns.map(([name]) => name),
    colWidths: columns.map(([, width]) => width + CELL_FRAME),
    colAligns: columns.map(([name]) => (numbers.includes(name) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map((cell, index) => wrap(cell, columns[index]?.[1] ?? 0))));
  return table.toString();
}

/** The table's own wrapping knows spaces only: ids and file names are broken after their hyphens, and anywhere if need be. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const piece of text.match(/[^\s/_-]*[\s/_-]|[^\s/_-]+/g) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || (line + piece).trimEnd().length <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
    for (let last = lines.at(-1) ?? ''; last.trimEnd().length > width; last = lines.at(-1) ?? '')
      lines.splice(-1, 1, last.slice(0, width), last.slice(width));
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

function span(periods: Periods | null): string {
  if (periods === null) return '';
  return periods.oldest === periods.newest ? periods.newest : `${periods.oldest} to ${periods.newest}`;
}

function count(value: number): string {
  return value.toLocaleString('en-CA');
}
