import type { Activity } from 'botbuilder';
import type { HttpLog, Mount } from '../http/dependencies.ts';
import { limitPerAddress } from '../http/rate-limit.ts';
import type { UpgradeListener } from '../http/server.ts';
import { CHAT_TOKEN_PATH, chatTokenRoutes } from './chat-token.ts';
import { Conversations } from './conversations.ts';
import { DirectLineAdapter } from './direct-line-adapter.ts';
import { Gate } from './gate.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { guardedRouter } from './middleware.ts';
import type { DirectLineObserver } from './observer.ts';
import { Origins } from './origins.ts';
import type { ActivityLog, TurnHandler, Turns } from './ports.ts';
import { PREFIX } from './protocol.ts';
import { directLineRoutes } from './routes.ts';
import { StreamAddresses } from './stream-address.ts';
import { StreamHub } from './stream-hub.ts';
import { Tokens } from './tokens.ts';
import { createUpgrade } from './upgrade.ts';

export interface DirectLineDependencies {
  readonly handle: TurnHandler;
  readonly log: ActivityLog;
  readonly turns: Turns;
  /** What tokens are signed with: 32 bytes or more. */
  readonly key: Uint8Array;
  /** Where clients reach the server: `https://advisor.example.org`. Asked each time: the port may be known late. */
  publicUrl(): string;
  /** What programs show that ask for tokens; null where there are none. */
  readonly secret: string | null;
  /** Origins of the pages, beside the server's own, that may use the chat. */
  readonly trustedOrigins: readonly string[];
  /** Days that a page may come back to its conversation. */
  readonly keepDays: number;
  /** False while the knowledge is being loaded: what is said can be read then, and nothing can be asked. */
  ready(): boolean;
  /** What a reply looks like on this channel; it is logged as it is shown. */
  render(reply: Partial<Activity>): Partial<Activity>;
  readonly logger: HttpLog;
  readonly observe: DirectLineObserver;
  readonly limits?: Partial<Limits>;
  /** Proxies of the operator's own before the server; 0 unless told. */
  readonly proxyHops?: number;
  /** Of clients that tell none. */
  readonly locale?: string;
  now(): Date;
}

export interface DirectLine {
  readonly mounts: readonly Mount[];
  readonly upgrade: UpgradeListener;
  /** Takes middleware, and turns that nobody asked for. */
  readonly adapter: DirectLineAdapter;
  /** Answers what was logged and never answered. To be called once, when there is knowledge to answer from. */
  recover(): Promise<void>;
  /** Takes no new turns, waits for those under way, and tells the sockets (1001). */
  close(): Promise<void>;
}

/** A Direct Line 3.0 server: for Web Chat and every other client of the Bot Framework, without a cloud account. */
export function createDirectLine(dependencies: DirectLineDependencies): DirectLine {
  const { log, turns, logger, observe, trustedOrigins } = dependencies;
  const limits: Limits = { ...DEFAULT_LIMITS, ...dependencies.limits };
  const publicUrl = (): string => dependencies.publicUrl();
  const now = (): Date => dependencies.now();
  const tokens = new Tokens(dependencies.key, now, {
    accessSeconds: limits.tokenSeconds,
    resumeDays: dependencies.keepDays,
  });
  const streams = new StreamHub({ log, logger, observe, limits });
  const adapter = new DirectLineAdapter({
    handle: dependencies.handle,
    render: (reply) => dependencies.render(reply),
    publicUrl,
    now,
    onTyping: (id) => conversations.typing(id),
    onProactive: (id, logic) => conversations.proactive(id, logic),
  });
  const { typingAfterMs } = limits;
  const ready = (): boolean => dependencies.ready();
  const conversations = new Conversations({ log, turns, adapter, streams, logger, typingAfterMs, ready, now });
  const origins = new Origins(publicUrl, trustedOrigins);
  const guard = { origins, limiter: limitPerAddress(limits.requestsPerMinute), observe, logger };
  const routes = directLineRoutes({
    log,
    conversations,
    gate: new Gate(tokens, dependencies.secret, log),
    tokens,
    origins,
    addresses: new StreamAddresses(log, publicUrl, limits.ticketMs),
    limits,
    locale: dependencies.locale ?? 'en-CA',
    now,
  });
  const { tokenSeconds } = limits;
  return {
    mounts: [
      { path: PREFIX, handler: guardedRouter(guard, routes) },
      {
        path: CHAT_TOKEN_PATH,
        handler: guardedRouter(guard, chatTokenRoutes({ log, conversations, tokens, tokenSeconds })),
      },
    ],
    upgrade: createUpgrade({ log, streams, observe, logger, proxyHops: dependencies.proxyHops ?? 0 }),
    adapter,
    recover: () => conversations.recover(),
    close: async () => {
      await conversations.close();
      await streams.close();
    },
  };
}
