import { word } from './columns.ts';
import { comparison } from './comparison.ts';

interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  readonly opens: string;
  readonly closes: string;
  readonly note: string;
}

export const contacts = comparison<ContactRow>({
  kind: 'contact',
  what: 'Contacts',
  sql: 'SELECT * FROM contact',
  key: (row) => [row.id],
  subject: (row) => row.id,
  columns: [
    word('name', (row) => row.name),
    word('phone', (row) => row.phone),
    word('hours', (row) => `${row.hours}, ${row.opens}-${row.closes}`),
    word('note', (row) => row.note),
  ],
});

interface RegionRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string;
  readonly aliases: string;
  readonly members: string;
}

export const regions = comparison<RegionRow>({
  kind: 'region',
  what: 'Regions',
  sql: 'SELECT * FROM region',
  key: (row) => [row.id],
  subject: (row) => row.id,
  columns: [
    word('name', (row) => row.name),
    word('kind', (row) => row.kind),
    word('lies in', (row) => row.parent),
    word('other names', (row) => row.aliases),
    word('members', (row) => row.members),
  ],
});

interface TeerRow {
  readonly teer: string;
  readonly usual_requirement: string;
}

export const teers = comparison<TeerRow>({
  kind: 'teer',
  what: 'TEER categories',
  sql: 'SELECT * FROM teer',
  key: (row) => [row.teer],
  subject: (row) => `TEER ${row.teer}`,
  columns: [word('usual requirement', (row) => row.usual_requirement)],
});
