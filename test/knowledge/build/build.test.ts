import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { type BuildOptions, buildStore, checkPack, storeFileFor } from '../../../knowledge/build/build.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import { SqliteKnowledgeStore } from '../../../knowledge/store/sqlite-knowledge-store.ts';
import { errorOf, ROOT, SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from '../helpers.ts';

const TITLES = 'titles/3-health.csv';
const anotherTitle = (text: string): string => `${text}31301,ward nurse of note,en,usual,\n`;

async function options(): Promise<BuildOptions> {
  return { packDir: await writeSmallPack(), storeDir: tempFolder() };
}

async function groupsIn(path: string): Promise<string[]> {
  const store = await SqliteKnowledgeStore.open(path);
  const groups = await store.groups();
  await store.close();
  return groups.map((group) => group.code);
}

const CHILD = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'build-in-child.ts')];

function run([program = '', ...args]: readonly string[]): Promise<{
  code: number | null;
  signal: string | null;
  out: string;
}> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, out }));
  });
}

describe('building the store', function () {
  this.timeout(120_000);

  it('writes one file, named by the content of the pack, and tells each table as it goes', async () => {
    const { packDir, storeDir } = await options();
    const steps: string[] = [];
    const { path, hash } = await buildStore({
      packDir,
      storeDir,
      onProgress: ({ table, done, total }) => steps.push(`${done}/${total} ${table}`),
    });
    expect(await readdir(storeDir)).to.deep.equal([`knowledge-${hash.slice(0, 16)}.sqlite`]);
    expect(await groupsIn(path)).to.deep.equal([...SMALL_PACK_GROUPS].sort());
    expect(steps).to.have.length(16);
    expect(steps.map((step) => step.split(' ')[0])).to.deep.equal(steps.map((_, index) => `${index + 1}/16`));
    expect((await storeFileFor({ packDir, storeDir })).hash).to.equal(hash);
  });

  it('makes the folder of the store when it is not there', async () => {
    const { packDir, storeDir } = await options();
    await buildStore({ packDir, storeDir: join(storeDir, 'a/b') });
    expect(await readdir(join(storeDir, 'a/b'))).to.have.length(1);
  });

  it('knows the same pack by any way of writing its folder', async () => {
    const { packDir, storeDir } = await options();
    const { hash } = await storeFileFor({ packDir, storeDir });
    for (const same of [
      `${packDir}/`,
      `${packDir}/titles/..`,
      relative(process.cwd(), packDir),
      `./${relative(process.cwd(), packDir)}`,
    ]) {
      expect((await storeFileFor({ packDir: same, storeDir })).hash, same).to.equal(hash);
    }
  });

  it('is stale when any data file changes, comes or goes, and not when a text beside the data does', async () => {
    const { packDir, storeDir } = await options();
    const { hash } = await storeFileFor({ packDir, storeDir });
    const hashWith = async (edits: Parameters<typeof writeSmallPack>[0]): Promise<string> =>
      (await storeFileFor({ packDir: await writeSmallPack(edits), storeDir })).hash;
    expect(await hashWith({})).to.equal(hash);
    expect(await hashWith({ 'README.md': () => '# Notes' })).to.equal(hash);
    const changed = await Promise.all([
      hashWith({ [TITLES]: anotherTitle }),
      hashWith({ [TITLES]: () => null }),
      hashWith({ 'titles/local.csv': () => 'x' }),
      hashWith({ 'contacts.csv': (text) => text.replace('7:30', '7:31') }),
      hashWith({ 'profiles/health-information-management-professional.yaml': (text) => text.replace('20', '21') }),
    ]);
    expect(new Set([hash, ...changed])).to.have.property('size', changed.length + 1);
  });

  it('leaves the store of the pack as it stands and the one before it; a program that has an older one open reads on', async () => {
    const { packDir, storeDir } = await options();
    const running = await SqliteKnowledgeStore.open((await buildStore({ packDir, storeDir })).path);
    const kept: string[] = [];
    for (const edit of [anotherTitle, (text: string) => anotherTitle(text).replace('ward nurse', 'night nurse')]) {
      kept.push((await buildStore({ packDir: await writeSmallPack({ [TITLES]: edit }), storeDir })).path);
    }
    expect(await readdir(storeDir)).to.have.members(kept.map((path) => path.slice(storeDir.length + 1)));
    expect(await running.titlesOf('31301')).to.not.be.empty;
    await running.close();
  });

  it('removes only its own: other files of the folder, and drafts that another build may be writing, stay', async () => {
    const { packDir, storeDir } = await options();
    const young = 'knowledge-0123456789abcdef.sqlite.young.draft';
    const dead = 'knowledge-0123456789abcdef.sqlite.dead.draft';
    for (const name of [young, dead, 'state.sqlite', 'my.draft']) await writeFile(join(storeDir, name), 'x');
    const anHourAgo = Date.now() / 1000 - 3600;
    for (const name of [dead, 'my.draft']) await utimes(join(storeDir, name), anHourAgo, anHourAgo);
    const { path } = await buildStore({ packDir, storeDir });
    expect((await readdir(storeDir)).sort()).to.deep.equal(
      [path.slice(storeDir.length + 1), young, 'my.draft', 'state.sqlite'].sort(),
    );
  });
});

