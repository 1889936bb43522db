import { expect } from 'chai';
import { CLASSIFICATION_FORMATS } from '../../../knowledge/import/formats/classification.ts';
import { type Read, readReport, readText } from './helpers.ts';

/** Small files in the publishers' shapes; the sentences and most titles in them are invented. */
const read = (lines: readonly string[], name?: string): Promise<Read> =>
  readText(`${lines.join('\n')}\n`, CLASSIFICATION_FORMATS, name);

const EN_STRUCTURE = 'Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition';

describe('importing the structure of NOC 2021', () => {
  it('keeps the name and definition of unit groups, and no class above them', async () => {
    const file = await read([
      EN_STRUCTURE,
      '1,Broad Category,0,Leaders,All that lead.',
      '2,Major Group,10,Lesser leaders,Some that lead.',
      '5,Unit Group,00010,Lawmakers,They make laws.',
      '5,Unit Group,12111,Health files,They keep files.',
    ]);
    expect(file.dataset?.id).to.equal('noc-2021-structure-en');
    expect(file.rows.group_name).to.deep.equal([
      { code: '00010', language: 'en', title: 'Lawmakers' },
      { code: '12111', language: 'en', title: 'Health files' },
    ]);
    expect(file.rows.official_text?.[1]).to.deep.equal({
      code: '12111',
      oasis_code: '',
      kind: 'definition',
      language: 'en',
      text: 'They keep files.',
      source: 'noc-2021',
    });
    expect(readReport(file).dropped).to.deep.equal({ 'not-a-unit-group': 2 });
  });

  it('reads "10" at the level of unit groups as the group that lost its zeros', async () => {
    const file = await read([EN_STRUCTURE, '2,Major Group,10,Lesser leaders,x', '5,Unit Group,10,Lawmakers,y']);
    expect(file.rows.group_name).to.deep.equal([{ code: '00010', language: 'en', title: 'Lawmakers' }]);
  });

  for (const code of ['Code dela CNP 2021 v1.0', 'Code de la CNP 2021 v1.0']) {
    it(`takes the French file with the column "${code}" as a dataset of its own`, async () => {
      const file = await read([
        `Niveau,Structure hiérarchique,${code},Titres de classes,Définitions de la classe`,
        '5,Groupe de base,00010,Élus,Ils font des lois.',
      ]);
      expect(file.dataset?.id).to.equal('noc-2021-structure-fr');
      expect(file.rows.group_name).to.deep.equal([{ code: '00010', language: 'fr', title: 'Élus' }]);
      expect(file.rows.official_text?.[0]?.language).to.equal('fr');
    });
  }

  it('says how many of the groups a file has that does not have all', async () => {
    const file = await read([EN_STRUCTURE, '5,Unit Group,00010,Lawmakers,They make laws.']);
    expect(readReport(file).remarks).to.deep.equal(['has 1 of the 516 unit groups in English']);
  });

  it('drops a code of no group, and tells a level, a code or a second definition that cannot be', async () => {
    const file = await read([
      EN_STRUCTURE,
      '5,Unit Group,99999,Nobody,x',
      '5,Unit Group,00010,Lawmakers,They make laws.',
      '5,Unit Group,00010,Lawmakers,They make laws.',
      '5,Unit Group,00010,Lawmakers,They break laws.',
      '7,Unit Group,00011,Deputies,x',
      '5,Unit Group,1211X,Health files,x',
      '5,Unit Group,12111,,x',
    ]);
    const report = readReport(file);
    expect(report.dropped).to.deep.equal({ 'unknown-code': 1, repeated: 1 });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([5, 6, 7, 8]);
    expect(file.rows.group_name).to.have.length(1);
  });
});

const EN_ELEMENTS =
  'Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English';

