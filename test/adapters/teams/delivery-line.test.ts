import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { Delivery } from '../../../adapters/teams/delivery.ts';
import type { DeliveryLog, UndeliveredReply } from '../../../adapters/teams/ports.ts';
import { ServiceHosts } from '../../../adapters/teams/service-hosts.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const MINUTE_MS = 60_000;

/** What is to be delivered, in memory. */
class Kept implements DeliveryLog {
  replies: UndeliveredReply[] = [];
  /** How often somebody has begun to deliver. */
  begun = 0;

  say(text: string, minutesAgo = 0): void {
    const activity = { text, serviceUrl: 'https://smba.trafficmanager.net/ca/' };
    const said = new Date(NOW.getTime() - minutesAgo * MINUTE_MS);
    this.replies.push({ position: this.replies.length + 1, activity, said });
  }

  async undelivered(): Promise<readonly UndeliveredReply[]> {
    this.begun += 1;
    return [...this.replies];
  }

  async delivered(_conversation: string, position: number): Promise<void> {
    this.replies = this.replies.filter((reply) => reply.position !== position);
  }

  async settle(): Promise<void> {}
  async begin(): Promise<void> {}
  receive(): never {
    throw new Error('nothing is received here');
  }
  async unanswered(): Promise<[]> {
    return [];
  }
  async unsettled(): Promise<[]> {
    return [];
  }
}

function deliveryOf(
  log: Kept,
  send: (text: string) => Promise<void>,
  deliveryMs = 60_000,
  logged: object[] = [],
): Delivery {
  return new Delivery({
    log,
    hosts: new ServiceHosts([], false),
    logger: { debug: () => undefined, info: () => undefined, error: (details) => void logged.push(details) },
    deliveryMs,
    now: () => NOW,
    send: ({ text = '' }: Partial<Activity>) => send(text),
  });
}

describe('the line of what is to be delivered', () => {
  // Protects requests from a service that hangs: the hundredth message in one chat must not wait for the ninety-nine before it.
  it('is gone through at most twice, however many wait in it', async () => {
    const log = new Kept();
    log.say('first');
    const sent: string[] = [];
    let answer = (): void => undefined;
    const asked = new Promise<void>((arrived) => {
      answer = arrived;
    });
    const delivery = deliveryOf(log, async (text) => {
      await asked;
      sent.push(text);
    });
    const first = delivery.deliver('chat');
    const others = Array.from({ length: 100 }, (_, n) => {
      log.say(`later ${n}`);
      return delivery.deliver('chat');
    });
    answer();
    await Promise.all([first, ...others]);
    expect(log.begun).to.be.at.most(2);
    expect(log.replies).to.deep.equal([]);
    expect(sent).to.deep.equal(['first', ...others.map((_, n) => `later ${n}`)]);
  });

  it('is gone on with after it has failed, by whoever comes next', async () => {
    const log = new Kept();
    log.say('first');
    const broken = deliveryOf(log, () => Promise.reject(new Error('the line is broken')), 20);
    const both = await Promise.allSettled([broken.deliver('chat'), broken.deliver('chat')]);
    expect(both.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    const sent: string[] = [];
    await deliveryOf(log, async (text) => void sent.push(text)).deliver('chat');
    expect(sent).to.deep.equal(['first']);
  });

  // Protects a conversation from one reply that the service breaks on: all that is said after it would never arrive.
  it('is not held up for ever by a reply that cannot be sent', async () => {
    const log = new Kept();
    log.say('breaks it', 61);
    log.say('what came later', 5);
    const sent: string[] = [];
    const delivery = deliveryOf(
      log,
      async (text) => {
        if (text === 'breaks it') throw Object.assign(new Error('broken'), { statusCode: 500 });
        sent.push(text);
      },
      20,
    );
    await delivery.deliver('chat');
    expect(sent).to.deep.equal(['what came later']);
    expect(log.replies).to.deep.equal([]);
  });

  // Protects what people say from the log: a service that refuses a reply may say it back.
  it('tells the log how the service has answered, and not in its words', async () => {
    const log = new Kept();
    log.say('the answer');
    const logged: object[] = [];
    const refused = Object.assign(new Error('cannot show: the answer'), { statusCode: 412 });
    const broken = deliveryOf(log, () => Promise.reject(refused), 20, logged);
    await Promise.allSettled([broken.deliver('chat')]);
    expect(logged).to.deep.equal([{ status: 412 }]);
  });

  it('keeps what is younger than an hour, and sends what is older where it can be sent', async () => {
    const log = new Kept();
    log.say('young', 59);
    const broken = deliveryOf(log, () => Promise.reject(new Error('the line is broken')), 20);
    const [fault] = await Promise.allSettled([broken.deliver('chat')]);
    expect(fault?.status).to.equal('rejected');
    log.say('old', 1_000);
    const sent: string[] = [];
    await deliveryOf(log, async (text) => void sent.push(text)).deliver('chat');
    expect(sent).to.deep.equal(['young', 'old']);
  });
});
