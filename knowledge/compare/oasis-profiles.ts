import { number, word } from './columns.ts';
import { comparison } from './comparison.ts';

interface HollandRow {
  readonly oasis_code: string;
  readonly label: string;
  readonly letters: string;
}

export const interests = comparison<HollandRow>({
  kind: 'holland',
  what: 'Interests',
  sql: 'SELECT * FROM holland',
  key: (row) => [row.oasis_code],
  subject: (row) => `${row.oasis_code} ${row.label}`,
  columns: [word('Holland letters', (row) => row.letters), word('name', (row) => row.label)],
});

interface RatingRow {
  readonly oasis_code: string;
  readonly code: string;
  readonly category: string;
  readonly item: string;
  readonly value: number;
}

export const ratings = comparison<RatingRow>({
  kind: 'oasis_rating',
  what: 'OaSIS ratings',
  sql: 'SELECT * FROM oasis_rating',
  key: (row) => [row.oasis_code, row.category, row.item],
  subject: (row) => `${row.oasis_code}, ${row.category}, ${row.item}`,
  columns: [number('rating', (row) => row.value)],
});
