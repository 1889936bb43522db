import { expect } from 'chai';
import { Conversations } from '../../../adapters/teams/conversations.ts';
import { Delivery } from '../../../adapters/teams/delivery.ts';
import { ServiceHosts } from '../../../adapters/teams/service-hosts.ts';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { usingState } from '../../bot/state/helpers.ts';

const logger = { debug: () => undefined, info: () => undefined, error: () => undefined };
const CHAT = { channel: 'msteams', id: 'a:chat', user: '29:person' };
const GROUP = { ...CHAT, id: `19:group/users/${CHAT.user}` };

describe('conversations in Teams', () => {
  // Protects a question from "forget me" in another chat of the same person, at any point of its way: it is answered all the same.
  for (const during of ['begin', 'receive', 'turn'] as const) {
    it(`answer what is asked while the person is forgotten elsewhere (${during})`, async () => {
      await usingState(async (state) => {
        const said: string[] = [];
        let left = 1;
        const forgetAt = async (point: typeof during): Promise<void> => {
          if (point !== during || left === 0) return;
          left -= 1;
          await forgottenIn(state);
        };
        const { deliveries: log, turns } = state;
        const conversations = new Conversations({
          log: {
            ...bound(log),
            begin: async (conversation) => {
              await log.begin(conversation);
              await forgetAt('begin');
            },
            receive: async (...asked) => {
              const received = await log.receive(...asked);
              await forgetAt('receive');
              return received;
            },
          },
          turns,
          delivery: new Delivery({
            log,
            hosts: new ServiceHosts([], false),
            logger,
            deliveryMs: 60_000,
            now: () => new Date(),
            send: async ({ text = '' }) => void said.push(text),
          }),
          logger,
          turn: async ({ text = '' }) => {
            await forgetAt('turn');
            const serviceUrl = 'https://smba.trafficmanager.net/ca/';
            return { replies: [{ text: `${text}: answered`, serviceUrl }], forget: false };
          },
          ready: () => true,
        });
        await conversations.receive({ conversation: CHAT, clientId: 'one', activity: { text: 'a question' } });
        expect(said).to.deep.equal(['a question: answered']);
        expect(left).to.equal(0);
      });
    });
  }
});

/** Has the person forgotten, by what they say in the group. */
async function forgottenIn({ deliveries, turns }: KeptState): Promise<void> {
  await deliveries.begin(GROUP);
  await turns.run({ conversation: GROUP.id, received: null, perform: async () => ({ replies: [], forget: true }) });
}

/** The log as an object that can be spread. */
function bound(log: KeptState['deliveries']): KeptState['deliveries'] {
  return {
    begin: (conversation) => log.begin(conversation),
    receive: (...asked) => log.receive(...asked),
    unanswered: () => log.unanswered(),
    undelivered: (conversation) => log.undelivered(conversation),
    delivered: (...place) => log.delivered(...place),
    settle: (conversation) => log.settle(conversation),
    unsettled: () => log.unsettled(),
  };
}
