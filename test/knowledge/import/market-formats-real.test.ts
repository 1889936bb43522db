import { expect } from 'chai';
import { MARKET_FORMATS } from '../../../knowledge/import/formats/market.ts';
import { hasShared, ROOT, readCsv, SHARED } from '../../bench/data.ts';
import { type Read, readPath, readReport } from './helpers.ts';

const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' ? null : Number(cell));
const packRows = (name: string) => readCsv(`${ROOT}knowledge/pack/${name}`);

interface Outcome {
  readonly rows: number;
  readonly kept: number;
  readonly written: number;
  readonly dropped: Readonly<Record<string, number>>;
}

function outcome(result: Read): Outcome {
  const { rows, kept, written, dropped, broken, faults } = readReport(result);
  expect(faults).to.deep.equal([]);
  expect(broken).to.equal(0);
  return { rows, kept, written: Object.values(written).reduce((sum, count) => sum + count, 0), dropped };
}

/** Protects that the publishers' real files are read to the last row, and that the pack and an import of the same release agree. */
describe('the real files of figures', function () {
  this.timeout(120_000);
  before(function () {
    // The reference files stand beside the repository and are absent in a plain clone.
    if (!hasShared()) this.skip();
  });

  const real = (name: string): Promise<Read> => readPath(`${SHARED}reference/${name}`, MARKET_FORMATS);

  it('reads three releases by region: every row, and once what stands there twice', async () => {
    const result = await real('wages/regions-2016-2020-2024.csv');
    expect(outcome(result)).to.deep.equal({ rows: 11_448, kept: 11_448, written: 3 * 11_448 - 43, dropped: {} });
    const imported = new Map((result.rows.wage ?? []).map((row) => [`${row.source} ${row.code} ${row.region}`, row]));
    const packed = packRows('wages/job-bank-provinces-2024.csv').filter(
      ({ source }) => source === 'job-bank-wages-2024',
    );
    expect(packed.length).to.be.greaterThan(2000);
    for (const row of packed) {
      const found = imported.get(`${row.source} ${row.code} ${row.region}`);
      expect([found?.low, found?.median, found?.high, found?.unit], `${row.code} ${row.region}`).to.deep.equal([
        number(row.low),
        number(row.median),
        number(row.high),
        row.unit,
      ]);
    }
    const regional = (result.rows.wage ?? []).filter(
      ({ region, released }) => region.startsWith('ER') && released === '2024',
    );
    expect(regional.filter(({ comment }) => comment !== '')).to.have.length(SAME_AS_PROVINCE);
  });

  it("reads Canada by the year, and finds the pack's basis of every group in the amounts alone", async () => {
    const result = await real('wages/canada-2025-annual.csv');
    expect(outcome(result)).to.deep.equal({ rows: 516, kept: 515, written: 515, dropped: { 'nothing-published': 1 } });
    const found = (result.rows.wage ?? []).map((row) =>
      [row.code, row.low, row.median, row.high, row.unit, row.basis].join(' '),
    );
    const packed = packRows('wages/job-bank-canada-2025.csv').map((row) =>
      [row.code, number(row.low), number(row.median), number(row.high), row.unit, row.basis].join(' '),
    );
    expect(found.sort()).to.deep.equal(packed.sort());
    expect(found.filter((row) => row.endsWith('year year'))).to.have.length(18);
  });

  it('reads British Columbia as the pack has it', async () => {
    const result = await real('wages/british-columbia-2025.csv');
    expect(outcome(result)).to.deep.equal({
      rows: 512,
      kept: 498,
      written: 498,
      dropped: { 'merged-group': 1, 'nothing-published': 13 },
    });
    const found = (result.rows.wage ?? []).map((row) =>
      [row.code, row.low, row.median, row.high, row.unit, row.basis].join(' '),
    );
    const packed = packRows('wages/job-bank-british-columbia-2025.csv').map((row) =>
      [row.code, number(row.low), number(row.median), number(row.high), row.unit, row.basis].join(' '),
    );
    expect(found.sort()).to.deep.equal(packed.sort());
  });

  it('reads the projection as the pack has it', async () => {
    const result = await real('outlook/cops-2024-2033.csv');
    expect(outcome(result)).to.deep.equal({
      rows: 533,
      kept: 485,
      written: 485,
      dropped: { 'not-a-unit-group': 17, 'nothing-published': 31 },
    });
    const found = (result.rows.outlook ?? []).map((row) =>
      Object.values({ ...row, employment_year: undefined })
        .filter((value) => value !== undefined)
        .join(),
    );
    const packed = packRows('outlook.csv').map((row) => Object.values(row).join());
    expect(found.sort()).to.deep.equal(packed.sort());
  });
});

/** Of 8,111 rows of regions 2,908 repeat their province's latest figure; six of those stand there twice. */
const SAME_AS_PROVINCE = 2902;
