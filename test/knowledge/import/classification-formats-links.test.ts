import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CLASSIFICATION_FORMATS } from '../../../knowledge/import/formats/classification.ts';
import { titlesLanguage } from '../../../knowledge/import/formats/noc-title-language.ts';
import { readCsv, SHARED } from '../../bench/data.ts';
import { packContext, type Read, readPath, readReport, readText } from './helpers.ts';

const read = (lines: readonly string[]): Promise<Read> => readText(`${lines.join('\n')}\n`, CLASSIFICATION_FORMATS);

describe('importing the codes of an earlier edition', () => {
  it('tells 2011 and 2016 apart, whose codes are the same, by a name that changed', async () => {
    const head = ['code,title,level,parent', '0,Managers of all kinds,1,NA', '0011,Legislators,4,001'];
    const earlier = await read([...head, '1432,Payroll clerks,4,143']);
    const later = await read([...head, '1432,Payroll administrators,4,143']);
    expect(earlier.dataset?.sources.map(({ id }) => id)).to.deep.equal(['noc-2011']);
    expect(later.dataset?.sources.map(({ id }) => id)).to.deep.equal(['noc-2016']);
    expect(later.rows.edition_group?.at(-1)).to.deep.equal({
      edition: 'noc2016',
      code: '1432',
      title: 'Payroll administrators',
      source: 'noc-2016',
    });
    expect(readReport(later).dropped).to.deep.equal({ 'not-a-unit-group': 1 });
  });

  it('refuses a part that fits two editions equally, and names them', async () => {
    const file = await read([
      'code,title,level,parent',
      '1252,Health information management occupations,4,125',
      '0012,Senior government managers and officials,4,001',
    ]);
    expect(file.report.status).to.equal('refused');
    expect(file.report.faults.join()).to.match(/NOC 2011 and of NOC 2016: import the whole file/);
  });

  it('knows 2006 by its capitals and NOC-S by its letters', async () => {
    const noc = await read(['code,title,level,parent', '1432,Payroll Clerks,4,143']);
    const nocs = await read([
      'code,title,level,parent',
      'A,Some Classes,1,NA',
      'B513,Records Management and Filing Clerks,4,B51',
    ]);
    expect(noc.rows.edition_group?.map(({ edition }) => edition)).to.deep.equal(['noc2006']);
    expect(nocs.rows.edition_group?.map(({ edition, code }) => [edition, code])).to.deep.equal([['nocs2006', 'B513']]);
  });

  it("takes the publisher's own structure file of an earlier edition, and refuses that of an edition it does not hold", async () => {
    const header = 'Level,Hierarchical structure,Code,Class title,Superscript,Class definition';
    const known = await read([header, '4,Unit Group,1432,Payroll administrators,,They pay.']);
    const unknown = await read([header, '4,Unit Group,1432,Wizards of the pay,,They pay.']);
    expect(known.dataset?.id).to.equal('noc-2016-codes');
    expect(unknown.report.status).to.equal('refused');
    expect(unknown.report.faults.join()).to.contain('no edition that the program holds');
  });
});

