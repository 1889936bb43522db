import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { CARD_CONTENT_TYPE } from '../../../adapters/rendering/card-schema.ts';
import { readConfig } from '../../../bot/config.ts';
import { createLogger } from '../../../bot/log.ts';
import { type Service, startService } from '../../../bot/service.ts';
import type { TeamsServices } from '../../../bot/teams.ts';
import { builtStore, PACK_DIR, ROOT, tempFolder } from '../../knowledge/helpers.ts';
import { type Connector, type Delivered, startConnector } from './connector.ts';
import { APP_ID, startTokenService, type TokenService } from './token-service.ts';

/** The bot's own account in Teams, and what it is called there. */
export const BOT_ID = `28:${APP_ID}`;
export const BOT_MENTION = '<at>Career Advisor</at>';

export type Scope = 'personal' | 'groupChat' | 'channel';

/** Who says something, and where. */
export interface Where {
  readonly scope?: Scope;
  /** Id of the person. */
  readonly from?: string;
  readonly conversation?: string;
  readonly locale?: string;
  readonly channelId?: string;
  /** Id of the activity; each has its own unless told. */
  readonly id?: string;
}

/** What became of an activity that Teams has sent. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON: of no type, before a test has looked at it. */
  readonly json: ReturnType<typeof JSON.parse>;
  /** What the connector got from the sending of the activity to the end of its request. */
  readonly sent: readonly Delivered[];
}

export interface HarnessOptions {
  readonly dataDir?: string;
  readonly connector?: Connector;
  readonly tokens?: TokenService;
  readonly environment?: Readonly<Record<string, string>>;
  readonly services?: TeamsServices;
  /** Has the knowledge built afresh, and does not wait for it. */
  readonly early?: boolean;
}

/** Teams as the bot sees it, and the bot's whole service, on loopback. */
export interface TeamsHarness {
  readonly service: Service;
  readonly connector: Connector;
  readonly tokens: TokenService;
  readonly dataDir: string;
  /** What was logged, as JSON lines. */
  readonly logged: string[];
  /** Sends an activity as Teams does, with a good token unless another is given; null for none. */
  post(activity: object | string, token?: string | null): Promise<Answered>;
  /** Sends a message, with the bot mentioned where several talk. */
  say(text: string, where?: Where): Promise<Answered>;
  /** Clicks what the bot has offered under this title. */
  click(on: readonly Delivered[], title: string, where?: Where): Promise<Answered>;
  /** Ends the service; connector and tokens stay, where they were handed in. */
  close(): Promise<void>;
}

/** Signs what the bot sends, without asking anybody. */
class OutgoingCredentials extends ServiceClientCredentialsFactory {
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === APP_ID;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return {
      signRequest: async (request) => {
        request.headers.set('Authorization', 'Bearer of-the-bot');
        return request;
      },
    };
  }
}

let counted = 0;

/** An id that no other of this run has. */
export function newId(kind = 'activity'): string {
  counted += 1;
  return `${kind}-${counted}`;
}

