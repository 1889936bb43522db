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

export interface DeliveryDependencies {
  readonly log: DeliveryLog;
  readonly hosts: ServiceHosts;
  readonly logger: HttpLog;
  /** How long replies are tried to be sent in one go: whoever sent the message waits meanwhile. */
  readonly deliveryMs: number;
  /** Throws what the SDK throws, with `statusCode` where the service has answered. */
  send(reply: Partial<Activity>, signal: AbortSignal): Promise<void>;
}

/**
 * Sends what was said, in order, and erases it when it has arrived. What cannot be sent stays for the next time; a process that ends
 * between the sending and the erasing sends it twice, and none loses it.
 */
export class Delivery {
  readonly #with: DeliveryDependencies;
  /** One after another in each conversation: two at once would send the same. */
  readonly #last = new Map<string, Promise<void>>();

  constructor(dependencies: DeliveryDependencies) {
    this.#with = dependencies;
  }

  /** Resolves when nothing of the conversation is left to be sent. Throws TEAMS_DELIVERY_FAILED. */
  deliver(conversation: string): Promise<void> {
    const before = this.#last.get(conversation) ?? Promise.resolve();
    const delivering = before.catch(() => undefined).then(() => this.#deliver(conversation));
    this.#last.set(conversation, delivering);
    const done = (): void => {
      if (this.#last.get(conversation) === delivering) this.#last.delete(conversation);
    };
    delivering.then(done, done);
    return delivering;
  }

  /** Waits for what is being sent. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }

  async #deliver(conversation: string): Promise<void> {
    const { log, deliveryMs } = this.#with;
    const waiting = await log.undelivered(conversation);
    const signal = AbortSignal.timeout(deliveryMs);
    for (const { position, activity } of waiting) {
      await this.#sendInTime(activity, signal);
      await log.delivered(conversation, position);
    }
    await log.settle(conversation);
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
      this.#with.logger.error({ status, err: cause }, 'replies could not be delivered, and are kept');
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