describe('importing the elements of NOC 2021', () => {
  it('sends titles to the index and sentences to the official text, each by its kind', async () => {
    const file = await read([
      EN_ELEMENTS,
      '5,Unit Group,12111,Health files,Illustrative example(s),file keeper',
      '5,Unit Group,12111,Health files,All examples,chart keeper',
      '5,Unit Group,12111,Health files,Inclusion(s),folder keeper',
      '5,Unit Group,12111,Health files,Main duties,Keep charts',
      '5,Unit Group,12111,Health files,Employment requirements,A course is asked for.',
      '5,Unit Group,12111,Health files,Additional information,One may become a chief.',
      '5,Unit Group,12111,Health files,Exclusion(s),Archive keepers (See 12112)',
    ]);
    expect(file.rows.title).to.deep.equal(
      ['file keeper', 'chart keeper', 'folder keeper'].map((title) => ({
        code: '12111',
        title,
        language: 'en',
        kind: 'official',
        source: 'noc-2021-titles',
      })),
    );
    expect(file.rows.official_text?.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['duty', 'Keep charts'],
      ['requirement', 'A course is asked for.'],
      ['additional', 'One may become a chief.'],
      ['exclusion', 'Archive keepers (See 12112)'],
    ]);
    expect(file.dataset?.sources.map(({ id }) => id)).to.deep.equal(['noc-2021', 'noc-2021-titles']);
  });

  it('keeps an example once that stands under both names, and no line that only announces the duties', async () => {
    const file = await read([
      EN_ELEMENTS,
      '5,Unit Group,12111,Health files,Illustrative example(s),file keeper',
      '5,Unit Group,12111,Health files,All examples,File keeper',
      '5,Unit Group,12111,Health files,Main duties,Keepers do some of the following duties:',
      '5,Unit Group,12111,Health files,Main duties,Give out the following duties: sorting; filing',
      '5,Unit Group,12111,Health files,Colour of the cover,blue',
      '5,Unit Group,12111,Health files,Main duties,',
      '4,Minor Group,1211,Files,Main duties,Keep files',
    ]);
    expect(file.rows.title?.map(({ title }) => title)).to.deep.equal(['file keeper']);
    expect(file.rows.official_text?.map(({ text }) => text)).to.deep.equal([
      'Give out the following duties: sorting; filing',
    ]);
    expect(readReport(file).dropped).to.deep.equal({
      repeated: 1,
      'not-wanted': 2,
      'nothing-published': 1,
      'not-a-unit-group': 1,
    });
  });

  for (const [label, text] of [
    ["Nom du type d'élément Français", "Description d'élément Français"],
    ["Étiquette du type d'élément en français", "Description de l'élément en français"],
  ]) {
    it(`takes the French file with the column "${label}"`, async () => {
      const file = await read([
        `Niveau,Structure hiérarchique,Code dela CNP 2021 v1.0,Titres de classes,${label},${text}`,
        '5,Groupe de base,12111,Dossiers,Exemple(s) illustratif(s),gardien de dossiers',
        '5,Groupe de base,12111,Dossiers,Tous les exemples,gardien de fiches',
        '5,Groupe de base,12111,Dossiers,Fonctions principales,Garder des fiches',
        '5,Groupe de base,12111,Dossiers,Conditions d’accès à la profession,Un cours est exigé.',
        '5,Groupe de base,12111,Dossiers,Renseignements supplémentaires,On peut devenir chef.',
        '5,Groupe de base,12111,Dossiers,Exclusion(s),Gardiens de musée (voir 12112)',
      ]);
      expect(file.dataset?.id).to.equal('noc-2021-elements-fr');
      expect(readReport(file).dropped).to.deep.equal({});
      expect(file.rows.title?.map(({ language, title }) => [language, title])).to.deep.equal([
        ['fr', 'gardien de dossiers'],
        ['fr', 'gardien de fiches'],
      ]);
      expect(file.rows.official_text?.map(({ language, kind }) => [language, kind])).to.deep.equal([
        ['fr', 'duty'],
        ['fr', 'requirement'],
        ['fr', 'additional'],
        ['fr', 'exclusion'],
      ]);
    });
  }

  it('does not take an elements file for a structure file when its own columns are renamed', async () => {
    const file = await read([EN_ELEMENTS.replace('Element Description English', 'Words'), '5,x,12111,y,Main duties,z']);
    expect(file.report.status).to.equal('refused');
    expect(file.report.faults.join()).to.contain('Element Description English');
  });
});

