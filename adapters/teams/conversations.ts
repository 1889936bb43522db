import type { Activity } from 'botbuilder';
import { AdvisorError, type ErrorCode } from '../../knowledge/errors.ts';
import type { TurnOutcome, Turns } from '../directline/ports.ts';
import { Underway } from '../directline/underway.ts';
import type { HttpLog } from '../http/dependencies.ts';
import type { Delivery } from './delivery.ts';
import type { Incoming } from './incoming.ts';
import type { DeliveryLog } from './ports.ts';

/** Faults of a turn that say more than that it failed. */
const TOLD: ReadonlySet<ErrorCode> = new Set(['CONVERSATION_UNKNOWN', 'TURN_GIVEN_UP']);

export interface ConversationsDependencies {
  readonly log: DeliveryLog;
  readonly turns: Turns;
  readonly delivery: Delivery;
  readonly logger: HttpLog;
  turn(activity: Partial<Activity>): Promise<TurnOutcome>;
  /** False while there is no knowledge to answer from. */
  ready(): boolean;
}

/** What comes in is logged, answered in a turn, and the answer delivered: once, however often it is sent. */
export class Conversations {
  readonly #with: ConversationsDependencies;
  readonly #messages = new Underway<void>();
  #recovering: Promise<void> = Promise.resolve();
  #unnamed = 0;
  #closing = false;

  constructor(dependencies: ConversationsDependencies) {
    this.#with = dependencies;
  }

  /**
   * Resolves when the answer has been delivered. Throws SERVER_STOPPING; KNOWLEDGE_LOADING, and it is answered later; TURN_FAILED,
   * TURN_GIVEN_UP or TEAMS_DELIVERY_FAILED, and it is gone on with when it is sent again.
   */
  async receive(incoming: Incoming): Promise<void> {
    this.checkOpen();
    this.#unnamed += 1;
    const { conversation, clientId } = incoming;
    await this.#messages.once(JSON.stringify([clientId ?? this.#unnamed, conversation.id]), async () => {
      try {
        await this.#receive(incoming);
      } catch (error) {
        if (!(error instanceof AdvisorError) || error.code !== 'CONVERSATION_UNKNOWN') throw error;
        // The person was forgotten meanwhile, by a word of theirs in another chat: what they said since begins anew.
        await this.#receive(incoming);
      }
    });
  }

  async #receive({ conversation, clientId, activity }: Incoming): Promise<void> {
    const { log, delivery, ready } = this.#with;
    const { id } = conversation;
    await log.begin(conversation);
    const received = await log.receive(id, clientId, activity);
    // Logged already: what is asked while the server starts is answered when it has.
    if (!ready()) throw new AdvisorError('KNOWLEDGE_LOADING');
    if (received.receipt === 'given-up') throw new AdvisorError('TURN_GIVEN_UP');
    if (received.receipt !== 'answered') await this.#answer(id, received.position, received.activity);
    await delivery.deliver(id);
  }

  /** Answers and delivers what was left when the process ended. One that fails does not keep the others waiting. */
  recover(): Promise<void> {
    this.#recovering = this.#recover();
    return this.#recovering;
  }

  /** Takes nothing new and waits for what is under way. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#messages.settled();
    await this.#recovering.catch(() => undefined);
    await this.#with.delivery.settled();
  }

  async #recover(): Promise<void> {
    const { log, delivery } = this.#with;
    if (this.#closing) return;
    for (const { conversation, position, activity } of await log.unanswered()) {
      if (this.#closing) return;
      // A turn is run once: whoever sends the message again meanwhile finds it answered, or waits for it in its conversation's line.
      await this.#answer(conversation.id, position, activity).catch(() => undefined);
    }
    for (const id of await log.unsettled()) {
      if (this.#closing) return;
      await delivery.deliver(id).catch(() => undefined);
    }
  }

  /** Throws SERVER_STOPPING. */
  checkOpen(): void {
    if (this.#closing) throw new AdvisorError('SERVER_STOPPING');
  }

  async #answer(conversation: string, received: number, activity: Partial<Activity>): Promise<void> {
    const { turns, logger, turn } = this.#with;
    try {
      await turns.run({ conversation, received, perform: () => turn(activity) });
    } catch (error) {
      if (error instanceof AdvisorError && TOLD.has(error.code)) throw error;
      logger.error({ err: error }, 'a turn failed');
      throw new AdvisorError('TURN_FAILED', [], { cause: error });
    }
  }
}
