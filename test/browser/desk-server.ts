import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { createDeskApi } from '../../adapters/desk/api/desk-api.ts';
import { bundleDesk } from '../../adapters/desk/bundle.ts';
import { createDesk } from '../../adapters/desk/mount.ts';
import { createSignIn } from '../../adapters/desk/sign-in/sign-in.ts';
import { createDirectLine, type DirectLine } from '../../adapters/directline/direct-line.ts';
import { createApp } from '../../adapters/http/app.ts';
import { createCharts } from '../../adapters/http/charts/charts.ts';
import type { HttpLog } from '../../adapters/http/dependencies.ts';
import { HttpServer } from '../../adapters/http/server.ts';
import { cardReply } from '../../adapters/rendering/card-reply.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { DESK_SOURCES } from '../../bot/paths.ts';
import { openKeptState } from '../../bot/state/kept-state.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';
import { tempFolder } from '../knowledge/helpers.ts';

const SILENT: HttpLog = { debug: () => undefined, info: () => undefined, error: () => undefined };
const KEEP_DAYS = 30;
/** The widget's, which is not served here. */
const noPicture: RequestHandler = (_request, response) => void response.status(204).end();

let bundled: Promise<string> | undefined;

/** The desk's bundles, made once for all tests of a run. */
export function deskBundles(): Promise<string> {
  bundled ??= (async () => {
    const folder = tempFolder();
    await bundleDesk(DESK_SOURCES, join(folder, 'browser'));
    return join(folder, 'browser');
  })();
  return bundled;
}

export interface DeskServer {
  readonly origin: string;
  /** Stops serving, as a crash or a new release would; what is kept stays. */
  stop(): Promise<void>;
  /** Serves again at the same address. */
  start(): Promise<void>;
  /** Stands before the desk's interface; hands on unless told. */
  before(handler: RequestHandler): void;
  close(): Promise<void>;
}

/** The desk with its interface, its pictures and the bot beside it, on loopback. */
export async function startDeskServer(): Promise<DeskServer> {
  const knowledge = await shippedKnowledge();
  const bundles = await deskBundles();
  const state = await openKeptState(tempFolder(), { keepDays: KEEP_DAYS });
  const bot = new CareerBot(
    () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
    state.storage,
    createLogger('silent'),
  );
  const key = randomBytes(32);
  const pass: RequestHandler = (_request, _response, next) => next();
  let before = pass;
  let running: { server: HttpServer; directLine: DirectLine } | undefined;
  let port = 0;
  const publicUrl = (): string => `http://127.0.0.1:${port}`;
  const common = { knowledge: () => knowledge, wording: en, log: SILENT };
  const signIn = createSignIn({ access: { kind: 'this-machine' }, publicUrl, key, wording: en, log: SILENT });
  const api = createDeskApi({
    ...common,
    homeRegion: 'AB',
    today: () => TODAY,
    contact: () => knowledge.store.contact('alberta-supports'),
    gaps: { list: async () => ({ gaps: [], sealed: 2 }) },
    identity: signIn.identity,
    signOutPath: signIn.signOutPath,
  });
  const stop = async (): Promise<void> => {
    await running?.directLine.close();
    await running?.server.close();
    running = undefined;
  };
  const start = async (): Promise<void> => {
    const directLine = createDirectLine({
      handle: (context) => bot.run(context),
      log: state.log,
      turns: state.turns,
      key,
      publicUrl,
      secret: null,
      trustedOrigins: [],
      keepDays: KEEP_DAYS,
      ready: () => true,
      render: (reply) => cardReply(reply, { publicUrl: publicUrl() }),
      logger: SILENT,
      observe: { socketOpened: () => undefined, socketClosed: () => undefined, refused: () => undefined },
      now: () => new Date(),
    });
    const desk = createDesk({
      bundles,
      publicUrl,
      api: Router().use((request, response, next) => before(request, response, next), api),
      signIn,
      wording: en,
      log: SILENT,
    });
    const app = createApp({
      ...common,
      today: () => TODAY,
      mounts: [...directLine.mounts, createCharts(common), ...desk, { path: '/favicon.svg', handler: noPicture }],
    });
    const server = await HttpServer.listen(app, { host: '127.0.0.1', port }, directLine.upgrade);
    port = Number(new URL(server.origin).port);
    running = { server, directLine };
  };
  await start();
  return {
    origin: publicUrl(),
    stop,
    start,
    before: (handler) => {
      before = handler;
    },
    close: async () => {
      await stop();
      await state.close();
    },
  };
}
