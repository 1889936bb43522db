import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { statsLines } from '../../bot/commands/knowledge/stats.ts';
import { buildStore } from '../../knowledge/build/build.ts';
import { type KnowledgeStats, knowledgeStats, type SourceStats, type TableStats } from '../../knowledge/stats.ts';
import { editedStore, smallStore, wageRow } from './compare/helpers.ts';
import { errorOf, ROOT, SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from './helpers.ts';

const TODAY = '2026-11-22';

function rowsOf(packDir: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(packDir, file)), { columns: true, bom: true });
}

function tableOf({ tables }: KnowledgeStats, name: string): TableStats {
  const found = tables.find(({ table }) => table === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

function sourceOf({ sources }: KnowledgeStats, name: string): SourceStats {
  const found = sources.find(({ id }) => id === name);
  if (!found) throw new Error(`no source ${name}`);
  return found;
}

describe('what a store holds', function () {
  this.timeout(120_000);
  let packDir: string;
  let stats: KnowledgeStats;

  before(async () => {
    packDir = await writeSmallPack();
    stats = await knowledgeStats((await buildStore({ packDir, storeDir: tempFolder() })).path, { today: TODAY });
  });

  it("counts rows as the pack's own files have them", () => {
    const wageFiles = readdirSync(join(packDir, 'wages')).map((name) => join('wages', name));
    const wages = wageFiles.flatMap((file) => rowsOf(packDir, file));
    expect(tableOf(stats, 'wage').rows).to.equal(wages.length).and.to.be.above(0);
    for (const [table, file] of [
      ['unit_group', 'unit-groups.csv'],
      ['outlook', 'outlook.csv'],
      ['holland', 'interests.csv'],
      ['education', 'education.csv'],
      ['crosswalk', 'crosswalk.csv'],
      ['edition_group', 'editions.csv'],
      ['source', 'sources.csv'],
      ['similar', 'similar.csv'],
    ] as const)
      expect(tableOf(stats, table).rows, table).to.equal(rowsOf(packDir, file).length);
    expect(stats.counts.wage).to.equal(wages.length);
  });

  it('tells which groups a table has nothing for', () => {
    const covered = new Set(rowsOf(packDir, 'outlook.csv').map((row) => row.code));
    const missing = SMALL_PACK_GROUPS.filter((code) => !covered.has(code)).sort();
    expect(tableOf(stats, 'outlook').groups).to.deep.equal({ covered: covered.size, missing });
    expect(tableOf(stats, 'unit_group').groups).to.deep.equal({ covered: SMALL_PACK_GROUPS.length, missing: [] });
    expect(tableOf(stats, 'occupation').groups?.missing).to.deep.equal(
      SMALL_PACK_GROUPS.filter((code) => code !== '12111').sort(),
    );
    expect(tableOf(stats, 'crosswalk').groups?.covered).to.equal(SMALL_PACK_GROUPS.length);
    expect(tableOf(stats, 'contact').groups).to.equal(null);
    // A table that only an import fills.
    expect(tableOf(stats, 'regional_outlook').groups).to.include({ covered: 0 });
  });

  it('tells the oldest and the newest period, and the sources', () => {
    const wages = readdirSync(join(packDir, 'wages')).flatMap((name) => rowsOf(packDir, join('wages', name)));
    const years = wages.map((row) => row.period ?? '').sort();
    expect(tableOf(stats, 'wage').periods).to.deep.equal({ oldest: years[0], newest: years.at(-1) });
    expect(tableOf(stats, 'wage').sources).to.deep.equal([...new Set(wages.map((row) => row.source))].sort());
    expect(tableOf(stats, 'outlook').periods).to.deep.equal({ oldest: '2024-2033', newest: '2024-2033' });
    expect(tableOf(stats, 'education').periods).to.equal(null);
  });

  it('orders periods by when they begin and end, not by their letters', async () => {
    const periods = ['2024', '2019-2025', '2022-2023', '2021-06-01'];
    const path = await editedStore([
      'DELETE FROM wage',
      ...periods.map((period, index) => wageRow({ period, industry: `industry ${index}` })),
    ]);
    const counted = await knowledgeStats(path, { today: TODAY });
    expect(tableOf(counted, 'wage').periods).to.deep.equal({ oldest: '2019-2025', newest: '2019-2025' });
  });

  it('counts the facts of every source, those of tables and profiles that name none or several included', () => {
    const survey = sourceOf(stats, 'alberta-wage-survey-2021');
    expect(survey).to.include({ retrieved: '2026-11-22', expiry: '3 years', origin: 'pack' });
    // Its list of industries stands beside figures of the 2016 census, and is none of them.
    expect(survey.periods).to.deep.equal({ oldest: '2021', newest: '2021' });
    expect(survey.factsByTable.wage).to.equal(rowsOf(packDir, 'wages/alberta-survey-2021.csv').length);
    expect(survey.facts).to.equal(Object.values(survey.factsByTable).reduce((sum, facts) => sum + facts, 0));
    expect(sourceOf(stats, 'descriptions').factsByTable).to.deep.equal({ unit_group: SMALL_PACK_GROUPS.length });
    expect(sourceOf(stats, 'similar-groups').facts).to.be.above(0);
    // Sources of the sections of the one profile.
    for (const id of ['alis-occinfo', 'alis-job-postings', 'census-2016', 'career-handbook-2006'])
      expect(sourceOf(stats, id).factsByTable.occupation, id).to.be.above(0);
    expect(stats.sources.filter(({ facts }) => facts === 0)).to.deep.equal([]);
  });

  it('says how fresh each source is on a day', async () => {
    expect(sourceOf(stats, 'noc-2021').freshness).to.include({ state: 'good' });
    expect(sourceOf(stats, 'alberta-demand-outlook-2019-2023').freshness).to.include({ state: 'over' });
    expect(sourceOf(stats, 'alberta-wage-survey-2021').freshness).to.include({ state: 'stale' });
    const before = await knowledgeStats(await smallStore(), { today: '2022-01-01' });
    expect(sourceOf(before, 'alberta-wage-survey-2021').freshness).to.include({ state: 'good' });
    expect(sourceOf(before, 'alberta-demand-outlook-2019-2023').freshness).to.include({ state: 'good' });
  });

  it('names the file and the day of what was imported', async () => {
    const path = await editedStore([
      "UPDATE source SET origin = 'import', retrieved = '2026-11-20' WHERE id = 'cops-2024-2033'",
      "INSERT INTO dataset VALUES ('cops-2024-2033', 'cops', 'projections.csv', 'aa', '2026-11-20', 516, 485, 31)",
      "INSERT INTO dataset VALUES ('other', 'cops', 'other.csv', 'bb', '2026-11-21', 1, 1, 0)",
    ]);
    const counted = await knowledgeStats(path, {
      today: TODAY,
      imports: [{ id: 'cops-2024-2033', sources: [{ id: 'cops-2024-2033' }] }],
    });
    expect(sourceOf(counted, 'cops-2024-2033')).to.deep.include({
      origin: 'import',
      files: [{ file: 'projections.csv', imported: '2026-11-20' }],
    });
    expect(sourceOf(counted, 'noc-2021').files).to.deep.equal([]);
    expect(counted.datasets.map(({ id, kept, sources }) => [id, kept, sources])).to.deep.equal([
      ['cops-2024-2033', 485, ['cops-2024-2033']],
      ['other', 1, []],
    ]);
    const lines = statsLines(counted).join('\n');
    expect(lines).to.match(/projections\.csv +│ cops-2024-2033 +│ 2026-11-20 │ +516 │ +485 │ +31 │/);
    expect(lines).to.match(/cops-2024-2033 .+│ import │/);
  });

  it('fits 100 columns, however long a name is', async () => {
    const path = await editedStore([
      `INSERT INTO dataset VALUES ('${'d'.repeat(60)}', 'cops', '${'f'.repeat(90)}.csv', 'aa', '2026-11-20', 1234567, 1234567, 0)`,
    ]);
    for (const counted of [stats, await knowledgeStats(path, { today: TODAY })]) {
      const lines = statsLines(counted).flatMap((text) => text.split('\n'));
      expect(lines.filter((line) => [...line].length > 100)).to.deep.equal([]);
      for (const { id } of counted.sources.filter((source) => source.id.length <= 24))
        expect(
          lines.some((line) => line.includes(id)),
          id,
        ).to.equal(true);
    }
  });

  it('is not counted in a store that is not there', async () => {
    const error = await errorOf(knowledgeStats(join(tempFolder(), 'none.sqlite'), { today: TODAY }));
    expect(error.code).to.equal('STORE_MISSING');
  });

  it('as a process: tables, JSON, and the groups that a table has nothing for', () => {
    const dataDir = tempFolder();
    const run = (...words: string[]) =>
      spawnSync(
        process.execPath,
        ['--import', 'tsx', join('bot', 'commands', 'knowledge', 'main.ts'), 'stats', ...words],
        {
          cwd: ROOT,
          encoding: 'utf8',
          env: { ...process.env, DATA_DIR: dataDir },
        },
      );
    const shown = run();
    expect(shown.status, shown.stderr).to.equal(0);
    expect(shown.stdout).to.include('alberta-wage-survey-2021').and.to.include('nothing was imported');
    const told: KnowledgeStats = JSON.parse(run('--json').stdout);
    expect(told.counts.unit_group).to.equal(516);
    const gaps = run('--gaps', 'outlook').stdout.trim().split('\n');
    expect(gaps.at(-1)).to.equal('31 unit groups have nothing in outlook.');
    expect(gaps).to.have.length(32);
    expect(gaps[0]).to.match(/^\d{5} \S/);
    expect(JSON.parse(run('--gaps', 'unit_group', '--json').stdout)).to.deep.equal({
      table: 'unit_group',
      missing: [],
    });
    const wrong = run('--gaps', 'nothing');
    expect(wrong.status).to.equal(1);
    expect(wrong.stderr).to.include('[COMMAND_UNKNOWN]').and.to.include('outlook');
  });
});
