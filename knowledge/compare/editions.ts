import { word } from './columns.ts';
import { comparison } from './comparison.ts';

interface LinkRow {
  readonly from_edition: string;
  readonly from_code: string;
  readonly to_edition: string;
  readonly to_code: string;
}

export const crosswalk = comparison<LinkRow>({
  kind: 'crosswalk',
  what: 'Crosswalk links',
  sql: 'SELECT * FROM crosswalk',
  key: (row) => [row.from_edition, row.from_code, row.to_edition, row.to_code],
  subject: (row) => `${row.from_edition} ${row.from_code} -> ${row.to_edition} ${row.to_code}`,
  columns: [],
});

interface EarlierRow {
  readonly edition: string;
  readonly code: string;
  readonly title: string;
}

export const earlierGroups = comparison<EarlierRow>({
  kind: 'edition_group',
  what: 'Earlier groups',
  sql: 'SELECT * FROM edition_group',
  key: (row) => [row.edition, row.code],
  subject: (row) => `${row.edition} ${row.code}`,
  columns: [word('name', (row) => row.title)],
});
