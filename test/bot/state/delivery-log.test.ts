import { expect } from 'chai';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import { usingState } from './helpers.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHAT = { channel: 'msteams', id: 'a:chat', user: '29:person' };

/** A message that was answered with these texts. */
async function answered(state: KeptState, replies: readonly string[], clientId = 'one'): Promise<void> {
  const { deliveries, turns } = state;
  await deliveries.begin(CHAT);
  const { position } = await deliveries.receive(CHAT.id, clientId, { text: 'a question' });
  await turns.run({
    conversation: CHAT.id,
    received: position,
    perform: async () => ({ replies: replies.map((text) => ({ text })), forget: false }),
  });
}

describe('the log of what is to be delivered', () => {
  it('has what was said in order, until each has arrived', async () => {
    await usingState(async (state) => {
      const { deliveries } = state;
      await answered(state, ['first', 'second']);
      const waiting = await deliveries.undelivered(CHAT.id);
      expect(waiting.map(({ activity }) => activity.text)).to.deep.equal(['first', 'second']);
      await deliveries.delivered(CHAT.id, waiting[0]?.position ?? 0);
      expect((await deliveries.undelivered(CHAT.id)).map(({ activity }) => activity.text)).to.deep.equal(['second']);
      expect(await deliveries.unsettled()).to.deep.equal([CHAT.id]);
    });
  });

  // Protects a repetition from being answered again, and the person from words that are kept for nothing.
  it('knows a message again when no word of it is left', async () => {
    await usingState(async (state) => {
      const { deliveries, log } = state;
      await answered(state, ['the answer']);
      await deliveries.settle(CHAT.id);
      expect(await deliveries.unsettled()).to.deep.equal([CHAT.id]);
      for (const { position } of await deliveries.undelivered(CHAT.id)) await deliveries.delivered(CHAT.id, position);
      expect(await deliveries.unsettled()).to.deep.equal([CHAT.id]);
      await deliveries.settle(CHAT.id);
      expect(await deliveries.unsettled()).to.deep.equal([]);
      expect(await log.since(CHAT.id, 0, 10)).to.deep.equal([]);
      const again = await deliveries.receive(CHAT.id, 'one', { text: 'a question' });
      expect([again.receipt, again.activity]).to.deep.equal(['answered', {}]);
    });
  });

  // Protects the web chat's people and those in Teams from each other's channel: each sees to its own at a start.
  it('is apart from the conversations of Direct Line', async () => {
    await usingState(async ({ deliveries, log }) => {
      await deliveries.begin(CHAT);
      await deliveries.receive(CHAT.id, 'one', { text: 'in Teams' });
      await log.begin({ id: 'c', user: 'dl_u', origin: '' });
      await log.receive('c', 'one', { text: 'on the web' });
      expect(
        (await deliveries.unanswered()).map(({ conversation, activity }) => [conversation, activity.text]),
      ).to.deep.equal([[CHAT, 'in Teams']]);
      expect((await log.unanswered()).map(({ activity }) => activity.text)).to.deep.equal(['on the web']);
      expect(await log.find(CHAT.id)).to.equal(undefined);
    });
  });

  it('forgets a person of its channel, and nobody who has the same id in another', async () => {
    await usingState(async ({ deliveries, log, turns, storage }) => {
      const keys = ['msteams', 'directline'].flatMap((channel) => [
        `${channel}/users/${CHAT.user}/`,
        `${channel}/conversations/group/users/${CHAT.user}/`,
      ]);
      await storage.write(Object.fromEntries(keys.map((key) => [key, { said: 'something' }])));
      await deliveries.begin(CHAT);
      await deliveries.begin({ ...CHAT, id: `group/users/${CHAT.user}` });
      await log.begin({ id: 'web', user: CHAT.user, origin: '' });
      const { position } = await deliveries.receive(CHAT.id, 'one', { text: 'forget me' });
      await turns.run({
        conversation: CHAT.id,
        received: position,
        perform: async () => ({ replies: [], forget: true }),
      });
      expect(Object.keys(await storage.read(keys))).to.have.members(keys.filter((key) => key.startsWith('directline')));
      expect(await log.find('web')).to.deep.equal({ id: 'web', user: CHAT.user, origin: '' });
    });
  });

  // Protects the members of a group that the bot is removed from, and what they keep elsewhere.
  it('forgets what each member was told in a conversation of several, and that alone', async () => {
    await usingState(async ({ deliveries, turns, storage }) => {
      const group = { channel: 'msteams', id: '19:group', user: '19:group' };
      const places = ['29:one', '29:two'].map((user) => ({ ...group, id: `${group.id}/users/${user}`, user }));
      const kept = ['msteams/users/29:one/', 'msteams/conversations/19:group0/users/29:one/'];
      const keys = [...kept, ...places.map(({ id }) => `msteams/conversations/${id}/`)];
      await storage.write(Object.fromEntries(keys.map((key) => [key, { said: 'something' }])));
      const elsewhere = { ...group, id: '19:group0/users/29:one', user: '29:one' };
      for (const each of [group, ...places, elsewhere]) await deliveries.begin(each);
      await turns.run({
        conversation: group.id,
        received: null,
        perform: async () => ({ replies: [], forget: true }),
      });
      expect(Object.keys(await storage.read(keys))).to.have.members(kept);
    });
  });

  // Protects the words of a message that the bot failed on for good: it is known again, and nothing is left to read.
  it('keeps no word of a message that was given up', async () => {
    await usingState(async ({ deliveries, turns, log }) => {
      await deliveries.begin(CHAT);
      const { position } = await deliveries.receive(CHAT.id, 'one', { text: 'a question' });
      const perform = (): Promise<never> => Promise.reject(new Error('it fails'));
      for (const _ of [1, 2, 3]) {
        const [tried] = await Promise.allSettled([turns.run({ conversation: CHAT.id, received: position, perform })]);
        expect(tried?.status).to.equal('rejected');
      }
      await deliveries.settle(CHAT.id);
      expect((await log.since(CHAT.id, 0, 10)).map(({ activity }) => activity)).to.deep.equal([{}]);
      expect((await deliveries.receive(CHAT.id, 'one', { text: 'a question' })).receipt).to.equal('given-up');
    });
  });

  // Protects the disk from chats that go on for years: places are of use while a repetition may come.
  it('loses the places of old messages, though the chat goes on', async () => {
    let now = Date.now();
    await usingState(
      async (state) => {
        await answered(state, []);
        await state.deliveries.settle(CHAT.id);
        now += 31 * DAY_MS;
        await answered(state, [], 'two');
        await state.deliveries.settle(CHAT.id);
        expect(await state.removeOld()).to.include({ conversations: 0, places: 1 });
        expect((await state.deliveries.receive(CHAT.id, 'two', {})).receipt).to.equal('answered');
        expect((await state.deliveries.receive(CHAT.id, 'one', {})).receipt).to.equal('new');
      },
      { folder: tempFolder(), now: () => new Date(now) },
    );
  });
});
