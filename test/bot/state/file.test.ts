import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { assert, expect } from 'chai';
import { openKeptState } from '../../../bot/state/kept-state.ts';
import { SqliteStorage } from '../../../bot/state/sqlite-storage.ts';
import { StateFile } from '../../../bot/state/state-file.ts';
import { STEPS } from '../../../bot/state/state-schema.ts';
import { SqliteHandle } from '../../../knowledge/store/sqlite.ts';
import { errorOf, tempFolder } from '../../knowledge/helpers.ts';
import { newFile, usingStorage } from './helpers.ts';

/** A file as the first version left it. */
async function firstVersion(path: string, items: number): Promise<void> {
  const handle = await SqliteHandle.open(path, 'create');
  await handle.run('PRAGMA journal_mode = WAL');
  await handle.run(
    'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID',
  );
  await handle.run('PRAGMA user_version = 1');
  await handle.runMany(
    'INSERT INTO state (key, value, etag, changed) VALUES (?, ?, ?, ?)',
    Array.from({ length: items }, (_, n) => [`key ${n}`, JSON.stringify({ n }), `tag ${n}`, new Date().toISOString()]),
  );
  await handle.close();
}

describe("the state's file", () => {
  it('is there after reopening, eTags too, and for the eyes of its owner alone', async () => {
    const path = newFile();
    const before = await usingStorage(path, async (storage) => {
      await storage.write({ a: { n: 1 } });
      return storage.read(['a']);
    });
    expect(await usingStorage(path, (storage) => storage.read(['a']))).to.deep.equal(before);
    expect(statSync(path).mode & 0o077).to.equal(0);
  });

  it('says so when it is used after it was closed', async () => {
    const file = await StateFile.open(newFile());
    await file.close();
    await file.close();
    const storage = new SqliteStorage(file, () => new Date());
    expect((await errorOf(storage.read(['a']))).code).to.equal('STORE_CLOSED');
    expect((await errorOf(storage.write({ a: {} }))).code).to.equal('STORE_CLOSED');
  });

  // Protects two chats at once: neither is turned away, neither loses a write, and eTags hold between them.
  it('serves two at once, from the making of the file on', async () => {
    const path = newFile();
    const files = await Promise.all([StateFile.open(path), StateFile.open(path)]);
    const [first, second] = files.map((file) => new SqliteStorage(file, () => new Date()));
    assert(first && second);
    const both = [first, second];
    await Promise.all(
      both.flatMap((storage, of) => Array.from({ length: 25 }, (_, n) => storage.write({ [`${of}/${n}`]: { n } }))),
    );
    const keys = both.flatMap((_, of) => Array.from({ length: 25 }, (_, n) => `${of}/${n}`));
    expect(Object.keys(await first.read(keys))).to.have.length(50);
    const item = (await first.read(['0/0']))['0/0'];
    await second.write({ '0/0': { ...item, n: 'second' } });
    expect((await errorOf(first.write({ '0/0': { ...item, n: 'first' } }))).code).to.equal('STATE_CONFLICT');
    expect((await first.read(['0/0']))['0/0'].n).to.equal('second');
    await Promise.all(files.map((file) => file.close()));
  });

  // Protects people who come back after the update: what the first version kept is there, eTags too.
  it('brings a file of the first version to this one, and loses nothing', async () => {
    const path = newFile();
    await firstVersion(path, 300);
    const keys = Array.from({ length: 300 }, (_, n) => `key ${n}`);
    const items = await usingStorage(path, (storage) => storage.read(keys));
    expect(items).to.deep.equal(Object.fromEntries(keys.map((key, n) => [key, { n, eTag: `tag ${n}` }])));
    const state = await openKeptState(dirname(path), { keepDays: 30 });
    await state.log.begin({ id: 'c', user: 'u', origin: '' });
    expect((await state.log.receive('c', null, { text: 'hello' })).position).to.equal(1);
    await state.close();
    expect(Object.keys(await usingStorage(path, (storage) => storage.read(keys)))).to.have.length(300);
  });

  // Protects conversations that were begun before other channels were kept: they go on, and are those of the web chat.
  it('brings a file of the second version to this one, and goes on with its conversations', async () => {
    const path = newFile();
    const handle = await SqliteHandle.open(path, 'create');
    for (const statement of STEPS.slice(0, 2).flat()) await handle.run(statement);
    const at = new Date().toISOString();
    await handle.run(
      "INSERT INTO conversation (id, user, origin, last, created, changed) VALUES ('c', 'u', '', 0, ?, ?)",
      [at, at],
    );
    await handle.run(
      `INSERT INTO activity (conversation, position, client, body, standing, attempts, at)
        VALUES ('c', 1, NULL, '{"text":"asked before"}', 'waiting', 0, ?)`,
      [at],
    );
    await handle.run('INSERT INTO state (key, value, etag, changed) VALUES (?, ?, ?, ?)', [
      'directline/users/u/',
      '{"n":1}',
      'tag',
      at,
    ]);
    await handle.run('PRAGMA user_version = 2');
    await handle.close();
    const state = await openKeptState(dirname(path), { keepDays: 30 });
    const [waiting] = await state.log.unanswered();
    expect(waiting?.activity.text).to.equal('asked before');
    expect(waiting?.conversation).to.deep.equal({ id: 'c', user: 'u', origin: '' });
    expect(await state.deliveries.unanswered()).to.deep.equal([]);
    await state.turns.run({ conversation: 'c', received: 1, perform: async () => ({ replies: [], forget: true }) });
    expect(await state.storage.read(['directline/users/u/'])).to.deep.equal({});
    await state.close();
  });

  it('is brought to this version once, by three that open it at once', async () => {
    const path = newFile();
    await firstVersion(path, 3);
    const files = await Promise.all(Array.from({ length: 3 }, () => StateFile.open(path)));
    for (const file of files) expect(await file.all('SELECT count(*) AS n FROM state', [])).to.deep.equal([{ n: 3 }]);
    await Promise.all(files.map((file) => file.close()));
  });

  // Protects a file that is not ours, or that somebody may still rescue something from: it is refused and stays as it is.
  describe('refuses, and leaves as it is,', () => {
    async function database(...statements: readonly string[]): Promise<Buffer> {
      const path = newFile();
      const handle = await SqliteHandle.open(path, 'create');
      for (const statement of statements) await handle.run(statement);
      await handle.close();
      return readFileSync(path);
    }

    const OURS = 'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT, etag TEXT, changed TEXT)';
    const files: readonly (readonly [string, () => Promise<Buffer>])[] = [
      ['text', async () => Buffer.from('This is a letter to a friend, and no database at all. '.repeat(100))],
      ['the database of another program', () => database('CREATE TABLE letters (id INTEGER)')],
      [
        'a database of another program with our number',
        () => database('CREATE TABLE l (id)', 'PRAGMA user_version = 1'),
      ],
      ['a file of a later version', () => database(OURS, 'PRAGMA user_version = 4')],
      ['a file of this version with another layout', () => database(OURS, 'PRAGMA user_version = 3')],
      [
        'a file of the first version with more in it',
        () => database(OURS, 'CREATE TABLE l (id)', 'PRAGMA user_version = 1'),
      ],
      [
        'a file of ours that was damaged',
        async () => {
          const path = newFile();
          await usingStorage(path, async (storage) => {
            for (let n = 0; n < 50; n += 1) await storage.write({ [`key ${n}`]: { text: 'x'.repeat(1000) } });
          });
          return readFileSync(path).fill(0xff, 4096, 5 * 4096);
        },
      ],
      [
        'a file of ours that was cut off',
        async () => {
          const path = newFile();
          await usingStorage(path, (storage) => storage.write({ a: { text: 'x'.repeat(20_000) } }));
          return readFileSync(path).subarray(0, 6000);
        },
      ],
    ];
    for (const [name, make] of files) {
      it(name, async () => {
        const path = newFile();
        const content = await make();
        writeFileSync(path, content);
        const error = await errorOf(StateFile.open(path));
        expect(error.code).to.equal('STATE_UNUSABLE');
        expect(error.message).to.include(path).and.to.include('move it away');
        expect(readFileSync(path).equals(content)).to.equal(true);
      });
    }

    it('a folder of that name', async () => {
      const path = tempFolder();
      expect((await errorOf(StateFile.open(path))).code).to.equal('STATE_UNUSABLE');
    });
  });
});
