import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { ERRORS } from '../../../knowledge/errors.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import {
  expectFault,
  positionsOf,
  SECRET,
  signal,
  startServer,
  type Talk,
  type TestServer,
  TRUSTED,
} from './helpers.ts';

describe('Direct Line: conversations', () => {
  let server: TestServer;

  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it('a page gets a token for itself, and is greeted when it connects', async () => {
    const chat = await server.chatToken();
    expect(chat).to.have.all.keys('token', 'conversationId', 'userId', 'expiresIn', 'resume');
    expect(chat.userId).to.match(/^dl_[\w-]{20,}$/);
    expect(chat.expiresIn).to.equal(1800);
    const begun = await server.ask('/v3/directline/conversations', { method: 'POST', token: chat.token, body: {} });
    expect(begun.status, 'the conversation is there already').to.equal(200);
    expect(begun.json).to.have.all.keys('conversationId', 'token', 'expires_in', 'streamUrl');
    expect(begun.json.conversationId).to.equal(chat.conversationId);
    expect(begun.json.streamUrl).to.match(
      new RegExp(
        `^${server.origin.replace('http', 'ws')}/v3/directline/conversations/${chat.conversationId}/stream\\?`,
      ),
    );
    const { json } = await server.ask(`/v3/directline/conversations/${chat.conversationId}/activities`, {
      token: chat.token,
    });
    expect(json.activities).to.have.lengthOf(1);
    expect(json.watermark).to.equal('1');
    const [greeting] = json.activities;
    expect(greeting).to.include({ type: 'message', id: `${chat.conversationId}|0000001`, channelId: 'directline' });
    expect(greeting.from).to.deep.equal({ id: 'career-advisor', name: 'Career Advisor', role: 'bot' });
    expect(greeting.conversation).to.deep.equal({ id: chat.conversationId });
    expect(greeting.suggestedActions.actions).not.to.have.lengthOf(0);
    expect(greeting).not.to.have.any.keys('replyToId', 'recipient', 'serviceUrl');
  });

  it('a program begins with the secret, or with a token: 201, then 200 for the same one', async () => {
    const start = (token: string) =>
      server.ask('/v3/directline/conversations', { method: 'POST', token, body: { user: { id: 'me' } } });
    const own = await start(SECRET);
    expect(own.status).to.equal(201);
    const generated = await server.ask('/v3/directline/tokens/generate', { method: 'POST', token: SECRET });
    expect(generated.status).to.equal(200);
    expect(generated.json).to.have.all.keys('conversationId', 'token', 'expires_in');
    const [first, again] = [await start(generated.json.token), await start(generated.json.token)];
    expect([first.status, again.status]).to.deep.equal([201, 200]);
    expect(first.json.conversationId).to.equal(generated.json.conversationId);
    expect(again.json.conversationId).to.equal(generated.json.conversationId);
    expect(own.json.conversationId).not.to.equal(generated.json.conversationId);
  });

  // Protects from a double greeting: Web Chat and its page may both begin, and two tabs may open at once.
  it('begins and greets once, however many begin at once', async () => {
    const { json } = await server.ask('/v3/directline/tokens/generate', { method: 'POST', token: SECRET });
    const begin = () => server.ask('/v3/directline/conversations', { method: 'POST', token: json.token });
    const answers = await Promise.all([begin(), begin(), begin(), begin()]);
    for (const { status } of answers) expect(status).to.be.oneOf([200, 201]);
    const { json: said } = await server.ask(`/v3/directline/conversations/${json.conversationId}/activities`, {
      token: json.token,
    });
    expect(said.activities).to.have.lengthOf(1);
  });

  it('echoes what was said before the reply, with the sender’s id of it, and answers the POST when the reply is there', async () => {
    const talk = await server.start();
    const id = await talk.say('What does a plumber earn in Alberta?', 'mine-1');
    const { activities, watermark } = await talk.poll(1);
    expect(watermark).to.equal(String(activities.length + 1));
    const [echo, ...replies] = activities;
    expect(id).to.equal(`${talk.id}|0000002`);
    expect(echo).to.include({ id, type: 'message', text: 'What does a plumber earn in Alberta?', textFormat: 'plain' });
    expect(echo?.from).to.include({ id: talk.user, role: 'user' });
    expect(echo?.channelData).to.deep.equal({ clientActivityID: 'mine-1' });
    expect(echo?.locale).to.equal('en-CA');
    expect(Number.isNaN(Date.parse(String(echo?.timestamp)))).to.equal(false);
    expect(replies.map(({ replyToId }) => replyToId)).to.deep.equal(replies.map(() => id));
    expect(replies.map(({ text }) => text).join()).to.include('Plumbers');
    expect(positionsOf(activities)).to.deep.equal(activities.map((_, index) => index + 2));
    expect(positionsOf(activities.slice(1))).not.to.have.lengthOf(0);
  });

  it('knows the conversation in the next turn', async () => {
    const talk = await server.start();
    await talk.say('What does a plumber earn in Alberta?');
    const { watermark } = await talk.poll();
    await talk.say('and in Ontario?');
    const { activities } = await talk.poll(watermark);
    expect(
      activities
        .slice(1)
        .map(({ text }) => text)
        .join(),
    ).to.match(/In Ontario, .*\$\d/s);
  });

  it('sends what stands behind a watermark, and nothing behind the end', async () => {
    const talk = await server.start();
    await talk.say('plumber');
    const all = await talk.poll();
    const last = Number(all.watermark);
    for (const from of ['', '0', '1', '2', all.watermark]) {
      const { activities, watermark } = await talk.poll(from);
      expect(positionsOf(activities), from).to.deep.equal(
        positionsOf(all.activities).filter((at) => at > Number(from)),
      );
      expect(watermark, from).to.equal(all.watermark);
    }
    expect(await talk.poll(last + 1_000)).to.deep.equal({ activities: [], watermark: all.watermark });
    for (const wrong of ['abc', '-1', '1.5', '1e3', '9'.repeat(40), '%00', '1&watermark=2']) {
      const path = `${talk.path}/activities?watermark=${wrong}`;
      expectFault(await server.ask(path, { token: talk.token }), 400, 'BadArgument');
      expectFault(await server.ask(path.replace('/activities', ''), { token: talk.token }), 400, 'BadArgument');
    }
  });

  // Protects from a doubled message: clients send again when an answer was lost on its way.
  it('takes the same clientActivityID once, at once or later', async () => {
    const talk = await server.start();
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map(() => talk.say('plumber', 'same')));
    ids.push(await talk.say('another text', 'same'));
    expect(new Set(ids)).to.have.lengthOf(1);
    const { activities } = await talk.poll();
    const [user] = activities.filter(({ from }) => from?.role === 'user');
    expect(activities.filter(({ from }) => from?.role === 'user')).to.have.lengthOf(1);
    expect(user?.text).to.equal('plumber');
    const once = activities.length;
    await talk.say('plumber', 'other');
    expect((await talk.poll()).activities.length).to.be.greaterThan(once);
  });

  it('takes a click on a card for its words', async () => {
    const talk = await server.start();
    const { json } = await talk.post({ type: 'message', value: { say: 'plumber' }, channelData: { postBack: true } });
    const { activities } = await talk.poll(1);
    expect(activities[0]).to.include({ id: json.id, text: 'plumber' });
    expect(activities[0]).not.to.have.any.keys('value', 'channelData');
    expect(activities[1]?.replyToId).to.equal(json.id);
  });

  it('echoes an event and says nothing to it; typing leaves no trace', async () => {
    const talk = await server.start();
    const event = await talk.post({ type: 'event', name: 'webchat/join', value: { language: 'en' } });
    expect(event.status).to.equal(200);
    const typing = await talk.post({ type: 'typing' });
    expect(typing.status).to.equal(200);
    expect(typing.json.id).to.be.a('string');
    const { activities } = await talk.poll(1);
    expect(activities).to.have.lengthOf(1);
    expect(activities[0]).to.include({ type: 'event', name: 'webchat/join' });
    expect(await server.state.log.unanswered()).to.deep.equal([]);
  });

  it('keeps no personal data, and says so', async () => {
    const talk = await server.start();
    await talk.say('My e-mail is someone@example.org and I am a plumber');
    const text = JSON.stringify(await talk.poll());
    expect(text).to.not.include('someone@example.org');
    expect(text).to.include('plumber');
  });

  it('goes on after "forget me", with nothing of what was said', async () => {
    const talk = await server.start();
    await talk.say('plumber');
    const { watermark } = await talk.poll();
    await talk.say('forget me');
    const { activities } = await talk.poll();
    expect(activities.every(({ from }) => from?.role === 'bot')).to.equal(true);
    expect(Math.min(...positionsOf(activities))).to.be.greaterThan(Number(watermark));
    await talk.say('nurse');
    expect((await talk.poll()).activities.length).to.be.greaterThan(activities.length);
    await talk.connect();
    expect(JSON.stringify(await talk.poll())).to.not.match(/I am an automated career advisor/);
  });

  it('a page comes back with its resume token', async () => {
    const talk = await server.start();
    await talk.say('plumber');
    const back = await server.chatToken({ resume: talk.resume });
    expect(back).to.include({ conversationId: talk.id, userId: talk.user });
    for (const resume of ['nonsense', `${talk.resume}x`, talk.token, 7, null, '']) {
      const fresh = await server.chatToken({ resume });
      expect(fresh.conversationId, String(resume)).not.to.equal(talk.id);
    }
    expect((await server.chatToken({ resume: talk.resume }, TRUSTED)).conversationId).not.to.equal(talk.id);
  });

  it('serves no files', async () => {
    const talk = await server.start();
    const answer = await server.ask(`${talk.path}/upload?userId=${talk.user}`, {
      method: 'POST',
      token: talk.token,
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nhello\r\n--x--\r\n',
    });
    expectFault(answer, 415, 'BadArgument');
  });
});

