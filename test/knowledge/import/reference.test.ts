import { join } from 'node:path';
import { expect } from 'chai';
import { FORMATS } from '../../../knowledge/import/formats/index.ts';
import { importFolder } from '../../../knowledge/import/import-folder.ts';
import type { ImportReport } from '../../../knowledge/import/report.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { hasShared, readCsv, SHARED, seeded } from '../../bench/data.ts';
import { PACK_DIR, tempFolder } from '../helpers.ts';

const REFERENCE = join(SHARED, 'reference');

describe('the import of all reference files', function () {
  this.timeout(300_000);
  let report: ImportReport;
  let store: KnowledgeStore;

  before(async function () {
    // The publishers' files are not part of the project: without them beside it there is nothing to import.
    if (!hasShared()) this.skip();
    const dataDir = tempFolder();
    const paths = { packDir: PACK_DIR, storeDir: join(dataDir, 'knowledge'), importsDir: join(dataDir, 'imports') };
    report = await importFolder({ dir: REFERENCE, ...paths, formats: FORMATS, now: new Date('2026-03-01T00:00:00Z') });
    store = await openKnowledge(paths);
  });
  after(() => store?.close());

  it('takes every file for what it is, without a broken row', () => {
    expect(report.outcome).to.equal('imported');
    const told = report.files.map((file) =>
      'rows' in file ? `${file.status} ${file.broken}` : `${file.file} ${file.status}`,
    );
    expect(new Set(told)).to.deep.equal(new Set(['taken 0', 'left 0']));
    const left = report.files.filter((file) => file.status === 'left').map((file) => file.file.split('/').at(-1));
    expect(left).to.deep.equal(['guide_oasis_2023_v1.0.csv', 'labels_oasis_2023_v1.0.csv']);
  });

  it('accounts for every row: kept, or set aside for a stated reason', () => {
    for (const file of report.files) {
      if (!('rows' in file)) continue;
      const dropped = Object.values(file.dropped).reduce((sum, count) => sum + count, 0);
      expect(file.kept + dropped + file.broken, file.file).to.equal(file.rows);
    }
  });

  it('keeps regional wages as they stand in the file, to the cent', async () => {
    const rows = readCsv(join(REFERENCE, 'wages/regions-2016-2020-2024.csv'));
    const random = seeded(3);
    const places = new Map([
      ['ER00', 'CA'],
      ['ER48', 'AB'],
      ['ER1110', 'PE'],
      ['ER6010', 'YT'],
      ['ER59', 'BC'],
      ['ER35', 'ON'],
    ]);
    let compared = 0;
    while (compared < 300) {
      const row = rows[Math.floor(random() * rows.length)];
      const place = row?.er_code ?? '';
      const region = places.get(place) ?? (place.length === 6 && !/^ER6|^ER11/.test(place) ? place : undefined);
      if (!row || region === undefined) continue;
      const told = (await store.wages(row.noc2021 ?? '', region)).find((wage) => wage.source === 'job-bank-wages-2024');
      expect([told?.low, told?.median, told?.high], `${row.noc2021} ${place}`).to.deep.equal(
        [row.low_2024, row.median_2024, row.high_2024].map(Number),
      );
      compared += 1;
    }
  });

  it('gives every group its official texts, ratings and titles', async () => {
    for (const { code } of await store.groups()) {
      const official = (await store.titlesOf(code)).filter((title) => title.kind === 'official');
      expect(official.length, code).to.be.above(0);
      expect((await store.officialTexts(code, 'duty', 'en')).length, code).to.be.above(0);
      expect((await store.officialTexts(code, 'requirement', 'en')).length, code).to.be.above(0);
      expect((await store.oasisRatings(code, 'skills')).length, code).to.be.at.least(30);
    }
  });

  it('changes no figure that the pack holds: both come from the same publishers', async () => {
    for (const row of readCsv(join(PACK_DIR, 'wages/job-bank-canada-2025.csv'))) {
      const told = (await store.wages(row.code ?? '', 'CA')).find((wage) => wage.source === 'job-bank-wages-2025');
      expect([told?.low, told?.median, told?.high, told?.unit, told?.basis], row.code).to.deep.equal([
        ...[row.low, row.median, row.high].map((cell) => (cell === '' ? null : Number(cell))),
        row.unit,
        row.basis,
      ]);
    }
    for (const row of readCsv(join(PACK_DIR, 'outlook.csv'))) {
      const told = await store.outlook(row.code ?? '');
      expect([told?.openings, told?.seekers, told?.future], row.code).to.deep.equal([
        Number(row.openings),
        Number(row.seekers),
        row.future,
      ]);
    }
  });

  it('names a source, a period and a day of retrieval for every figure', async () => {
    const sources = new Map((await store.sources()).map((source) => [source.id, source]));
    for (const { code } of await store.groups()) {
      for (const wage of await store.wages(code)) {
        expect(wage.period).to.match(/^\d{4}(-\d{4})?$/);
        expect(sources.get(wage.source)?.retrieved).to.match(/^\d{4}-\d\d-\d\d$/);
      }
    }
    expect(sources.get('job-bank-wages-2016')?.origin).to.equal('import');
    expect(sources.get('alberta-wage-survey-2021')?.origin).to.equal('pack');
  });
});
