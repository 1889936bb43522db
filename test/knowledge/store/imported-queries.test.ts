import { expect } from 'chai';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { importedKnowledge, OFFICE_SUPPORT, WELDERS } from '../../dialogs/imported-knowledge.ts';

describe('questions about what was imported', function () {
  this.timeout(120_000);
  let store: KnowledgeStore;

  before(async () => {
    ({ store } = await importedKnowledge());
  });

  it('gives the wages of a region newest release first, the import before the pack, and none is lost', async () => {
    const told = async (region: string): Promise<string[]> =>
      (await store.wages(WELDERS, region)).map((wage) => `${wage.released} ${wage.source} ${wage.median}`);
    expect(await told('AB')).to.deep.equal([
      '2025 job-bank-wages-2025 39',
      '2024 job-bank-wages-2024 38',
      '2020 job-bank-wages-2020 35',
    ]);
    expect(await told('BC')).to.deep.equal(['2025 job-bank-wages-2025 35.5', '2025 job-bank-wages-bc-2025 35']);
  });

  it('gives quartiles, benefits and the remark', async () => {
    const [province] = await store.wages(WELDERS, 'AB');
    expect(province).to.include({ lowerQuartile: 31.5, upperQuartile: 45.5, benefitsPercent: 71.2, comment: '' });
    const [region] = await store.wages(WELDERS, 'ER4850');
    expect(region).to.include({ lowerQuartile: null, comment: 'Few answers; use with care.' });
  });

  it('gives regional outlooks by region', async () => {
    const rows = await store.regionalOutlooks(WELDERS);
    expect(rows.map((row) => `${row.region} ${row.rating} ${row.period}`)).to.have.members([
      'AB good 2025-2027',
      'ER4870 very-good 2025-2027',
      'ER4880 moderate 2025-2027',
    ]);
    expect(await store.regionalOutlooks('00010')).to.deep.equal([]);
  });

  it("gives official texts in the publisher's order, of one kind and language or all", async () => {
    const duties = await store.officialTexts(WELDERS, 'duty', 'en');
    expect(duties.map((text) => text.text).slice(0, 2)).to.deep.equal([
      'Read drawings of 2 or 3 dimensions',
      'Set up the machine',
    ]);
    expect(duties.at(-1)).to.include({ oasisCode: '72106.01', source: 'oasis-2023' });
    expect(await store.officialTexts(WELDERS, 'duty', 'fr')).to.deep.equal([]);
    expect(await store.officialTexts(WELDERS)).to.have.length(14);
  });

  it('gives ratings by profile, the highest first', async () => {
    expect(
      (await store.oasisRatings(OFFICE_SUPPORT, 'skills')).map((row) => `${row.oasisCode} ${row.item} ${row.value}`),
    ).to.deep.equal(['14100.01 Writing 3', '14100.01 Numeracy 2', '14100.02 Digital Literacy 4', '14100.02 Writing 2']);
  });

  it('tells what each source is used for, and what was imported', async () => {
    const uses = await store.sourceUse();
    expect(uses.get('job-bank-wages-2020')).to.deep.equal({ facts: { wage: 3 }, oldest: '2020', newest: '2020' });
    expect(uses.get('job-bank-outlooks-2025')).to.deep.equal({
      facts: { regional_outlook: 4 },
      oldest: '2025-2027',
      newest: '2025-2027',
    });
    const rows = [...uses.values()].reduce((sum, use) => sum + (use.facts.wage ?? 0), 0);
    expect(rows).to.equal(store.info.counts.wage);
    expect((await store.datasets()).map(({ id, imported, dropped }) => `${id} ${imported} ${dropped}`)).to.deep.equal([
      'job-bank-outlooks-2025 2026-11-20 1',
      'job-bank-wages-2020 2026-11-20 1',
      'job-bank-wages-2025 2026-11-20 1',
      'noc-2021-elements-en 2026-11-20 1',
      'oasis-2023-invented 2026-11-20 1',
    ]);
  });
});
