import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import { SqliteHandle, type SqlRunner } from '../../../knowledge/store/sqlite.ts';
import { errorOf, tempFolder } from '../helpers.ts';

const handles: SqliteHandle[] = [];

async function openTable(): Promise<{ handle: SqliteHandle; path: string }> {
  const path = join(tempFolder(), 'test.sqlite');
  const handle = await SqliteHandle.open(path, 'create');
  handles.push(handle);
  await handle.run('CREATE TABLE log (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE)');
  return { handle, path };
}

const insert = (runner: SqlRunner, text: string): Promise<void> =>
  runner.run('INSERT INTO log (text) VALUES (?)', [text]);
const texts = async (runner: SqlRunner): Promise<string[]> =>
  (await runner.all<{ text: string }>('SELECT text FROM log ORDER BY id')).map((row) => row.text);
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('the SQLite handle', () => {
  afterEach(async () => {
    for (const handle of handles.splice(0)) await handle.close();
  });

  it('gives back what was put in: text of any script, numbers, null', async () => {
    const { handle } = await openTable();
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const row = await handle.get<{ value: unknown }>('SELECT ? AS value', [given]);
        expect(row?.value).to.equal(given === 0 ? 0 : given);
      }),
    );
  });

  it('gives undefined for no row', async () => {
    const { handle } = await openTable();
    expect(await handle.get('SELECT * FROM log')).to.equal(undefined);
  });

  it('carries out transactions one after another, in the order in which they were asked for', async () => {
    const { handle } = await openTable();
    const write = (name: string, wait: number): Promise<void> =>
      handle.transaction(async (inside) => {
        await insert(inside, `${name} begins`);
        await pause(wait);
        await insert(inside, `${name} ends`);
      });
    await Promise.all([write('a', 20), write('b', 5), write('c', 0)]);
    expect(await texts(handle)).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('keeps a statement from outside out of a transaction: one that rolls back takes nothing else with it', async () => {
    const { handle } = await openTable();
    const failing = handle.transaction(async (inside) => {
      await insert(inside, 'inside');
      await pause(10);
      throw new Error('changed my mind');
    });
    const outside = insert(handle, 'outside');
    expect(await messageOf(failing)).to.equal('changed my mind');
    await outside;
    expect(await texts(handle)).to.deep.equal(['outside']);
  });

  it('lets a transaction wait for the statements asked for before it, in any mixture of both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('statement', 'commits', 'fails'), { minLength: 1, maxLength: 12 }),
        async (kinds) => {
          const { handle } = await openTable();
          await Promise.all(
            kinds.map((kind, index) => {
              if (kind === 'statement') return insert(handle, `${index}`);
              return handle
                .transaction(async (inside) => {
                  await insert(inside, `${index}`);
                  if (kind === 'fails') throw new Error('no');
                })
                .catch(() => undefined);
            }),
          );
          const kept = kinds.flatMap((kind, index) => (kind === 'fails' ? [] : [`${index}`]));
          expect((await texts(handle)).sort()).to.deep.equal(kept.sort());
          await handle.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('rolls back all of a transaction that fails, and goes on with the next', async () => {
    const { handle } = await openTable();
    await insert(handle, 'there');
    const failing = handle.transaction(async (inside) => {
      await insert(inside, 'new');
      await insert(inside, 'there');
    });
    const next = handle.transaction((inside) => insert(inside, 'next'));
    expect(await messageOf(failing)).to.contain('UNIQUE constraint failed');
    await next;
    expect(await texts(handle)).to.deep.equal(['there', 'next']);
  });

  it('tells the first error even where the rollback fails too', async () => {
    const { handle } = await openTable();
    const failing = handle.transaction(async (inside) => {
      await inside.run('ROLLBACK');
      throw new Error('the cause');
    });
    expect(await messageOf(failing)).to.equal('the cause');
    await handle.transaction((inside) => insert(inside, 'still works'));
    expect(await texts(handle)).to.deep.equal(['still works']);
  });

  it('gives back the value of a transaction, and reads its own writes', async () => {
    const { handle } = await openTable();
    const seen = await handle.transaction(async (inside) => {
      await insert(inside, 'mine');
      return inside.get<{ text: string }>('SELECT text FROM log');
    });
    expect(seen).to.deep.equal({ text: 'mine' });
  });

  it('refuses a statement through a transaction that is over', async () => {
    const { handle } = await openTable();
    let kept: SqlRunner | undefined;
    await handle.transaction(async (inside) => {
      kept = inside;
    });
    expect(await messageOf(kept ? insert(kept, 'late') : Promise.resolve())).to.equal('this transaction is over');
    expect(await texts(handle)).to.deep.equal([]);
  });

  it('writes many rows, and tells a bad row, bad SQL and rows that break off', async () => {
    const { handle } = await openTable();
    const rows = Array.from({ length: 500 }, (_, index) => [`row ${index}`]);
    await handle.runMany('INSERT INTO log (text) VALUES (?)', rows);
    expect(await texts(handle)).to.have.length(500);
    expect(await messageOf(handle.runMany('INSERT INTO log (text) VALUES (?)', [['x'], ['row 1']]))).to.contain(
      'UNIQUE',
    );
    expect(await messageOf(handle.runMany('INSERT INTO nowhere VALUES (?)', [['x'], ['y']]))).to.contain(
      'no such table',
    );
    expect(await messageOf(handle.runMany('INSERT INTO nowhere VALUES (?)', []))).to.contain('no such table');
    const breaksOff = function* (): Generator<string[]> {
      yield ['before'];
      throw new Error('no more rows');
    };
    expect(await messageOf(handle.runMany('INSERT INTO log (text) VALUES (?)', breaksOff()))).to.equal('no more rows');
    // Nothing is left open that would keep the connection from closing.
    await handle.close();
  });

  it('opens read-only what it is told to, and nothing that is not there', async () => {
    const { handle, path } = await openTable();
    await insert(handle, 'there');
    const reader = await SqliteHandle.open(path, 'readonly');
    handles.push(reader);
    expect(await texts(reader)).to.deep.equal(['there']);
    expect(await messageOf(insert(reader, 'more'))).to.contain('readonly');
    expect(await messageOf(reader.transaction((inside) => insert(inside, 'more')))).to.contain('readonly');
    expect(await messageOf(SqliteHandle.open(`${path}.none`, 'readonly'))).to.contain('unable to open');
    const text = `${path}.txt`;
    writeFileSync(text, 'not a database, but long enough to be read as the head of one'.repeat(20));
    const wrong = await SqliteHandle.open(text, 'readonly');
    handles.push(wrong);
    expect(await messageOf(wrong.all('SELECT 1 FROM sqlite_master'))).to.contain('not a database');
  });

  it('finishes what is under way before it closes, says STORE_CLOSED after, and may be closed twice', async () => {
    const { handle, path } = await openTable();
    const slow = handle.transaction(async (inside) => {
      await pause(10);
      await insert(inside, 'in time');
    });
    const outside = insert(handle, 'in time too');
    await Promise.all([handle.close(), handle.close()]);
    await Promise.all([slow, outside]);
    await handle.close();
    for (const late of [
      handle.run('SELECT 1'),
      handle.all('SELECT 1'),
      handle.get('SELECT 1'),
      handle.runMany('SELECT ?', []),
      handle.transaction(async () => 1),
    ]) {
      expect(await errorOf(late)).to.include({ code: 'STORE_CLOSED' });
    }
    const again = await SqliteHandle.open(path, 'readonly');
    handles.push(again);
    expect(await texts(again)).to.deep.equal(['in time', 'in time too']);
  });
});
