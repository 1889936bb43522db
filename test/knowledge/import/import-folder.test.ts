import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { storeFileFor } from '../../../knowledge/build/build.ts';
import { FORMATS } from '../../../knowledge/import/formats/index.ts';
import { type ImportOptions, type ImportStep, importFolder } from '../../../knowledge/import/import-folder.ts';
import type { ImportReport } from '../../../knowledge/import/report.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { errorOf, SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from '../helpers.ts';
import { titleFile, uniformWages, wageFile } from './publisher-files.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A data folder over the small pack, and what an operator does with it. */
class Desk {
  readonly #packDir: string;
  readonly dataDir = tempFolder();

  private constructor(packDir: string) {
    this.#packDir = packDir;
  }

  static async open(): Promise<Desk> {
    return new Desk(await writeSmallPack());
  }

  get paths() {
    return {
      packDir: this.#packDir,
      storeDir: join(this.dataDir, 'knowledge'),
      importsDir: join(this.dataDir, 'imports'),
    };
  }

  import(files: Files, more: Partial<ImportOptions> = {}): Promise<ImportReport> {
    const dir = tempFolder();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), content);
    }
    return importFolder({ dir, ...this.paths, formats: FORMATS, now: new Date('2026-03-01T12:00:00Z'), ...more });
  }

  async asking<T>(question: (store: KnowledgeStore) => Promise<T>): Promise<T> {
    const store = await openKnowledge(this.paths);
    try {
      return await question(store);
    } finally {
      await store.close();
    }
  }

  /** The figure that a person in Red Deer's region is told. */
  median(): Promise<number | null | undefined> {
    return this.asking(async (store) => (await store.wages('31301', 'ER4850'))[0]?.median);
  }
}

const wages = (median: number, year?: number): string => uniformWages(SMALL_PACK_GROUPS, median, year);
const faultsOf = (report: ImportReport): string[] => report.files.flatMap((file) => file.faults);
/** Enough rows for one broken one to be less than one in a hundred. */
const MANY = wageFile(
  Array.from({ length: 30 }, (_, index) => 2011 + index).flatMap((_, index) =>
    SMALL_PACK_GROUPS.map((code) => ({
      code,
      region: ['ER4810', 'ER4820', 'ER4830', 'ER4840', 'ER4850'][index % 5] ?? '',
      median: 30,
    })),
  ),
);

