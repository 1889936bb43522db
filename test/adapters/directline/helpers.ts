import { randomBytes } from 'node:crypto';
import { type Agent, request } from 'node:http';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { type ClientOptions, WebSocket } from 'ws';
import { createDirectLine, type DirectLine } from '../../../adapters/directline/direct-line.ts';
import type { Limits } from '../../../adapters/directline/limits.ts';
import type { TurnHandler } from '../../../adapters/directline/ports.ts';
import { createApp } from '../../../adapters/http/app.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import { CareerBot } from '../../../bot/career-bot.ts';
import { createLogger } from '../../../bot/log.ts';
import { type KeptState, openKeptState } from '../../../bot/state/kept-state.ts';
import { Advisor } from '../../../dialogs/advisor.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../../dialogs/helpers.ts';
import { tempFolder } from '../../knowledge/helpers.ts';

export const SECRET = 'a secret of the tests that has more than 32 characters';
/** A page that the operator trusts, and one that nobody knows. */
export const TRUSTED = 'https://www.example.org';
export const STRANGE = 'https://elsewhere.example';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body read as JSON: of no type, before a test has looked at it. */
  readonly json: ReturnType<typeof JSON.parse>;
}

export interface AskOptions {
  readonly method?: string;
  readonly token?: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** Bounds the connections of many requests at once; each has its own unless told. */
  readonly agent?: Agent;
}

export interface ChatToken {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly expiresIn: number;
  readonly resume: string;
}

export interface TestServer {
  readonly origin: string;
  readonly directLine: DirectLine;
  readonly state: KeptState;
  readonly key: Uint8Array;
  /** Codes of what was turned away. */
  readonly refused: string[];
  /** What was logged, as JSON lines. */
  readonly logged: string[];
  readonly sockets: { opened: number; closed: number };
  ask(path: string, options?: AskOptions): Promise<Answer>;
  /** Of a page of the server's own. */
  chatToken(body?: unknown, origin?: string): Promise<ChatToken>;
  /** A conversation of a page of the server's own, begun and greeted. */
  start(): Promise<Talk>;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly limits?: Partial<Limits>;
  readonly secret?: string | null;
  /** Around the real bot. */
  readonly wrap?: (bot: TurnHandler) => TurnHandler;
  readonly dataDir?: string;
  readonly key?: Uint8Array;
  readonly now?: () => Date;
  readonly ready?: () => boolean;
  readonly proxyHops?: number;
  /** Any that is free, unless told. */
  readonly port?: number;
}