describe('importing a concordance', () => {
  const OFFICIAL =
    'NOC 2016 V1.3 Code,NOC 2016 V1.3 Title, GSIM Type of Change,NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,Notes';

  it("reads the publisher's own columns and puts lost zeros back", async () => {
    const file = await read([
      OFFICIAL,
      '11,Legislators,VC1,10,Legislators,',
      '112,Staff managers,RC4,10011,Staff managers,part',
      '1252,Health files,VC1,12111,Health files,',
    ]);
    expect(file.rows.crosswalk).to.deep.equal(
      [
        ['0011', '00010'],
        ['0112', '10011'],
        ['1252', '12111'],
      ].map(([from_code, to_code]) => ({
        from_edition: 'noc2016',
        from_code,
        to_edition: 'noc2021',
        to_code,
        source: 'concordance-2016-2021',
      })),
    );
  });

  it('keeps all ways of a code that leads to several groups, each once, and no class above the unit group', async () => {
    const file = await read([
      'noc2016,noc2016_title,change,noc2021,noc2021_title,notes',
      '0112,a,,10011,b,',
      '0112,a,,11200,b,',
      '0112,a,,11200,b,',
      '011,classes,,1001,classes,',
      '01-05,classes,,10,classes,',
      '0112,a,,,gone,',
      '0112,a,,99999,b,',
      '0112,a,,many,b,',
    ]);
    const report = readReport(file);
    expect(file.rows.crosswalk?.map(({ to_code }) => to_code)).to.deep.equal(['10011', '11200']);
    expect(report.dropped).to.deep.equal({
      repeated: 1,
      'not-a-unit-group': 2,
      'nothing-published': 1,
      'unknown-code': 1,
    });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([9]);
  });

  for (const [header, row, link] of [
    ['noc2006,noc2006_title,noc2011,noc2011_title', '1413,a,1252,b', 'noc2006 1413 noc2011 1252 concordance-2006-2011'],
    [
      'nocs2006,nocs2006_title,noc2011,noc2011_title',
      'B513,a,1252,b',
      'nocs2006 B513 noc2011 1252 concordance-nocs-2006-2011',
    ],
    [
      'NOC-S 2006 Code,NOC-S 2006 Title,NOC 2011 Code,NOC 2011 Title',
      'B513,a,1252,b',
      'nocs2006 B513 noc2011 1252 concordance-nocs-2006-2011',
    ],
    [
      'NOC 2011 Code,NOC 2011 Title,GSIM Type of Change,NOC 2016 Version 1.0 Code,NOC 2016 Version 1.0 Title,Notes',
      '1432,a,VC2,1432,b,',
      'noc2011 1432 noc2016 1432 concordance-2011-2016',
    ],
    [
      'Code CNP 2016 V1.3,Titre CNP 2016 V1.3,Type de changement,Code CNP 2021 V1.0,Titre CNP 2021 V1.0,Notes',
      '1252,a,VC1,12111,b,',
      'noc2016 1252 noc2021 12111 concordance-2016-2021',
    ],
    [
      'NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,GSIM Type of Change,NOC 2016 V1.3 Code,NOC 2016 V1.3 Title,Notes',
      '12111,a,VC1,1252,b,',
      'noc2016 1252 noc2021 12111 concordance-2016-2021',
    ],
  ] as const) {
    it(`reads "${header.slice(0, 60)}..." from the earlier edition to the later`, async () => {
      const file = await read([header, row]);
      expect(file.rows.crosswalk?.map((each) => Object.values(each).join(' '))).to.deep.equal([link]);
      expect(file.dataset?.sources.map(({ id }) => id)).to.deep.equal([link.split(' ').at(-1)]);
    });
  }
});

describe('importing titles of O*NET', () => {
  it('keeps a title that names one group, as foreign, with the sentence that its licence asks for', async () => {
    const file = await read([
      'title,kind,noc2021',
      'Keeper of Files,reported,12111',
      'Keeper of Files,alternate,12111',
      'Chief of Files,alternate,12111;12112',
      'Chief of Files,alternate,12111',
      'Keeper of Stars,alternate,99999',
      'Keeper of Nothing,alternate,',
      'Keeper of Words,alternate,many',
    ]);
    const report = readReport(file);
    expect(file.rows.title).to.deep.equal([
      { code: '12111', title: 'Keeper of Files', language: 'en', kind: 'foreign', source: 'onet-titles' },
    ]);
    expect(report.dropped).to.deep.equal({
      repeated: 1,
      'ambiguous-code': 2,
      'unknown-code': 1,
      'nothing-published': 1,
    });
    expect(report.broken).to.equal(1);
  });

  it('names its licence and the sentence that the licence asks for', async () => {
    const file = await read(['title,kind,noc2021', 'Keeper of Files,reported,12111']);
    expect(file.dataset?.sources[0]).to.include({ licence: 'CC BY 4.0', url: 'https://www.onetcenter.org/' });
    expect(file.dataset?.sources[0]?.attribution).to.contain('U.S. Department of Labor');
  });
});

describe('importing requirement flags and skills distances', () => {
  const FLAGS = 'noc2021,red_seal_mentioned,licence_or_registration_mentioned,apprenticeship_mentioned';

  it('puts each flag where it belongs', async () => {
    const file = await read([FLAGS, '12111,1,0,0', '12112,0,1,0', '00010,0,0,1']);
    expect(file.rows.education).to.deep.equal([
      { code: '12111', licence: 0, red_seal: 1, apprenticeship: 0, source: 'requirement-flags' },
      { code: '12112', licence: 1, red_seal: 0, apprenticeship: 0, source: 'requirement-flags' },
      { code: '00010', licence: 0, red_seal: 0, apprenticeship: 1, source: 'requirement-flags' },
    ]);
  });

  it('takes no flag that is neither 0 nor 1, and not two answers for one group', async () => {
    const file = await read([
      FLAGS,
      '12111,yes,0,0',
      '12112,0,,0',
      '00010,0,0,1',
      '00010,0,0,1',
      '00010,1,0,1',
      '00011,,,',
    ]);
    const report = readReport(file);
    expect(file.rows.education).to.have.length(1);
    expect(report.dropped).to.deep.equal({ repeated: 1, 'nothing-published': 1 });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([2, 3, 6]);
  });

  it('keeps a distance that was measured: not of merged groups, nor the zero of groups with one set of figures', async () => {
    const file = await read([
      'noc2021,similar_noc2021,distance,similarity',
      '12111,12112,2.5,high',
      '12112,12111,0,high',
      '00018,12111,3.1,medium',
      '12111,00018,3.1,medium',
      '12111,00010,-1,high',
      '12111,00010,far,high',
      '12111,12111,1,high',
      '12111,00010,N/A,',
    ]);
    const report = readReport(file);
    expect(file.rows.skill_distance).to.deep.equal([
      { code: '12111', similar: '12112', distance: 2.5, source: 'skill-distance-bc' },
    ]);
    expect(report.dropped).to.deep.equal({ 'shared-figures': 1, 'merged-group': 2, 'nothing-published': 1 });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([6, 7, 8]);
  });

  it('warns with every distance that it misleads', async () => {
    const file = await read(['noc2021,similar_noc2021,distance,similarity', '12111,12112,2.5,high']);
    expect(file.dataset?.sources[0]?.note).to.contain('no answer ranks');
  });
});

