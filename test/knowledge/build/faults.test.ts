import { expect } from 'chai';
import { faultsOf, writeSmallPack } from '../helpers.ts';
import type { Case } from './fault-cases.ts';
import { FILES, PROFILES, WAGES } from './fault-cases-files.ts';
import { CELLS, TABLES } from './fault-cases-rows.ts';

function suite(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const { protects, edits, faults } of cases) {
      it(`tells ${protects}`, async () => {
        expect(await faultsOf(await writeSmallPack(edits))).to.deep.equal(faults);
      });
    }
  });
}

describe('faults of the pack, each by file and line', () => {
  it('finds none in the pack that the other tests break', async () => {
    expect(await faultsOf(await writeSmallPack())).to.deep.equal([]);
  });

  suite('in cells', CELLS);
  suite('between rows and tables', TABLES);
  suite('in wages', WAGES);
  suite('in files', FILES);
  suite('in profiles', PROFILES);

  it('tells all faults of all files at once, in order of file and line', async () => {
    const broken = [...CELLS.slice(1, 3), WAGES[0], FILES[5], PROFILES[0]].flatMap((one) => (one ? [one] : []));
    const edits = Object.assign({}, ...broken.map((one) => one.edits));
    expect(await faultsOf(await writeSmallPack(edits))).to.deep.equal(
      broken
        .flatMap((one) => one.faults)
        .sort((a, b) => (a.split(':')[0] ?? '').localeCompare(b.split(':')[0] ?? '', 'en')),
    );
  });
});
