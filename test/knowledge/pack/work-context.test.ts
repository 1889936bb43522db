import { expect } from 'chai';
import { WORK_CONTEXT_ITEMS } from '../../../knowledge/build/tables.ts';
import { builtStore } from '../helpers.ts';
import { hasReference, packRows, type Row, referenceRows, withReference } from './tables.ts';

const COLUMNS = Object.entries(WORK_CONTEXT_ITEMS);

describe('work context of the pack', function () {
  this.timeout(120_000);

  it('has a row of ten ratings for each of the 900 OaSIS profiles, and tells every group', () => {
    const rows = packRows('work-context.csv');
    expect(rows).to.have.length(900);
    expect(COLUMNS).to.have.length(10);
    for (const row of rows) for (const [column] of COLUMNS) expect(row[column], row.oasis_code).to.match(/^[0-5]$/);
    expect(new Set(rows.map((row) => row.oasis_code?.slice(0, 5))).size).to.equal(516);
  });

  // Protects the import: it replaces what has the same name, and would otherwise stand beside it.
  it('is stored under the names that the publisher gives the items', async () => {
    const { store } = await builtStore();
    const ratings = await store.oasisRatings('72200', 'work-context');
    expect(ratings.map(({ item }) => item).sort()).to.deep.equal(Object.values(WORK_CONTEXT_ITEMS).sort());
    expect(ratings.find(({ item }) => item === 'High Places')?.value).to.equal(3);
  });

  it(withReference("is the publisher's, figure for figure"), function () {
    if (!hasReference()) this.skip();
    const line = (row: Row, code: string, columns: readonly string[]): string =>
      [row[code], ...columns.map((column) => row[column]?.trim())].join(' | ');
    const published = referenceRows('oasis2023/workcontext_oasis_2023_v1.0.csv');
    expect(
      packRows('work-context.csv').map((row) =>
        line(
          row,
          'oasis_code',
          COLUMNS.map(([column]) => column),
        ),
      ),
    ).to.deep.equal(
      published.map((row) =>
        line(
          row,
          'OaSIS Code - Final',
          COLUMNS.map(([, item]) => item),
        ),
      ),
    );
  });
});
