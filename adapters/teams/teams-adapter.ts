import { randomUUID } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { ConnectorClient, ServiceClientCredentialsFactory } from 'botframework-connector';
import { textOf } from '../../dialogs/answers/sentence.ts';
import { reportOf } from '../../dialogs/turn-report.ts';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { TurnHandler, TurnOutcome } from '../directline/ports.ts';
import { FILES, STRANGE_CLICK } from './incoming.ts';

/** How many of the services' addresses are remembered; there is one a region. */
const MOST_SERVICES = 50;

export interface TeamsAdapterOptions {
  /** Empty where nobody signs in anywhere. */
  readonly appId: string;
  readonly credentials: ServiceClientCredentialsFactory;
  readonly handle: TurnHandler;
  /** What a reply looks like in Teams. */
  render(reply: Partial<Activity>): Partial<Activity>;
}

/** Replies of one turn, until they are kept. */
class Outbox {
  readonly replies: Partial<Activity>[] = [];
}

const OUTBOX = Symbol('the outbox of a turn');

/**
 * The SDK's adapter for the Bot Framework's service. Who may send activities has been looked at before they come here; what the bot says
 * waits in the turn's outbox until the turn is kept, and is then sent.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #options: TeamsAdapterOptions;
  /** The SDK's client asks for a token of its own each time that it is made. */
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  constructor(options: TeamsAdapterOptions) {
    super(new ConfigurationBotFrameworkAuthentication({}, options.credentials));
    this.#options = options;
  }

  /** Runs the bot on what came in; what came in has told where the answer is to go. */
  async turn(activity: Partial<Activity>): Promise<TurnOutcome> {
    const outbox = new Outbox();
    let forget = activity.type === ActivityTypes.InstallationUpdate;
    // The log keeps it as text.
    const received = { ...activity, timestamp: new Date(activity.timestamp ?? Date.now()) };
    await this.processProactive(
      this.createClaimsIdentity(this.#options.appId),
      received,
      undefined,
      async (context) => {
        context.turnState.set(OUTBOX, outbox);
        await this.#handle(context);
        forget ||= reportOf(context).forget;
      },
    );
    return { replies: outbox.replies, forget };
  }

  /** Sends one reply, as it was kept. Throws what the SDK throws, with `statusCode` where the service has answered. */
  async send(reply: Partial<Activity>, abortSignal: AbortSignal): Promise<void> {
    const { serviceUrl = '', conversation, replyToId } = reply;
    const { conversations } = await this.#connector(serviceUrl);
    const to = conversation?.id ?? '';
    if (replyToId === undefined) await conversations.sendToConversation(to, reply, { abortSignal });
    else await conversations.replyToActivity(to, replyToId, reply, { abortSignal });
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const outbox: Outbox | undefined = context.turnState.get(OUTBOX);
    const said = activities.filter(({ type }) => type === ActivityTypes.Message);
    outbox?.replies.push(...said.map((activity) => this.#leaving(activity)));
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async updateActivity(): Promise<undefined> {
    throw new AdvisorError('ACTIVITY_FIXED');
  }

  override async deleteActivity(): Promise<void> {
    throw new AdvisorError('ACTIVITY_FIXED');
  }

  async #handle(context: TurnContext): Promise<void> {
    const { type, name, locale } = context.activity;
    const { teams, conversation } = wordingFor(locale);
    if (type === ActivityTypes.InstallationUpdate) return;
    if (type !== ActivityTypes.Event) return this.#options.handle(context);
    if (name === FILES) await context.sendActivity(textOf(teams.filesNotRead));
    else if (name === STRANGE_CLICK) await context.sendActivity(textOf(conversation.notUnderstood[0]));
  }

  /** What is said to all of a conversation is addressed to nobody in it. */
  #leaving({ id: _id, ...activity }: Partial<Activity>): Partial<Activity> {
    const { recipient, ...reply } = this.#options.render(activity);
    return recipient && recipient.id !== reply.conversation?.id ? { ...reply, recipient } : reply;
  }

  #connector(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    if (this.#connectors.size >= MOST_SERVICES) this.#connectors.clear();
    const { appId } = this.#options;
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    const made = factory.create(serviceUrl);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }
}
