import { MemoryStorage, type Storage } from 'botbuilder';
import { ConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { Advisor, type Knowledge } from '../../dialogs/advisor.ts';
import type { Reply } from '../../dialogs/replies.ts';
import { reportOf, type TurnReport } from '../../dialogs/turn-report.ts';
import type { Lexicon } from '../../dialogs/understanding/understand.ts';
import { en } from '../../dialogs/wording/index.ts';
import { OccupationLookup } from '../../knowledge/lookup.ts';
import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import { builtStore } from '../knowledge/helpers.ts';

/** The day that the tests take for today; the older outlook of the first profile has expired by then. */
export const TODAY = '2026-11-22';

let known: Promise<Knowledge> | undefined;

/** The shipped knowledge: the real store and the real matcher, made once for all tests of a run. */
export function shippedKnowledge(): Promise<Knowledge> {
  known ??= (async () => {
    const { store } = await builtStore();
    const [titles, groups] = [await store.titles(), await store.groups()];
    return { store, lookup: await OccupationLookup.create(store, new TitleMatcher({ titles, groups })) };
  })();
  return known;
}

export async function shippedLexicon(): Promise<Lexicon> {
  const { store, lookup } = await shippedKnowledge();
  return { regions: store.regions, spot: (text) => lookup.matcher.spot(text) };
}

export interface Conversation {
  /** Sends a line and gives the replies of its turn. */
  say(text: string): Promise<readonly Reply[]>;
  /** The texts of a turn's replies, joined. */
  ask(text: string): Promise<string>;
  greet(): Promise<readonly Reply[]>;
}

/**
 * A new conversation with the whole bot through a real Bot Framework adapter; with a shared storage it is the same person's. `watch` is
 * told what each turn reports.
 */
export async function startConversation(
  from = shippedKnowledge(),
  storage: Storage = new MemoryStorage(),
  watch: (report: TurnReport) => void = () => undefined,
): Promise<Conversation> {
  const knowledge = await from;
  const bot = new CareerBot(
    () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
    storage,
    createLogger('silent'),
  );
  const adapter = new ConsoleAdapter((context) => bot.run(context));
  adapter.use(async (context, next) => {
    await next();
    watch(reportOf(context));
  });
  return {
    say: (text) => adapter.say(text),
    ask: async (text) => (await adapter.say(text)).map((reply) => reply.text).join('\n'),
    greet: () => adapter.greet(),
  };
}
