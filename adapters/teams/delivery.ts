import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpLog } from '../http/dependencies.ts';
import type { DeliveryLog } from './ports.ts';
import type { ServiceHosts } from './service-hosts.ts';

/** Answers of the service that may be others a moment later: 401 too, where a password has just been changed. */
const PASSING = /^(401|408|412|425|429|5\d\d)$/;
/** The SDK tries again by itself where the service is broken or cannot be reached, or says how long to wait. This is between those. */
const PAUSE_MS = 500;
/** A reply that fails when it is this old is given up: else one that the service chokes on would keep all after it waiting for ever. */
const OLD_MS = 60 * 60 * 1000;

export interface DeliveryDependencies {
  readonly log: DeliveryLog;
  readonly hosts: ServiceHosts;
  readonly logger: HttpLog;
  /** How long replies are tried to be sent in one go: whoever sent the message waits meanwhile. */
  readonly deliveryMs: number;
  now(): Date;
  /** Throws what the SDK throws, with `statusCode` where the service has answered. */
  send(reply: Partial<Activity>, signal: AbortSignal): Promise<void>;
}

/**
 * Sends what was said, in order, and erases it when it has arrived. What cannot be sent stays for the next time, and is given up when that
 * fails after an hour; a process that ends between the sending and the erasing sends it twice, and none loses it.
 */
export class Delivery {
  readonly #with: DeliveryDependencies;
  /** One after another in each conversation: two at once would send the same. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** One for all who come meanwhile: it delivers what each of them waits for, and none waits longer than for two. */
  readonly #next = new Map<string, Promise<void>>();

  constructor(dependencies: DeliveryDependencies) {
    this.#with = dependencies;
  }

  /** Resolves when nothing of the conversation is left to be sent. Throws TEAMS_DELIVERY_FAILED. */
  deliver(conversation: string): Promise<void> {
    const next = this.#next.get(conversation);
    if (next) return next;
    const before = this.#underWay.get(conversation);
    if (!before) return this.#begin(conversation);
    const begin = (): Promise<void> => {
      this.#next.delete(conversation);
      return this.#begin(conversation);
    };
    const waiting = before.then(begin, begin);
    this.#next.set(conversation, waiting);
    return waiting;
  }

  /** Waits for what is being sent. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#underWay.values(), ...this.#next.values()]);
  }

  #begin(conversation: string): Promise<void> {
    const begun = this.#deliver(conversation).finally(() => this.#underWay.delete(conversation));
    this.#underWay.set(conversation, begun);
    return begun;
  }

  async #deliver(conversation: string): Promise<void> {
    try {
      await this.#sendAll(conversation);
    } catch (error) {
      const failed = error instanceof AdvisorError && error.code === 'TEAMS_DELIVERY_FAILED';
      if (!failed || !(await this.#givesUpOld(conversation))) throw error;
      await this.#sendAll(conversation);
    }
  }

  async #sendAll(conversation: string): Promise<void> {
    const { log, deliveryMs } = this.#with;
    const waiting = await log.undelivered(conversation);
    const signal = AbortSignal.timeout(deliveryMs);
    for (const { position, activity } of waiting) {
      await this.#sendInTime(activity, signal);
      await log.delivered(conversation, position);
    }
    await log.settle(conversation);
  }

  /** Whether there were any: what stands behind them may go on. */
  async #givesUpOld(conversation: string): Promise<boolean> {
    const { log, logger, now } = this.#with;
    const before = now().getTime() - OLD_MS;
    const old = (await log.undelivered(conversation)).filter(({ said }) => said.getTime() < before);
    for (const { position } of old) await log.delivered(conversation, position);
    if (old.length > 0) logger.error({ replies: old.length }, 'replies were given up after an hour');
    return old.length > 0;
  }

  /** Resolves when the reply has arrived, or is given up because it never will. */
  async #sendInTime(reply: Partial<Activity>, signal: AbortSignal): Promise<void> {
    const { hosts, logger } = this.#with;
    // What is allowed may have changed since it was kept.
    if (!hosts.allows(reply.serviceUrl ?? '')) {
      logger.error({ reason: 'TEAMS_SERVICE_REFUSED' }, 'a reply was given up');
      return;
    }
    for (;;) {
      try {
        await this.#with.send(reply, signal);
        return;
      } catch (error) {
        const status = statusOf(error);
        if (status !== null && !PASSING.test(String(status))) {
          // The bot was removed or blocked meanwhile, or the conversation is gone.
          logger.info({ status }, 'a reply was given up');
          return;
        }
        await this.#pause(error, signal);
      }
    }
  }

  async #pause(cause: unknown, signal: AbortSignal): Promise<void> {
    try {
      await sleep(PAUSE_MS, undefined, { signal });
    } catch {
      const status = statusOf(cause);
      // What the service says of it may repeat what was said.
      const told = status === null ? { err: cause } : { status };
      this.#with.logger.error(told, 'replies could not be delivered, and are kept');
      throw new AdvisorError('TEAMS_DELIVERY_FAILED', [], { cause });
    }
  }
}

/** What the service has answered; null where it has not. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
}