/** File, dataset, rows, rows kept, rows dropped. */
const REAL: readonly (readonly [string, string, number, number, Readonly<Record<string, number>>])[] = [
  [
    'noc2021/noc_2021_version_1.0_-_classification_structure.csv',
    'noc-2021-structure-en',
    822,
    516,
    { 'not-a-unit-group': 306 },
  ],
  [
    'noc2021/cnp_2021_version_1.0_-_structure_de_la_classification.csv',
    'noc-2021-structure-fr',
    822,
    516,
    { 'not-a-unit-group': 306 },
  ],
  ['noc2021/titles-en.csv', 'noc-2021-titles-en', 27941, 27941, {}],
  ['noc2021/titles-fr.csv', 'noc-2021-titles-fr', 29767, 29767, {}],
  ['noc2021/unit-groups.json', 'noc-2021-sections-en', 14865, 14826, { repeated: 38, 'nothing-published': 1 }],
  ['noc2016/titles-en.csv', 'noc-2016-titles-en', 38933, 34305, { 'ambiguous-code': 4593, repeated: 35 }],
  ['editions/noc2006.csv', 'noc-2006-codes', 706, 520, { 'not-a-unit-group': 186 }],
  ['editions/nocs2006.csv', 'noc-s-2006-codes', 717, 520, { 'not-a-unit-group': 197 }],
  ['editions/noc2011.csv', 'noc-2011-codes', 690, 500, { 'not-a-unit-group': 190 }],
  ['editions/noc2016.csv', 'noc-2016-codes', 690, 500, { 'not-a-unit-group': 190 }],
  ['crosswalk/noc2016-noc2021.csv', 'concordance-2016-2021', 585, 585, {}],
  ['crosswalk/noc2006-noc2011.csv', 'concordance-2006-2011', 305, 305, {}],
  ['crosswalk/nocs2006-noc2011.csv', 'concordance-nocs-2006-2011', 568, 568, {}],
  ['titles/onet-titles.csv', 'onet-titles', 63387, 33849, { 'ambiguous-code': 23613, repeated: 5925 }],
  ['education/requirement-flags.csv', 'requirement-flags', 516, 516, {}],
  ['related/similar.csv', 'skill-distance-bc', 10100, 9790, { 'merged-group': 30, 'shared-figures': 280 }],
];

describe('real classification files (skipped where the reference files are not beside the repository)', () => {
  for (const [path, dataset, rows, kept, dropped] of REAL) {
    it(`reads every row of ${path}`, async function () {
      const file = `${SHARED}reference/${path}`;
      if (!existsSync(file)) return this.skip();
      const result = await readPath(file, CLASSIFICATION_FORMATS);
      const report = readReport(result);
      expect(result.dataset?.id).to.equal(dataset);
      expect(report).to.include({ status: 'taken', rows, kept, broken: 0 });
      expect(report.dropped).to.deep.equal(dropped);
      expect(report.unreadColumns).to.deep.equal([]);
      const sources = new Set(result.dataset?.sources.map(({ id }) => id));
      for (const row of Object.values(result.rows).flat()) {
        if ('source' in row && !sources.has(row.source)) expect.fail(`a row names the source ${row.source}`);
      }
    });
  }

  for (const language of ['en', 'fr'] as const) {
    it(`tells the language of any fifty titles in a row of the list in ${language}`, async function () {
      const file = `${SHARED}reference/noc2021/titles-${language}.csv`;
      if (!existsSync(file)) return this.skip();
      const context = await packContext();
      const titles = readCsv(file).map((row) => row.title ?? '');
      const wrong: string[] = [];
      for (let start = 0; start < titles.length; start += 50) {
        const part = titles.slice(start, start + 50);
        if (titlesLanguage(part, context) !== language) wrong.push(part[0] ?? '');
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  it('tells 2016 from 2011 by the first 60 lines already, though only nine names differ', async function () {
    const file = `${SHARED}reference/editions/noc2016.csv`;
    if (!existsSync(file)) return this.skip();
    const part = await read(readFileSync(file, 'utf8').split(/\r?\n/).slice(0, 60));
    expect(part.dataset?.id).to.equal('noc-2016-codes');
  });
});
