import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreItems } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { ConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { KEPT_DAYS, openKeptState } from '../../bot/state/kept-state.ts';
import { SqliteStorage } from '../../bot/state/sqlite-storage.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { SqliteHandle } from '../../knowledge/store/sqlite.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';
import { errorOf, tempFolder } from '../knowledge/helpers.ts';

function newFile(): string {
  return join(tempFolder(), 'state.sqlite');
}

/** Runs `work` on the storage of a file, and closes it whatever happens. */
async function using<T>(path: string, work: (storage: SqliteStorage) => Promise<T>, now?: () => Date): Promise<T> {
  const storage = await SqliteStorage.open(path, now);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** What is stored, without the eTags. */
function valuesOf(items: StoreItems): StoreItems {
  return Object.fromEntries(
    Object.entries(items).map(([key, { eTag: _, ...value }]: [string, { eTag: string }]) => [key, value]),
  );
}

describe("the state's storage", () => {
  // Protects the SDK's contract: an unknown key is left out, several come at once, each with its eTag.
  it('reads what was written, and nothing for other keys', () =>
    using(newFile(), async (storage) => {
      expect(await storage.read(['a'])).to.deep.equal({});
      await storage.write({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
      const items = await storage.read(['b', 'a', 'missing']);
      expect(valuesOf(items)).to.deep.equal({ a: { n: 1 }, b: { n: 2 } });
      expect(items.a.eTag).to.be.a('string').and.to.not.equal(items.b.eTag);
      expect(await storage.read([])).to.deep.equal({});
    }));

  it('deletes those named, known or not, and no other', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 }, b: { n: 2 } });
      await storage.delete(['a', 'missing']);
      expect(valuesOf(await storage.read(['a', 'b']))).to.deep.equal({ b: { n: 2 } });
    }));

  // Protects what another turn wrote meanwhile; half a turn's state would be worse than none.
  it('refuses a write whose eTag is not the stored one, with all that came with it', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 }, b: { n: 1 } });
      const { a, b } = await storage.read(['a', 'b']);
      await storage.write({ b: { n: 2 } });
      for (const write of [
        { new: { n: 9 }, a: { ...a, n: 9 }, b: { ...b, n: 9 } },
        { b: { n: 9, eTag: 7 }, a: { n: 9 } },
      ]) {
        expect((await errorOf(storage.write(write))).code).to.equal('STATE_CONFLICT');
      }
      expect(valuesOf(await storage.read(['a', 'b', 'new']))).to.deep.equal({ a: { n: 1 }, b: { n: 2 } });
      await storage.write({ a: { ...a, n: 3 } });
      expect((await errorOf(storage.write({ a: { ...a, n: 4 } }))).code).to.equal('STATE_CONFLICT');
      expect((await storage.read(['a'])).a.n).to.equal(3);
    }));

  // Protects "forget me": a turn that began before it must not bring the person back.
  it('refuses a write over what was deleted meanwhile', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 } });
      const { a } = await storage.read(['a']);
      await storage.delete(['a']);
      expect((await errorOf(storage.write({ a }))).code).to.equal('STATE_CONFLICT');
      expect(await storage.read(['a'])).to.deep.equal({});
    }));

  // Protects BotState, which always writes "*".
  it('overwrites on "*", an empty eTag or none, and gives a new eTag each time', () =>
    using(newFile(), async (storage) => {
      const seen = new Set<unknown>();
      for (const [n, eTag] of ['*', '', undefined, null, '*'].entries()) {
        await storage.write({ a: { n, eTag } });
        const { a } = await storage.read(['a']);
        expect(a.n).to.equal(n);
        seen.add(a.eTag);
      }
      expect(seen.size).to.equal(5);
    }));

  it('stores what an item was when it was handed over', () =>
    using(newFile(), async (storage) => {
      const item = { list: [1] };
      const writing = storage.write({ a: item });
      item.list.push(2);
      await writing;
      expect((await storage.read(['a'])).a.list).to.deep.equal([1]);
    }));

  it('refuses what is no object, and stores nothing of that call', () =>
    using(newFile(), async (storage) => {
      for (const wrong of [null, undefined, 'text', 7, ['list']]) {
        const fault: unknown = await storage.write({ a: { n: 1 }, b: wrong }).catch((error: unknown) => error);
        expect(fault).to.be.instanceOf(TypeError);
      }
      expect(await storage.read(['a', 'b'])).to.deep.equal({});
    }));

  // Protects every character that a person may type: keys and values come back as they were.
  it('gives back any JSON under any key', () =>
    using(newFile(), async (storage) => {
      const item = fc.dictionary(
        fc.string({ unit: 'binary' }).filter((name) => name !== 'eTag'),
        fc.jsonValue({ stringUnit: 'binary' }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'binary' }), item), { maxLength: 4 }), async (entries) => {
          const changes = Object.fromEntries(entries);
          await storage.write(changes);
          const items = await storage.read(Object.keys(changes));
          expect(JSON.parse(JSON.stringify(valuesOf(items)))).to.deep.equal(JSON.parse(JSON.stringify(changes)));
        }),
        { numRuns: 100 },
      );
    }));

  it('is there after reopening, eTags too, and for the eyes of its owner alone', async () => {
    const path = newFile();
    const before = await using(path, async (storage) => {
      await storage.write({ a: { n: 1 } });
      return storage.read(['a']);
    });
    expect(await using(path, (storage) => storage.read(['a']))).to.deep.equal(before);
    expect(statSync(path).mode & 0o077).to.equal(0);
  });

  it('says so when it is used after it was closed', async () => {
    const storage = await SqliteStorage.open(newFile());
    await storage.close();
    await storage.close();
    expect((await errorOf(storage.read(['a']))).code).to.equal('STORE_CLOSED');
  });

  // Protects two chats at once: neither is turned away, neither loses a write, and eTags hold between them.
  it('serves two at once, from the making of the file on', async () => {
    const path = newFile();
    const both = await Promise.all([SqliteStorage.open(path), SqliteStorage.open(path)]);
    await Promise.all(
      both.flatMap((storage, of) => Array.from({ length: 25 }, (_, n) => storage.write({ [`${of}/${n}`]: { n } }))),
    );
    const [first, second] = both;
    const keys = both.flatMap((_, of) => Array.from({ length: 25 }, (_, n) => `${of}/${n}`));
    expect(Object.keys(await first.read(keys))).to.have.length(50);
    const item = (await first.read(['0/0']))['0/0'];
    await second.write({ '0/0': { ...item, n: 'second' } });
    expect((await errorOf(first.write({ '0/0': { ...item, n: 'first' } }))).code).to.equal('STATE_CONFLICT');
    expect((await first.read(['0/0']))['0/0'].n).to.equal('second');
    await Promise.all(both.map((storage) => storage.close()));
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
      ['a file of a later version', () => database(OURS, 'PRAGMA user_version = 2')],
      [
        'a file of ours that was damaged',
        async () => {
          const path = newFile();
          await using(path, async (storage) => {
            for (let n = 0; n < 50; n += 1) await storage.write({ [`key ${n}`]: { text: 'x'.repeat(1000) } });
          });
          return readFileSync(path).fill(0xff, 4096, 5 * 4096);
        },
      ],
      [
        'a file of ours that was cut off',
        async () => {
          const path = newFile();
          await using(path, (storage) => storage.write({ a: { text: 'x'.repeat(20_000) } }));
          return readFileSync(path).subarray(0, 6000);
        },
      ],
    ];
    for (const [name, make] of files) {
      it(name, async () => {
        const path = newFile();
        const content = await make();
        writeFileSync(path, content);
        const error = await errorOf(SqliteStorage.open(path));
        expect(error.code).to.equal('STATE_UNUSABLE');
        expect(error.message).to.include(path).and.to.include('move it away');
        expect(readFileSync(path).equals(content)).to.equal(true);
      });
    }

    it('a folder of that name', async () => {
      const path = tempFolder();
      expect((await errorOf(SqliteStorage.open(path))).code).to.equal('STATE_UNUSABLE');
    });
  });
});