export async function startTeams(options: HarnessOptions = {}): Promise<TeamsHarness> {
  const { dataDir = tempFolder(), environment = {}, services = {}, early = false } = options;
  const connector = options.connector ?? (await startConnector());
  const tokens = options.tokens ?? (await startTokenService());
  const { packDir, storeDir } = early ? { packDir: PACK_DIR, storeDir: tempFolder() } : await builtStore();
  const logged: string[] = [];
  const config = readConfig(
    {
      PORT: '0',
      DATA_DIR: dataDir,
      REQUESTS_PER_MINUTE: '1000000',
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: '66666666-7777-8888-9999-000000000000',
      MicrosoftAppPassword: 'the password of the tests',
      ...environment,
    },
    ROOT,
  );
  const service = await startService(config, createLogger('info', { write: (line) => void logged.push(line) }), {
    knowledge: { packDir, storeDir, importsDir: join(dataDir, 'imports') },
    teams: {
      credentials: new OutgoingCredentials(),
      openIdMetadata: tokens.metadataUrl,
      allowsLoopback: true,
      deliveryMs: 20_000,
      ...services,
    },
  });
  if (!early) await service.ready;
  const made: TeamsHarness = {
    service,
    connector,
    tokens,
    dataDir,
    logged,
    post: async (activity, token) => {
      const before = connector.delivered.length;
      const bearer = token === undefined ? await tokens.token(serviceUrlOf(activity)) : token;
      const answer = await fetch(`${service.origin}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(bearer !== null && { Authorization: `Bearer ${bearer}` }) },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        json: text.startsWith('{') ? JSON.parse(text) : undefined,
        sent: connector.delivered.slice(before),
      };
    },
    say: (text, where) => made.post(message(connector, text, where)),
    click: (on, title, where = {}) => made.post({ ...activityFrom(connector, where), ...clickOn(on, title) }),
    close: async () => {
      await service.close();
      if (!options.connector) await connector.close();
      if (!options.tokens) await tokens.close();
    },
  };
  return made;
}

/** An activity as Teams sends it, without what is said. */
export function activityFrom({ serviceUrl }: Connector, where: Where = {}): Partial<Activity> & { id: string } {
  const { scope = 'personal', from = '29:a-person', locale = 'en-CA', id = newId(), channelId = 'msteams' } = where;
  const conversation = where.conversation ?? CONVERSATIONS[scope];
  return {
    type: 'message',
    id,
    channelId,
    serviceUrl,
    timestamp: new Date(),
    locale,
    from: { id: from, name: 'A Person', aadObjectId: `of ${from}` },
    recipient: { id: BOT_ID, name: 'Career Advisor' },
    conversation: {
      id: conversation,
      name: '',
      conversationType: scope,
      tenantId: 'the tenant',
      isGroup: scope !== 'personal',
    },
    channelData: { tenant: { id: 'the tenant' } },
  };
}

const CONVERSATIONS: Readonly<Record<Scope, string>> = {
  personal: 'a:personal-chat',
  groupChat: '19:group-chat@thread.v2',
  channel: '19:channel@thread.tacv2;messageid=1700000000000',
};

/** A message as Teams sends it: formatted, and with the bot mentioned where several talk. */
export function message(connector: Connector, text: string, where: Where = {}): Partial<Activity> & { id: string } {
  const shared = (where.scope ?? 'personal') !== 'personal';
  const written = shared ? `${BOT_MENTION} ${text}` : text;
  return {
    ...activityFrom(connector, where),
    text: written,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div><div>${written}</div></div>` }],
    ...(shared && {
      entities: [
        { type: 'mention', mentioned: { id: BOT_ID, name: 'Career Advisor' }, text: BOT_MENTION },
        { type: 'clientInfo', locale: 'en-CA', country: 'CA', platform: 'Windows' },
      ],
    }),
  };
}

/** What can be clicked: what the clicks on cards say, and the suggestions below a message. */
export function offered(on: readonly Delivered[]): string[] {
  return on.flatMap(({ activity }) => [
    ...submitsIn(activity).map(({ data }) => data.say),
    ...(activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  ]);
}

/** The card of a delivered message, where it has one. */
export function cardIn({ attachments = [] }: Partial<Activity>): unknown {
  return attachments.find(({ contentType }) => contentType === CARD_CONTENT_TYPE)?.content;
}

/** All that the messages say, cards included, as one text. */
export function told(sent: readonly Pick<Delivered, 'activity'>[]): string {
  return sent.map(({ activity }) => `${activity.text ?? ''}\n${textsIn(cardIn(activity)).join('\n')}`).join('\n');
}

interface Submit {
  readonly data: { readonly say: string; readonly msteams?: { readonly text?: string; readonly value?: unknown } };
}

/** What Teams sends for a click: as the card asks, text and value; of a suggestion its text alone. */
function clickOn(on: readonly Delivered[], title: string): Partial<Activity> {
  const submits = on.flatMap(({ activity }) => submitsIn(activity));
  const found = submits.find(({ data }) => data.say === title);
  if (found) {
    const { msteams } = found.data;
    return { text: msteams?.text ?? '', value: msteams?.value ?? found.data };
  }
  const action = on
    .flatMap(({ activity }) => activity.suggestedActions?.actions ?? [])
    .find((each) => each.title === title);
  if (!action) throw new Error(`there is nothing to click called "${title}", but: ${offered(on).join(' | ')}`);
  return { text: String(action.value) };
}

function submitsIn(value: unknown): Submit[] {
  if (Array.isArray(value)) return value.flatMap(submitsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(submitsIn);
  return isSubmit(value) ? [value, ...inner] : inner;
}

function isSubmit(value: object): value is Submit {
  return 'type' in value && value.type === 'Action.Submit' && 'title' in value && 'data' in value;
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('inlines' in value && Array.isArray(value.inlines)) {
    return [value.inlines.map((run: unknown) => textsIn(run).join('')).join('')];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return textsIn(inner);
    return key === 'text' || key === 'altText' ? [inner] : [];
  });
}

function serviceUrlOf(activity: object | string): string {
  const { serviceUrl }: { serviceUrl?: unknown } = typeof activity === 'string' ? {} : { ...activity };
  return typeof serviceUrl === 'string' ? serviceUrl : '';
}
