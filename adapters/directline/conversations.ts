import { type Activity, ActivityTypes } from 'botbuilder';
import { AdvisorError, type ErrorCode } from '../../knowledge/errors.ts';
import type { HttpLog } from '../http/dependencies.ts';
import type { DirectLineAdapter } from './direct-line-adapter.ts';
import type { Incoming } from './incoming.ts';
import type { ActivityLog, KeptConversation, LoggedActivity, TurnHandler, TurnOutcome, Turns } from './ports.ts';
import { activityId, BOT, typingSet } from './protocol.ts';
import type { StreamHub } from './stream-hub.ts';
import { Underway } from './underway.ts';

/** Faults of a turn that say more than that it failed. */
const TOLD: ReadonlySet<ErrorCode> = new Set(['CONVERSATION_UNKNOWN', 'TURN_GIVEN_UP']);
const NOTHING: TurnOutcome = { replies: [], forget: false };

export interface ConversationsDependencies {
  readonly log: ActivityLog;
  readonly turns: Turns;
  readonly adapter: DirectLineAdapter;
  readonly streams: StreamHub;
  readonly logger: HttpLog;
  readonly typingAfterMs: number;
  /** False while there is no knowledge to answer from. */
  ready(): boolean;
  now(): Date;
}

/** Conversations from their beginning on: what comes in is logged, answered in a turn, and told to those who are connected. */
export class Conversations {
  readonly #with: ConversationsDependencies;
  readonly #beginnings = new Underway<boolean>();
  readonly #greetings = new Underway<void>();
  readonly #messages = new Underway<string>();
  readonly #proactive = new Set<Promise<unknown>>();
  #unnamed = 0;
  #closing = false;

  constructor(dependencies: ConversationsDependencies) {
    this.#with = dependencies;
  }

  /** Begins a conversation, unless it is there already; true where it is new. */
  begin(conversation: KeptConversation): Promise<boolean> {
    return this.#beginnings.once(conversation.id, async () => {
      if (await this.#with.log.find(conversation.id)) return false;
      await this.#with.log.begin(conversation);
      return true;
    });
  }

  /** Greets a person to whom nothing was said yet. A greeting that fails is left to the next time that they connect. */
  async greet(conversation: KeptConversation): Promise<void> {
    const { id, user } = conversation;
    const { adapter, log, logger } = this.#with;
    if ((await log.last(id)) > 0) return;
    this.checkServing();
    await this.#greetings.once(id, async () => {
      const joined = { type: ActivityTypes.ConversationUpdate, membersAdded: [BOT, { id: user, name: '' }] };
      try {
        // Two may connect at once: only inside the turn is it sure that nobody has been greeted.
        await this.#run(id, null, async () =>
          (await log.last(id)) > 0 ? NOTHING : adapter.turn(conversation, joined),
        );
      } catch (error) {
        logger.error({ err: error }, 'a greeting failed');
      }
    });
  }

  /**
   * Logs and answers what a person sent; its id, once the answer is kept. The same one again has the same id, and is answered only
   * where it was not. Throws TURN_FAILED where it cannot be answered, TURN_GIVEN_UP where that was tried too often.
   */
  async receive(conversation: KeptConversation, { clientId, activity }: Incoming): Promise<string> {
    this.checkServing();
    const { id } = conversation;
    if (activity === null) return `${id}|typing`;
    return this.#messages.once(this.#keyOf(id, clientId), async () => {
      const received = await this.#with.log.receive(id, clientId, activity);
      if (received.receipt === 'given-up') throw new AdvisorError('TURN_GIVEN_UP');
      if (received.receipt !== 'answered') {
        this.#with.streams.notify(id, [received]);
        await this.#answer(conversation, received);
      }
      return activityId(id, received.position);
    });
  }

  /** Answers what was logged and not answered when the process ended. One that fails does not keep the others waiting. */
  async recover(): Promise<void> {
    for (const { conversation, position, activity } of await this.#with.log.unanswered()) {
      if (this.#closing) return;
      const clientId: unknown = activity.channelData?.clientActivityID;
      const key = this.#keyOf(conversation.id, typeof clientId === 'string' ? clientId : null);
      await this.#messages
        .once(key, async () => {
          await this.#answer(conversation, { position, activity });
          return activityId(conversation.id, position);
        })
        .catch(() => undefined);
    }
  }

  /** A turn that nobody asked for. Throws CONVERSATION_UNKNOWN. */
  async proactive(id: string, logic: TurnHandler): Promise<void> {
    const conversation = await this.#with.log.find(id);
    if (!conversation) throw new AdvisorError('CONVERSATION_UNKNOWN');
    this.checkServing();
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
    const turn = this.#run(id, null, () => this.#with.adapter.turn(conversation, event, logic));
    this.#proactive.add(turn);
    await turn.finally(() => this.#proactive.delete(turn));
  }

  /** Takes no new turns and waits for those under way. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([this.#messages.settled(), this.#greetings.settled(), Promise.allSettled(this.#proactive)]);
  }

  /** Throws SERVER_STOPPING or KNOWLEDGE_LOADING where nothing can be answered now. */
  checkServing(): void {
    if (this.#closing) throw new AdvisorError('SERVER_STOPPING');
    if (!this.#with.ready()) throw new AdvisorError('KNOWLEDGE_LOADING');
  }

  /** What has no id of its sender's is never a repetition. */
  #keyOf(conversation: string, clientId: string | null): string {
    this.#unnamed += 1;
    return clientId === null ? `${conversation} ${this.#unnamed}` : `${conversation}|${clientId}`;
  }

  async #answer(conversation: KeptConversation, { position, activity }: LoggedActivity): Promise<void> {
    const { adapter, logger } = this.#with;
    const asked: Partial<Activity> = { ...activity, id: activityId(conversation.id, position) };
    const isMessage = activity.type === ActivityTypes.Message;
    const typing = setTimeout(() => this.typing(conversation.id), this.#with.typingAfterMs);
    try {
      // Only messages are for the bot; the turn of anything else says that it needs no answer.
      await this.#run(conversation.id, position, async () => (isMessage ? adapter.turn(conversation, asked) : NOTHING));
    } catch (error) {
      if (error instanceof AdvisorError && TOLD.has(error.code)) throw error;
      logger.error({ err: error }, 'a turn failed');
      throw new AdvisorError('TURN_FAILED', [], { cause: error });
    } finally {
      clearTimeout(typing);
    }
  }

  typing(conversation: string): void {
    this.#with.streams.pass(conversation, typingSet(conversation, this.#with.now()));
  }

  async #run(conversation: string, received: number | null, perform: () => Promise<TurnOutcome>): Promise<void> {
    const said = await this.#with.turns.run({ conversation, received, perform });
    this.#with.streams.notify(conversation, said);
  }
}
