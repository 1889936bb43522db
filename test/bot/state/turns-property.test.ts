import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Turn } from '../../../adapters/directline/ports.ts';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import { usingState } from './helpers.ts';

const CONVERSATIONS = ['a', 'b', 'c'] as const;
/** Runs something as if it came from elsewhere than the turn that is under way. */
const fromElsewhere = AsyncLocalStorage.snapshot();

interface Step {
  readonly conversation: (typeof CONVERSATIONS)[number];
  /** The sender's id; a small number of them, so that some are repeated. */
  readonly client: number;
  readonly replies: number;
  /** What happens to the turn: the first tries meet a change of what they have read, or it throws. */
  readonly conflicts: number;
  readonly throws: boolean;
  /** Which of the two that have the file open takes it. */
  readonly second: boolean;
  /** The message arrives, and nobody comes to answering it. */
  readonly dropped: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  conversation: fc.constantFrom(...CONVERSATIONS),
  client: fc.integer({ min: 0, max: 6 }),
  replies: fc.integer({ min: 0, max: 3 }),
  conflicts: fc.constantFrom(0, 0, 0, 1, 2, 3),
  throws: fc.constantFrom(false, false, false, true),
  second: fc.boolean(),
  dropped: fc.constantFrom(false, false, true),
});

/** A turn that counts itself in the conversation's and in the person's state, and says so many replies. */
function turnOf({ storage }: KeptState, position: number, { conversation, ...plan }: Step): Turn {
  let performed = 0;
  return {
    conversation,
    received: position,
    perform: async () => {
      performed += 1;
      const keys = [`turns of ${conversation}`, 'turns of all', 'touched'];
      const read = await storage.read(keys);
      if (performed <= plan.conflicts) await fromElsewhere(() => storage.write({ touched: { count: performed } }));
      await storage.write(
        Object.fromEntries(keys.map((key) => [key, { count: (read[key]?.count ?? 0) + 1, eTag: '*' }])),
      );
      if (plan.throws) throw new Error('the bot failed');
      const replies = Array.from({ length: plan.replies }, (_, n) => ({ text: `${n} to ${position}` }));
      return { replies, forget: false };
    },
  };
}

async function take(state: KeptState, planned: Step): Promise<void> {
  const { conversation, client } = planned;
  const { position, receipt } = await state.log.receive(conversation, `${client}`, { text: `ask ${client}` });
  if (planned.dropped || receipt === 'answered' || receipt === 'given-up') return;
  // Turns fail by plan; what must hold is looked at afterwards.
  await state.turns.run(turnOf(state, position, planned)).catch(() => undefined);
}

describe('turns in any order', () => {
  // Protects every promise of the log at once: positions without a gap, each message answered once, no reply doubled or lost.
  it('number without gaps, answer each message once, and count each turn once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 5 }), async (waves) => {
        const folder = tempFolder();
        await usingState(
          (first) =>
            usingState(
              async (second) => {
                for (const id of CONVERSATIONS) await first.log.begin({ id, user: 'u', origin: '' });
                for (const wave of waves) {
                  await Promise.all(wave.map((planned) => take(planned.second ? second : first, planned)));
                }
                await recover(second);
                await check(first, waves.flat());
              },
              { folder },
            ),
          { folder },
        );
      }),
      { numRuns: 25 },
    );
  });
});

/** As after a restart: what waits is answered, by a turn that goes well. */
async function recover(state: KeptState): Promise<void> {
  for (const { conversation, position } of await state.log.unanswered()) {
    const planned = { conversation: conversation.id as Step['conversation'], client: 0, replies: 1 };
    await state.turns.run(
      turnOf(state, position, { ...planned, conflicts: 0, throws: false, second: false, dropped: false }),
    );
  }
  expect(await state.log.unanswered()).to.deep.equal([]);
}

async function check({ log, storage }: KeptState, steps: readonly Step[]): Promise<void> {
  let all = 0;
  for (const conversation of CONVERSATIONS) {
    const sent = new Set(steps.filter((planned) => planned.conversation === conversation).map(({ client }) => client));
    const logged = await log.since(conversation, 0, 1000);
    expect(logged.map(({ position }) => position)).to.deep.equal(logged.map((_, index) => index + 1));
    expect(await log.last(conversation)).to.equal(logged.length);
    const texts = logged.map(({ activity }) => activity.text ?? '');
    const asked = texts.filter((text) => text.startsWith('ask'));
    expect(asked).to.have.members([...sent].map((client) => `ask ${client}`));
    const said = texts.filter((text) => !text.startsWith('ask'));
    expect(new Set(said).size, 'replies').to.equal(said.length);
    let answered = 0;
    for (const client of sent) {
      const { receipt } = await log.receive(conversation, `${client}`, {});
      expect(receipt).to.be.oneOf(['answered', 'given-up']);
      if (receipt === 'answered') answered += 1;
    }
    const key = `turns of ${conversation}`;
    expect((await storage.read([key]))[key]?.count ?? 0, 'turns of the conversation').to.equal(answered);
    all += answered;
  }
  expect((await storage.read(['turns of all']))['turns of all']?.count ?? 0, 'turns of all').to.equal(all);
}
