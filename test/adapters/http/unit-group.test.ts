import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { EDITION_SOURCES } from '../../../adapters/http/edition-sources.ts';
import { type UnitGroupView, unitGroupAnswer } from '../../../adapters/http/occupation-schemas.ts';
import { EDITIONS } from '../../../knowledge/model.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { PACK_DIR } from '../../knowledge/helpers.ts';
import { type Api, expectFault, startApi } from './helpers.ts';

describe('GET /api/occupations/:code', () => {
  let api: Api;
  const get = async (code: string): Promise<UnitGroupView> => {
    const { status, json } = await api.ask(`/api/occupations/${code}`);
    expect(status).to.equal(200);
    return unitGroupAnswer.parse(json);
  };

  before(async () => {
    api = await startApi(await shippedKnowledge());
  });
  after(() => api.close());

  it('tells the group of the first profile in full', async () => {
    const group = await get('12111');
    expect(group).to.include({
      code: '12111',
      title: 'Health information management occupations',
      teer: '2',
      broadCategory: '1',
    });
    for (const text of [group.titleFr, group.gist, group.whatTheyDo, group.whereTheyWork])
      expect(text).not.to.equal('');
    expect(group.note).to.contain('whole group NOC 2021 12111');
    expect(group.teerRequirement.teer).to.equal('2');
    expect(group.titles.filter((title) => title.occupation !== '').map((title) => title.title)).to.include(
      'Release of Information Specialist',
    );
    expect(group.codes?.map((code) => `${code.edition} ${code.code}`)).to.include.members([
      'oasis2023 12111.00',
      'noc2016 1252',
      'nocs2006 B513',
    ]);
    expect(group.occupations?.map((occupation) => occupation.id)).to.deep.equal([
      'health-information-management-professional',
    ]);
    expect(group.education).to.have.property('source', 'requirement-flags');
    expect(group.outlook).to.include({ region: 'CA', period: '2024-2033' });
    expect(group.similar?.length).to.be.within(1, 5);
  });

  it('quotes the wages of the Alberta survey as published, beside those of the Job Bank', async () => {
    const { wages } = await get('12111');
    expect(wages?.find((wage) => wage.source === 'alberta-wage-survey-2021' && wage.level === 'overall')).to.deep.equal(
      {
        region: 'AB',
        regionName: 'Alberta',
        level: 'overall',
        industry: 'all',
        low: 34.63,
        lowerQuartile: null,
        median: 39.35,
        average: 39.15,
        upperQuartile: null,
        high: 47.85,
        unit: 'hour',
        basis: 'hour',
        lowPercentile: 5,
        highPercentile: 95,
        reliability: 'A',
        salary: 70481,
        hoursPerWeek: 34.7,
        monthsOnPayroll: 12,
        benefitsPercent: null,
        comment: '',
        period: '2021',
        released: '2021',
        edition: 'noc2016',
        editionCode: '1252',
        source: 'alberta-wage-survey-2021',
      },
    );
    const canada = wages?.find((wage) => wage.region === 'CA');
    expect(canada).to.include({ source: 'job-bank-wages-2025', lowPercentile: 10, highPercentile: 90, salary: null });
  });

  // Protects the point of the project: no figure without a source.
  it('every wage row of 12111 has a source that is told', async () => {
    const { wages, sources } = await get('12111');
    expect(wages?.length).to.be.greaterThan(5);
    const told = sources.map((source) => source.id);
    for (const wage of wages ?? []) expect(told).to.include(wage.source);
  });

  it('keeps published interest codes, Holland codes and estimates apart', async () => {
    const seed = (await get('12111')).interests;
    expect(seed?.published?.[0]?.codes.map((code) => `${code.interest} ${code.strong}`)).to.have.length(3);
    expect(seed?.published?.[0]).to.include({ edition: 'noc2006', code: '1413.3' });
    // The profile's own OaSIS code has a published CWPI code: nothing is estimated beside it.
    expect(seed?.holland?.map((profile) => [profile.oasisCode, profile.cwpiEstimate])).to.deep.equal([
      ['12111.00', null],
    ]);

    const { published, holland } = (await get('14100')).interests ?? {};
    expect(published).to.equal(null);
    const profile = holland?.find((each) => each.oasisCode === '14100.02');
    expect(profile?.letters).to.deep.equal(['C', 'r', 'E']);
    expect(profile?.cwpiEstimate).to.deep.equal({
      estimated: true,
      from: 'OaSIS',
      codes: [
        { interest: 'Methodical', strong: true },
        { interest: 'Objective', strong: false },
        { interest: 'Directive', strong: true },
      ],
      source: 'oasis-2023',
    });
  });

  it('keeps leading zeros', async () => {
    expect(await get('00010')).to.include({ code: '00010', teer: '0', title: 'Legislators', occupations: null });
  });

  it('every group keeps to the described shape, tells every source it names, once and none besides, and has no empty section', async () => {
    const { store } = await shippedKnowledge();
    const missing = { wages: 0, outlook: 0, occupations: 0 };
    for (const { code } of await store.groups()) {
      const group = await get(code);
      const { sources, ...facts } = group;
      const named = new Set(
        [...JSON.stringify(facts).matchAll(/"(?:source|textSource)":"([^"]+)"/g)].map((hit) => hit[1]),
      );
      for (const id of (group.codes ?? []).flatMap((each) => each.linkSources)) named.add(id);
      expect(sources.map((source) => source.id).sort(), code).to.deep.equal([...named].sort());
      expect(group.wages?.length ?? 0, code).to.equal((await store.wages(code)).length);
      expect([group.regionalOutlooks, group.officialTexts], code).to.deep.equal([null, null]);
      for (const section of [group.titles, group.codes, group.wages, group.similar, group.occupations])
        expect(section, code).not.to.deep.equal([]);
      for (const name of ['wages', 'outlook', 'occupations'] as const) if (group[name] === null) missing[name] += 1;
    }
    expect(missing.outlook).to.equal(31);
    expect(missing.occupations).to.equal(515);
  });

  it('the sources of editions and of the steps between them are those of the pack', async () => {
    const { store } = await shippedKnowledge();
    const known = new Set((await store.sources()).map((source) => source.id));
    for (const edition of EDITIONS) {
      const { source, linkSources } = EDITION_SOURCES[edition];
      for (const id of [source, ...linkSources]) expect(known).to.include(id);
    }
    const rows = (await readFile(join(PACK_DIR, 'crosswalk.csv'), 'utf8')).trim().split('\n').slice(1);
    const steps = new Map(rows.map((row) => row.split(',')).map(([from, , to, , source]) => [from, { to, source }]));
    for (const edition of ['noc2016', 'noc2011', 'noc2006', 'nocs2006'] as const) {
      const sources: (string | undefined)[] = [];
      for (let at: string | undefined = edition; at !== undefined && at !== 'noc2021'; at = steps.get(at)?.to)
        sources.push(steps.get(at)?.source);
      expect(EDITION_SOURCES[edition].linkSources, edition).to.deep.equal(sources);
    }
  });

  for (const code of [
    '1252',
    '121111',
    'B513',
    '12111.00',
    'nurse',
    '1211a',
    '%3112111',
    '-1211',
    '１２１１１',
    ' 2111',
  ])
    it(`refuses the code "${code}" that is no five digits`, async () => {
      const path = code === '%3112111' ? code : encodeURIComponent(code);
      expect(expectFault(await api.ask(`/api/occupations/${path}`), 'PARAMETER_INVALID')).to.match(/five digits/);
    });

  for (const code of ['99999', '00000', '12114'])
    it(`does not know ${code}`, async () => {
      expectFault(await api.ask(`/api/occupations/${code}`), 'UNKNOWN_UNIT_GROUP');
    });
});
