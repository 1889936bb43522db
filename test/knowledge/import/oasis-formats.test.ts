import { expect } from 'chai';
import { OASIS_FORMATS } from '../../../knowledge/import/formats/oasis.ts';
import { hasReference, packRows, REFERENCE_DIR, withReference } from '../pack/tables.ts';
import { packContext, type Read, readPath, readReport, readText } from './helpers.ts';

const read = (...lines: string[]): Promise<Read> => readText(`${lines.join('\n')}\n`, OASIS_FORMATS);
const brokenLines = (result: Read): number[] => readReport(result).brokenRows.map(({ line }) => line);

const INTERESTS = 'OaSIS Code,OaSIS Label ,Holland Codes - 1,Holland Codes - 2,Holland Codes - 3';
const PROFILE = 'OaSIS Code - Final,OaSIS Label - Final';
const SKILLS = `${PROFILE},Reading Comprehension,Writing  ,Critical Thinking,Troubleshooting`;
const CONTEXT = `${PROFILE},Consequence of Error,Sound and Noise ,Sound and Noise 9,Physical Proximity,Telephone`;
const ATTRIBUTES = `${PROFILE},\u00a0Active Learning,Attention to Detail,Concern  for Others,Stress Tolerance`;

describe('OaSIS interests', () => {
  it('keep the capitals, which say how strong an interest is, and the order', async () => {
    const { rows, dataset } = await read(INTERESTS, '12111.00,Records people,C,r,E', '14100.02,Clerks of a kind,i,,');
    expect(rows.holland).to.deep.equal([
      { oasis_code: '12111.00', code: '12111', label: 'Records people', letters: 'CrE', source: 'oasis-2023' },
      { oasis_code: '14100.02', code: '14100', label: 'Clerks of a kind', letters: 'i', source: 'oasis-2023' },
    ]);
    expect(dataset?.id).to.equal('oasis-2023-interests');
  });

  it('name the source as the pack does, so that an import takes the place of the shipped rows', async () => {
    const { dataset } = await read(INTERESTS, '12111.00,Records people,C,R,E');
    expect(dataset?.sources).to.deep.equal([(await packContext()).source('oasis-2023')]);
  });

  it('put back the zeros that a spreadsheet takes from codes', async () => {
    const { rows } = await read(INTERESTS, '10,Lawmakers,E,S,C', '31100.1,Doctors of a kind,I,S,');
    expect(rows.holland?.map(({ oasis_code, code }) => [oasis_code, code])).to.deep.equal([
      ['00010.00', '00010'],
      ['31100.10', '31100'],
    ]);
  });

  it('tell rows that cannot be right, and set aside rows that say nothing', async () => {
    const result = await read(
      INTERESTS,
      '12111.00,Records people,C,R,E',
      '12111.00,Records people,C,R,E',
      '12111.00,Records people,R,C,E',
      '14100.01,Clerks,C,X,E',
      'clerks,Clerks,C,R,E',
      '14100.02,Clerks,,,',
      '99999.00,Nobody,C,R,E',
    );
    expect(brokenLines(result)).to.deep.equal([4, 5, 6]);
    expect(readReport(result).dropped).to.deep.equal({ repeated: 1, 'nothing-published': 1, 'unknown-code': 1 });
    expect(result.rows.holland).to.have.length(1);
  });

  it('say how many unit groups a file leaves out', async () => {
    const report = readReport(await read(INTERESTS, '12111.00,Records people,C,R,E'));
    expect(report.remarks).to.deep.equal(['has 1 of 516 unit groups']);
  });
});

