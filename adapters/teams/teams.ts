import { type Activity, ActivityTypes, Channels } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { TurnHandler, Turns } from '../directline/ports.ts';
import type { HttpLog, HttpObserver, Mount } from '../http/dependencies.ts';
import { readActivity, readEnvelope, wholeActivity } from './activity-shape.ts';
import { ChannelKeys } from './channel-keys.ts';
import { Conversations } from './conversations.ts';
import { Delivery } from './delivery.ts';
import { endpoint, type Receipt } from './endpoint.ts';
import { readIncoming } from './incoming.ts';
import type { Invokes } from './invokes.ts';
import { teamsMessage } from './message-form.ts';
import type { DeliveryLog } from './ports.ts';
import { ServiceHosts } from './service-hosts.ts';
import { TeamsAdapter } from './teams-adapter.ts';
import { ChannelTokens, type TokenCheck, unchecked } from './token-check.ts';

export const TEAMS_PATH = '/api/messages';

/** The metadata of the tokens that the Bot Framework's channels send. */
const OPEN_ID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const DELIVERY_MS = 10_000;

/** Who may send activities. */
export type TeamsAccess =
  | { readonly kind: 'off' }
  /** Programs on this machine, of which nothing is asked. */
  | { readonly kind: 'unauthenticated' }
  /** The Bot Framework's service, for the bot with this id. */
  | { readonly kind: 'app'; readonly appId: string };

export interface TeamsDependencies {
  readonly access: TeamsAccess;
  /** What the bot signs in with where it answers. */
  readonly credentials: ServiceClientCredentialsFactory;
  readonly handle: TurnHandler;
  readonly log: DeliveryLog;
  readonly turns: Turns;
  readonly invokes: Invokes;
  /** Hosts, beside those of Microsoft, that answers may be sent to; one that begins with a dot stands for those below it. */
  readonly serviceHosts: readonly string[];
  /** Where people reach the server, and Teams loads pictures from; null where only programs of this machine reach it. */
  publicUrl(): string | null;
  /** False while the knowledge is being loaded. */
  ready(): boolean;
  readonly logger: HttpLog;
  readonly observe: HttpObserver;
  now(): Date;
  /** Told the channel's id of a person who is forgotten, for what is remembered of them elsewhere. May be told twice. */
  onForget?(user: string): void;
  readonly options?: TeamsOptions;
}

/** What stands in the place of Microsoft's services, for a test; and how long a request may take to be answered. */
export interface TeamsOptions {
  readonly openIdMetadata?: string;
  /** Whether answers may go to a program on this machine (http, any port). In the unauthenticated mode they may. */
  readonly allowsLoopback?: boolean;
  readonly deliveryMs?: number;
}

export interface Teams {
  readonly mounts: readonly Mount[];
  /** Takes middleware. */
  readonly adapter: TeamsAdapter;
  /** Answers and delivers what was left at the last end. To be called once, when there is knowledge to answer from. */
  recover(): Promise<void>;
  /** Takes nothing new, and waits for what is under way. */
  close(): Promise<void>;
}

/** The bot in Microsoft Teams: activities come in at `/api/messages` and are answered at the address that they name. */
export function createTeams(dependencies: TeamsDependencies): Teams {
  const { access, credentials, log, turns, invokes, logger, observe, options = {} } = dependencies;
  const isOpen = access.kind === 'unauthenticated';
  const hosts = new ServiceHosts(dependencies.serviceHosts, isOpen || options.allowsLoopback === true);
  const adapter = new TeamsAdapter({
    appId: access.kind === 'app' ? access.appId : '',
    credentials,
    handle: dependencies.handle,
    render: (reply) => {
      const publicUrl = dependencies.publicUrl();
      return teamsMessage(reply, {
        publicUrl: publicUrl ?? '',
        // Teams shows no SVG.
        pictures: publicUrl === null ? 'none' : 'png',
        shared: reply.conversation?.isGroup === true,
        // The Agents Playground fails on a click that is to be shown: it would do nothing.
        showsClicks: !isOpen,
      });
    },
  });
  const delivery = new Delivery({
    log,
    hosts,
    logger,
    deliveryMs: options.deliveryMs ?? DELIVERY_MS,
    now: () => dependencies.now(),
    send: (reply, signal) => adapter.send(reply, signal),
  });
  const conversations = new Conversations({
    log,
    turns,
    delivery,
    logger,
    turn: async (activity) => {
      const outcome = await adapter.turn(activity);
      if (outcome.forget) dependencies.onForget?.(activity.from?.id ?? '');
      return outcome;
    },
    ready: () => dependencies.ready(),
  });
  const channels: readonly string[] = [Channels.Msteams, Channels.Webchat, ...(isOpen ? [Channels.Emulator] : [])];
  const tokens = checkOf(access, options);

  const receive = async (authorization: string | undefined, body: unknown): Promise<Receipt> => {
    const envelope = readEnvelope(body);
    // Before anything is asked or sent anywhere: these two decide whether there is anything to be done at all.
    if (!channels.includes(envelope.channelId)) throw new AdvisorError('TEAMS_CHANNEL_REFUSED');
    hosts.check(envelope.serviceUrl);
    await tokens.check(authorization, envelope);
    const sent = readActivity(body);
    if (sent.type === ActivityTypes.Invoke) return answerInvoke(wholeActivity(body));
    const incoming = readIncoming(sent, dependencies.now());
    if (incoming) await conversations.receive(incoming);
    return { status: 200 };
  };
  const answerInvoke = async (activity: Activity): Promise<Receipt> => {
    conversations.checkOpen();
    return (await invokes.answer(activity)) ?? { status: 501 };
  };

  return {
    mounts: [
      {
        path: TEAMS_PATH,
        // Behind few addresses the service speaks for whole offices, a search for each key.
        limit: 'refused',
        handler: endpoint({
          logger,
          observe,
          fromAnywhere: access.kind === 'app',
          receive: access.kind === 'off' ? null : receive,
        }),
      },
    ],
    adapter,
    recover: async () => {
      if (access.kind !== 'off') await conversations.recover();
    },
    close: () => conversations.close(),
  };
}

function checkOf(access: TeamsAccess, { openIdMetadata = OPEN_ID_METADATA }: TeamsOptions): TokenCheck {
  return access.kind === 'app' ? new ChannelTokens(access.appId, new ChannelKeys(openIdMetadata)) : unchecked;
}
