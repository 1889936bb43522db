import { setTimeout as sleep } from 'node:timers/promises';
import { createDirectLine } from '../adapters/directline/direct-line.ts';
import type { ActivityLog, Turns } from '../adapters/directline/ports.ts';
import { createApp } from '../adapters/http/app.ts';
import { createCharts } from '../adapters/http/charts/charts.ts';
import { metricsMount } from '../adapters/http/metrics.ts';
import { HttpServer } from '../adapters/http/server.ts';
import { createOccupationPages } from '../adapters/occupation-page/mount.ts';
import { cardReply } from '../adapters/rendering/card-reply.ts';
import { createWidget } from '../adapters/widget/mount.ts';
import { Advisor, type Knowledge } from '../dialogs/advisor.ts';
import { TypeAheads } from '../dialogs/type-ahead/type-ahead.ts';
import { wordingFor } from '../dialogs/wording/index.ts';
import type { BuildProgress } from '../knowledge/build/write-store.ts';
import { AdvisorError } from '../knowledge/errors.ts';
import type { Contact } from '../knowledge/store/knowledge-store.ts';
import { CareerBot } from './career-bot.ts';
import { today } from './clock.ts';
import type { Config } from './config.ts';
import { deskMounts } from './desk.ts';
import { GapKeeper } from './gaps.ts';
import { LiveKnowledge } from './knowledge-service.ts';
import type { Logger } from './log.ts';
import { Metrics } from './metrics.ts';
import { BUNDLES_DIR, type KnowledgePaths, knowledgePaths } from './paths.ts';
import { RecordTurns } from './record-turns.ts';
import { type KeptState, openKeptState } from './state/kept-state.ts';
import { lockDataDir, type ServerLock } from './state/server-lock.ts';
import { signingKey } from './state/signing-key.ts';
import { type TeamsServices, teamsOf } from './teams.ts';

/** A turn that hangs does not keep the server from stopping. */
const CLOSING_MS = 15_000;
/** Whom the chat hands over to. */
const PERSON = 'alberta-supports';

export interface ServiceOptions {
  readonly onProgress?: BuildProgress;
  readonly knowledge?: KnowledgePaths;
  /** What stands in the place of Microsoft's services, for a test. */
  readonly teams?: TeamsServices;
  /** Stands before the parts that keep conversations, for a test of what happens around them. */
  readonly around?: { log(log: ActivityLog): ActivityLog; turns(turns: Turns): Turns };
}

/** The whole server: every channel over one bot, on what is known and what is kept. */
export interface Service {
  /** Where it listens: `http://127.0.0.1:3978`. */
  readonly origin: string;
  /** Where browsers are told to come back to. */
  readonly publicUrl: string;
  /** Resolves when questions can be answered; rejects with what kept the knowledge from being loaded. */
  readonly ready: Promise<void>;
  /** Lets turns and requests under way end, tells the sockets, and closes all that is open. Closing again waits for the same. */
  close(): Promise<void>;
}

