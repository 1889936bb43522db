import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDirectLine, type DirectLine } from '../../adapters/directline/direct-line.ts';
import { createApp } from '../../adapters/http/app.ts';
import { createCharts } from '../../adapters/http/charts/charts.ts';
import type { HttpLog } from '../../adapters/http/dependencies.ts';
import { HttpServer } from '../../adapters/http/server.ts';
import { cardReply } from '../../adapters/rendering/card-reply.ts';
import { bundleWidget } from '../../adapters/widget/bundle.ts';
import { createWidget } from '../../adapters/widget/mount.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { WIDGET_SOURCES } from '../../bot/paths.ts';
import { openKeptState } from '../../bot/state/kept-state.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';
import { tempFolder } from '../knowledge/helpers.ts';

const SILENT: HttpLog = { debug: () => undefined, info: () => undefined, error: () => undefined };
const KEEP_DAYS = 30;

let bundled: Promise<string> | undefined;

/** The widget's bundles, made once for all tests of a run. */
export function bundles(): Promise<string> {
  bundled ??= (async () => {
    const folder = join(tempFolder(), 'browser');
    await bundleWidget(WIDGET_SOURCES, folder);
    return folder;
  })();
  return bundled;
}

export interface ChatServer {
  readonly origin: string;
  /** Stops serving, as a crash or a new release would; what is kept stays. */
  stop(): Promise<void>;
  /** Serves again at the same address. */
  start(): Promise<void>;
  /** Moves the server's clock. */
  advance(seconds: number): void;
  close(): Promise<void>;
}

/** The whole web channel on loopback: bot, state, Direct Line, widget and charts. */
export async function startChatServer(trustedOrigins: readonly string[] = []): Promise<ChatServer> {
  const knowledge = await shippedKnowledge();
  const folder = await bundles();
  const state = await openKeptState(tempFolder(), { keepDays: KEEP_DAYS });
  const bot = new CareerBot(
    () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
    state.storage,
    createLogger('silent'),
  );
  const key = randomBytes(32);
  let running: { server: HttpServer; directLine: DirectLine } | undefined;
  let port = 0;
  let ahead = 0;
  const publicUrl = (): string => `http://127.0.0.1:${port}`;
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
      now: () => new Date(Date.now() + ahead),
    });
    const widget = createWidget({
      bundles: folder,
      publicUrl,
      trustedOrigins,
      keepDays: KEEP_DAYS,
      wording: en,
      contact: () => knowledge.store.contact('alberta-supports'),
      log: SILENT,
    });
    const common = { knowledge: () => knowledge, wording: en, log: SILENT };
    const app = createApp({
      ...common,
      today: () => TODAY,
      mounts: [...directLine.mounts, createCharts(common), ...widget],
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
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    close: async () => {
      await stop();
      await state.close();
    },
  };
}

export interface ForeignSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** A website of somebody else, whose policy allows the chat's server and nothing more; `page` writes its body. */
export async function startForeignSite(page: () => { body: string; policy: string }): Promise<ForeignSite> {
  const server: Server = createServer((_request, response) => {
    const { body, policy } = page();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy);
    response.end(`<!doctype html><html lang="en"><head><title>A site</title></head><body>${body}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
