import { spawnSync } from 'node:child_process';
import { cpSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { differenceLines } from '../../../bot/commands/knowledge/diff.ts';
import { buildStore } from '../../../knowledge/build/build.ts';
import { compareStores } from '../../../knowledge/compare/compare-stores.ts';
import { formerStore } from '../../../knowledge/compare/former-store.ts';
import { errorOf, ROOT, tempFolder, writeSmallPack } from '../helpers.ts';
import { differenceOf, editedStore, smallStore, wageRow } from './helpers.ts';

/** A release of Alberta's wages of a year, as an import brings it: a source of its own. */
function release(year: string, median: number, given: Readonly<Record<string, string | number>> = {}): string[] {
  const source = `job-bank-wages-${year}-test`;
  return [
    `INSERT OR IGNORE INTO source SELECT '${source}', title, publisher, url, licence, attribution, note, retrieved, expiry, 'import' FROM source WHERE id = 'oasis-2023'`,
    wageRow({ region: 'NU', median, period: year, released: year, source, ...given }),
  ];
}

describe('comparing two stores', function () {
  this.timeout(120_000);

  it('compares a new release with the one before, and passes over one that is older than what is in service', async () => {
    const before = await editedStore(release('2024', 40));
    const after = await editedStore([...release('2025', 44), ...release('2016', 30)], before);
    const { added, gone, changed } = await differenceOf('wage', before, after);
    expect({ added, gone }).to.deep.equal({ added: [], gone: [] });
    expect(changed).to.have.length(1);
    expect(changed[0]).to.deep.include({ figure: 'median', from: 40, to: 44, periods: ['2024', '2025'] });
  });

  it("keeps a publisher's family apart from another's of the same place", async () => {
    const survey = { low_percentile: 5, high_percentile: 95 };
    const before = await editedStore(release('2024', 40));
    const after = await editedStore(release('2025', 80, survey), before);
    const { added, changed } = await differenceOf('wage', before, after);
    expect(changed).to.deep.equal([]);
    expect(added).to.have.length(1);
  });

  it('compares a figure that is now published under a code of another edition', async () => {
    const before = await editedStore(release('2021', 40, { edition: 'noc2016', edition_code: '1252' }));
    const after = await editedStore(release('2023', 44), before);
    expect((await differenceOf('wage', before, after)).changed[0]).to.include({ from: 40, to: 44 });
  });

  it('keeps the groups apart that a release gives one NOC 2021 group several figures under', async () => {
    const two = (year: string, first: number, second: number): string[] => [
      ...release(year, first, { edition: 'noc2016', edition_code: '1252' }),
      ...release(year, second, { edition: 'noc2016', edition_code: '1413' }),
    ];
    const before = await editedStore(two('2021', 40, 20));
    const after = await editedStore(two('2022', 40, 30), before);
    const { added, gone, changed } = await differenceOf('wage', before, after);
    expect({ added, gone }).to.deep.equal({ added: [], gone: [] });
    expect(changed).to.have.length(1);
    expect(changed[0]).to.include({ from: 20, to: 30 });
  });

  it("finds what an edit of the pack's files changes, and nothing else", async () => {
    const packDir = await writeSmallPack({
      'wages/alberta-survey-2021.csv': (text) => text.replace(',39.15,39.35,', ',39.15,43.35,'),
    });
    const { path } = await buildStore({ packDir, storeDir: tempFolder() });
    const { kinds } = await compareStores(await smallStore(), path, { threshold: 5 });
    const lines = kinds.flatMap(({ changed, added, gone }) => [...changed, ...added, ...gone]);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include({ figure: 'median', from: 39.35, to: 43.35 });
  });

  it('refuses a file that is not there and one that broke off, and names it', async () => {
    const good = await smallStore();
    const none = join(tempFolder(), 'none.sqlite');
    const missing = await errorOf(compareStores(none, good, { threshold: 5 }));
    expect(missing.code).to.equal('STORE_MISSING');
    expect(missing.message).to.include(none);
    const broken = await editedStore([]);
    truncateSync(broken, 8192);
    for (const [before, after] of [
      [good, broken],
      [broken, good],
    ] as const) {
      const damaged = await errorOf(compareStores(before, after, { threshold: 5 }));
      expect(damaged.code).to.equal('STORE_DAMAGED');
      expect(damaged.message).to.include(broken);
    }
  });

  it('takes the newest other store of this schema for the former one, and says so where there is none', async () => {
    const folder = tempFolder();
    const file = (digit: string): string => join(folder, `knowledge-${digit.repeat(16)}.sqlite`);
    const put = async (digit: string, day: number, ...statements: string[]): Promise<void> => {
      cpSync(await editedStore(statements), file(digit));
      utimesSync(file(digit), day, day);
    };
    await put('a', 1000);
    expect((await errorOf(formerStore(folder, file('a')))).code).to.equal('STORE_MISSING');
    await put('b', 4000, "UPDATE meta SET value = '1' WHERE key = 'schema'");
    const other = await errorOf(formerStore(folder, file('a')));
    expect(other.message).to.include(file('b')).and.to.include('another version');
    await put('c', 2000);
    await put('d', 3000);
    expect(await formerStore(folder, file('a'))).to.equal(file('d'));
    expect(await formerStore(folder, file('d'))).to.equal(file('c'));
  });
});

describe('the difference on the screen', function () {
  this.timeout(120_000);

  async function linesOf(before: string, after: string, limit = 20): Promise<string[]> {
    return differenceLines(await compareStores(before, after, { threshold: 5 }), limit);
  }

  it('says that there is none', async () => {
    const path = await smallStore();
    expect((await linesOf(path, path)).at(-1)).to.equal('No difference: both stores say the same.');
  });

  it('tells a change as an editor would read it, and marks what is hard to believe', async () => {
    const before = await editedStore([...release('2024', 39.35), ...release('2024', 30, { region: 'YT' })]);
    const after = await editedStore([...release('2025', 41.9), ...release('2025', 3, { region: 'YT' })], before);
    const lines = await linesOf(before, after);
    const group = '12111 Health information management occupations';
    expect(lines).to.include(`  ${group}, Nunavut: median 39.35 -> 41.90 an hour (+6.5 %), 2024 -> 2025`);
    expect(lines).to.include(`! ${group}, Yukon: median 30.00 -> 3.00 an hour (-90.0 %), 2024 -> 2025`);
  });

  it('tells rows that are new and gone with their figures, and figures that are not published', async () => {
    const empty = await editedStore([]);
    const full = await editedStore([wageRow({ region: 'NU', low: 30, median: 41.5, salary: 80000 })], empty);
    const row = '12111 Health information management occupations, Nunavut';
    const figures = 'low 30.00, median 41.50 an hour, salary 80,000 a year (2024)';
    expect(await linesOf(empty, full)).to.include(`+ ${row}: new: ${figures}`);
    expect(await linesOf(full, empty)).to.include(`- ${row}: gone: ${figures}`);
    const less = await editedStore(["UPDATE wage SET low = NULL WHERE region = 'NU'"], full);
    expect(await linesOf(full, less)).to.include(`  ${row}: low 30.00 an hour -> not published`);
  });

  it('stops at the limit and says how many more there are; the counts are of all', async () => {
    const before = await smallStore();
    const after = await editedStore(["UPDATE unit_group SET title = title || ' X', title_fr = title_fr || ' X'"]);
    const lines = await linesOf(before, after, 3);
    const at = lines.indexOf('Unit groups');
    expect(lines.slice(at + 1, at + 5).at(-1)).to.equal('    ... and 9 more (--all)');
    expect(lines.join('\n')).to.match(/Unit groups +│ +6 │ +6 │ +0 │ +0 │ +12 │ +0 │ +0 │/);
    expect((await linesOf(before, after, Number.POSITIVE_INFINITY)).join('\n')).not.to.include('--all');
  });

  it('as a process: JSON for programs, exit code 0; a code for what cannot be compared', async () => {
    const before = await smallStore();
    const after = await editedStore([wageRow({ region: 'NU', median: 40 })]);
    const run = (...words: string[]) =>
      spawnSync(
        process.execPath,
        ['--import', 'tsx', join('bot', 'commands', 'knowledge', 'main.ts'), 'diff', ...words],
        {
          cwd: ROOT,
          encoding: 'utf8',
          env: { ...process.env, DATA_DIR: tempFolder() },
        },
      );
    const json = run(before, after, '--json');
    expect(json.status, json.stderr).to.equal(0);
    const told = JSON.parse(json.stdout);
    expect(told).to.include({ same: false, threshold: 5 });
    expect(told.summary.wage).to.deep.equal({ added: 1, gone: 0, changed: 0, implausible: 0, slight: 0 });
    expect(JSON.parse(run(before, before, '--json', '--threshold=0').stdout).same).to.equal(true);
    for (const [words, code] of [
      [[before, '/nowhere.sqlite'], 'STORE_MISSING'],
      [[before, join(ROOT, 'package.json')], 'STORE_DAMAGED'],
      [[before, after, '--threshold', 'much'], 'COMMAND_UNKNOWN'],
      [[before, after, '--limit', '-1'], 'COMMAND_UNKNOWN'],
      [[before, after, '--fast'], 'COMMAND_UNKNOWN'],
      [[before, after, before], 'COMMAND_UNKNOWN'],
    ] as const) {
      const failed = run(...words);
      expect(failed.status, words.join(' ')).to.equal(1);
      expect(failed.stderr, words.join(' ')).to.include(`[${code}]`);
    }
  });
});