describe('importing a folder', () => {
  it('puts figures into service that the store answers with, with their source, place, period and day of retrieval', async () => {
    const desk = await Desk.open();
    const report = await desk.import({
      'any-name.csv': wages(41.5),
      'titles/list.txt': titleFile([['31301', 'Ward nurse in charge']]),
    });
    expect(report.outcome).to.equal('imported');
    await desk.asking(async (store) => {
      const [row] = await store.wages('31301', 'ER4850');
      expect(row).to.include({
        median: 41.5,
        unit: 'hour',
        period: '2023-2024',
        released: '2025',
        source: 'job-bank-wages-2025',
      });
      expect(await store.source('job-bank-wages-2025')).to.include({
        retrieved: '2026-03-01',
        origin: 'import',
        expiry: '2 years',
      });
      const titles = await store.titlesOf('31301');
      expect(titles.filter((each) => each.kind === 'official').map((each) => each.title)).to.deep.equal([
        'Ward nurse in charge',
      ]);
    });
  });

  it('tells file by file what it was taken for and what became of its rows', async () => {
    const desk = await Desk.open();
    const report = await desk.import({
      'a.csv': wages(30),
      'notes.csv': 'who,what\nme,this\n',
      'table.xlsx': 'PK',
      'README.md': 'text',
    });
    const told = report.files.map((file) => [file.file, file.status, 'format' in file ? file.format : file.faults[0]]);
    expect(told).to.deep.equal([
      ['a.csv', 'taken', 'job-bank-wages'],
      ['notes.csv', 'left', 'its columns are of no format that is known'],
      ['table.xlsx', 'left', 'is no table that can be read: unpack it, or save it as CSV'],
    ]);
    expect(report.files[0]).to.include({ rows: 12, kept: 12, broken: 0, dataset: 'job-bank-wages-2025' });
    expect(report.datasets).to.deep.equal(['job-bank-wages-2025']);
  });

  it('keeps what other imports brought, and replaces the same release', async () => {
    const desk = await Desk.open();
    await desk.import({ 'a.csv': wages(30, 2024) });
    await desk.import({ 'b.csv': wages(31, 2025) });
    await desk.import({ 'c.csv': wages(29, 2024) });
    const rows = await desk.asking((store) => store.wages('31301', 'ER4850'));
    expect(rows.map((row) => [row.released, row.median])).to.deep.equal([
      ['2025', 31],
      ['2024', 29],
    ]);
    const folders = readdirSync(desk.paths.importsDir).filter((name) => name !== 'current.json');
    expect(folders, 'the replaced dataset is gone from the disk').to.have.length(2);
  });

  it('says so when all files are in service already, and changes nothing', async () => {
    const desk = await Desk.open();
    await desk.import({ 'a.csv': wages(30) });
    const before = readFileSync(join(desk.paths.importsDir, 'current.json'), 'utf8');
    expect((await desk.import({ 'copy.csv': wages(30) })).outcome).to.equal('unchanged');
    expect(readFileSync(join(desk.paths.importsDir, 'current.json'), 'utf8')).to.equal(before);
  });

  it('checks everything and changes nothing in a dry run', async () => {
    const desk = await Desk.open();
    const report = await desk.import({ 'a.csv': wages(30) }, { dryRun: true });
    expect(report.outcome).to.equal('checked');
    expect(existsSync(join(desk.paths.importsDir, 'current.json'))).to.equal(false);
    expect(await desk.median()).to.equal(undefined);
  });

  it('tells its progress: bytes of each file, then the tables of the store', async () => {
    const desk = await Desk.open();
    const steps: ImportStep[] = [];
    await desk.import({ 'a.csv': wages(30) }, { onProgress: (step) => steps.push(step) });
    const read = steps.findLast((step) => step.phase === 'read');
    expect(read).to.include({ file: 'a.csv', bytes: wages(30).length, ofBytes: wages(30).length });
    const build = steps.at(-1);
    expect(build?.phase === 'build' && build.done).to.equal(build?.phase === 'build' && build.total);
  });

  it('takes an occupation profile that an editor wrote, and its names lead to it', async () => {
    const desk = await Desk.open();
    const yaml = [
      'id: night-nurse',
      'name: Night nurse',
      'plural: Night nurses',
      "code: '31301'",
      'source: alis-occinfo',
      'page: https://alis.alberta.ca/occinfo/',
      'updated: 2026-01-01',
      'aliases: [Nurse of the night]',
      'summary: Cares for people at night.',
      "codes: [{edition: noc2021, code: '31301', title: Registered nurses and registered psychiatric nurses}]",
    ];
    expect((await desk.import({ 'night-nurse.yaml': yaml.join('\n') })).outcome).to.equal('imported');
    await desk.asking(async (store) => {
      expect((await store.occupation('night-nurse'))?.summary).to.equal('Cares for people at night.');
      const names = (await store.titlesOf('31301')).filter((each) => each.occupation === 'night-nurse');
      expect(names.map((each) => each.title)).to.have.members(['Night nurse', 'Nurse of the night']);
    });
    const broken = await desk.import({ 'night-nurse.yaml': yaml.join('\n').replace("code: '31301'", "code: '99999'") });
    expect(broken.outcome).to.equal('refused');
    expect(faultsOf(broken).join()).to.match(/night-nurse\.yaml:4: no unit group has the code "99999"/);
  });
});