describe('OaSIS ratings', () => {
  it('tell skills, work context and personal attributes apart by their items', async () => {
    const skills = await read(SKILLS, '12111.00,Records people,4,3,4,0');
    const context = await read(CONTEXT, '12111.00,Records people,3,2,1,2,4');
    const attributes = await read(ATTRIBUTES, '12111.00,Records people,4,5,3,4');
    expect([skills, context, attributes].map(({ dataset }) => dataset?.id)).to.deep.equal([
      'oasis-2023-skills',
      'oasis-2023-work-context',
      'oasis-2023-personal-attributes',
    ]);
    expect(skills.rows.oasis_rating?.[0]).to.deep.equal({
      oasis_code: '12111.00',
      code: '12111',
      category: 'skills',
      item: 'Reading Comprehension',
      value: 4,
      source: 'oasis-2023',
    });
    expect(context.rows.oasis_rating?.[0]?.category).to.equal('work-context');
    expect(attributes.rows.oasis_rating?.[0]?.category).to.equal('personal-attributes');
  });

  it('take every item, a new one too, by a clean name, with the value of its own column', async () => {
    const { rows } = await read(`${ATTRIBUTES},Patience`, '12111.00,Records people,4,5,3,2,1');
    expect(rows.oasis_rating?.map(({ item, value }) => [item, value])).to.deep.equal([
      ['Active Learning', 4],
      ['Attention to Detail', 5],
      ['Concern for Others', 3],
      ['Stress Tolerance', 2],
      ['Patience', 1],
    ]);
  });

  it('find the columns in any order', async () => {
    const { rows } = await read(
      'Telephone,OaSIS Label - Final,Consequence of Error,OaSIS Code - Final,Physical Proximity',
      '4,Records people,3,12111.00,2',
    );
    expect(rows.oasis_rating?.map(({ item, value }) => [item, value])).to.deep.equal([
      ['Telephone', 4],
      ['Consequence of Error', 3],
      ['Physical Proximity', 2],
    ]);
  });

  it('name the second scale of an item as such, and leave alone a name that ends in a number', async () => {
    const { rows } = await read(`${CONTEXT},Class 5`, '12111.00,Records people,3,2,1,2,4,5');
    expect(rows.oasis_rating?.map(({ item }) => item)).to.deep.equal([
      'Consequence of Error',
      'Sound and Noise',
      'Sound and Noise (scale 2)',
      'Physical Proximity',
      'Telephone',
      'Class 5',
    ]);
  });

  it('keep a published 0 (does not apply), and make none of a blank', async () => {
    const { rows } = await read(SKILLS, '12111.00,Records people,4,,4,0');
    expect(rows.oasis_rating?.map(({ item, value }) => [item, value])).to.deep.equal([
      ['Reading Comprehension', 4],
      ['Critical Thinking', 4],
      ['Troubleshooting', 0],
    ]);
  });

  it('take nothing of a row with a cell that is no rating', async () => {
    const result = await read(
      SKILLS,
      '12111.00,Records people,4,high,4,0',
      '12112.00,Other people,4,6,4,0',
      '14100.01,Clerks,4,-1,4,0',
      '14100.02,Clerks,,,,',
    );
    expect(readReport(result).brokenRows).to.deep.equal([
      { line: 2, message: 'Writing: "high" is no rating from 0 to 5' },
      { line: 3, message: 'Writing: "6" is no rating from 0 to 5' },
      { line: 4, message: 'Writing: "-1" is no rating from 0 to 5' },
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'nothing-published': 1 });
    expect(result.rows).to.deep.equal({});
  });

  it('tell which column is gone when one of those that tell a table apart is renamed', async () => {
    const { report } = await read(
      SKILLS.replace('Troubleshooting', 'Finding faults'),
      '12111.00,Records people,4,3,4,0',
    );
    expect(report.faults).to.deep.equal(['looks like OaSIS skills, but its column "Troubleshooting" is gone']);
  });

  it('leave alone a table of items that no answer uses', async () => {
    const { report } = await read(`${PROFILE},Night Vision,Stamina`, '12111.00,Records people,1,1');
    expect(report.status).to.equal('left');
  });
});

