import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from 'chai';
import type { Turn, TurnOutcome } from '../../../adapters/directline/ports.ts';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { errorOf, tempFolder } from '../../knowledge/helpers.ts';
import { usingState } from './helpers.ts';

const CONVERSATION = { id: 'c', user: 'dl_u', origin: '' };

/** Runs something as if it came from elsewhere than the turn that is under way. */
const fromElsewhere = AsyncLocalStorage.snapshot();

function saying(...texts: readonly string[]): TurnOutcome {
  return { replies: texts.map((text) => ({ type: 'message', text })), forget: false };
}

async function texts({ log }: KeptState, conversation = 'c'): Promise<readonly (string | undefined)[]> {
  return (await log.since(conversation, 0, 1000)).map(({ activity }) => activity.text);
}

/** A state with the conversation begun. */
function using<T>(work: (state: KeptState) => Promise<T>, folder = tempFolder()): Promise<T> {
  return usingState(
    async (state) => {
      await state.log.begin(CONVERSATION);
      return work(state);
    },
    { folder },
  );
}

describe('turns', () => {
  it('keep state, replies and the standing together, and give the positions', () =>
    using(async (state) => {
      const { position } = await state.log.receive('c', 'x', { text: 'ask' });
      const replies = await state.turns.run({
        conversation: 'c',
        received: position,
        perform: async () => {
          await state.storage.write({ a: { n: 1 } });
          return saying('one', 'two');
        },
      });
      expect(replies.map((reply) => [reply.position, reply.activity.text])).to.deep.equal([
        [2, 'one'],
        [3, 'two'],
      ]);
      expect(await state.log.since('c', 1, 9)).to.deep.equal(replies);
      expect((await state.storage.read(['a'])).a.n).to.equal(1);
      expect(await state.log.unanswered()).to.deep.equal([]);
      expect(await state.log.last('c')).to.equal(3);
    }));

  it('that nobody asked for, and those without a reply, are kept too', () =>
    using(async (state) => {
      const turn = (outcome: TurnOutcome): Turn => ({
        conversation: 'c',
        received: null,
        perform: async () => outcome,
      });
      expect(await state.turns.run(turn(saying('hello')))).to.have.length(1);
      expect(await state.turns.run(turn(saying()))).to.deep.equal([]);
      expect(await texts(state)).to.deep.equal(['hello']);
      const unknown = { ...turn(saying('hello')), conversation: 'unknown' };
      expect((await errorOf(state.turns.run(unknown))).code).to.equal('CONVERSATION_UNKNOWN');
    }));

  // Protects what a person has told: two answers at once would each overwrite the other's memory.
  it('of one conversation run one after another, those of others at once', () =>
    using(async (state) => {
      await state.log.begin({ ...CONVERSATION, id: 'd' });
      let underWay = 0;
      let release: (() => void) | undefined;
      const elsewhere = new Promise<void>((resolve) => {
        release = resolve;
      });
      const order: number[] = [];
      const first = Array.from({ length: 5 }, (_, n) =>
        state.turns.run({
          conversation: 'c',
          received: null,
          perform: async () => {
            underWay += 1;
            expect(underWay).to.equal(1);
            // Waits for a turn of the other conversation: it has to get its own.
            await elsewhere;
            order.push(n);
            underWay -= 1;
            return saying(`${n}`);
          },
        }),
      );
      await state.turns.run({
        conversation: 'd',
        received: null,
        perform: async () => {
          release?.();
          return saying('other');
        },
      });
      await Promise.all(first);
      expect(order).to.deep.equal([0, 1, 2, 3, 4]);
      expect(await texts(state)).to.deep.equal(['0', '1', '2', '3', '4']);
    }));

  it('that throw leave nothing behind, and can be run again', () =>
    using(async (state) => {
      await state.log.receive('c', 'x', { text: 'ask' });
      const fails: Turn = {
        conversation: 'c',
        received: 1,
        perform: async () => {
          await state.storage.write({ a: { n: 1 } });
          throw new Error('the bot failed');
        },
      };
      const fault = await state.turns.run(fails).catch((error: unknown) => error);
      expect(String(fault)).to.include('the bot failed');
      expect(await texts(state)).to.deep.equal(['ask']);
      expect(await state.storage.read(['a'])).to.deep.equal({});
      expect((await state.log.receive('c', 'x', {})).receipt).to.equal('waiting');
      await state.turns.run({ ...fails, perform: async () => saying('answer') });
      expect(await texts(state)).to.deep.equal(['ask', 'answer']);
    }));

  // Protects a restart from an activity that kills every process that tries to answer it.
  it('are given up after three attempts, over restarts', async () => {
    const folder = tempFolder();
    let performed = 0;
    const fails: Turn = {
      conversation: 'c',
      received: 1,
      perform: () => {
        performed += 1;
        return Promise.reject(new Error('the bot failed'));
      },
    };
    await using(async ({ log, turns }) => {
      await log.receive('c', 'x', { text: 'poison' });
      await log.receive('c', 'y', { text: 'harmless' });
      await turns.run(fails).catch(() => undefined);
    }, folder);
    for (const left of [2, 2, 1]) {
      await using(async ({ log, turns }) => {
        expect(await log.unanswered()).to.have.length(left);
        await turns.run(fails).catch(() => undefined);
      }, folder);
    }
    await using(async ({ log, turns }) => {
      expect(performed).to.equal(3);
      expect((await errorOf(turns.run(fails))).code).to.equal('TURN_GIVEN_UP');
      expect((await log.receive('c', 'x', { text: 'poison' })).receipt).to.equal('given-up');
      expect((await log.unanswered()).map(({ activity }) => activity.text)).to.deep.equal(['harmless']);
    }, folder);
  });

  // Protects the rest that waits when one kills the process: only the one that was being answered is blamed.
  it('count an attempt before they are performed, and for no other activity', async () => {
    const folder = tempFolder();
    await using(async ({ log }) => {
      for (const client of ['x', 'y']) await log.receive('c', client, { text: client });
    }, folder);
    const during: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      await using(async ({ log, turns }) => {
        const perform = async (): Promise<never> => {
          during.push((await log.receive('c', 'x', {})).receipt);
          throw new Error('killed');
        };
        await turns.run({ conversation: 'c', received: 1, perform }).catch(() => undefined);
      }, folder);
    }
    expect(during).to.deep.equal(['waiting', 'given-up']);
    await using(async ({ log }) => {
      expect((await log.receive('c', 'x', {})).receipt).to.equal('given-up');
      expect((await log.receive('c', 'y', {})).receipt).to.equal('waiting');
    }, folder);
  });

  it('say nothing where the activity has its answer already', () =>
    using(async (state) => {
      await state.log.receive('c', 'x', { text: 'ask' });
      let performed = 0;
      const turn: Turn = {
        conversation: 'c',
        received: 1,
        perform: async () => {
          performed += 1;
          return saying('answer');
        },
      };
      const told = await Promise.all([state.turns.run(turn), state.turns.run(turn), state.turns.run(turn)]);
      expect(told.map((replies) => replies.length)).to.deep.equal([1, 0, 0]);
      expect(performed).to.equal(1);
      expect(await texts(state)).to.deep.equal(['ask', 'answer']);
      expect((await errorOf(state.turns.run({ ...turn, received: 9 }))).code).to.equal('CONVERSATION_UNKNOWN');
    }));

  // Protects two processes on one file: both take up what was left, and one alone answers it.
  it('of two on one file answer an activity once', async () => {
    const folder = tempFolder();
    await using(
      (one) =>
        using(async (two) => {
          for (let n = 1; n <= 10; n += 1) {
            await one.log.receive('c', null, { text: `ask ${n}` });
          }
          const waiting = await two.log.unanswered();
          const told = await Promise.all(
            waiting.flatMap(({ position }) =>
              [one, two].map(({ turns }) =>
                turns.run({ conversation: 'c', received: position, perform: async () => saying(`answer ${position}`) }),
              ),
            ),
          );
          expect(told.flat()).to.have.length(10);
          expect(new Set(told.flat().map(({ activity }) => activity.text)).size).to.equal(10);
          expect(await one.log.last('c')).to.equal(20);
        }, folder),
      folder,
    );
  });
});

