import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { REPLY_CONTENT_TYPE, type Reply } from '../../dialogs/replies.ts';

/** What an adapter hands each turn to. */
export type TurnHandler = (context: TurnContext) => Promise<void>;

/** A Bot Framework adapter for one conversation in a terminal: a line goes in, the replies of its turn come back. */
export class ConsoleAdapter extends BotAdapter {
  readonly #handle: TurnHandler;
  readonly #conversation = {
    id: randomUUID(),
    isGroup: false,
    conversationType: 'personal',
    name: 'console',
    tenantId: '',
  };
  #sent: Reply[] = [];

  constructor(handle: TurnHandler) {
    super();
    this.#handle = handle;
  }

  /** The greeting of a person who has just arrived. */
  greet(): Promise<Reply[]> {
    return this.#turn({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'person', name: 'person' }] });
  }

  say(text: string): Promise<Reply[]> {
    return this.#turn({ type: ActivityTypes.Message, text, locale: 'en-CA' });
  }

  async #turn(activity: Partial<Activity>): Promise<Reply[]> {
    this.#sent = [];
    const context = new TurnContext(this, {
      ...activity,
      id: randomUUID(),
      channelId: 'console',
      serviceUrl: '',
      conversation: this.#conversation,
      from: { id: 'person', name: 'person' },
      recipient: { id: 'bot', name: 'Career Advisor' },
      timestamp: new Date(),
    });
    await this.runMiddleware(context, this.#handle);
    return this.#sent;
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      const reply = activity.attachments?.find((attachment) => attachment.contentType === REPLY_CONTENT_TYPE)?.content;
      if (activity.type === ActivityTypes.Message && isReply(reply)) this.#sent.push(reply);
    }
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async updateActivity(): Promise<undefined> {
    return undefined;
  }

  override async deleteActivity(): Promise<void> {}

  override async continueConversation(): Promise<void> {}
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'text' in value && 'spoken' in value;
}