describe('a build that cannot be', function () {
  this.timeout(120_000);

  it('writes nothing when the pack has faults, not even the folder, and keeps the store of before', async () => {
    const { packDir, storeDir } = await options();
    const broken = await writeSmallPack({ 'education.csv': (text) => text.replace('yes', 'maybe') });
    const nowhere = join(storeDir, 'nowhere');
    expect(await errorOf(buildStore({ packDir: broken, storeDir: nowhere }))).to.include({ code: 'PACK_INVALID' });
    expect(existsSync(nowhere)).to.equal(false);

    const { path } = await buildStore({ packDir, storeDir });
    const before = await readFile(path);
    const error = await errorOf(buildStore({ packDir: broken, storeDir }));
    expect(error.details).to.deep.equal(['education.csv:6: licence_mentioned: must be yes or no (found "maybe")']);
    expect(error.message).to.contain('education.csv:6');
    expect(await readdir(storeDir)).to.have.length(1);
    expect(before.equals(await readFile(path))).to.equal(true);
  });

  it('names the pack folder that is not there, and a pack without files', async () => {
    const nowhere = join(tempFolder(), 'nowhere');
    const error = await errorOf(checkPack(nowhere));
    expect(error.code).to.equal('PACK_UNREADABLE');
    expect(error.message).to.contain(nowhere).and.to.contain('ENOENT');
    const empty = await errorOf(checkPack(tempFolder()));
    expect(empty.code).to.equal('PACK_INVALID');
    expect(empty.details).to.include('unit-groups.csv: the table is missing').and.to.have.length(17);
  });

  it('says STORE_WRITE_FAILED, and where, when a file stands where the folder should be', async () => {
    const { packDir, storeDir } = await options();
    const file = join(storeDir, 'file');
    await writeFile(file, 'mine');
    const error = await errorOf(buildStore({ packDir, storeDir: file }));
    expect(error.code).to.equal('STORE_WRITE_FAILED');
    expect(error.message).to.contain(file);
    expect(await readFile(file, 'utf8')).to.equal('mine');
  });

  it('says STORE_WRITE_FAILED and cleans up when the name of the store is taken by a folder', async () => {
    const given = await options();
    const { path } = await storeFileFor(given);
    await mkdir(join(path, 'x'), { recursive: true });
    expect(await errorOf(openKnowledge(given))).to.include({ code: 'STORE_WRITE_FAILED' });
    expect(await readdir(given.storeDir)).to.have.length(1);
  });

  it('keeps the store of before when the folder may only be read', async function () {
    // Rights do not bind the superuser: there the limit below stands for every failed write.
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    const { packDir, storeDir } = await options();
    const { path } = await buildStore({ packDir, storeDir });
    await chmod(storeDir, 0o555);
    try {
      const changed = await writeSmallPack({ [TITLES]: anotherTitle });
      expect(await errorOf(buildStore({ packDir: changed, storeDir }))).to.include({ code: 'STORE_WRITE_FAILED' });
      expect(await groupsIn(path)).to.have.length(SMALL_PACK_GROUPS.length);
    } finally {
      await chmod(storeDir, 0o755);
    }
  });

  it('keeps the store of before, and no draft, when the disk is full', async function () {
    if (process.platform === 'win32') return this.skip();
    const { packDir, storeDir } = await options();
    const { path } = await buildStore({ packDir, storeDir });
    // A limit on the size of files stands in for the full disk: writing fails in the middle of the file.
    const changed = await writeSmallPack({ [TITLES]: anotherTitle });
    const result = await run(['sh', '-c', 'ulimit -f 64 && exec "$0" "$@"', ...CHILD, changed, storeDir]);
    expect(result).to.include({ code: 1, out: 'STORE_WRITE_FAILED' });
    expect(await readdir(storeDir)).to.deep.equal([path.slice(storeDir.length + 1)]);
    expect(await groupsIn(path)).to.have.length(SMALL_PACK_GROUPS.length);
  });
});