/** What may be wrong with a folder of files, and what the operator is told. The good file beside it must not be taken either. */
const FAULTS: Readonly<Record<string, readonly [files: Files, told: RegExp]>> = {
  'a file that breaks off in a row': [
    { 'w.csv': MANY.slice(0, MANY.lastIndexOf(',', MANY.length - 30)) },
    /breaks off here/,
  ],
  'a file that breaks off in quotes': [{ 'w.csv': MANY.slice(0, MANY.lastIndexOf('Group') + 3) }, /breaks off here/],
  'semicolons for commas': [
    { 'w.csv': titleFile([['31301', 'Nurse']]).replaceAll(',', ';') },
    /separated by semicolons: save it with commas/,
  ],
  'a column gone': [
    { 'w.csv': MANY.replace('Median_Wage_Salaire_Median', 'Something') },
    /looks like .+, but its column "Median_Wage_Salaire_Median" is gone/,
  ],
  'a column twice': [
    { 'w.csv': MANY.replace('Nom_RE,', 'Low_Wage_Salaire_Minium,') },
    /has the column "Low_Wage_Salaire_Minium" twice/,
  ],
  'two files of one release': [
    { 'w.csv': wages(30), 'x.csv': wages(31) },
    /of the same release as w\.csv: keep one of them/,
  ],
  'more than one row in a hundred broken': [
    { 'w.csv': MANY.replaceAll('NOC_00010', 'NOC_zero') },
    /30 of 180 rows are broken, more than one in a hundred/,
  ],
  'a web page': [{ 'w.csv': '<!DOCTYPE html><html><body>Not found</body></html>' }, /is a web page and no table/],
  'an empty file': [{ 'w.csv': '' }, /is empty/],
  'a header alone': [{ 'w.csv': MANY.split('\n')[0] ?? '' }, /tells no year|has a header and no rows/],
  'a zip archive under a false name': [
    { 'w.csv': Buffer.from('PK\u0003\u0004 and more', 'latin1') },
    /is a zip archive or a spreadsheet/,
  ],
  'no text': [{ 'w.csv': Buffer.from([0x61, 0x2c, 0, 1, 2, 3]) }, /is not text/],
  'JSON that breaks off': [{ 'w.json': '[{"noc_number":"31301"' }, /is not JSON, or breaks off/],
};

