import type { Imports, KeptSource } from '../import/imports-folder.ts';
import type { SqlValue } from '../store/sqlite.ts';
import type { Pack } from './read-pack.ts';
import { WORK_CONTEXT_ITEMS } from './tables.ts';

/** Rows of every table that the pack fills, in the order of its columns in schema.ts; tables that others refer to come first. */
export function packRows(pack: Pack, imports: Imports): { table: string; rows: SqlValue[][] }[] {
  const categories = new Map(pack.broadCategories.map((row) => [row.code, row.title_en]));
  const descriptions = new Map(pack.descriptions.map((row) => [row.code, row]));
  return [
    { table: 'source', rows: sourceRows(pack, imports) },
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
      rows: pack.regions.map((row, index) => [
        row.id,
        row.kind,
        row.name,
        row.parent,
        row.aliases.join(';'),
        row.members.join(';'),
        index,
      ]),
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
    { table: 'oasis_rating', rows: workContextRows(pack) },
    { table: 'similar', rows: similarRows(pack) },
    {
      table: 'dataset',
      rows: imports.datasets.map((each) => [
        each.id,
        each.format,
        each.file,
        each.sha256,
        each.imported,
        each.rows,
        each.kept,
        each.dropped,
      ]),
    },
  ];
}

/** The pack's titles, each group's own names, and the names of occupations that have a profile. */
function titleRows(pack: Pack): SqlValue[][] {
  const rows: SqlValue[][] = [];
  for (const group of pack.unitGroups) {
    rows.push(
      [group.code, group.title_en, 'en', 'group', '', '', group.source],
      [group.code, group.title_fr, 'fr', 'group', '', '', group.source],
    );
  }
  for (const profile of pack.profiles) {
    for (const title of [profile.name, ...profile.aliases])
      rows.push([profile.code, title, 'en', 'alias', '', profile.id, profile.source]);
  }
  for (const row of pack.titles)
    rows.push([row.code, row.title, row.language, row.kind, row.stands_for, '', 'job-titles']);
  return rows;
}

function wageRows(pack: Pack): SqlValue[][] {
  const jobBank: SqlValue[][] = pack.jobBankWages.map((row) => [
    row.code,
    row.region,
    'all',
    'all',
    row.low,
    null,
    row.median,
    null,
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
    null,
    '',
    row.period,
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
    null,
    row.median,
    row.average,
    null,
    row.high,
    'hour',
    'hour',
    5,
    95,
    row.reliability,
    row.salary_average,
    row.hours_week,
    row.months_payroll,
    null,
    '',
    row.period,
    row.period,
    row.edition,
    row.edition_code,
    row.source,
  ]);
  return [...alberta, ...jobBank];
}

/** One row for each rating: an import of the publisher's file takes their place, and adds the items that are not here. */
function workContextRows(pack: Pack): SqlValue[][] {
  const items = Object.entries(WORK_CONTEXT_ITEMS) as [keyof typeof WORK_CONTEXT_ITEMS, string][];
  return pack.workContext.flatMap((row) =>
    items.flatMap(([column, item]) =>
      row[column] === null
        ? []
        : [[row.oasis_code, row.oasis_code.slice(0, 5), 'work-context', item, row[column], row.source]],
    ),
  );
}

function similarRows(pack: Pack): SqlValue[][] {
  const position = new Map<string, number>();
  return pack.similar.map((row) => {
    const next = (position.get(row.code) ?? 0) + 1;
    position.set(row.code, next);
    return [row.code, next, row.similar];
  });
}

/** The pack's sources and those of imports; a source of both has been retrieved anew. */
function sourceRows(pack: Pack, imports: Imports): SqlValue[][] {
  const row = (source: KeptSource, origin: 'pack' | 'import'): SqlValue[] => [
    source.id,
    source.title,
    source.publisher,
    source.url,
    source.licence,
    source.attribution,
    source.note,
    source.retrieved,
    source.expiry,
    origin,
  ];
  const rows = new Map(pack.sources.map((source) => [source.id, row(source, 'pack')]));
  for (const source of imports.datasets.flatMap((dataset) => dataset.sources))
    rows.set(source.id, row(source, 'import'));
  return [...rows.values()];
}