describe('importing the descriptions of NOC 2021 as JSON', () => {
  const groups = (title: string, requirements: string) =>
    JSON.stringify([
      {
        noc_number: '12111',
        occupation: 'Health files',
        sections: [
          { title, items: ['file keeper', 'chart keeper'] },
          { title: requirements, items: ['A course is asked for.'] },
          { title: 'Exclusion(s)', items: [] },
        ],
      },
    ]);

  it('reads the same kinds as the elements', async () => {
    const file = await readText(
      groups('Illustrative example(s)', 'Employment requirements'),
      CLASSIFICATION_FORMATS,
      'groups.json',
    );
    expect(file.dataset?.id).to.equal('noc-2021-sections-en');
    expect(file.rows.title?.map(({ code, title }) => `${code} ${title}`)).to.deep.equal([
      '12111 file keeper',
      '12111 chart keeper',
    ]);
    expect(file.rows.official_text?.map(({ kind }) => kind)).to.deep.equal(['requirement']);
  });

  it('tells a French file by the names of its sections', async () => {
    const text = groups('Exemple(s) illustratif(s)', "Conditions d'accès à la profession");
    const file = await readText(text, CLASSIFICATION_FORMATS, 'groupes.json');
    expect(file.dataset?.id).to.equal('noc-2021-sections-fr');
    expect(file.rows.official_text?.[0]?.language).to.equal('fr');
  });
});

describe('importing the titles of NOC 2021', () => {
  const ENGLISH = ['Health records clerk', 'Chef de cuisine', 'Supervisor, filing services'];
  const FRENCH = ['Commis aux dossiers de santé', 'Chef de cuisine', 'Superviseur des services de classement'];

  for (const [language, titles] of [
    ['en', ENGLISH],
    ['fr', FRENCH],
  ] as const) {
    it(`tells from a few titles that they are of the language ${language}`, async () => {
      const file = await read(['noc2021,title', ...titles.map((title) => `12111,"${title}"`)]);
      expect(file.dataset?.id).to.equal(`noc-2021-titles-${language}`);
      expect(file.rows.title?.map((row) => row.language)).to.deep.equal([language, language, language]);
      expect(file.rows.title?.[0]).to.include({ kind: 'official', title: titles[0], source: 'noc-2021-titles' });
    });
  }

  it('refuses a list whose language nothing tells, and says what to do', async () => {
    const file = await read(['noc2021,title', '00010,Xyz']);
    expect(file.report.status).to.equal('refused');
    expect(file.report.faults.join()).to.contain('import the whole list');
  });

  it('keeps a title once for a group and again for another, and drops codes of no group', async () => {
    const file = await read([
      'noc2021,title',
      '12111,Records clerk',
      '12111,records  clerk',
      '12112,Records clerk',
      '99999,Records clerk',
      '12111,',
      'x,Records clerk',
    ]);
    const report = readReport(file);
    expect(file.rows.title?.map(({ code }) => code)).to.deep.equal(['12111', '12112']);
    expect(report.dropped).to.deep.equal({ repeated: 1, 'unknown-code': 1, 'nothing-published': 1 });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([7]);
  });
});

describe('importing the titles of NOC 2016', () => {
  it('keeps a title only where its code became exactly one group of today', async () => {
    const file = await read([
      'noc2016,title',
      '0011,speaker of the council',
      '11,leader of the council',
      '0112,manager of the staff',
      '9999,keeper of the moon',
      '12111,clerk of the records',
    ]);
    expect(file.rows.title).to.deep.equal(
      ['speaker of the council', 'leader of the council'].map((title) => ({
        code: '00010',
        title,
        language: 'en',
        kind: 'earlier',
        source: 'noc-2016-titles',
      })),
    );
    const report = readReport(file);
    expect(report.dataset).to.equal('noc-2016-titles-en');
    expect(report.dropped).to.deep.equal({ 'ambiguous-code': 1, 'unknown-code': 1 });
    expect(report.brokenRows.map(({ line }) => line)).to.deep.equal([6]);
  });
});