describe('an import with a fault in it', () => {
  for (const [name, [files, told]] of Object.entries(FAULTS)) {
    // Protects "all or nothing": the knowledge in service stays, and the operator knows what to do.
    it(`refuses ${name}, and takes nothing else`, async () => {
      const desk = await Desk.open();
      await desk.import({ 'good.csv': wages(20) });
      const before = await storeFileFor(desk.paths);
      const report = await desk.import({ ...files, 'beside.csv': titleFile([['31301', 'Good title']]) });
      expect(report.outcome).to.equal('refused');
      expect(faultsOf(report).join('\n')).to.match(told);
      expect(await storeFileFor(desk.paths)).to.deep.equal(before);
      expect(await desk.median()).to.equal(20);
      expect(readdirSync(desk.paths.importsDir), 'no draft is left').to.have.length(2);
    });
  }

  it('drops one bad row of many, and tells its line', async () => {
    const desk = await Desk.open();
    const lines = MANY.split('\n');
    const bad = lines.with(7, (lines[7] ?? '').replace('NOC_', 'NOC_x'));
    const report = await desk.import({ 'w.csv': bad.join('\n') });
    expect(report.outcome).to.equal('imported');
    const [file] = report.files;
    expect(file && 'rows' in file && [file.broken, file.brokenRows[0]?.line]).to.deep.equal([1, 8]);
  });

  it('takes a file of a later year with a column more, and tells of the column', async () => {
    const desk = await Desk.open();
    const lines = wages(30, 2031).trimEnd().split('\n');
    const report = await desk.import({
      'w.csv': lines.map((line, at) => `${line},${at === 0 ? 'Green_Jobs' : '5'}`).join('\n'),
    });
    expect(report.outcome).to.equal('imported');
    const [file] = report.files;
    expect(file && 'rows' in file && [file.dataset, file.unreadColumns.includes('Green_Jobs')]).to.deep.equal([
      'job-bank-wages-2031',
      true,
    ]);
  });

  it('reads Windows letters, a byte order mark, Windows line ends, and codes that lost their zeros', async () => {
    const desk = await Desk.open();
    const list = titleFile([
      ['10', 'Conseiller municipal élu'],
      ['31301', 'Infirmière de nuit'],
      ['31301', 'Infirmier à domicile'],
    ]).replaceAll('\n', '\r\n');
    const report = await desk.import({ 'a.csv': Buffer.from(list, 'latin1') });
    expect(report.outcome, faultsOf(report).join()).to.equal('imported');
    const titles = await desk.asking((store) => store.titlesOf('00010'));
    expect(titles.filter((each) => each.kind === 'official').map((each) => each.title)).to.deep.equal([
      'Conseiller municipal élu',
    ]);
    const marked = await desk.import({ 'a.csv': `\ufeff${wages(33)}` });
    expect(marked.outcome).to.equal('imported');
  });

  it('takes the same file twice in a folder once', async () => {
    const desk = await Desk.open();
    const report = await desk.import({ 'a.csv': wages(30), 'b.csv': wages(30) });
    expect(report.outcome).to.equal('imported');
    expect(report.files[1]?.faults).to.deep.equal(['is the same file as a.csv']);
  });

  it('refuses a file that has far fewer rows than the one it replaces, unless told to take it', async () => {
    const desk = await Desk.open();
    await desk.import({ 'a.csv': wages(30) });
    const half = `${wages(35).split('\n').slice(0, 6).join('\n')}\n`;
    const report = await desk.import({ 'a.csv': half });
    expect(faultsOf(report)[0]).to.match(/^has 5 rows where a\.csv, which it would replace, had 12: is it whole\?/);
    expect((await desk.import({ 'a.csv': half }, { allowSmaller: true })).outcome).to.equal('imported');
  });

  it('says when a folder holds nothing of use, or is none', async () => {
    const desk = await Desk.open();
    expect((await errorOf(desk.import({}))).code).to.equal('IMPORT_EMPTY');
    expect((await errorOf(desk.import({ 'notes.csv': 'who,what\nme,this\n' }))).message).to.match(
      /notes\.csv: its columns are of no format/,
    );
    expect((await errorOf(desk.import({}, { dir: '/no/such/folder' }))).code).to.equal('IMPORT_UNREADABLE');
  });

  it('says when the data folder cannot be written, and leaves what there is', async () => {
    const desk = await Desk.open();
    writeFileSync(join(desk.dataDir, 'imports'), 'a file where the folder should be');
    const error = await errorOf(desk.import({ 'a.csv': wages(30) }));
    expect(error.code).to.equal('IMPORT_WRITE_FAILED');
    expect(readFileSync(join(desk.dataDir, 'imports'), 'utf8')).to.equal('a file where the folder should be');
    expect(await desk.median(), 'the pack is answered from').to.equal(undefined);
  });

  it('says when another import finished meanwhile, and changes nothing', async () => {
    const desk = await Desk.open();
    await desk.import({ 'a.csv': wages(30) });
    const manifest = join(desk.paths.importsDir, 'current.json');
    // What another import does at its very end.
    const onProgress = (step: ImportStep): void => {
      if (step.phase === 'build' && step.done === 1) writeFileSync(manifest, '{"readers":1,"datasets":[]}');
    };
    expect((await errorOf(desk.import({ 'a.csv': wages(31) }, { onProgress }))).code).to.equal('IMPORT_OVERTAKEN');
    expect(readFileSync(manifest, 'utf8')).to.equal('{"readers":1,"datasets":[]}');
    expect((await desk.asking((store) => store.groups())).length).to.equal(SMALL_PACK_GROUPS.length);
  });
});

describe('what was imported', () => {
  it('is built again from what is kept when the store is gone, and is the same store', async () => {
    const desk = await Desk.open();
    const { store } = await desk.import({ 'a.csv': wages(30) });
    rmSync(desk.paths.storeDir, { recursive: true });
    expect(await desk.asking(async ({ info }) => info.hash)).to.equal(store);
    expect(await desk.median()).to.equal(30);
  });

  it('that is damaged on the disk is never answered from', async () => {
    const desk = await Desk.open();
    await desk.import({ 'a.csv': wages(30) });
    const folder = readdirSync(desk.paths.importsDir).find((name) => name !== 'current.json') ?? '';
    const table = join(desk.paths.importsDir, folder, 'wage.ndjson');
    writeFileSync(table, readFileSync(table, 'utf8').replace('30', '99'));
    // The store that was built before is whole.
    expect(await desk.median()).to.equal(30);
    rmSync(desk.paths.storeDir, { recursive: true });
    expect((await errorOf(openKnowledge(desk.paths))).code).to.equal('IMPORTS_DAMAGED');
    writeFileSync(join(desk.paths.importsDir, 'current.json'), '{"readers":1');
    expect((await errorOf(openKnowledge(desk.paths))).code).to.equal('IMPORTS_DAMAGED');
  });
});
