import { expect } from 'chai';
import { unitGroupAnswer } from '../../../adapters/http/occupation-schemas.ts';
import { sourcesAnswer } from '../../../adapters/http/source-schemas.ts';
import { importedKnowledge, OFFICE_SUPPORT, WELDERS } from '../../dialogs/imported-knowledge.ts';
import { type Api, startApi } from './helpers.ts';

describe('the API over imported files', () => {
  let api: Api;
  before(async () => {
    api = await startApi(await importedKnowledge());
  });
  after(() => api.close());

  it('lists every row of a group with its release, region and remark', async () => {
    const group = unitGroupAnswer.parse((await api.ask(`/api/occupations/${WELDERS}`)).json);
    const inRegion = group.wages?.filter((wage) => wage.region === 'ER4850');
    expect(inRegion?.map((wage) => [wage.regionName, wage.released, wage.median, wage.comment])).to.deep.equal([
      ['Red Deer economic region', '2025', 37.25, 'Few answers; use with care.'],
      ['Red Deer economic region', '2020', 34.104, ''],
    ]);
    expect(group.wages?.find((wage) => wage.benefitsPercent !== null)).to.include({
      lowerQuartile: 31.5,
      upperQuartile: 45.5,
      benefitsPercent: 71.2,
    });
  });

  it('lists outlooks, official texts and ratings with their sources', async () => {
    const welders = unitGroupAnswer.parse((await api.ask(`/api/occupations/${WELDERS}`)).json);
    expect(welders.regionalOutlooks?.find((row) => row.region === 'AB')).to.deep.equal({
      region: 'AB',
      regionName: 'Alberta',
      rating: 'good',
      trend: 'About 1,150 welders retire over these years.',
      trendFr: '',
      released: '2025-12-05',
      period: '2025-2027',
      edition: 'noc2021',
      source: 'job-bank-outlooks-2025',
    });
    expect(welders.officialTexts).to.have.length(14);
    const told = welders.sources.map((source) => source.id);
    expect(told).to.include.members(['job-bank-wages-2020', 'job-bank-outlooks-2025', 'noc-2021', 'oasis-2023']);
    const support = unitGroupAnswer.parse((await api.ask(`/api/occupations/${OFFICE_SUPPORT}`)).json);
    expect(support.ratings?.[0]).to.have.all.keys('oasisCode', 'category', 'item', 'value', 'source');
  });

  it('/api/sources tells the imported files, and sources as the operator retrieved them', async () => {
    const { sources, imports } = sourcesAnswer.parse((await api.ask('/api/sources')).json);
    expect(imports).to.have.length(5);
    expect(imports?.find((file) => file.id === 'job-bank-wages-2020')).to.include({
      file: 'job-bank-wages-2020.csv',
      imported: '2026-11-20',
      kept: 3,
      rows: 4,
    });
    expect(sources.find((source) => source.id === 'job-bank-wages-2020')).to.deep.include({
      origin: 'import',
      retrieved: '2026-11-20',
      freshness: { state: 'stale', since: '2023-01-01' },
    });
    expect(sources.find((source) => source.id === 'census-2016')).to.include({ origin: 'pack' });
  });
});