describe('builds that meet or die', function () {
  this.timeout(120_000);

  it('any number at once, in one process and in several, end with one whole store', async () => {
    const given = await options();
    const [children, own] = await Promise.all([
      Promise.all([1, 2].map(() => run([...CHILD, given.packDir, given.storeDir]))),
      Promise.all([1, 2, 3].map(() => buildStore(given))),
    ]);
    const { path } = await storeFileFor(given);
    for (const { code, out } of children) expect({ code, out }).to.deep.equal({ code: 0, out: path });
    for (const one of own) expect(one.path).to.equal(path);
    expect(await readdir(given.storeDir)).to.have.length(1);
    expect(await groupsIn(path)).to.have.length(SMALL_PACK_GROUPS.length);
  });

  for (const table of ['source', 'title', 'similar']) {
    it(`killed at the table "${table}", it leaves no store, and the next open builds one`, async function () {
      if (process.platform === 'win32') return this.skip();
      const given = await options();
      expect(await run([...CHILD, given.packDir, given.storeDir, table])).to.include({ signal: 'SIGKILL' });
      expect((await storeFileFor(given)).exists).to.equal(false);
      const store = await openKnowledge(given);
      expect(await store.groups()).to.have.length(SMALL_PACK_GROUPS.length);
      await store.close();
    });
  }

  it('killed over a store of before, it leaves that one as it was', async function () {
    if (process.platform === 'win32') return this.skip();
    const given = await options();
    const { path } = await buildStore(given);
    const before = await readFile(path);
    const changed = await writeSmallPack({ [TITLES]: anotherTitle });
    await run([...CHILD, changed, given.storeDir, 'wage']);
    expect(before.equals(await readFile(path))).to.equal(true);
  });
});

describe('opening the knowledge', function () {
  this.timeout(120_000);

  it('builds where there is no store, and opens without building where there is one', async () => {
    const given = await options();
    await (await openKnowledge(given)).close();
    const { path } = await storeFileFor(given);
    const { mtimeMs, ino } = await stat(path);
    await (await openKnowledge(given)).close();
    expect(await stat(path)).to.include({ mtimeMs, ino });
  });

  it('builds again when the pack has changed', async () => {
    const given = await options();
    await (await openKnowledge(given)).close();
    await cp(await writeSmallPack({ [TITLES]: anotherTitle }), given.packDir, { recursive: true });
    const store = await openKnowledge(given);
    expect((await store.titlesOf('31301')).map((title) => title.title)).to.include('ward nurse of note');
    await store.close();
  });

  it('tells the faults of a pack that has changed for the worse, and keeps the store of before', async () => {
    const given = await options();
    await (await openKnowledge(given)).close();
    await rm(join(given.packDir, 'teer.csv'));
    expect((await errorOf(openKnowledge(given))).details).to.deep.equal(['teer.csv: the table is missing']);
    expect(await readdir(given.storeDir)).to.have.length(1);
  });
});
