import { expect } from 'chai';
import { openKeptState } from '../../../bot/state/kept-state.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import { conversationKey, userKey, usingState } from './helpers.ts';

const KEEP_DAYS = 30;

/** A clock that is moved by hand, in days. */
function clock(): { day: number; now: () => Date } {
  const hands = { day: 0, now: () => new Date(Date.UTC(2026, 0, 1) + hands.day * 24 * 60 * 60 * 1000) };
  return hands;
}

describe('how long state is kept', () => {
  it('is as many days as configured, after the last change', async () => {
    const time = clock();
    await usingState(
      async ({ log, turns, storage, removeOld }) => {
        for (const id of ['silent', 'asked', 'told']) {
          await log.begin({ id, user: `u-${id}`, origin: '' });
          await storage.write({ [conversationKey(id)]: { n: 1 }, [userKey(`u-${id}`)]: { n: 1 } });
          await log.receive(id, null, { text: 'hello' });
        }
        time.day = 20;
        await log.receive('asked', null, { text: 'still there' });
        await turns.run({
          conversation: 'told',
          received: null,
          perform: async () => {
            await storage.write({ [conversationKey('told')]: { n: 2 } });
            return { replies: [{ text: 'news' }], forget: false };
          },
        });
        time.day = KEEP_DAYS;
        expect(await removeOld()).to.deep.equal({ conversations: 0, places: 0, items: 0, tickets: 0, gaps: 0 });
        time.day = KEEP_DAYS + 0.001;
        expect(await removeOld()).to.deep.equal({ conversations: 1, places: 0, items: 4, tickets: 0, gaps: 0 });
        expect(await log.find('silent')).to.equal(undefined);
        expect(await log.since('silent', 0, 9)).to.deep.equal([]);
        expect(await log.since('asked', 0, 9)).to.have.length(2);
        expect(await log.since('told', 0, 9)).to.have.length(2);
        expect(Object.keys(await storage.read([conversationKey('told')]))).to.have.length(1);
        expect((await log.unanswered()).map(({ conversation }) => conversation.id)).to.have.members([
          'asked',
          'asked',
          'told',
        ]);
      },
      { now: time.now },
    );
  });

  it('ends at the first opening after it, not before', async () => {
    const folder = tempFolder();
    const time = clock();
    const open = () => openKeptState(folder, { keepDays: KEEP_DAYS, now: time.now });
    const first = await open();
    await first.storage.write({ a: { n: 1 } });
    await first.log.begin({ id: 'c', user: 'u', origin: '' });
    await first.close();
    for (const [day, kept] of [
      [KEEP_DAYS, 1],
      [KEEP_DAYS + 1, 0],
    ] as const) {
      time.day = day;
      const state = await open();
      expect(Object.keys(await state.storage.read(['a']))).to.have.length(kept);
      expect([await state.log.find('c')].filter(Boolean)).to.have.length(kept);
      await state.close();
    }
  });

  it('ends for many conversations too', async () => {
    const time = clock();
    await usingState(
      async ({ log, removeOld }) => {
        const ids = Array.from({ length: 450 }, (_, n) => `c${n}`);
        await Promise.all(ids.map((id) => log.begin({ id, user: 'u', origin: '' })));
        time.day = KEEP_DAYS + 1;
        expect((await removeOld()).conversations).to.equal(450);
        expect(await log.find('c449')).to.equal(undefined);
      },
      { now: time.now },
    );
  });

  it('is 180 days for gaps that nobody asked for again', async () => {
    const time = clock();
    await usingState(
      async ({ gaps, removeOld }) => {
        await gaps.count(['once', 'again'].map((subject) => ({ kind: 'title', subject })));
        time.day = 100;
        await gaps.count([{ kind: 'title', subject: 'again' }]);
        time.day = 181;
        expect((await removeOld()).gaps).to.equal(1);
        expect((await gaps.list(9)).map(({ subject }) => subject)).to.deep.equal(['again']);
      },
      { now: time.now },
    );
  });
});

describe('the gap log', () => {
  // Protects the editor's list: what is missing most stands first.
  it('counts by kind and subject, and lists by count', async () => {
    const time = clock();
    await usingState(
      async ({ gaps }) => {
        expect(await gaps.count([])).to.deep.equal([]);
        expect(await gaps.count([{ kind: 'title', subject: 'wizard' }])).to.deep.equal([1]);
        time.day = 1;
        expect(
          await gaps.count([
            { kind: 'message', subject: 'wizard' },
            { kind: 'title', subject: 'wizard' },
            { kind: 'section', subject: 'outlook 72300' },
            { kind: 'title', subject: 'wizard' },
          ]),
        ).to.deep.equal([1, 2, 1, 3]);
        const [first, last] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
        expect(await gaps.list(2)).to.deep.equal([
          { kind: 'title', subject: 'wizard', count: 3, first, last },
          { kind: 'message', subject: 'wizard', count: 1, first: last, last },
        ]);
        expect((await gaps.list(9))[2]).to.deep.equal({
          kind: 'section',
          subject: 'outlook 72300',
          topic: 'outlook',
          code: '72300',
          count: 1,
          first: last,
          last,
        });
      },
      { now: time.now },
    );
  });

  it('loses no count when many come at once, to two on one file', async () => {
    const folder = tempFolder();
    await usingState(
      (one) =>
        usingState(
          async (two) => {
            const gap = { kind: 'title', subject: 'wizard' } as const;
            await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).gaps.count([gap])));
            expect((await one.gaps.list(1))[0]?.count).to.equal(40);
          },
          { folder },
        ),
      { folder },
    );
  });
});
