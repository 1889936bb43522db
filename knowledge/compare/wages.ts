import type { ImportRows } from '../import/rows.ts';
import { number, word } from './columns.ts';
import { comparison } from './comparison.ts';

export type WageRow = ImportRows['wage'];

const perUnit = (row: WageRow): string => (row.unit === 'year' ? 'a year' : 'an hour');
const amount = (name: string, of: (row: WageRow) => number | null) => number(name, of, { unit: perUnit });

/**
 * Each place's newest release against the newest before. The percentiles stand for the publisher's family (Job Bank 10/90, the Alberta
 * survey 5/95): the source does not, since every release is a source of its own.
 */
export const wages = comparison<WageRow>({
  kind: 'wage',
  what: 'Wages',
  // The order in which answers prefer them (NEWEST_FIRST of the store).
  sql: `SELECT wage.* FROM wage JOIN source ON source.id = wage.source
    ORDER BY released DESC, origin = 'import' DESC, substr(period, -4) DESC, wage.rowid`,
  key: (row) => [row.code, row.region, row.level, row.industry, row.low_percentile, row.high_percentile],
  release: (row) => `${row.source} ${row.released}`,
  variant: (row) => `${row.edition} ${row.edition_code}`,
  subject: (row, names) =>
    [
      names.group(row.code),
      names.region(row.region),
      ...(row.industry === 'all' ? [] : [row.industry]),
      ...(row.level === 'all' ? [] : [row.level]),
      ...(row.edition === 'noc2021' ? [] : [`as ${row.edition} ${row.edition_code}`]),
    ].join(', '),
  period: (row) => row.period,
  columns: [
    { ...word('unit', perUnit), value: () => null },
    amount('low', (row) => row.low),
    amount('lower quartile', (row) => row.lower_quartile),
    amount('median', (row) => row.median),
    amount('average', (row) => row.average),
    amount('upper quartile', (row) => row.upper_quartile),
    amount('high', (row) => row.high),
    number('salary', (row) => row.salary, { unit: () => 'a year' }),
    number('hours', (row) => row.hours_week, { unit: () => 'a week' }),
    number('months', (row) => row.months_payroll, { unit: () => 'a year' }),
    number('with benefits', (row) => row.benefits_percent, { unit: () => 'percent' }),
    word('reliability', (row) => row.reliability),
    { ...word('collected by', (row: WageRow) => row.basis), value: () => null },
    word('comment', (row) => row.comment),
  ],
});
