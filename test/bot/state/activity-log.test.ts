import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { errorOf, tempFolder } from '../../knowledge/helpers.ts';
import { usingState } from './helpers.ts';

const CONVERSATION = { id: 'c', user: 'dl_u', origin: 'https://www.example.org' };

describe('the activity log', () => {
  it('finds a conversation that was begun, once or twice, and no other', () =>
    usingState(async ({ log }) => {
      expect(await log.find('c')).to.equal(undefined);
      await log.begin(CONVERSATION);
      await log.receive('c', null, { text: 'one' });
      await log.begin({ ...CONVERSATION, user: 'dl_other' });
      expect(await log.find('c')).to.deep.equal(CONVERSATION);
      expect(await log.last('c')).to.equal(1);
      expect(await log.last('unknown')).to.equal(0);
      expect(await log.since('unknown', 0, 10)).to.deep.equal([]);
    }));

  it('numbers what is received, and gives it back from a position on, so many at once', () =>
    usingState(async ({ log }) => {
      await log.begin(CONVERSATION);
      const sent = Array.from({ length: 120 }, (_, n) => ({ type: 'message', text: `${n} \u0000 \ud800 é 🙂` }));
      const received = await Promise.all(sent.map((activity) => log.receive('c', null, activity)));
      expect(received.map(({ position }) => position)).to.deep.equal(sent.map((_, n) => n + 1));
      expect(received.every(({ receipt }) => receipt === 'new')).to.equal(true);
      const logged = await log.since('c', 0, 1000);
      expect(logged.map(({ activity }) => activity)).to.deep.equal(sent);
      expect((await log.since('c', 100, 5)).map(({ position }) => position)).to.deep.equal([101, 102, 103, 104, 105]);
      expect(await log.since('c', 120, 5)).to.deep.equal([]);
      expect(await log.last('c')).to.equal(120);
    }));

  it('logs what an activity was when it was handed over', () =>
    usingState(async ({ log }) => {
      await log.begin(CONVERSATION);
      const activity = { text: 'before' };
      const receiving = log.receive('c', null, activity);
      activity.text = 'after';
      await receiving;
      expect((await log.since('c', 0, 1))[0]?.activity.text).to.equal('before');
    }));

  // Protects from saying everything twice to a client that was not sure whether its message had arrived.
  it("takes the sender's id for the activity: the first text stays, and its standing is told", () =>
    usingState(async ({ log, turns }) => {
      await log.begin(CONVERSATION);
      await log.begin({ ...CONVERSATION, id: 'd' });
      const twice = await Promise.all([log.receive('c', 'x', { text: 'one' }), log.receive('c', 'x', { text: 'two' })]);
      expect(twice.map(({ receipt }) => receipt)).to.deep.equal(['new', 'waiting']);
      expect(twice.map(({ position, activity }) => [position, activity.text])).to.deep.equal([
        [1, 'one'],
        [1, 'one'],
      ]);
      await turns.run({
        conversation: 'c',
        received: 1,
        perform: async () => ({ replies: [{ text: 'answer' }], forget: false }),
      });
      expect((await log.receive('c', 'x', { text: 'three' })).receipt).to.equal('answered');
      expect((await log.receive('d', 'x', { text: 'elsewhere' })).receipt).to.equal('new');
      expect((await log.since('c', 0, 9)).map(({ activity }) => activity.text)).to.deep.equal(['one', 'answer']);
    }));

  it('refuses what is sent to a conversation that is not kept', () =>
    usingState(async ({ log }) => {
      expect((await errorOf(log.receive('c', 'x', { text: 'one' }))).code).to.equal('CONVERSATION_UNKNOWN');
      expect((await errorOf(log.issueTicket('c', 1000))).code).to.equal('CONVERSATION_UNKNOWN');
    }));

  it('lists what nobody answered yet, oldest first, with its conversation', () =>
    usingState(async ({ log, turns }) => {
      await log.begin(CONVERSATION);
      await log.begin({ ...CONVERSATION, id: 'b' });
      for (const [conversation, text] of [
        ['c', 'one'],
        ['b', 'two'],
        ['c', 'three'],
      ] as const) {
        await log.receive(conversation, null, { text });
      }
      await turns.run({ conversation: 'b', received: 1, perform: async () => ({ replies: [], forget: false }) });
      expect(await log.unanswered()).to.deep.equal([
        { conversation: CONVERSATION, position: 1, activity: { text: 'one' } },
        { conversation: CONVERSATION, position: 2, activity: { text: 'three' } },
      ]);
    }));
});

describe('tickets', () => {
  it('open their conversation once', () =>
    usingState(async ({ log }) => {
      await log.begin(CONVERSATION);
      const [one, two] = [await log.issueTicket('c', 60_000), await log.issueTicket('c', 60_000)];
      expect(one).to.not.equal(two);
      expect(one).to.match(/^[\w-]{43}$/);
      const takings = await Promise.all(Array.from({ length: 20 }, () => log.takeTicket(one)));
      expect(takings.filter((taken) => taken !== undefined)).to.deep.equal(['c']);
      expect(await log.takeTicket(two)).to.equal('c');
    }));

  it('are nothing when they were made up, changed or cut', () =>
    usingState(async ({ log }) => {
      await log.begin(CONVERSATION);
      const ticket = await log.issueTicket('c', 60_000);
      for (const forged of ['', 'c', ticket.slice(1), `${ticket}A`, ticket.toUpperCase(), "' OR 1=1 --"]) {
        expect(await log.takeTicket(forged)).to.equal(undefined);
      }
      expect(await log.takeTicket(ticket)).to.equal('c');
    }));

  it('are over when their time is, and swept then', async () => {
    let now = Date.UTC(2026, 0, 1);
    const folder = tempFolder();
    await usingState(
      async ({ log, removeOld }) => {
        await log.begin(CONVERSATION);
        const [late, last, swept] = [
          await log.issueTicket('c', 60_000),
          await log.issueTicket('c', 60_001),
          await log.issueTicket('c', 60_000),
        ];
        now += 60_000;
        expect(await log.takeTicket(late)).to.equal(undefined);
        expect(await log.takeTicket(last)).to.equal('c');
        expect((await removeOld()).tickets).to.equal(1);
        now -= 60_000;
        expect(await log.takeTicket(swept)).to.equal(undefined);
      },
      { folder, now: () => new Date(now) },
    );
  });

  // Protects conversations from whoever gets to read a copy of the file.
  it('cannot be read from the file', async () => {
    const folder = tempFolder();
    const ticket = await usingState(
      async ({ log }) => {
        await log.begin(CONVERSATION);
        return log.issueTicket('c', 60_000);
      },
      { folder },
    );
    expect(readFileSync(join(folder, 'state.sqlite'), 'latin1')).to.not.include(ticket);
    expect(await usingState(({ log }) => log.takeTicket(ticket), { folder })).to.equal('c');
  });
});