describe('how long state is kept', () => {
  it('removes what was last changed before a moment, and counts it', async () => {
    let now = new Date('2026-01-01T10:00:00Z');
    await using(
      newFile(),
      async (storage) => {
        await storage.write({ old: { n: 1 }, changed: { n: 1 } });
        now = new Date('2026-01-02T10:00:00Z');
        await storage.write({ changed: { n: 2 }, young: { n: 1 } });
        expect(await storage.removeOlderThan('2026-01-01T10:00:00.000Z')).to.equal(0);
        // The same moment as 10:00:00.001 in universal time.
        expect(await storage.removeOlderThan('2026-01-01T03:00:00.001-07:00')).to.equal(1);
        expect(Object.keys(await storage.read(['old', 'changed', 'young']))).to.have.members(['changed', 'young']);
        expect(await storage.removeOlderThan('2027-01-01')).to.equal(2);
      },
      () => now,
    );
  });

  it('is removed at the first opening after its days are over, not before', async () => {
    const folder = tempFolder();
    const day = (days: number) => () => new Date(Date.UTC(2026, 0, 1 + days));
    const keysOn = async (days: number): Promise<readonly string[]> => {
      const storage = await openKeptState(folder, day(days));
      const keys = Object.keys(await storage.read(['a']));
      await storage.close();
      return keys;
    };
    const first = await openKeptState(folder, day(0));
    await first.write({ a: { n: 1 } });
    await first.close();
    expect(await keysOn(KEPT_DAYS)).to.deep.equal(['a']);
    expect(await keysOn(KEPT_DAYS + 1)).to.deep.equal([]);
  });
});

describe('the bot on lasting state', () => {
  /** One conversation with the bot on a file, from opening to closing. */
  async function talk(path: string, ...lines: readonly string[]): Promise<readonly string[]> {
    const knowledge = await shippedKnowledge();
    return using(path, async (storage) => {
      const bot = new CareerBot(
        () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
        storage,
        createLogger('silent'),
      );
      const adapter = new ConsoleAdapter((context) => bot.run(context));
      const said: string[] = [];
      for (const line of lines) said.push((await adapter.say(line)).map((reply) => reply.text).join('\n'));
      return said;
    });
  }

  it('knows codes, shortlist and a paused exercise in the next conversation', async () => {
    const path = newFile();
    await talk(path, 'my codes are M i d', 'plumber', 'save this one');
    const [codes, list] = await talk(path, 'what are my codes', 'show my list');
    expect(codes).to.include('METHODICAL');
    expect(list).to.include('Plumbers');
    await talk(path, 'start the exercise', '5', '4', '2', 'pause');
    expect((await talk(path, 'continue the exercise'))[0]).to.include('3 done so far');
  });

  // Protects the promise of "forget me": not in the next conversation, and not in the bytes of the file.
  it('has nothing of the person after "forget me"', async () => {
    const path = newFile();
    await talk(path, 'my codes are M i d', 'plumber', 'save this one', 'forget me');
    const bytes = readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name), 'latin1'));
    expect(bytes.join('')).to.not.match(/methodical|72300/i);
    const [codes, list] = await talk(path, 'what are my codes', 'show my list');
    expect(codes).to.not.include('METHODICAL');
    expect(list).to.not.include('Plumbers');
  });
});
