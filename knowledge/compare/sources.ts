import type { Source } from '../model.ts';
import { number, prose, word } from './columns.ts';
import { comparison } from './comparison.ts';

/** A source with the first and the last period of its figures. */
interface SourceRow extends Source {
  readonly first: string | null;
  readonly last: string | null;
}

const years = ({ first, last }: SourceRow): string | null =>
  first === null || last === null || first === last ? first : `${first}-${last}`;

export const sources = comparison<SourceRow>({
  kind: 'source',
  what: 'Sources',
  sql: `WITH fact AS (SELECT source, period FROM wage UNION ALL SELECT source, period FROM outlook
      UNION ALL SELECT source, period FROM regional_outlook),
    span AS (SELECT source, min(substr(period, 1, 4)) AS first, max(substr(period, -4)) AS last FROM fact GROUP BY source)
    SELECT source.*, first, last FROM source LEFT JOIN span ON span.source = source.id`,
  key: (row) => [row.id],
  subject: (row) => row.id,
  columns: [
    word('period', years),
    word('retrieved', (row) => row.retrieved),
    word('good for', (row) => row.expiry),
    word('origin', (row) => row.origin),
    word('title', (row) => row.title),
    word('publisher', (row) => row.publisher),
    word('address', (row) => row.url),
    word('licence', (row) => row.licence),
    prose('attribution', (row) => row.attribution),
    prose('note', (row) => row.note),
  ],
});

interface DatasetRow {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly imported: string;
  readonly kept: number;
}

export const datasets = comparison<DatasetRow>({
  kind: 'dataset',
  what: 'Imported files',
  sql: 'SELECT * FROM dataset',
  key: (row) => [row.id],
  subject: (row) => row.id,
  columns: [
    word('file', (row) => row.file),
    word('imported', (row) => row.imported),
    number('rows kept', (row) => row.kept),
    prose('content', (row) => row.sha256),
  ],
});
