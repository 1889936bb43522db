import { SCHEMA, SCHEMA_VERSION } from '../store/schema.ts';
import { SqliteHandle, type SqlRunner, type SqlValue } from '../store/sqlite.ts';
import type { Pack } from './read-pack.ts';

/** Told after each table; `done` of `total` tables are written. */
export type BuildProgress = (step: {
  readonly table: string;
  readonly rows: number;
  readonly done: number;
  readonly total: number;
}) => void;

/** Writes a validated pack into a new SQLite file at `path`, in one transaction, and checks the file before it returns. */
export async function writeStore(path: string, pack: Pack, hash: string, progress: BuildProgress): Promise<void> {
  const handle = await SqliteHandle.open(path, 'create');
  try {
    await handle.run('PRAGMA journal_mode = MEMORY');
    await handle.run('PRAGMA foreign_keys = ON');
    await handle.transaction(async (inside) => {
      for (const statement of SCHEMA) await inside.run(statement);
      const tables = tableRows(pack);
      const counts: Record<string, number> = {};
      for (const [index, { table, rows }] of tables.entries()) {
        await insert(inside, table, rows);
        counts[table] = rows.length;
        progress({ table, rows: rows.length, done: index + 1, total: tables.length });
      }
      await insert(inside, 'meta', [
        ['hash', hash],
        ['schema', String(SCHEMA_VERSION)],
        ['counts', JSON.stringify(counts)],
      ]);
    });
    const check = await handle.get<{ integrity_check: string }>('PRAGMA integrity_check');
    if (check?.integrity_check !== 'ok') throw new Error(`integrity check: ${check?.integrity_check ?? 'no answer'}`);
  } finally {
    await handle.close();
  }
}

async function insert(inside: SqlRunner, table: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  await inside.runMany(`INSERT INTO ${table} VALUES (${Array.from({ length: width }, () => '?').join(', ')})`, rows);
}

/** Rows of every table in the order of its columns in schema.ts; tables that others refer to come first. */
function tableRows(pack: Pack): { table: string; rows: SqlValue[][] }[] {
  const categories = new Map(pack.broadCategories.map((row) => [row.code, row.title_en]));
  const descriptions = new Map(pack.descriptions.map((row) => [row.code, row]));
  return [
    {
      table: 'source',
      rows: pack.sources.map((row) => [
        row.id,
        row.title,
        row.publisher,
        row.url,
        row.licence,
        row.attribution,
        row.note,
      ]),
    },
    {
      table: 'contact',
      rows: pack.contacts.map((row) => [
        row.id,
        row.name,
        row.phone,
        row.hours,
        row.opens,
        row.closes,
        row.note,
        row.source,
      ]),
    },
    {
      table: 'region',
      rows: pack.regions.map((row, index) => [row.id, row.kind, row.name, row.parent, row.aliases.join(';'), index]),
    },
    { table: 'teer', rows: pack.teer.map((row) => [row.teer, row.usual_requirement, row.source]) },
    {
      table: 'unit_group',
      rows: pack.unitGroups.map((row) => {
        const description = descriptions.get(row.code);
        return [
          row.code,
          row.title_en,
          row.title_fr,
          row.teer,
          row.broad_category,
          categories.get(row.broad_category) ?? '',
          description?.gist ?? '',
          description?.what_they_do ?? '',
          description?.where_they_work ?? '',
        ];
      }),
    },
    {
      table: 'occupation',
      rows: pack.profiles.map(({ at: _at, placeOf: _placeOf, ...profile }) => [
        profile.id,
        profile.code,
        JSON.stringify(profile),
      ]),
    },
    { table: 'title', rows: titleRows(pack) },
    { table: 'edition_group', rows: pack.editions.map((row) => [row.edition, row.code, row.title, row.source]) },
    {
      table: 'crosswalk',
      rows: pack.crosswalk.map((row) => [row.from_edition, row.from_code, row.to_edition, row.to_code, row.source]),
    },
    { table: 'wage', rows: wageRows(pack) },
    {
      table: 'education',
      rows: pack.education.map((row) => [
        row.code,
        Number(row.licence_mentioned),
        Number(row.red_seal_mentioned),
        Number(row.apprenticeship_mentioned),
        row.source,
      ]),
    },
    {
      table: 'outlook',
      rows: pack.outlook.map((row) => [
        row.code,
        row.employment_2023,
        '2023',
        row.growth,
        row.retirements,
        row.openings,
        row.seekers,
        row.recent,
        row.future,
        row.period,
        row.edition,
        row.source,
      ]),
    },
    {
      table: 'holland',
      rows: pack.interests.map((row) => [
        row.oasis_code,
        row.oasis_code.slice(0, 5),
        row.label,
        [row.holland_1, row.holland_2, row.holland_3].join(''),
        row.source,
      ]),
    },
    { table: 'similar', rows: similarRows(pack) },
  ];
}

/** The pack's titles, each group's own names, and the names of occupations that have a profile. */
function titleRows(pack: Pack): SqlValue[][] {
  const rows: SqlValue[][] = [];
  for (const group of pack.unitGroups) {
    rows.push([group.code, group.title_en, 'en', 'group', '', ''], [group.code, group.title_fr, 'fr', 'group', '', '']);
  }
  for (const profile of pack.profiles) {
    for (const title of [profile.name, ...profile.aliases])
      rows.push([profile.code, title, 'en', 'alias', '', profile.id]);
  }
  for (const row of pack.titles) rows.push([row.code, row.title, row.language, row.kind, row.stands_for, '']);
  return rows;
}

function wageRows(pack: Pack): SqlValue[][] {
  const jobBank: SqlValue[][] = pack.jobBankWages.map((row) => [
    row.code,
    row.region,
    'all',
    'all',
    row.low,
    row.median,
    null,
    row.high,
    row.unit,
    row.basis,
    10,
    90,
    null,
    null,
    null,
    null,
    row.period,
    row.edition,
    row.code,
    row.source,
  ]);
  const alberta: SqlValue[][] = pack.albertaWages.map((row) => [
    row.code,
    row.region,
    row.level,
    row.industry,
    row.low,
    row.median,
    row.average,
    row.high,
    'hour',
    'hour',
    5,
    95,
    row.reliability,
    row.salary_average,
    row.hours_week,
    row.months_payroll,
    row.period,
    row.edition,
    row.edition_code,
    row.source,
  ]);
  return [...alberta, ...jobBank];
}

function similarRows(pack: Pack): SqlValue[][] {
  const position = new Map<string, number>();
  return pack.similar.map((row) => {
    const next = (position.get(row.code) ?? 0) + 1;
    position.set(row.code, next);
    return [row.code, next, row.similar];
  });
}
