import { openKeptState } from '../../../bot/state/kept-state.ts';

/**
 * Receives and answers in several conversations until it is killed, and says on the standard output what was acknowledged:
 * `received` or `answered`, the conversation and the position.
 */
const state = await openKeptState(process.env.STATE_FOLDER ?? '', { keepDays: 30 });
const say = (word: string, conversation: string, position: number): void => {
  process.stdout.write(`${word} ${conversation} ${position}\n`);
};

async function answer(conversation: string, position: number): Promise<void> {
  await state.turns.run({
    conversation,
    received: position,
    perform: async () => {
      const key = `answered in ${conversation}`;
      const { count = 0 } = (await state.storage.read([key]))[key] ?? {};
      await state.storage.write({ [key]: { count: count + 1, text: 'x'.repeat(3000), eTag: '*' } });
      return { replies: [1, 2].map((n) => ({ text: `${n} to ${position}`, speak: 'y'.repeat(2000) })), forget: false };
    },
  });
  say('answered', conversation, position);
}

for (const { conversation, position } of await state.log.unanswered()) await answer(conversation.id, position);
await Promise.all(
  (process.env.CONVERSATIONS ?? '').split(' ').map(async (conversation) => {
    await state.log.begin({ id: conversation, user: 'u', origin: '' });
    for (;;) {
      const { position } = await state.log.receive(conversation, null, { text: `ask ${'z'.repeat(500)}` });
      say('received', conversation, position);
      await answer(conversation, position);
    }
  }),
);