/** The Direct Line server with the real bot and the real state, on any free port. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { limits = {}, secret = SECRET, wrap = (bot) => bot, now = () => new Date(), ready = () => true } = options;
  const { dataDir = tempFolder(), key = randomBytes(32) } = options;
  const knowledge = await shippedKnowledge();
  const state = await openKeptState(dataDir, { keepDays: 30, now });
  const silent = createLogger('silent');
  const bot = new CareerBot(
    () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
    state.storage,
    silent,
  );
  const refused: string[] = [];
  const logged: string[] = [];
  const sockets = { opened: 0, closed: 0 };
  const write = (details: object, message: string): void => void logged.push(JSON.stringify({ ...details, message }));
  const logger = { debug: write, info: write, error: write };
  const directLine = createDirectLine({
    handle: wrap((context) => bot.run(context)),
    log: state.log,
    turns: state.turns,
    key,
    publicUrl: () => server.origin,
    secret,
    trustedOrigins: [TRUSTED],
    keepDays: 30,
    ready,
    render: ({ attachments: _, ...reply }) => reply,
    logger,
    observe: {
      socketOpened: () => {
        sockets.opened += 1;
      },
      socketClosed: () => {
        sockets.closed += 1;
      },
      refused: (reason) => void refused.push(reason),
    },
    limits: { messages: 1_000, ...limits },
    proxyHops: options.proxyHops ?? 0,
    now,
  });
  const app = createApp({
    knowledge: () => knowledge,
    wording: en,
    today: () => TODAY,
    log: logger,
    mounts: directLine.mounts,
    proxyHops: options.proxyHops ?? 0,
  });
  const server = await HttpServer.listen(app, { host: '127.0.0.1', port: options.port ?? 0 }, directLine.upgrade);
  const made: TestServer = {
    origin: server.origin,
    directLine,
    state,
    key,
    refused,
    logged,
    sockets,
    ask: (path, asked) => ask(server.origin, path, asked),
    chatToken: async (body = {}, origin = server.origin) => {
      const answer = await ask(server.origin, '/api/chat/token', { method: 'POST', origin, body });
      expect(answer.status, answer.text).to.equal(200);
      return answer.json;
    },
    start: async () => {
      const talk = new Talk(made, await made.chatToken());
      await talk.connect();
      return talk;
    },
    close: async () => {
      await directLine.close();
      await server.close();
      await state.close();
    },
  };
  return made;
}

/** Without the conveniences of `fetch`, which sends headers of its own. */
function ask(server: string, path: string, options: AskOptions = {}): Promise<Answer> {
  const { method = 'GET', token, origin, headers = {}, body, agent = false } = options;
  const { hostname, port } = new URL(server);
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path,
        method,
        agent,
        headers: {
          ...(text !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(origin !== undefined && { Origin: origin }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answered = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answered,
            json: answered.startsWith('{') ? JSON.parse(answered) : undefined,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** A conversation as a page has it. */
export class Talk {
  readonly #server: TestServer;
  readonly id: string;
  readonly user: string;
  readonly resume: string;
  token: string;

  constructor(server: TestServer, { conversationId, userId, token, resume }: ChatToken) {
    this.#server = server;
    this.id = conversationId;
    this.user = userId;
    this.token = token;
    this.resume = resume;
  }

  get path(): string {
    return `/v3/directline/conversations/${this.id}`;
  }

  /** Connects anew; gives the address of a stream. */
  async connect(watermark = ''): Promise<string> {
    const answer = await this.#server.ask(`${this.path}?watermark=${watermark}`, { token: this.token });
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.streamUrl;
  }

  post(body: unknown): Promise<Answer> {
    return this.#server.ask(`${this.path}/activities`, { method: 'POST', token: this.token, body });
  }

  async say(text: string, clientActivityID?: string): Promise<string> {
    const answer = await this.post({
      type: 'message',
      text,
      from: { id: 'whoever' },
      channelData: { clientActivityID },
    });
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.id;
  }

  async poll(watermark: string | number = ''): Promise<{ activities: Partial<Activity>[]; watermark: string }> {
    const answer = await this.#server.ask(`${this.path}/activities?watermark=${watermark}`, { token: this.token });
    expect(answer.status, answer.text).to.equal(200);
    return answer.json;
  }

  async open(watermark = '', options: ClientOptions = {}): Promise<Listener> {
    return Listener.open(await this.connect(watermark), this.#server.origin, options);
  }
}

/** A stream, read to be looked at. */
export class Listener {
  readonly socket: WebSocket;
  readonly frames: string[] = [];
  readonly #waiting = new Set<() => void>();
  readonly closed: Promise<number>;

  constructor(address: string, origin?: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(address, { ...options, ...(origin !== undefined && { origin }) });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code) => resolve(code));
    });
    this.socket.on('message', (data) => {
      this.frames.push(String(data));
      for (const look of this.#waiting) look();
    });
  }

  static async open(address: string, origin?: string, options?: ClientOptions): Promise<Listener> {
    const listener = new Listener(address, origin, options);
    await new Promise((resolve, reject) => {
      listener.socket.once('open', resolve);
      listener.socket.once('error', reject);
    });
    return listener;
  }

  /** Status and body of a refused upgrade. */
  static refusal(address: string, origin?: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address, { ...(origin !== undefined && { origin }) });
      socket.once('open', () => reject(new Error('the stream was opened')));
      socket.once('error', reject);
      socket.once('unexpected-response', (_request, response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
    });
  }

  get sets(): { activities: Partial<Activity>[]; watermark?: string }[] {
    return this.frames.filter((frame) => frame !== '').map((frame) => JSON.parse(frame));
  }

  /** Everything but typing. */
  get activities(): Partial<Activity>[] {
    return this.sets.flatMap(({ activities }) => activities).filter(({ type }) => type !== 'typing');
  }

  get watermark(): string {
    return this.sets.findLast(({ watermark }) => watermark !== undefined)?.watermark ?? '';
  }

  /** Resolves as soon as it is so; the test's own limit ends a wait for what never comes. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  untilPosition(id: string): Promise<void> {
    return this.until(() => this.activities.some((activity) => activity.id === id));
  }

  /** Until the reply to an activity is there. */
  untilReplyTo(id: string): Promise<void> {
    return this.until(() => this.activities.some(({ replyToId }) => replyToId === id));
  }

  close(): Promise<number> {
    this.socket.terminate();
    return this.closed;
  }
}

/** Holds an answer to be an error of Direct Line with nothing of our insides; gives its message. */
export function expectFault({ status, json, text, headers }: Answer, wanted: number, code: string): string {
  expect(status, text).to.equal(wanted);
  expect(Object.keys(json)).to.deep.equal(['error']);
  expect(json.error).to.have.all.keys('code', 'message');
  expect(json.error.code).to.equal(code);
  expect(headers['content-type']).to.equal('application/json; charset=utf-8');
  expect(headers['cache-control']).to.equal('no-store');
  expect(headers).not.to.have.property('retry-after');
  expect(text).not.to.match(/node_modules|\.ts\b|\.js\b|\bat .*:\d+|SQLITE|Error:/);
  return json.error.message;
}

/** Positions of activities, read from their ids. */
export function positionsOf(activities: readonly Partial<Activity>[]): number[] {
  return activities.map(({ id }) => Number(id?.split('|')[1]));
}

/** Something to wait for that a test makes happen. */
export function signal(): { readonly happened: Promise<void>; readonly happen: () => void } {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
}
