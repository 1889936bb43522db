import { randomUUID } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { reportOf } from '../../dialogs/turn-report.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { KeptConversation, TurnHandler, TurnOutcome } from './ports.ts';
import { BOT, CHANNEL } from './protocol.ts';

/** What a client of Direct Line can show. Among what stays inside: `trace`, which tells of the bot's insides. */
const LEAVING: ReadonlySet<string> = new Set([
  ActivityTypes.Message,
  ActivityTypes.Event,
  ActivityTypes.EndOfConversation,
]);

export interface AdapterPorts {
  readonly handle: TurnHandler;
  render(reply: Partial<Activity>): Partial<Activity>;
  publicUrl(): string;
  now(): Date;
  /** The bot is working at a reply. */
  onTyping(conversation: string): void;
  /** Runs a turn that nobody asked for, in order with the others of its conversation. */
  onProactive(conversation: string, logic: TurnHandler): Promise<void>;
}

/** Replies of one turn, until they are kept. */
class Outbox {
  readonly replies: Partial<Activity>[] = [];
}

const OUTBOX = Symbol('the outbox of a turn');

/** The Bot Framework's side of Direct Line: runs the bot, and keeps what it says in the turn's outbox until the turn is over. */
export class DirectLineAdapter extends BotAdapter {
  readonly #ports: AdapterPorts;

  constructor(ports: AdapterPorts) {
    super();
    this.#ports = ports;
  }

  /** Runs the bot on what a person sent, or on what happened. */
  async turn(
    conversation: KeptConversation,
    activity: Partial<Activity>,
    handle: TurnHandler = this.#ports.handle,
  ): Promise<TurnOutcome> {
    const outbox = new Outbox();
    const context = new TurnContext(this, {
      from: { id: conversation.user, name: '' },
      ...activity,
      channelId: CHANNEL,
      serviceUrl: this.#ports.publicUrl(),
      conversation: { id: conversation.id, isGroup: false, conversationType: 'personal', name: '', tenantId: '' },
      recipient: BOT,
      // The log keeps it as text.
      timestamp: new Date(activity.timestamp ?? this.#ports.now()),
    });
    context.turnState.set(OUTBOX, outbox);
    await this.runMiddleware(context, handle);
    return { replies: outbox.replies, forget: reportOf(context).forget };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const outbox: Outbox | undefined = context.turnState.get(OUTBOX);
    for (const activity of activities) {
      if (activity.type === ActivityTypes.Typing) this.#ports.onTyping(context.activity.conversation.id);
      else if (LEAVING.has(activity.type ?? '')) outbox?.replies.push(this.#leaving(activity));
    }
    // The ids that clients see come with the places in the log, when the turn is over.
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.#ports.onProactive(reference.conversation?.id ?? '', logic);
  }

  override async updateActivity(): Promise<undefined> {
    throw new AdvisorError('ACTIVITY_FIXED');
  }

  override async deleteActivity(): Promise<void> {
    throw new AdvisorError('ACTIVITY_FIXED');
  }

  /** As it is logged: without what the place in the log tells. Our texts have no Markdown, and a `*` in one is a `*`. */
  #leaving(activity: Partial<Activity>): Partial<Activity> {
    const { id: _id, conversation: _, recipient: _to, serviceUrl: _url, channelId: _channel, ...kept } = activity;
    const rendered = this.#ports.render(kept);
    return {
      ...(rendered.type === ActivityTypes.Message && { textFormat: 'plain' }),
      ...rendered,
      from: BOT,
      timestamp: this.#ports.now(),
    };
  }
}
