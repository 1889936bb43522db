import type { OccupationProfile } from '../profile.ts';
import type { SourceUse } from './knowledge-store.ts';
import type { SqliteHandle } from './sqlite.ts';

/** Tables whose rows name their source, and whether they have a period of their own. */
const TABLES: readonly (readonly [table: string, period: string])[] = [
  ['contact', "''"],
  ['teer', "''"],
  ['title', "''"],
  ['edition_group', "''"],
  ['crosswalk', "''"],
  ['wage', 'period'],
  ['education', "''"],
  ['outlook', 'period'],
  ['regional_outlook', 'period'],
  ['official_text', "''"],
  ['oasis_rating', "''"],
  ['skill_distance', "''"],
  ['holland', "''"],
];

/** Tables without a column for it: their rows come from one source each. */
const STANDING: readonly (readonly [table: string, source: string])[] = [
  ['unit_group', 'noc-2021'],
  ['unit_group', 'descriptions'],
  ['similar', 'similar-groups'],
];

/** What each source is used for: rows by table, sections of profiles, and the oldest and newest of their periods. */
export async function sourceUse(
  handle: SqliteHandle,
  profiles: readonly OccupationProfile[],
): Promise<ReadonlyMap<string, SourceUse>> {
  const uses = new Map<string, { facts: Record<string, number>; periods: string[] }>();
  const count = (source: string, table: string, rows: number, period: string): void => {
    const use = uses.get(source) ?? { facts: {}, periods: [] };
    uses.set(source, use);
    use.facts[table] = (use.facts[table] ?? 0) + rows;
    if (period !== '' && !use.periods.includes(period)) use.periods.push(period);
  };
  const counted = TABLES.map(
    ([table, period]) =>
      `SELECT '${table}' AS name, source, ${period} AS period, count(*) AS rows FROM ${table} GROUP BY source, ${period}`,
  );
  const standing = STANDING.map(
    ([table, source]) =>
      `SELECT '${table}' AS name, '${source}' AS source, '' AS period, count(*) AS rows FROM ${table}`,
  );
  for (const { name, source, period, rows } of await handle.all<{
    name: string;
    source: string;
    period: string;
    rows: number;
  }>([...counted, ...standing].join(' UNION ALL '))) {
    count(source, name, rows, period);
  }
  for (const profile of profiles) {
    for (const [source, period] of sectionsOf(profile)) count(source, 'occupation', 1, period);
  }
  return new Map(
    [...uses].map(([source, { facts, periods }]) => [
      source,
      {
        facts,
        oldest: periods.toSorted((one, other) => one.localeCompare(other))[0] ?? '',
        newest: periods.toSorted((one, other) => endOf(other).localeCompare(endOf(one)))[0] ?? '',
      },
    ]),
  );
}

/** Each section of a profile with the source that it names, or the profile's own, and its period or day of update. */
function sectionsOf(profile: OccupationProfile): [source: string, period: string][] {
  const found: [string, string][] = [[profile.source, profile.updated]];
  for (const section of Object.values(profile)) {
    if (typeof section !== 'object' || Array.isArray(section)) continue;
    const source = 'source' in section ? section.source : profile.source;
    const period =
      'period' in section ? section.period : 'updated' in section ? section.updated : 'to' in section ? section.to : '';
    found.push([source, period]);
    if ('listed_source' in section) found.push([section.listed_source, '']);
  }
  return found;
}

/** The last year, or the day, that a period ends with. */
function endOf(period: string): string {
  return /^\d{4}-\d{4}$/.test(period) ? period.slice(5) : period;
}
