import type { Column } from './columns.ts';
import { comparison } from './comparison.ts';

interface OccupationRow {
  readonly id: string;
  readonly code: string;
  /** JSON. */
  readonly profile: string;
}

function sectionsOf({ profile }: OccupationRow): Map<string, string> {
  const sections: unknown = JSON.parse(profile);
  return new Map(
    typeof sections === 'object' && sections !== null
      ? Object.entries(sections).map(([name, section]) => [name, JSON.stringify(section)])
      : [],
  );
}

/** Names of sections, and not their text: an editor has the file. */
const profile: Column<OccupationRow> = {
  name: 'profile',
  value: () => null,
  unit: () => '',
  compare(before, after) {
    if (before.profile === after.profile) return null;
    const [was, is] = [sectionsOf(before), sectionsOf(after)];
    const told = [
      ['changed', [...is.keys()].filter((name) => was.has(name) && was.get(name) !== is.get(name))],
      ['new', [...is.keys()].filter((name) => !was.has(name))],
      ['gone', [...was.keys()].filter((name) => !is.has(name))],
    ] as const;
    const parts = told.filter(([, names]) => names.length > 0);
    return {
      from: null,
      to: null,
      unit: '',
      percent: null,
      implausible: false,
      note: parts.map(([what, names]) => `${what}: ${names.join(', ')}`).join('; ') || 'sections in another order',
      moved: null,
      size: parts.reduce((sum, [, names]) => sum + names.length, 0),
    };
  },
};

export const occupations = comparison<OccupationRow>({
  kind: 'occupation',
  what: 'Occupation profiles',
  sql: 'SELECT * FROM occupation',
  key: (row) => [row.id],
  subject: (row) => `${row.code} ${row.id}`,
  columns: [profile],
});
