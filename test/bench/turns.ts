import { ActivityTypes, ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import { ComponentDialog, DialogSet, type DialogState, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import type { OccupationLookup } from '../../knowledge/lookup.ts';
import { shippedKnowledge, startConversation } from '../dialogs/helpers.ts';
import { quantile, type Section } from './section.ts';

const QUESTIONS = [
  'and the schooling?',
  'what does it pay?',
  'and the outlook?',
  'what are the duties?',
  'what are the interest codes of it?',
  'what is similar?',
  'what are its NOC codes?',
  'and the pay in Ontario?',
];
const TITLES = [
  'what does a plumber earn?',
  'registered nurse outlook',
  'schooling of a dental assistant',
  'software developer',
];
const ROUNDS = 60;

/** A whole turn in process (message in, replies out), beside the smallest turn that the SDK can do. */
export const turns = {
  name: 'turns',
  async run(): Promise<Section> {
    const conversation = await startConversation();
    await conversation.ask('12111');
    const empty = await emptyTurn();
    const lookups = await countLookupTime();
    const own: number[] = [];
    const named: number[] = [];
    const sdk: number[] = [];
    for (let round = -ROUNDS; round < ROUNDS; round += 1) {
      // Rounds below zero warm up; all kinds of turns take part in each round, so that other load on the machine hits all alike.
      for (const question of QUESTIONS) {
        const spent = await timed(() => conversation.ask(question));
        const sdkSpent = await timed(empty);
        if (round >= 0) {
          own.push(spent);
          sdk.push(sdkSpent);
        }
      }
      for (const title of TITLES) {
        const before = lookups.total();
        const spent = await timed(() => conversation.ask(title));
        if (round >= 0) named.push(spent - (lookups.total() - before));
      }
      await conversation.ask('cancel');
      await conversation.ask('12111');
    }
    const ratio = quantile(own, 0.95) / quantile(sdk, 0.95);
    return {
      title: 'A turn in process',
      columns: ['turn', 'n', 'p50 ms', 'p95 ms', 'p95 beside the empty turn'],
      rows: [
        ['follow-up question (no lookup)', own, ratio] as const,
        [
          'question that names a title, its lookup taken off',
          named,
          quantile(named, 0.95) / quantile(sdk, 0.95),
        ] as const,
        ['empty waterfall turn of the SDK', sdk, 1] as const,
      ].map(([name, times, times1]) => [
        name,
        String(times.length),
        quantile(times, 0.5).toFixed(2),
        quantile(times, 0.95).toFixed(2),
        `${times1.toFixed(1)}x`,
      ]),
      notes: ['Budget: p95 5 ms, and at most 4 times the empty turn.'],
    };
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Adds up what lookups cost, so that it can be taken off a turn's time. */
async function countLookupTime(): Promise<{ total(): number }> {
  const { lookup } = await shippedKnowledge();
  let total = 0;
  const find = lookup.find.bind(lookup);
  const counting: Pick<OccupationLookup, 'find'> = {
    async find(text, options) {
      const start = performance.now();
      try {
        return await find(text, options);
      } finally {
        total += performance.now() - start;
      }
    },
  };
  Object.assign(lookup, counting);
  return { total: () => total };
}

/** One turn of a bot with a one-step waterfall in a component, its state in memory. */
async function emptyTurn(): Promise<() => Promise<void>> {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty<DialogState>('dialogs'));
  const root = new ComponentDialog('root');
  root.addDialog(
    new WaterfallDialog('steps', [
      async (step) => {
        await step.context.sendActivity('ok');
        return step.endDialog();
      },
    ]),
  );
  dialogs.add(root);
  const adapter = new TestAdapter(async (context) => {
    const dialog = await dialogs.createContext(context);
    const result = await dialog.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dialog.beginDialog('root');
    await state.saveChanges(context);
  });
  return () => adapter.receiveActivity({ type: ActivityTypes.Message, text: 'hello' });
}
