import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import { conversationKey, userKey, usingState } from './helpers.ts';

const WORD = 'waterslide';

/** A conversation in which somebody has said and been told the word, and it is remembered too. */
async function talk({ log, turns, storage }: KeptState, id: string, user: string): Promise<void> {
  await log.begin({ id, user, origin: '' });
  const { position } = await log.receive(id, `${WORD} ${id}`, { text: `my ${WORD}` });
  await turns.run({
    conversation: id,
    received: position,
    perform: async () => {
      await storage.write({
        [userKey(user)]: { said: WORD },
        [conversationKey(id)]: { said: `${WORD} `.repeat(2000) },
      });
      return { replies: [{ text: `a ${WORD} it is` }], forget: false };
    },
  });
}

/** The bytes of all files of the folder, as they are while the state is open. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

async function texts({ log }: KeptState, id: string): Promise<readonly (string | undefined)[]> {
  return (await log.since(id, 0, 100)).map(({ activity }) => activity.text);
}

describe('forgetting', () => {
  // Protects the promise to the person: at once, and not in the bytes that the file leaves free either.
  it('erases all that was said and remembered, from the bytes of the files too', async () => {
    const folder = tempFolder();
    await usingState(
      async (state) => {
        const { log, turns, storage } = state;
        await talk(state, 'c', 'dl_u');
        await talk(state, 'other', 'dl_u');
        await log.receive('other', null, { text: `${WORD} unanswered` });
        const ticket = await log.issueTicket('other', 60_000);
        expect(bytesOf(folder)).to.include(WORD);
        const { position } = await log.receive('c', 'asking', { text: `forget the ${WORD}` });
        const told = await turns.run({
          conversation: 'c',
          received: position,
          perform: async () => {
            const kept = await storage.read([userKey('dl_u'), conversationKey('c')]);
            expect(kept[userKey('dl_u')].said).to.equal(WORD);
            await storage.write({ [userKey('dl_u')]: { said: '', eTag: '*' }, [conversationKey('c')]: { step: 1 } });
            return { replies: [{ text: 'all is erased' }], forget: true };
          },
        });
        expect(told.map((reply) => reply.position)).to.deep.equal([4]);
        expect(bytesOf(folder)).to.not.include(WORD);
        expect(await texts(state, 'c')).to.deep.equal(['all is erased']);
        expect(await log.find('other')).to.equal(undefined);
        expect(await log.takeTicket(ticket)).to.equal(undefined);
        expect(await log.unanswered()).to.deep.equal([]);
        const left = await storage.read([userKey('dl_u'), conversationKey('c'), conversationKey('other')]);
        expect(Object.keys(left)).to.deep.equal([conversationKey('c')]);
        expect(left[conversationKey('c')].step).to.equal(1);
      },
      { folder },
    );
    expect(bytesOf(folder)).to.not.include(WORD);
  });

  // Protects the promise where the process was killed in the midst: the next start does the rest.
  it('leaves nothing in the bytes at the next start, wherever the process was killed', async () => {
    const [folder, asKilled] = [tempFolder(), tempFolder()];
    await usingState(
      async ({ storage }) => {
        await storage.write({ a: { said: WORD } });
        await storage.delete(['a']);
        for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(asKilled, name));
      },
      { folder },
    );
    expect(bytesOf(asKilled)).to.include(WORD);
    await usingState(async () => expect(bytesOf(asKilled)).to.not.include(WORD), { folder: asKilled });
  });

  // Protects the clients, which know their place in the conversation by its position.
  it('lets the conversation go on at the next position, with its tickets', () =>
    usingState(async (state) => {
      await talk(state, 'c', 'dl_u');
      const ticket = await state.log.issueTicket('c', 60_000);
      await state.turns.run({
        conversation: 'c',
        received: null,
        perform: async () => ({ replies: [], forget: true }),
      });
      expect(await texts(state, 'c')).to.deep.equal([]);
      expect(await state.log.last('c')).to.equal(2);
      expect(await state.storage.read([conversationKey('c')])).to.deep.equal({});
      expect((await state.log.receive('c', null, { text: 'and now' })).position).to.equal(3);
      expect(await state.log.takeTicket(ticket)).to.equal('c');
    }));

  it('answers the same asking once, sent again', () =>
    usingState(async (state) => {
      await talk(state, 'c', 'dl_u');
      const { position } = await state.log.receive('c', 'asking', { text: 'forget me' });
      await state.turns.run({
        conversation: 'c',
        received: position,
        perform: async () => ({ replies: [{ text: 'erased' }], forget: true }),
      });
      const again = await state.log.receive('c', 'asking', { text: 'forget me' });
      expect(again).to.deep.equal({ position, activity: {}, receipt: 'answered' });
      expect(await texts(state, 'c')).to.deep.equal(['erased']);
    }));

  it('keeps what was sent after the asking and waits', () =>
    usingState(async (state) => {
      await talk(state, 'c', 'dl_u');
      const { position } = await state.log.receive('c', null, { text: 'forget me' });
      const next = await state.log.receive('c', null, { text: 'plumber' });
      await state.turns.run({
        conversation: 'c',
        received: position,
        perform: async () => ({ replies: [{ text: 'erased' }], forget: true }),
      });
      await state.turns.run({
        conversation: 'c',
        received: next.position,
        perform: async () => ({ replies: [{ text: 'plumbers' }], forget: false }),
      });
      expect(await texts(state, 'c')).to.deep.equal(['plumber', 'erased', 'plumbers']);
    }));

  // Protects everybody else, also those whose ids look alike.
  it('leaves all others alone', () =>
    usingState(async (state) => {
      const others = ['dl_u2', 'dl_', 'dl_u/x', 'DL_U', 'dl%', 'dl_u/'];
      for (const [index, user] of others.entries()) await talk(state, `of ${index}`, user);
      await talk(state, 'c', 'dl_u');
      await state.turns.run({
        conversation: 'c',
        received: null,
        perform: async () => ({ replies: [], forget: true }),
      });
      for (const [index, user] of others.entries()) {
        expect(await texts(state, `of ${index}`)).to.have.length(2);
        const keys = [userKey(user), conversationKey(`of ${index}`)];
        expect(Object.keys(await state.storage.read(keys))).to.have.members(keys);
      }
    }));

  it('of which the turn fails erases nothing', () =>
    usingState(async (state) => {
      await talk(state, 'c', 'dl_u');
      const run = state.turns.run({
        conversation: 'c',
        received: null,
        perform: async () => {
          await state.storage.write({ [userKey('dl_u')]: { said: '', eTag: 'another' } });
          return { replies: [], forget: true };
        },
      });
      expect(await run.catch((error: unknown) => String(error))).to.include('changed meanwhile');
      expect(await texts(state, 'c')).to.have.length(2);
      expect((await state.storage.read([userKey('dl_u')]))[userKey('dl_u')].said).to.equal(WORD);
    }));
});