describe('Direct Line: turns', () => {
  let server: TestServer | undefined;

  afterEach(async () => {
    await server?.close();
  });

  const userTexts = (activities: readonly Partial<Activity>[]): readonly (string | undefined)[] =>
    activities.filter(({ from }) => from?.role === 'user').map(({ text }) => text);

  it('a turn that fails is 502, and is answered when it is sent again', async () => {
    let broken = true;
    server = await startServer({
      wrap: (bot) => async (context) => {
        if (broken && context.activity.type === 'message') throw new Error('of the bot, at /srv/secret.ts');
        await bot(context);
      },
    });
    const talk = await server.start();
    const message = { type: 'message', text: 'plumber', channelData: { clientActivityID: 'one' } };
    expectFault(await talk.post(message), 502, 'BotRejectedActivity');
    expect((await talk.poll(1)).activities).to.have.lengthOf(1);
    broken = false;
    const { status, json } = await talk.post(message);
    expect(status).to.equal(200);
    const { activities } = await talk.poll(1);
    expect(userTexts(activities)).to.deep.equal(['plumber']);
    expect(activities.at(-1)?.replyToId).to.equal(json.id);
  });

  // Protects the process from what kills it each time.
  it('a message that failed too often is given up, and the next one is answered', async () => {
    server = await startServer({
      wrap: (bot) => async (context) => {
        if (context.activity.text === 'poison') throw new Error('again');
        await bot(context);
      },
    });
    const talk = await server.start();
    const poison = { type: 'message', text: 'poison', channelData: { clientActivityID: 'one' } };
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(expectFault(await talk.post(poison), 502, 'BotRejectedActivity')).to.equal(ERRORS.TURN_FAILED);
    }
    expect(expectFault(await talk.post(poison), 502, 'BotRejectedActivity')).to.equal(ERRORS.TURN_GIVEN_UP);
    await talk.say('plumber');
    expect((await talk.poll()).activities.at(-1)?.from?.role).to.equal('bot');
  });

  // Protects what was logged when the process was killed before the answer.
  it('answers after a restart what was never answered, once', async () => {
    const kept = { dataDir: tempFolder() };
    server = await startServer({
      ...kept,
      wrap: (bot) => (context) =>
        context.activity.type === 'message' ? Promise.reject(new Error('died')) : bot(context),
    });
    const talk: Talk = await server.start();
    await talk.post({ type: 'message', text: 'plumber', channelData: { clientActivityID: 'one' } });
    await talk.post({ type: 'message', text: 'nurse' });
    await server.close();
    server = await startServer({ ...kept, key: server.key });
    await server.directLine.recover();
    const logged = await server.state.log.since(talk.id, 0, 100);
    const asked = logged.filter(({ activity }) => activity.from?.role === 'user').map(({ position }) => position);
    const answered = logged.map(({ activity }) => Number(activity.replyToId?.split('|')[1])).filter((at) => at > 0);
    expect(asked).to.deep.equal([2, 3]);
    expect([...new Set(answered)]).to.deep.equal(asked);
    await server.directLine.recover();
    expect(await server.state.log.since(talk.id, 0, 100)).to.deep.equal(logged);
  });

  it('begins nothing while the knowledge is loading, and lets what was said be read', async () => {
    let ready = true;
    server = await startServer({ ready: () => ready });
    const talk = await server.start();
    const waiting = await server.chatToken();
    ready = false;
    const post = { method: 'POST', origin: server.origin, body: {} };
    expectFault(await server.ask('/api/chat/token', post), 503, 'BotNotAvailable');
    expectFault(await talk.post({ type: 'message', text: 'nurse' }), 503, 'BotNotAvailable');
    const path = `/v3/directline/conversations/${waiting.conversationId}`;
    expectFault(await server.ask(path, { token: waiting.token }), 503, 'BotNotAvailable');
    expect((await talk.poll()).activities).to.have.lengthOf(1);
    await talk.connect();
    ready = true;
    expect((await server.ask(path, { token: waiting.token })).status).to.equal(200);
  });

  it('waits for the turns under way when it closes, and takes no new ones', async () => {
    const [gate, inside] = [signal(), signal()];
    server = await startServer({
      wrap: (bot) => async (context) => {
        if (context.activity.type === 'message') {
          inside.happen();
          await gate.happened;
        }
        await bot(context);
      },
    });
    const talk = await server.start();
    const listener = await talk.open();
    const said = talk.say('plumber');
    await inside.happened;
    const closing = server.directLine.close();
    expectFault(await talk.post({ type: 'message', text: 'nurse' }), 503, 'ServiceUnavailable');
    gate.happen();
    const id = await said;
    await closing;
    expect(await listener.closed).to.equal(1001);
    expect(listener.activities.some(({ replyToId }) => replyToId === id)).to.equal(true);
  });

  it('is an adapter of the Bot Framework: middleware, turns nobody asked for, nothing that takes words back', async () => {
    server = await startServer();
    const { adapter } = server.directLine;
    const seen: (string | undefined)[] = [];
    adapter.use(async (context, next) => {
      seen.push(context.activity.text ?? context.activity.type);
      await next();
    });
    const talk = await server.start();
    const listener = await talk.open();
    await talk.say('plumber');
    expect(seen).to.deep.equal(['conversationUpdate', 'plumber']);
    await adapter.continueConversation(
      { conversation: { id: talk.id } as Activity['conversation'] },
      async (context) => {
        await context.sendActivities([
          { type: 'trace', value: 'insides' },
          { type: 'typing' },
          { type: 'message', text: 'something new' },
        ]);
        const fixed: unknown = await context.updateActivity({ text: 'other' }).catch((error: unknown) => error);
        expect(fixed).to.have.property('code', 'ACTIVITY_FIXED');
      },
    );
    await listener.until(() => listener.activities.at(-1)?.text === 'something new');
    expect(JSON.stringify(listener.frames)).to.not.include('insides');
    expect((await talk.poll()).activities.at(-1)).to.include({ text: 'something new', type: 'message' });
  });
});
