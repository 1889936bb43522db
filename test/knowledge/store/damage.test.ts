import { cp, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildStore } from '../../../knowledge/build/build.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import { SqliteHandle } from '../../../knowledge/store/sqlite.ts';
import { SqliteKnowledgeStore } from '../../../knowledge/store/sqlite-knowledge-store.ts';
import { builtStore, errorOf, SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from '../helpers.ts';

async function change(path: string, ...statements: string[]): Promise<void> {
  const handle = await SqliteHandle.open(path, 'create');
  for (const statement of statements) await handle.run(statement);
  await handle.close();
}

async function overwrite(path: string, from: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, from);
  await file.close();
}

/** What can have happened to a store file that has the right name. */
const DAMAGES: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'is empty': (path) => truncate(path, 0),
  'holds something else': (path) => writeFile(path, '<html>504 Gateway Timeout</html>'.repeat(400)),
  'breaks off after half': async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
  'breaks off inside its header': (path) => truncate(path, 60),
  'breaks off by one byte': async (path) => truncate(path, (await stat(path)).size - 1),
  'has a page of zeros': async (path) => overwrite(path, 8192, new Uint8Array(4096)),
  'has a page of noise': async (path) => overwrite(path, 4096, new Uint8Array(4096).fill(0xa5)),
  'has no tables': (path) => writeFile(path, '').then(() => change(path, 'PRAGMA user_version = 1')),
  'has lost a table': (path) => change(path, 'DROP TABLE similar'),
  'has lost rows': (path) => change(path, "DELETE FROM wage WHERE region = 'AB'"),
  'has rows too many': (path) => change(path, "INSERT INTO similar VALUES ('14100', 1, '12111')"),
  'does not say what it is': (path) => change(path, 'DELETE FROM meta'),
  'does not say how many rows it has': (path) => change(path, "UPDATE meta SET value = 'many' WHERE key = 'counts'"),
  'is of another schema': (path) => change(path, "UPDATE meta SET value = '999' WHERE key = 'schema'"),
};

describe('a damaged store', function () {
  this.timeout(120_000);

  for (const [damage, apply] of Object.entries(DAMAGES)) {
    it(`that ${damage} is not answered from, and is built again`, async () => {
      const given = { packDir: await writeSmallPack(), storeDir: tempFolder() };
      const { path } = await buildStore(given);
      await apply(path);
      const error = await errorOf(SqliteKnowledgeStore.open(path));
      expect(error.code).to.equal('STORE_DAMAGED');
      expect(error.details[0]).to.equal(path);
      expect(error.message).to.contain('npm run knowledge -- build');

      const store = await openKnowledge(given);
      expect(await store.groups()).to.have.length(SMALL_PACK_GROUPS.length);
      expect(await store.wages('12111', 'AB')).to.have.length(3);
      await store.close();
    });
  }

  it("with another pack's content under its name is built again", async () => {
    const given = { packDir: await writeSmallPack(), storeDir: tempFolder() };
    const other = {
      packDir: await writeSmallPack({ 'similar.csv': () => 'code,similar\n12111,14100\n' }),
      storeDir: tempFolder(),
    };
    const { path } = await buildStore(given);
    await cp((await buildStore(other)).path, path);
    const store = await openKnowledge(given);
    expect((await store.similar('12111')).map((group) => group.code)).to.deep.equal(['12112', '14100']);
    await store.close();
  });

  it('that is not there says so', async () => {
    expect(await errorOf(SqliteKnowledgeStore.open(join(tempFolder(), 'none.sqlite')))).to.include({
      code: 'STORE_DAMAGED',
    });
  });

  it('is left as it is by reading: a store is opened read-only', async () => {
    const { path, store } = await builtStore();
    const before = await readFile(path);
    await Promise.all([store.groups(), store.titles(), store.wages('12111'), store.readCode('1252')]);
    expect(before.equals(await readFile(path))).to.equal(true);
  });
});