describe('OaSIS texts', () => {
  const KINDS = [
    ['Lead statement', 'definition', 'lead-statement'],
    ['Main duties', 'duty', 'main-duties'],
    ['Employment requirement', 'requirement', 'employment-requirements'],
    ['Workplace/employer name', 'workplace', 'workplaces-employers'],
  ] as const;

  for (const [column, kind, part] of KINDS) {
    it(`of the column "${column}" are kept as ${kind} of their profile`, async () => {
      const { rows, dataset } = await read(`OaSIS profile code,${column}`, '14100,"Do a thing, and another "');
      expect(rows.official_text).to.deep.equal([
        {
          code: '14100',
          oasis_code: '14100.00',
          kind,
          language: 'en',
          text: 'Do a thing, and another',
          source: 'oasis-2023',
        },
      ]);
      expect(dataset?.id).to.equal(`oasis-2023-${part}`);
    });
  }

  it('stay with each profile that has them, once', async () => {
    const result = await read(
      'OaSIS profile code,Main duties',
      '14100.01,Do a thing',
      '14100.02,Do a thing',
      '14100.01,"Do a\n thing"',
      '14100.01,',
    );
    expect(result.rows.official_text?.map(({ oasis_code, text }) => [oasis_code, text])).to.deep.equal([
      ['14100.01', 'Do a thing'],
      ['14100.02', 'Do a thing'],
    ]);
    expect(readReport(result).dropped).to.deep.equal({ repeated: 1, 'nothing-published': 1 });
  });

  it('in French are French, and another dataset than the English ones', async () => {
    const { rows, dataset } = await read("Code de profil SIPeC,Exigences d'emploi", '12111.00,Il faut un diplôme.');
    expect(rows.official_text?.map(({ language, text }) => [language, text])).to.deep.equal([
      ['fr', 'Il faut un diplôme.'],
    ]);
    expect(dataset?.id).to.equal('oasis-2023-employment-requirements-fr');
  });
});

describe('OaSIS exclusions', () => {
  const HEADER = 'OaSIS profile code,Excluded code,Job title';

  it('keep the title with the code that it belongs to; a whole group goes by its name', async () => {
    const { rows } = await read(HEADER, '12111.00,14100.02,filing person', '12111.00,10,', '12111.00,00010.00,');
    expect(rows.official_text?.map(({ kind, oasis_code, text }) => [kind, oasis_code, text])).to.deep.equal([
      ['exclusion', '12111.00', 'filing person (14100.02)'],
      ['exclusion', '12111.00', 'Legislators (00010)'],
      ['exclusion', '12111.00', 'Legislators (00010.00)'],
    ]);
  });

  it('never give a part of a group the name of the whole', async () => {
    const report = readReport(await read(HEADER, '12111.00,14100.02,', '12111.00,14100.02,filing person'));
    expect(report.dropped).to.deep.equal({ 'nothing-published': 1 });
    expect(report.kept).to.equal(1);
  });

  it('tell a code that is none, and set aside one of no group', async () => {
    const result = await read(HEADER, '12111.00,filing,filing person', '12111.00,99999.00,nobody');
    expect(brokenLines(result)).to.deep.equal([2]);
    expect(readReport(result).dropped).to.deep.equal({ 'unknown-code': 1 });
  });
});

describe('OaSIS titles', () => {
  const HEADER = 'OaSIS profile code,Concordance number,Job title type,Job title text';

  it('are titles of the group: one that two profiles share is there once', async () => {
    const result = await read(
      HEADER,
      '14100.01,1,Example,filing person',
      '14100.02,2,Index,filing person',
      '14100.02,3,Inclusion,sorting person',
      '12111.00,4,Index,filing person',
    );
    expect(result.rows.title?.map(({ code, title, kind, language }) => [code, title, kind, language])).to.deep.equal([
      ['14100', 'filing person', 'official', 'en'],
      ['14100', 'sorting person', 'official', 'en'],
      ['12111', 'filing person', 'official', 'en'],
    ]);
    expect(readReport(result).dropped).to.deep.equal({ repeated: 1 });
  });

  it('leave out kinds that are not known to be of people', async () => {
    const result = await read(HEADER, '14100.01,1,Example,filing person', '14100.01,1,Tool,filing cabinet');
    expect(result.rows.title?.map(({ title }) => title)).to.deep.equal(['filing person']);
    expect(readReport(result).dropped).to.deep.equal({ 'not-wanted': 1 });
  });

  it('in French need no column of kinds', async () => {
    const { rows, dataset } = await read("Code de profil SIPeC,Appellation d'emploi", '14100.01,commis');
    expect(rows.title?.map(({ title, language }) => [title, language])).to.deep.equal([['commis', 'fr']]);
    expect(dataset?.id).to.equal('oasis-2023-example-titles-fr');
  });
});

describe('OaSIS files without a use', () => {
  it('are known and set aside, row by row', async () => {
    const labels = await read('OaSIS profile code,Label', '12111.00,Records people');
    const guide = await read('Code,Name,Structure type,Category,Description', 'A01,Minds,Descriptor,Abilities,Words');
    for (const result of [labels, guide]) {
      expect(readReport(result).dropped).to.deep.equal({ 'not-wanted': 1 });
      expect(result.rows).to.deep.equal({});
    }
  });
});