/** Opens what is kept, listens at once, and loads what is known meanwhile. */
export async function startService(config: Config, log: Logger, options: ServiceOptions = {}): Promise<Service> {
  const state = await openKeptState(config.dataDir, {
    keepDays: config.keepDays,
    onFault: (error) => log.error({ err: error }, 'what is old was not removed'),
  });
  try {
    const lock = await lockDataDir(config.dataDir);
    try {
      const key = await signingKey(config.dataDir, config.signingKey);
      return await serve(config, log, { state, lock, key }, options);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    await state.close();
    throw error;
  }
}

/** What lasts from one start to the next. */
interface Kept {
  readonly state: KeptState;
  readonly lock: ServerLock;
  readonly key: Uint8Array;
}

async function serve(
  config: Config,
  log: Logger,
  { state, lock, key }: Kept,
  options: ServiceOptions,
): Promise<Service> {
  let origin = '';
  let live: LiveKnowledge | null = null;
  let closed: Promise<void> | undefined;
  const knowledge = (): Knowledge | null => live?.current ?? null;
  const publicUrl = (): string => config.publicUrl ?? origin;
  const { trustedOrigins, keepDays, homeRegion } = config;
  const wording = wordingFor('en');
  const metrics = new Metrics(() => knowledge()?.store.info.hash ?? null);

  const advisorFor = ({ activity }: { activity: { locale?: string } }): Advisor => {
    const known = knowledge();
    if (!known) throw new AdvisorError('KNOWLEDGE_LOADING');
    return new Advisor(known, wordingFor(activity.locale), { homeRegion, today });
  };
  const bot = new CareerBot(advisorFor, state.storage, log);
  const searches = new TypeAheads(wording);
  const recorder = new RecordTurns(metrics, new GapKeeper(state.gaps, key), log);
  const directLine = createDirectLine({
    handle: (context) => bot.run(context),
    log: options.around?.log(state.log) ?? state.log,
    turns: options.around?.turns(state.turns) ?? state.turns,
    key,
    publicUrl,
    secret: config.directLineSecret,
    trustedOrigins,
    keepDays,
    ready: () => live !== null,
    render: (reply) => cardReply(reply, { publicUrl: publicUrl() }),
    logger: log,
    observe: metrics,
    limits: { requestsPerMinute: config.requestsPerMinute },
    proxyHops: config.proxyHops,
    now: () => new Date(),
  });
  directLine.adapter.use(recorder);
  const teams = teamsOf({
    config: config.teams,
    services: options.teams ?? {},
    handle: (context) => bot.run(context),
    log: state.deliveries,
    turns: state.turns,
    lookup: { knowledge, wording, homeRegion, today, searches },
    publicUrl: config.publicUrl,
    origin: () => origin,
    ready: () => live !== null,
    logger: log,
    observe: metrics,
    now: () => new Date(),
  });
  teams.adapter.use(recorder);

  const contact = async (): Promise<Contact | null> => (await knowledge()?.store.contact(PERSON)) ?? null;
  const app = createApp({
    knowledge,
    wording,
    today,
    log,
    observe: metrics,
    proxyHops: config.proxyHops,
    requestsPerMinute: config.requestsPerMinute,
    stopping: () => closed !== undefined,
    mounts: [
      metricsMount(metrics, {
        token: config.metricsToken,
        behindProxy: config.publicUrl !== null || config.proxyHops > 0,
      }),
      createCharts({ knowledge, wording, log }),
      ...directLine.mounts,
      ...teams.mounts,
      createOccupationPages({
        knowledge,
        wording,
        homeRegion,
        today,
        publicUrl,
        searches,
        requestsPerMinute: config.requestsPerMinute,
        log,
        observe: metrics,
      }),
      ...deskMounts({
        config,
        knowledge,
        wording,
        today,
        searches,
        contact,
        gaps: state.gaps,
        key,
        publicUrl,
        log,
        observe: metrics,
      }),
      ...createWidget({
        bundles: BUNDLES_DIR,
        publicUrl,
        trustedOrigins,
        keepDays,
        wording,
        contact,
        log,
      }),
    ],
  });
  const server = await HttpServer.listen(app, config, directLine.upgrade);
  origin = server.origin;

  const paths = options.knowledge ?? knowledgePaths(config.dataDir);
  const loading = LiveKnowledge.open(paths, log, options.onProgress && { onProgress: options.onProgress });
  const ready = loading.then(async (loaded) => {
    live = loaded;
    await directLine.recover();
    // Before somebody types: made when it is first asked for, that person would wait.
    searches
      .of(loaded.current)
      .catch((error: unknown) => log.error({ err: error }, 'the index of what is typed was not made'));
    // Not waited for: a service that cannot be reached would keep everybody else waiting.
    teams.recover().catch((error: unknown) => log.error({ err: error }, 'what was left in Teams was not gone on with'));
  });
  // Who closes the service before it is ready does not ask what became of that.
  ready.catch(() => undefined);
  const close = async (): Promise<void> => {
    // Conversations first: what is under way is answered while everything else still works.
    await Promise.race([
      Promise.all([directLine.close(), teams.close()]),
      sleep(CLOSING_MS, undefined, { ref: false }),
    ]);
    await server.close();
    // A build is let finish, so that it leaves nothing half done.
    await ready.catch(() => undefined);
    const last = await loading.catch(() => null);
    await last?.close();
    await recorder.settled();
    await state.close();
    await lock.release();
  };
  return {
    origin,
    publicUrl: publicUrl(),
    ready,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
