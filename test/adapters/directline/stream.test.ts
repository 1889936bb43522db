import { expect } from 'chai';
import { type Listener, positionsOf, Listener as Stream, signal, startServer, type TestServer } from './helpers.ts';

/** 1 to n. */
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('Direct Line: streams', () => {
  let server: TestServer | undefined;

  afterEach(async () => {
    await server?.close();
  });

  const untilLast = (listener: Listener, position: number): Promise<void> =>
    listener.until(() => positionsOf(listener.activities).includes(position));

  it('sends what was said before, then what is said, with the echo first', async () => {
    server = await startServer();
    const talk = await server.start();
    await talk.say('plumber');
    const before = await talk.poll();
    const listener = await talk.open();
    await untilLast(listener, Number(before.watermark));
    expect(listener.activities).to.deep.equal(before.activities);
    const id = await talk.say('nurse', 'mine');
    await listener.untilReplyTo(id);
    const all = await talk.poll();
    await untilLast(listener, Number(all.watermark));
    expect(listener.activities).to.deep.equal(all.activities);
    expect(listener.watermark).to.equal(all.watermark);
    expect(listener.activities.find((activity) => activity.id === id)?.channelData).to.deep.equal({
      clientActivityID: 'mine',
    });
    for (const { activities, watermark } of listener.sets) {
      expect(watermark).to.equal(String(positionsOf(activities).at(-1)));
    }
    await listener.close();
  });

  // Protects the promise: whoever tells a stream of what, and in what order, nothing is lost, doubled or out of order.
  it('gives every tab everything once and in order, whenever it comes and goes', async () => {
    server = await startServer({ limits: { socketsPerConversation: 100 } });
    const talk = await server.start();
    const steady = [await talk.open(), await talk.open()];
    const said: Promise<string>[] = [];
    let read: number[] = [];
    let watermark = '';
    for (let round = 0; round < 8; round += 1) {
      said.push(...['plumber', 'nurse', 'and in Ontario?'].map((text) => talk.say(text)));
      const restless = await talk.open(watermark);
      const had = Number(watermark);
      await restless.until(() => Number(restless.watermark) > had);
      await restless.close();
      read = [...read, ...positionsOf(restless.activities)];
      watermark = restless.watermark;
    }
    await Promise.all(said);
    const last = Number((await talk.poll('99999')).watermark);
    const back = await talk.open(watermark);
    for (const listener of steady) await untilLast(listener, last);
    if (Number(watermark) < last) await untilLast(back, last);
    for (const listener of steady) {
      expect(positionsOf(listener.activities)).to.deep.equal(upTo(last));
      await listener.close();
    }
    expect([...read, ...positionsOf(back.activities)]).to.deep.equal(upTo(last));
    await back.close();
  });

  it('a long history comes in pages, and a watermark behind the end is the end', async () => {
    server = await startServer();
    const talk = await server.start();
    for (const text of Array.from({ length: 30 }, () => 'plumber')) await talk.say(text);
    const last = Number((await talk.poll('99999')).watermark);
    expect(last).to.be.greaterThan(60);
    const [whole, late] = [await talk.open(), await talk.open('99999')];
    await untilLast(whole, last);
    expect(positionsOf(whole.activities)).to.deep.equal(upTo(last));
    expect(whole.sets.length).to.be.greaterThan(2);
    const id = await talk.say('nurse');
    await late.untilReplyTo(id);
    expect(late.activities[0]?.id).to.equal(id);
    await Promise.all([whole.close(), late.close()]);
  });

  it('shows that a reply is being made while it takes long, and logs nothing of it', async () => {
    const [gate] = [signal()];
    server = await startServer({
      limits: { typingAfterMs: 1 },
      wrap: (bot) => async (context) => {
        if (context.activity.type === 'message') await gate.happened;
        await bot(context);
      },
    });
    const talk = await server.start();
    const listener = await talk.open();
    const said = talk.say('plumber');
    const typing = () => listener.sets.filter(({ activities }) => activities.some(({ type }) => type === 'typing'));
    await listener.until(() => typing().length > 0);
    expect(typing()[0]).not.to.have.property('watermark');
    expect(typing()[0]?.activities[0]?.from?.role).to.equal('bot');
    expect(listener.activities.at(-1)?.text, 'the echo does not wait').to.equal('plumber');
    gate.happen();
    await listener.untilReplyTo(await said);
    expect((await talk.poll()).activities.map(({ type }) => type)).not.to.include('typing');
    await listener.close();
  });

  it('pings, and cuts a socket that shows no sign of life', async () => {
    server = await startServer({ limits: { keepAliveMs: 20, silentMs: 2_000 } });
    const talk = await server.start();
    const [alive, dead] = [await talk.open(), await talk.open('', { autoPong: false })];
    await alive.until(() => alive.frames.filter((frame) => frame === '').length > 2);
    expect(await dead.closed, 'without a word').to.equal(1006);
    expect(alive.socket.readyState).to.equal(alive.socket.OPEN);
    await alive.close();
  });

  it('does not listen to what a client says there, and takes no more than a little of it', async () => {
    server = await startServer();
    const talk = await server.start();
    const listener = await talk.open();
    await listener.until(() => listener.activities.length === 1);
    for (const text of ['', '{"type":"message","text":"plumber"}', 'nonsense', '{'.repeat(1_000)]) {
      listener.socket.send(text);
    }
    const id = await talk.say('nurse');
    await listener.untilReplyTo(id);
    expect((await talk.poll()).activities.filter(({ from }) => from?.role === 'user')).to.have.lengthOf(1);
    listener.socket.send('x'.repeat(100_000));
    expect(await listener.closed).to.equal(1009);
  });

  it('opens so many for a conversation, and so many in all', async () => {
    server = await startServer({ limits: { socketsPerConversation: 2, sockets: 3 } });
    const [one, two] = [await server.start(), await server.start()];
    const [first, second] = [await one.open(), await one.open()];
    const full = await Stream.refusal(await one.connect(), server.origin);
    expect(full.status).to.equal(429);
    expect(JSON.parse(full.body).error.code).to.equal('TooManyRequests');
    const third = await two.open();
    expect((await Stream.refusal(await two.connect(), server.origin)).status).to.equal(429);
    expect(server.refused).to.deep.equal(['TOO_MANY_SOCKETS', 'TOO_MANY_SOCKETS']);
    const { sockets } = server;
    first.socket.close();
    await first.closed;
    // The client may know of the end before the server does.
    while (sockets.closed < 1) await new Promise(setImmediate);
    const again = await one.open();
    await Promise.all([second, third, again].map((listener) => listener.close()));
    while (sockets.closed < 4) await new Promise(setImmediate);
    expect(sockets).to.deep.equal({ opened: 4, closed: 4 });
  });

  // Protects all other visitors from one who opens every stream that there is.
  it('opens so many for an address', async () => {
    server = await startServer({ limits: { socketsPerAddress: 2 } });
    const talks = [await server.start(), await server.start(), await server.start()];
    const [first, second, third] = talks;
    const open = [await first?.open(), await second?.open()];
    const full = third && (await Stream.refusal(await third.connect(), server.origin));
    expect(full?.status).to.equal(429);
    await open[0]?.close();
    while (server.sockets.closed < 1) await new Promise(setImmediate);
    const again = await third?.open();
    await Promise.all([open[1], again].map((listener) => listener?.close()));
  });

  // Protects the memory: a client that stops reading costs what the limit says, and loses nothing.
  it('cuts a socket that never reads, serves the others, and takes it back where it was', async () => {
    server = await startServer({
      limits: { bufferedBytes: 100_000 },
      wrap: (bot) => async (context) => {
        if (context.activity.text !== 'much') await bot(context);
        else await context.sendActivity('much '.repeat(100_000));
      },
    });
    const { refused } = server;
    const talk = await server.start();
    const [reader, stuck] = [await talk.open(), await talk.open()];
    await stuck.until(() => stuck.activities.length === 1);
    stuck.socket.pause();
    // The system's own buffers take several megabytes first.
    for (let turn = 0; turn < 100 && refused.length === 0; turn += 1) await talk.say('much');
    expect(refused).to.deep.equal(['SOCKET_TOO_SLOW']);
    const id = await talk.say('nurse');
    await reader.untilReplyTo(id);
    stuck.socket.resume();
    expect(await stuck.closed).to.equal(1006);
    const back = await talk.open(stuck.watermark);
    const last = Number((await talk.poll('99999')).watermark);
    await untilLast(back, last);
    await untilLast(reader, last);
    expect(positionsOf(reader.activities)).to.deep.equal(upTo(last));
    expect(positionsOf([...stuck.activities, ...back.activities])).to.deep.equal(upTo(last));
    await Promise.all([reader.close(), back.close()]);
  });
});
