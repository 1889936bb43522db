import { list, number, prose, word } from './columns.ts';
import { comparison } from './comparison.ts';

const yesNo = (flag: number): string => (flag === 1 ? 'yes' : 'no');

interface GroupRow {
  readonly code: string;
  readonly title: string;
  readonly title_fr: string;
  readonly broad_category_title: string;
  readonly gist: string;
  readonly what_they_do: string;
  readonly where_they_work: string;
}

export const groups = comparison<GroupRow>({
  kind: 'unit_group',
  what: 'Unit groups',
  sql: 'SELECT * FROM unit_group',
  key: (row) => [row.code],
  subject: (row) => row.code,
  columns: [
    word('name', (row) => row.title),
    word('French name', (row) => row.title_fr),
    word('broad category', (row) => row.broad_category_title),
    word('gist', (row) => row.gist),
    prose('what they do', (row) => row.what_they_do),
    prose('where they work', (row) => row.where_they_work),
  ],
});

interface EducationRow {
  readonly code: string;
  readonly licence: number;
  readonly red_seal: number;
  readonly apprenticeship: number;
}

export const education = comparison<EducationRow>({
  kind: 'education',
  what: 'Education flags',
  sql: 'SELECT * FROM education',
  key: (row) => [row.code],
  subject: (row, names) => names.group(row.code),
  columns: [
    word('licence', (row) => yesNo(row.licence)),
    word('Red Seal', (row) => yesNo(row.red_seal)),
    word('apprenticeship', (row) => yesNo(row.apprenticeship)),
  ],
});

interface ListRow {
  readonly code: string;
  readonly kind: string;
  readonly language: string;
  /** One a line. */
  readonly texts: string;
}

/** A group that has lost all titles of a kind is told as gone. */
export const titles = comparison<ListRow>({
  kind: 'title',
  what: 'Titles',
  sql: `SELECT code, kind, language, group_concat(title, char(10)) AS texts
    FROM (SELECT code, kind, language, title FROM title ORDER BY title) GROUP BY code, kind, language`,
  key: (row) => [row.code, row.kind, row.language],
  subject: (row, names) => `${names.group(row.code)}, ${row.kind}, ${row.language}`,
  columns: [list('titles', (row) => row.texts)],
});

/** The order is part of it: duties stand as the publisher gives them. */
export const officialTexts = comparison<ListRow>({
  kind: 'official_text',
  what: 'Official texts',
  sql: `SELECT code, kind, language, group_concat(oasis_code || ' ' || replace(text, char(10), ' '), char(10)) AS texts
    FROM (SELECT * FROM official_text ORDER BY rowid) GROUP BY code, kind, language`,
  key: (row) => [row.code, row.kind, row.language],
  subject: (row, names) => `${names.group(row.code)}, ${row.kind}, ${row.language}`,
  columns: [list('texts', (row) => row.texts)],
});

interface SimilarRow {
  readonly code: string;
  readonly similar: string;
}

export const similar = comparison<SimilarRow>({
  kind: 'similar',
  what: 'Similar groups',
  sql: `SELECT code, group_concat(similar, ' ') AS similar
    FROM (SELECT code, similar FROM similar ORDER BY code, position) GROUP BY code`,
  key: (row) => [row.code],
  subject: (row, names) => names.group(row.code),
  columns: [word('similar groups', (row) => row.similar)],
});

interface DistanceRow extends SimilarRow {
  readonly distance: number;
}

export const distances = comparison<DistanceRow>({
  kind: 'skill_distance',
  what: 'Skill distances',
  sql: 'SELECT * FROM skill_distance',
  key: (row) => [row.code, row.similar],
  subject: (row, names) => `${names.group(row.code)}, to ${names.group(row.similar)}`,
  columns: [number('distance', (row) => row.distance)],
});
