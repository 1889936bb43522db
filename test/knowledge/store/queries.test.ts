import { expect } from 'chai';
import fc from 'fast-check';
import { buildStore } from '../../../knowledge/build/build.ts';
import { TEERS } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { SqliteKnowledgeStore } from '../../../knowledge/store/sqlite-knowledge-store.ts';
import { builtStore, errorOf, tempFolder, writeSmallPack } from '../helpers.ts';

const HIM = 'health-information-management-professional';

describe('questions to the knowledge store', function () {
  this.timeout(120_000);
  let store: KnowledgeStore;

  before(async () => {
    ({ store } = await builtStore());
  });

  describe('groups and titles', () => {
    it('has the 516 unit groups in the order of their codes, and says so of itself', async () => {
      const codes = (await store.groups()).map((group) => group.code);
      expect(codes).to.have.length(516);
      expect(codes).to.deep.equal([...codes].sort());
      expect(store.info.counts.unit_group).to.equal(516);
      expect(store.info.hash).to.match(/^[0-9a-f]{64}$/);
    });

    it('gives a group with its names, TEER, category and words', async () => {
      const group = await store.group('12111');
      expect(group).to.include({
        code: '12111',
        title: 'Health information management occupations',
        titleFr: "Personnel en gestion de l'information sur la santé",
        teer: '2',
        broadCategory: '1',
        broadCategoryTitle: 'Business, finance and administration occupations',
      });
      for (const words of [group?.gist, group?.whatTheyDo, group?.whereTheyWork])
        expect(words).to.be.a('string').and.not.empty;
    });

    it('gives nothing for a code that is no group, whatever it holds', async () => {
      for (const code of ['99999', '1252', '', '12111 ', "12111' OR '1'='1", '12111%']) {
        expect(await store.group(code), code).to.equal(undefined);
        expect(await store.titlesOf(code), code).to.deep.equal([]);
        expect(await store.wages(code), code).to.deep.equal([]);
        expect(await store.outlook(code), code).to.equal(undefined);
        expect(await store.education(code), code).to.equal(undefined);
        expect(await store.similar(code), code).to.deep.equal([]);
        expect(await store.hollandProfiles(code), code).to.deep.equal([]);
        expect(await store.occupationsOf(code), code).to.deep.equal([]);
        expect(await store.codesLeadingTo(code), code).to.deep.equal([]);
      }
    });

    it("tells a group's own name, an occupation's names, abbreviations and their words apart", async () => {
      const titles = await store.titlesOf('12111');
      const kindOf = (title: string): object | undefined => {
        const found = titles.find((one) => one.title === title);
        return (
          found && {
            kind: found.kind,
            language: found.language,
            standsFor: found.standsFor,
            occupation: found.occupation,
          }
        );
      };
      expect(kindOf('Health information management occupations')).to.deep.equal({
        kind: 'group',
        language: 'en',
        standsFor: '',
        occupation: '',
      });
      expect(kindOf('Release of Information Specialist')).to.deep.equal({
        kind: 'alias',
        language: 'en',
        standsFor: '',
        occupation: HIM,
      });
      expect(kindOf('Health information management professional')).to.deep.equal({
        kind: 'alias',
        language: 'en',
        standsFor: '',
        occupation: HIM,
      });
      expect(kindOf('ROI specialist')).to.deep.equal({
        kind: 'abbreviation',
        language: 'en',
        standsFor: 'release of information specialist',
        occupation: '',
      });
    });

    it('gives all titles at once: those of each group, no more and no fewer', async () => {
      const [all, groups] = await Promise.all([store.titles(), store.groups()]);
      const each = await Promise.all(groups.map((group) => store.titlesOf(group.code)));
      expect(each.flat()).to.have.length(all.length);
      expect(store.info.counts.title).to.equal(all.length);
    });
  });

  describe('codes of every edition', () => {
    const READINGS: Readonly<Record<string, readonly string[]>> = {
      '12111': ['noc2021 12111 > 12111'],
      '00010': ['noc2021 00010 > 00010'],
      '12111.00': ['oasis2023 12111.00 > 12111'],
      '14100.02': ['oasis2023 14100.02 > 14100'],
      '1252': ['noc2016 1252 > 12111', 'noc2011 1252 > 12111'],
      '0821': ['noc2016 0821 > 80020', 'noc2011 0821 > 80020'],
      // Both editions of 2006 fan out, and so does 1253.
      '1413': ['noc2006 1413 > 12111 12112 14100'],
      B513: ['nocs2006 B513 > 12111 12112 14100'],
      '1253': ['noc2016 1253 > 12111 12112', 'noc2011 1253 > 12111 12112'],
      b513: ['nocs2006 B513 > 12111 12112 14100'],
      '  a011\n': ['nocs2006 A011 > 00010 00011'],
      '1413.3': [`noc2006 1413.3 > 12111 (${HIM})`],
    };
    for (const [typed, readings] of Object.entries(READINGS)) {
      it(`reads ${JSON.stringify(typed)}`, async () => {
        const found = await store.readCode(typed);
        expect(
          found.map(
            ({ from, groups, occupation }) =>
              `${from.edition} ${from.code} > ${groups.join(' ')}${occupation && ` (${occupation})`}`,
          ),
        ).to.deep.equal(readings);
        for (const { from } of found) expect(from.title).to.not.equal('');
      });
    }

    it('reads the same digits in two editions as two codes, each with its own name and groups', async () => {
      const [newer, older] = await store.readCode('1241');
      expect(newer?.from).to.include({ edition: 'noc2016', title: 'Administrative assistants' });
      expect(older?.from).to.include({ edition: 'noc2011', title: 'Administrative assistants' });
      const in2006 = (await store.readCode('1211')).find((reading) => reading.from.edition === 'noc2006');
      expect(in2006?.from.title).to.equal('Supervisors, General Office and Administrative Support Clerks');
    });

    it('finds nothing for codes that no edition has, nor for what is no code', async () => {
      const unknown = [
        '99999',
        '9999',
        'Z999',
        '12111.99',
        '1413.9',
        '821',
        '010',
        '123456',
        '',
        ' ',
        '.',
        '12111.',
        'B51',
        'BB513',
        '-1252',
        '1252; DROP TABLE wage',
        '１２５２',
        '١٢٥٢',
        '1252%',
        'plumber',
      ];
      for (const typed of unknown) expect(await store.readCode(typed), JSON.stringify(typed)).to.deep.equal([]);
    });

    it('answers any text: with readings that have a name and known groups, or with none', async () => {
      const groups = new Set((await store.groups()).map((group) => group.code));
      const typed = fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[A-Ja-j]?\d{3,5}(\.\d{1,2})?$/));
      await fc.assert(
        fc.asyncProperty(typed, async (text) => {
          for (const reading of await store.readCode(text)) {
            expect(reading.from.title).to.not.equal('');
            expect(reading.groups).to.not.be.empty;
            for (const code of reading.groups) expect(groups.has(code)).to.equal(true);
          }
        }),
      );
    });

    it('leads back from 12111: newest edition first, all that lead to it', async () => {
      expect((await store.codesLeadingTo('12111')).map((from) => `${from.edition} ${from.code}`)).to.deep.equal([
        'oasis2023 12111.00',
        'noc2016 1252',
        'noc2016 1253',
        'noc2011 1252',
        'noc2011 1253',
        'noc2006 1211',
        'noc2006 1413',
        'nocs2006 B411',
        'nocs2006 B513',
      ]);
    });

    it('goes the same way forth as back, for every group: a code leads to the group that it comes from', async () => {
      const forth = new Map<string, readonly string[]>();
      const missing: string[] = [];
      for (const group of await store.groups()) {
        const back = await store.codesLeadingTo(group.code);
        for (const edition of ['oasis2023', 'noc2016', 'noc2011', 'noc2006', 'nocs2006']) {
          if (!back.some((from) => from.edition === edition)) missing.push(`${group.code} has no code of ${edition}`);
        }
        for (const { edition, code } of back) {
          const key = `${edition} ${code}`;
          if (!forth.has(key)) {
            for (const reading of await store.readCode(code))
              forth.set(`${reading.from.edition} ${code}`, reading.groups);
          }
          if (!forth.get(key)?.includes(group.code)) missing.push(`${key} does not lead to ${group.code}`);
        }
      }
      expect(missing).to.deep.equal([]);
    });
  });

  describe('figures', () => {
    it("gives the Alberta survey's three levels as published, under the code of 2016", async () => {
      const rows = (await store.wages('12111', 'AB')).filter((wage) => wage.source === 'alberta-wage-survey-2021');
      expect(
        rows.map((wage) => [wage.level, wage.low, wage.high, wage.average, wage.median, wage.salary]),
      ).to.deep.equal([
        ['starting', 26.8, 37.3, 29.41, 27.78, null],
        ['overall', 34.63, 47.85, 39.15, 39.35, 70481],
        ['top', 37.38, 57.26, 46.93, 47.3, null],
      ]);
      for (const wage of rows) {
        expect(wage).to.include({
          unit: 'hour',
          basis: 'hour',
          lowPercentile: 5,
          highPercentile: 95,
          reliability: 'A',
          period: '2021',
          edition: 'noc2016',
          editionCode: '1252',
          industry: 'all',
        });
      }
      expect(rows[1]).to.include({ hoursPerWeek: 34.7, monthsOnPayroll: 12 });
    });

    it('gives the rows of a group newest first, of all regions or of one, and none for a region without any', async () => {
      const rows = await store.wages('12111');
      expect(rows.map((wage) => wage.period)).to.deep.equal(['2025', '2025', '2024', '2021', '2021', '2021']);
      expect((await store.wages('12111', 'CA')).map((wage) => wage.median)).to.deep.equal([63461]);
      expect(await store.wages('12111', 'NU')).to.deep.equal([]);
      expect(await store.wages('12111', 'nowhere')).to.deep.equal([]);
    });

    it('keeps what is paid by the year apart from what is only published by the year', async () => {
      const basis = async (code: string): Promise<unknown> =>
        (await store.wages(code, 'CA')).map((wage) => `${wage.unit} of ${wage.basis}`);
      expect(await basis('12111')).to.deep.equal(['year of hour']);
      expect(await basis('31102')).to.deep.equal(['year of year']);
    });

    it('names a source that it knows and a period for every figure of every group', async () => {
      const sources = new Set((await store.sources()).map((source) => source.id));
      const regions = new Set(store.regions.map((region) => region.id));
      let figures = 0;
      for (const { code } of await store.groups()) {
        const [wages, outlook, education, holland] = await Promise.all([
          store.wages(code),
          store.outlook(code),
          store.education(code),
          store.hollandProfiles(code),
        ]);
        for (const fact of [...wages, ...(outlook ? [outlook] : [])])
          expect(fact.period, code).to.match(/^\d{4}(-\d{4})?$/);
        for (const fact of [...wages, ...(outlook ? [outlook] : []), ...(education ? [education] : []), ...holland]) {
          expect(sources.has(fact.source), `${code} ${fact.source}`).to.equal(true);
          figures += 1;
        }
        for (const wage of wages) {
          expect(regions.has(wage.region), wage.region).to.equal(true);
          for (const amount of [wage.low, wage.median, wage.average, wage.high])
            expect(amount === null || amount > 0).to.equal(true);
        }
      }
      expect(figures).to.be.greaterThan(5000);
    });

    it('gives a projection where there is one, and says nothing where there is none', async () => {
      expect(await store.outlook('12111')).to.include({
        employment: 6000,
        employmentYear: '2023',
        openings: 2900,
        seekers: 2900,
        recent: 'balance',
        future: 'balance',
        period: '2024-2033',
        source: 'cops-2024-2033',
      });
      expect(await store.outlook('00013')).to.equal(undefined);
    });

    it('keeps Holland letters per profile, in published order and in their capitals', async () => {
      const letters = async (code: string): Promise<unknown> =>
        (await store.hollandProfiles(code)).map((profile) => `${profile.oasisCode} ${profile.letters.join('')}`);
      expect(await letters('12111')).to.deep.equal(['12111.00 Ci']);
      expect(await letters('14100')).to.deep.equal(['14100.01 CEr', '14100.02 CrE']);
    });

    it('gives the flags of education as yes and no', async () => {
      expect(await store.education('31301')).to.deep.include({ licence: true, redSeal: false, apprenticeship: false });
      expect(await store.education('72200')).to.deep.include({ redSeal: true });
    });

    it('gives similar groups best first', async () => {
      expect((await store.similar('12111')).map((group) => group.code)).to.deep.equal([
        '12112',
        '13112',
        '12110',
        '14100',
        '14111',
      ]);
    });
  });

  describe('what stands around the figures', () => {
    it('has the six TEER categories, each with its words', async () => {
      expect((await store.teers()).map((teer) => teer.teer)).to.deep.equal([...TEERS]);
      for (const teer of TEERS) expect((await store.teer(teer)).usualRequirement).to.not.equal('');
    });

    it('has the country, its thirteen provinces and territories, and cities that lead to them', () => {
      const kinds = store.regions.map((region) => region.kind);
      expect(kinds.filter((kind) => kind === 'country')).to.have.length(1);
      expect(kinds.filter((kind) => kind === 'province')).to.have.length(13);
      expect(store.regions[0]).to.include({ id: 'CA', parent: '' });
      expect(store.regions.find((region) => region.id === 'BC')?.aliases).to.deep.equal([
        'b.c.',
        'colombie-britannique',
      ]);
    });

    it('gives an occupation by its id and by its group, whole', async () => {
      const occupation = await store.occupation(HIM);
      expect(occupation).to.include({ id: HIM, code: '12111', updated: '2018-03-16' });
      expect(occupation?.codes).to.have.length(6);
      expect(occupation).to.not.have.any.keys('at', 'placeOf');
      expect(await store.occupationsOf('12111')).to.deep.equal([occupation]);
      expect(await store.occupation('nobody')).to.equal(undefined);
    });

    it('gives sources and contacts by their ids, and a coded error for one that it does not have', async () => {
      expect(await store.source('cops-2024-2033')).to.include({ licence: 'Open Government Licence - Canada' });
      expect(await store.contact('alberta-supports')).to.include({
        phone: '1-877-644-9992',
        opens: '7:30',
        closes: '20:00',
      });
      expect((await errorOf(store.source('nobody'))).message).to.contain('source nobody');
      expect(await errorOf(store.contact('nobody'))).to.include({ code: 'STORE_DAMAGED' });
    });

    it('says STORE_CLOSED once it has been closed', async () => {
      const { path } = await buildStore({ packDir: await writeSmallPack(), storeDir: tempFolder() });
      const closing = await SqliteKnowledgeStore.open(path);
      await closing.close();
      await closing.close();
      expect(await errorOf(closing.group('12111'))).to.include({ code: 'STORE_CLOSED' });
    });
  });
});
