import { MARKET_CONDITIONS, OUTLOOK_RATINGS } from '../model.ts';
import { number, prose, word } from './columns.ts';
import { comparison } from './comparison.ts';

interface OutlookRow {
  readonly code: string;
  readonly employment: number;
  readonly growth: number;
  readonly retirements: number;
  readonly openings: number;
  readonly seekers: number;
  readonly recent: string;
  readonly future: string;
  readonly period: string;
  readonly source: string;
}

const persons = { unit: () => 'persons' };

/** The newest projection of each group. */
export const outlook = comparison<OutlookRow>({
  kind: 'outlook',
  what: 'Outlook',
  sql: 'SELECT * FROM outlook ORDER BY period DESC',
  key: (row) => [row.code],
  release: (row) => row.period,
  subject: (row, names) => names.group(row.code),
  period: (row) => row.period,
  columns: [
    number('openings', (row) => row.openings, persons),
    number('seekers', (row) => row.seekers, persons),
    number('employment', (row) => row.employment, persons),
    number('retirements', (row) => row.retirements, persons),
    number('growth', (row) => row.growth, { ...persons, isDifference: true }),
    word('recent conditions', (row) => row.recent, MARKET_CONDITIONS),
    word('future conditions', (row) => row.future, MARKET_CONDITIONS),
  ],
});

interface RegionalRow {
  readonly code: string;
  readonly region: string;
  readonly rating: string;
  readonly trend: string;
  readonly trend_fr: string;
  readonly period: string;
  readonly source: string;
}

/** `undetermined` is no step of the scale. */
const SCALE = OUTLOOK_RATINGS.filter((rating) => rating !== 'undetermined');

export const regionalOutlook = comparison<RegionalRow>({
  kind: 'regional_outlook',
  what: 'Regional outlook',
  sql: 'SELECT * FROM regional_outlook ORDER BY released DESC, substr(period, -4) DESC, source',
  key: (row) => [row.code, row.region],
  release: (row) => row.source,
  subject: (row, names) => `${names.group(row.code)}, ${names.region(row.region)}`,
  period: (row) => row.period,
  columns: [
    word('rating', (row) => row.rating, SCALE),
    prose('trend', (row) => row.trend),
    prose('trend in French', (row) => row.trend_fr),
  ],
});