describe(withReference('OaSIS 2023 as published'), function () {
  this.timeout(120_000);

  before(function () {
    if (!hasReference()) this.skip();
  });

  const file = (name: string): Promise<Read> => readPath(`${REFERENCE_DIR}/oasis2023/${name}`, OASIS_FORMATS);

  /** File, format, rows of the file, rows of the store. */
  const FILES = [
    ['interests_oasis_2023_v1.0.csv', 'oasis-interests', 900, { holland: 900 }],
    ['skills_oasis_2023_v1.0.csv', 'oasis-skills', 900, { oasis_rating: 900 * 33 }],
    ['workcontext_oasis_2023_v1.0.csv', 'oasis-work-context', 900, { oasis_rating: 900 * 66 }],
    ['personal-attributes_oasis_2023_v1.0.csv', 'oasis-personal-attributes', 900, { oasis_rating: 900 * 13 }],
    ['lead-statement_oasis_2023_v1.0.csv', 'oasis-lead-statement', 900, { official_text: 900 }],
    ['main-duties_oasis-2023_v1.0.csv', 'oasis-main-duties', 4991, { official_text: 4991 }],
    ['employment-requirements_oasis_2023_v1.0.csv', 'oasis-employment-requirements', 2851, { official_text: 2851 }],
    ['workplaces-employers_oasis_2023_v1.0.csv', 'oasis-workplaces-employers', 3418, { official_text: 3418 }],
    // 103 name a part of a group by its code alone.
    ['exclusions_oasis_2023_v1.0.csv', 'oasis-exclusions', 3074, { official_text: 2971 }],
    ['example-titles_oasis_2023_v1.0.csv', 'oasis-example-titles', 18666, { title: 18654 }],
    ['labels_oasis_2023_v1.0.csv', 'oasis-labels', 900, {}],
    ['guide_oasis_2023_v1.0.csv', 'oasis-guide', 423, {}],
  ] as const;

  for (const [name, format, rows, written] of FILES) {
    it(`${name}: every row is understood`, async () => {
      const result = await file(name);
      const report = readReport(result);
      expect([report.format, report.rows, report.broken, report.written]).to.deep.equal([format, rows, 0, written]);
      expect(report.remarks).to.deep.equal([]);
      const sources = Object.values(result.rows).flatMap((of) => of.map((row) => 'source' in row && row.source));
      expect([...new Set(sources)]).to.deep.equal(sources.length > 0 ? ['oasis-2023'] : []);
    });
  }

  it('no two rows have one key in the store', async () => {
    for (const [name] of FILES) {
      const { rows } = await file(name);
      const keys = [
        ...(rows.holland ?? []).map((row) => row.oasis_code),
        ...(rows.oasis_rating ?? []).map((row) => `${row.oasis_code} ${row.category} ${row.item}`),
        ...(rows.official_text ?? []).map((row) => `${row.oasis_code} ${row.kind} ${row.language} ${row.text}`),
        ...(rows.title ?? []).map((row) => `${row.code} ${row.title}`),
      ];
      expect(new Set(keys).size, name).to.equal(keys.length);
    }
  });

  it('interests are those that the pack ships', async () => {
    const { rows } = await file('interests_oasis_2023_v1.0.csv');
    const imported = (rows.holland ?? []).map(({ oasis_code, label, letters }) => [oasis_code, label, letters]);
    const shipped = packRows('interests.csv').map((row) => [
      row.oasis_code,
      // Four labels of the pack have the doubled spaces of the published file.
      row.label?.replace(/\s+/g, ' '),
      [row.holland_1, row.holland_2, row.holland_3].join(''),
    ]);
    expect(shipped).to.have.length(900);
    expect(imported).to.deep.equal(shipped);
  });

  it('every unit group has duties, requirements, workplaces and ratings of skills', async () => {
    const groups = (await packContext()).groups;
    for (const name of [FILES[5][0], FILES[6][0], FILES[7][0], FILES[1][0]]) {
      const { rows } = await file(name);
      const told = new Set([...(rows.official_text ?? []), ...(rows.oasis_rating ?? [])].map(({ code }) => code));
      expect(
        [...groups.keys()].filter((code) => !told.has(code)),
        name,
      ).to.deep.equal([]);
    }
  });
});