describe('a turn whose state is changed meanwhile', () => {
  it('is performed again, from the state as it then is', () =>
    using(async (state) => {
      await state.storage.write({ a: { n: 1 } });
      await state.log.receive('c', null, { text: 'ask' });
      let performed = 0;
      await state.turns.run({
        conversation: 'c',
        received: 1,
        perform: async () => {
          performed += 1;
          const { a, b } = await state.storage.read(['a', 'b']);
          // Another conversation of the same person, or another program.
          if (performed === 1) await fromElsewhere(() => state.storage.write({ a: { n: 10 } }));
          if (performed === 2) await fromElsewhere(() => state.storage.write({ b: { n: 5 } }));
          const n = a.n + (b?.n ?? 0) + 1;
          await state.storage.write({ a: { n, eTag: '*' }, b: { n, eTag: '*' } });
          return saying(`${n}`);
        },
      });
      expect(performed).to.equal(3);
      expect(await texts(state)).to.deep.equal(['ask', '16']);
      expect((await state.storage.read(['a'])).a.n).to.equal(16);
    }));

  it('is refused when that goes on, and nothing of it is kept', () =>
    using(async (state) => {
      await state.log.receive('c', 'x', { text: 'ask' });
      let performed = 0;
      const run = state.turns.run({
        conversation: 'c',
        received: 1,
        perform: async () => {
          performed += 1;
          await state.storage.read(['a']);
          await fromElsewhere(() => state.storage.write({ a: { n: performed } }));
          await state.storage.write({ other: { n: 1 }, a: { n: 'turn', eTag: '*' } });
          return saying('never');
        },
      });
      expect((await errorOf(run)).code).to.equal('STATE_CONFLICT');
      expect(performed).to.equal(3);
      expect(await texts(state)).to.deep.equal(['ask']);
      const { a, other } = await state.storage.read(['a', 'other']);
      expect([a.n, other]).to.deep.equal([3, undefined]);
      expect((await state.log.receive('c', 'x', {})).receipt).to.equal('waiting');
    }));

  // Protects "forget me": what another window was just being told must not bring the person back.
  it('fails where its conversation was erased', () =>
    using(async (state) => {
      await state.log.begin({ ...CONVERSATION, id: 'd' });
      const run = state.turns.run({
        conversation: 'c',
        received: null,
        perform: async () => {
          await state.storage.read(['a']);
          await state.turns.run({
            conversation: 'd',
            received: null,
            perform: async () => ({ replies: [{ text: 'erased' }], forget: true }),
          });
          await state.storage.write({ a: { n: 1 } });
          return saying('never');
        },
      });
      expect((await errorOf(run)).code).to.equal('CONVERSATION_UNKNOWN');
      expect(await state.storage.read(['a'])).to.deep.equal({});
      expect(await texts(state)).to.deep.equal([]);
    }));
});
