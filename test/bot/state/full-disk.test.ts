import { join } from 'node:path';
import { expect } from 'chai';
import type { Turn } from '../../../adapters/directline/ports.ts';
import { StateFile } from '../../../bot/state/state-file.ts';
import { errorOf, tempFolder } from '../../knowledge/helpers.ts';
import { endPrograms, startLimited } from '../../programs.ts';
import { newFile, rolesOn, usingState } from './helpers.ts';

const LONG = 'x'.repeat(50_000);

/** Lets the file grow no further; null for as far as it likes. */
async function limit(file: StateFile, pages: number | null): Promise<void> {
  await file.write((inside) => inside.run(`PRAGMA max_page_count = ${pages ?? 1_000_000}`));
}

describe('a disk that is full', () => {
  after(endPrograms);

  // Protects a person from answers to what was not kept, and an operator from guessing.
  it('is told by what is received and by what is answered; nothing is half kept; with space it goes on', async () => {
    const file = await StateFile.open(newFile());
    const { log, turns, storage } = rolesOn(file);
    await log.begin({ id: 'c', user: 'u', origin: '' });
    await log.receive('c', 'x', { text: 'ask' });
    await limit(file, 1);

    const refused = await errorOf(log.receive('c', 'y', { text: LONG }));
    expect(refused.code).to.equal('STATE_WRITE_FAILED');
    expect(refused.message).to.include('free space').and.to.include(file.path);

    const turn: Turn = {
      conversation: 'c',
      received: 1,
      perform: async () => {
        await storage.write({ a: { n: 1 }, b: { text: LONG } });
        return { replies: [{ text: 'one' }, { text: LONG }], forget: false };
      },
    };
    expect((await errorOf(turns.run(turn))).code).to.equal('STATE_WRITE_FAILED');
    expect((await errorOf(storage.write({ a: { text: LONG } }))).code).to.equal('STATE_WRITE_FAILED');
    expect(await log.since('c', 0, 9)).to.deep.equal([{ position: 1, activity: { text: 'ask' } }]);
    expect(await log.last('c')).to.equal(1);
    expect(await storage.read(['a', 'b'])).to.deep.equal({});
    expect(await log.unanswered()).to.have.length(1);

    await limit(file, null);
    expect((await log.receive('c', 'y', { text: LONG })).position).to.equal(2);
    expect(await turns.run(turn)).to.have.length(2);
    expect((await storage.read(['a'])).a.n).to.equal(1);
    expect(await log.last('c')).to.equal(4);
    await file.close();
  });

  // Protects those whose small message still has room from the one that has none.
  it('fails what does not fit, and keeps what comes at the same time and does', async () => {
    const file = await StateFile.open(newFile());
    const { log } = rolesOn(file);
    for (const id of ['small', 'large']) await log.begin({ id, user: 'u', origin: '' });
    await limit(file, 40);
    const told = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        n % 5 === 2
          ? log.receive('large', null, { text: LONG.repeat(10) })
          : log.receive('small', null, { text: `${n}` }),
      ),
    );
    expect(told.map(({ status }) => status)).to.deep.equal(
      told.map((_, n) => (n % 5 === 2 ? 'rejected' : 'fulfilled')),
    );
    expect(await log.last('small')).to.equal(16);
    expect(await log.last('large')).to.equal(0);
    await file.close();
  });

  // The same with the system's own limit on the size of files, over a restart.
  it('of the system is told too, and what was acknowledged is there afterwards', async () => {
    const folder = tempFolder();
    const program = startLimited(join(import.meta.dirname, 'limited-writer.ts'), 2_000, { STATE_FOLDER: folder });
    expect(await program.ended, program.err()).to.equal(0);
    const [positions = '', fault = ''] = program.out().split('\n');
    expect(fault).to.equal('STATE_WRITE_FAILED');
    expect(Number(positions)).to.be.greaterThan(3);
    await usingState(
      async ({ log }) => {
        expect(await log.last('c')).to.equal(Number(positions));
        expect(await log.since('c', 0, 1000)).to.have.length(Number(positions));
        expect((await log.receive('c', null, { text: 'with space' })).receipt).to.equal('new');
      },
      { folder },
    );
  });
});
