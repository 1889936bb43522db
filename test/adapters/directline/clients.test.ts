import type { Activity } from 'botbuilder';
import { ConnectionStatus } from 'botframework-directlinejs';
import { expect } from 'chai';
import { tempFolder } from '../../knowledge/helpers.ts';
import { positionsOf, SECRET, type ServerOptions, signal, startServer, type TestServer } from './helpers.ts';
import { browserGlobals, heldClock, RealClient } from './real-client.ts';

describe('Direct Line: the real client', () => {
  let server: TestServer;
  let clients: RealClient[] = [];
  let restore: () => void;

  before(() => {
    restore = browserGlobals();
  });
  after(() => restore());
  afterEach(async () => {
    for (const client of clients) client.end();
    clients = [];
    await server.close();
  });

  async function serve(options: ServerOptions = {}): Promise<void> {
    server = await startServer(options);
  }

  function client(options: ConstructorParameters<typeof RealClient>[1]): RealClient {
    const made = new RealClient(server, options);
    clients.push(made);
    return made;
  }

  /** 1 to as many as there are: nothing lost, nothing doubled, nothing out of order. */
  function expectAllOnce(activities: readonly Partial<Activity>[]): void {
    const said = activities.filter(({ type }) => type !== 'typing');
    expect(positionsOf(said)).to.deep.equal(said.map((_, index) => index + 1));
  }

  const oncePerId = (activities: readonly Partial<Activity>[]): readonly Partial<Activity>[] => [
    ...new Map(activities.map((activity) => [activity.id, activity])).values(),
  ];

  for (const webSocket of [false, true]) {
    describe(webSocket ? 'over WebSocket' : 'polling', () => {
      it('is greeted, and gets its own words before the reply to them', async () => {
        await serve();
        const { token, userId } = await server.chatToken();
        const page = client({ token, webSocket });
        await page.until(() => page.replies.length === 1);
        expect(page.replies[0]).not.to.have.property('replyToId');
        const id = await page.say('What does a plumber earn in Alberta?', 'mine');
        await page.untilReplyTo(id);
        const echo = page.activities.find((activity) => activity.id === id);
        expect(echo?.from).to.include({ id: userId, role: 'user' });
        expect(echo?.channelData).to.deep.equal({ clientActivityID: 'mine' });
        expectAllOnce(page.activities);
        expect(page.sockets).to.have.lengthOf(webSocket ? 1 : 0);
      });

      it('a program talks with the secret', async () => {
        await serve();
        const program = client({ secret: SECRET, webSocket });
        const id = await program.say('plumber');
        await program.untilReplyTo(id);
        expectAllOnce(program.activities);
      });

      it('two tabs of a conversation both get everything', async () => {
        await serve();
        const { token, conversationId } = await server.chatToken();
        const tabs = [client({ token, conversationId, webSocket }), client({ token, conversationId, webSocket })];
        for (const tab of tabs) await tab.until(() => tab.replies.length === 1);
        const ids = await Promise.all(tabs.map((tab, index) => tab.say(['plumber', 'nurse'][index] ?? '')));
        for (const tab of tabs) {
          for (const id of ids) await tab.untilReplyTo(id);
          expectAllOnce(tab.activities);
        }
      });

      it('comes back to what was said, in a new page', async () => {
        await serve();
        const first = await server.chatToken();
        const page = client({ token: first.token, webSocket });
        await page.untilReplyTo(await page.say('plumber'));
        page.end();
        const { token, conversationId } = await server.chatToken({ resume: first.resume });
        const again = client({ token, conversationId, webSocket });
        await again.until(() => again.activities.length >= page.activities.length);
        const id = await again.say('and in Ontario?');
        await again.untilReplyTo(id);
        expectAllOnce(again.activities);
      });

      it('refreshes its token before that expires', async () => {
        let now = new Date();
        await serve({ now: () => now });
        const { token } = await server.chatToken();
        const minutes = (count: number): void => {
          now = new Date(now.getTime() + count * 60_000);
        };
        const clock = heldClock();
        const page = client({ token, webSocket, scheduler: clock.scheduler });
        await page.until(() => page.replies.length === 1);
        const first = page.token;
        minutes(20);
        clock.strike();
        while (page.token === first) await new Promise(setImmediate);
        minutes(20);
        await page.untilReplyTo(await page.say('plumber'));
        expect(page.statuses).not.to.include(ConnectionStatus.ExpiredToken);
        expectAllOnce(page.activities);
      });

      it('learns that its token has expired, and goes on with a new one', async () => {
        let now = new Date();
        await serve({ now: () => now });
        const { token, resume } = await server.chatToken();
        const page = client({ token, webSocket });
        await page.until(() => page.replies.length === 1);
        now = new Date(now.getTime() + 31 * 60_000);
        expect(await page.say('plumber')).to.equal('retry');
        expect(page.statuses.at(-1)).to.equal(ConnectionStatus.ExpiredToken);
        const back = await server.chatToken({ resume });
        const { json } = await server.ask(`/v3/directline/conversations/${back.conversationId}?watermark=1`, back);
        page.reconnect(json);
        await page.untilReplyTo(await page.say('plumber'));
        // Over WebSocket it opens a second stream beside the first one and shows what comes by both once, by its id.
        expectAllOnce(webSocket ? oncePerId(page.activities) : page.activities);
      });

      it('sends again what the bot failed to answer', async () => {
        let broken = true;
        await serve({
          wrap: (bot) => async (context) => {
            if (broken && context.activity.type === 'message') throw new Error('of the bot');
            await bot(context);
          },
        });
        const { token } = await server.chatToken();
        const page = client({ token, webSocket });
        await page.until(() => page.replies.length === 1);
        expect(await page.say('plumber', 'one')).to.equal('retry');
        broken = false;
        await page.untilReplyTo(await page.say('plumber', 'one'));
        expectAllOnce(page.activities);
        expect(page.activities.filter(({ text }) => text === 'plumber')).to.have.lengthOf(1);
      });
    });
  }

  it('a line that drops in the middle of a reply costs nothing', async () => {
    const [inside, gate] = [signal(), signal()];
    await serve({
      wrap: (bot) => async (context) => {
        if (context.activity.text === 'nurse') {
          inside.happen();
          await gate.happened;
        }
        await bot(context);
      },
    });
    const { token } = await server.chatToken();
    const page = client({ token });
    await page.until(() => page.replies.length === 1);
    await page.untilReplyTo(await page.say('plumber'));
    const saying = page.say('nurse');
    await inside.happened;
    page.socket?.terminate();
    gate.happen();
    const id = await saying;
    await page.untilReplyTo(id);
    expect(page.sockets, 'it came back by itself').to.have.lengthOf(2);
    expectAllOnce(page.activities);
  });

  it('drops again and again cost nothing', async () => {
    await serve();
    const { token } = await server.chatToken();
    const page = client({ token });
    await page.until(() => page.replies.length === 1);
    let last = '';
    for (let drop = 1; drop <= 3; drop += 1) {
      const saying = ['plumber', 'nurse', 'and in Ontario?'].map((text) => page.say(text));
      page.socket?.terminate();
      last = (await Promise.all(saying)).at(-1) ?? '';
      await page.untilReplyTo(last);
      expect(page.sockets).to.have.lengthOf(drop + 1);
    }
    expectAllOnce(page.activities);
  });

  it('goes on by itself after the server was stopped and started again', async () => {
    const kept = { dataDir: tempFolder() };
    await serve(kept);
    const { token } = await server.chatToken();
    const page = client({ token });
    await page.untilReplyTo(await page.say('plumber'));
    const port = Number(new URL(server.origin).port);
    const { key } = server;
    await server.close();
    await serve({ ...kept, key, port });
    await page.untilReplyTo(await page.say('and in Ontario?'));
    expectAllOnce(page.activities);
  });
});
