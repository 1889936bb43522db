import { Agent } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { type Answer, expectFault, SECRET, startServer, type Talk, type TestServer } from './helpers.ts';

describe('Direct Line: hostile clients', () => {
  let server: TestServer;
  let talk: Talk;

  before(async () => {
    server = await startServer();
  });
  after(() => server.close());
  beforeEach(async () => {
    talk = await server.start();
  });
  afterEach(async () => {
    const other = await server.start();
    await other.say('plumber');
    expect((await other.poll()).activities.length, 'it still serves').to.be.greaterThan(2);
  });

  /** Holds the conversation to be as it was after the greeting. */
  async function expectNothingSaid(): Promise<void> {
    expect((await talk.poll()).activities).to.have.lengthOf(1);
  }

  it('a body of 1 MB is refused', async () => {
    const answer = await talk.post({ type: 'message', text: 'a'.repeat(1_000_000) });
    expectFault(answer, 413, 'MessageSizeTooBig');
    await expectNothingSaid();
  });

  it('a body is JSON, and an object', async () => {
    for (const body of ['{"type":"message","text":', 'plumber', '{]', '"text"', '\0', '{"type":"message",}', '']) {
      expectFault(await talk.post(body), 400, 'BadArgument');
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=ebcdic']) {
      const wrong = { method: 'POST', token: talk.token, headers: { 'Content-Type': type }, body: '{}' };
      expectFault(await server.ask(`${talk.path}/activities`, wrong), 415, 'BadArgument');
    }
    await expectNothingSaid();
  });

  const refused: readonly unknown[] = [
    [],
    {},
    [{ type: 'message', text: 'plumber' }],
    { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] },
    { type: 'trace', text: 'plumber' },
    { type: 'invoke', name: 'x' },
    { type: 'endOfConversation' },
    { type: 'contactRelationUpdate' },
    { type: 'Message', text: 'plumber' },
    { type: ['message'], text: 'plumber' },
    { type: '__proto__' },
    { text: 'plumber' },
    { type: 'message' },
    { type: 'message', text: '' },
    { type: 'message', text: ' \n\t ' },
    { type: 'message', text: '\u0000\u0007\u001b' },
    { type: 'message', text: 7 },
    { type: 'message', text: { toString: 'plumber' } },
    { type: 'message', value: 'plumber' },
    { type: 'message', value: { say: '' } },
    { type: 'message', value: { say: 'a'.repeat(501) } },
    { type: 'message', value: { say: ['plumber'] } },
    { type: 'message', attachments: [{ contentType: 'text/html', content: '<script>' }] },
    { type: 'message', text: 'plumber', channelData: 'text' },
    { type: 'message', text: 'plumber', channelData: { clientActivityID: 7 } },
    { type: 'message', text: 'plumber', channelData: { clientActivityID: 'x'.repeat(201) } },
    { type: 'event' },
    { type: 'event', name: 'x'.repeat(101) },
  ];
  it('only messages, events and typing come in, as they should be', async () => {
    for (const body of refused) {
      const message = expectFault(await talk.post(body), 400, 'BadArgument');
      expect(message.length, 'what was sent is not sent back').to.be.lessThan(400);
    }
    await expectNothingSaid();
    expect(server.logged.join()).to.not.include('<script>');
  });

  it('what a client must not say is left behind', async () => {
    const body = `{"type":"message","text":"plumber","id":"mine","channelId":"msteams","serviceUrl":"https://elsewhere.example",
      "from":{"id":"dl_other","role":"bot"},"recipient":{"id":"x"},"conversation":{"id":"other"},"replyToId":"x","textFormat":"markdown",
      "locale":"../../etc","attachments":[{"contentType":"image/png","contentUrl":"https://elsewhere.example/x.png"}],
      "entities":[{"type":"x"}],"suggestedActions":{"actions":[]},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},
      "channelData":{"clientActivityID":"one","personalDataRemoved":true,"__proto__":{"polluted":true}}}`;
    const { json, status } = await talk.post(body);
    expect(status).to.equal(200);
    const [echo] = (await talk.poll(1)).activities;
    expect(echo).to.have.all.keys(
      ...[
        'id',
        'type',
        'text',
        'textFormat',
        'locale',
        'from',
        'conversation',
        'channelId',
        'timestamp',
        'channelData',
      ],
    );
    expect(echo).to.include({ id: json.id, channelId: 'directline', textFormat: 'plain', locale: 'en-CA' });
    expect(echo?.channelData).to.deep.equal({ clientActivityID: 'one' });
    expect({}).not.to.have.property('polluted');
  });

  for (const [text, kept = text] of [
    ['<script>alert(1)</script> <b>plumber</b>'],
    ['<img src=x onerror=alert(1)>'],
    ['**plumber** [link](javascript:alert(1)) # x'],
    ["'; DROP TABLE activity; --"],
    ['#{7*7} {{7*7}} %s%n'],
    ['👩‍⚕️ 看護師'],
    ['one\r\ntwo\tthree\rfour', 'one\ntwo\tthree\nfour'],
    ['\u001b[31mred\u0007\u0000 plumber\u0085', '[31mred plumber'],
    ['half \ud83d of it', 'half \ufffd of it'],
    ['a'.repeat(4_000)],
    // Cut, not refused: a client offers no more than to send a refused message again.
    [`${'a'.repeat(3_999)}👩‍⚕️ and more`, 'a'.repeat(3_999)],
  ] as const) {
    it(`${JSON.stringify(text).slice(0, 40)} is text`, async () => {
      await talk.say(text);
      const [echo] = (await talk.poll(1)).activities;
      expect(echo).to.include({ text: kept, textFormat: 'plain' });
    });
  }

  it('tells in Direct Line’s own form that there is nothing at an address, or nothing to do there', async () => {
    const { token } = talk;
    for (const path of [
      '',
      '/nothing',
      '/Conversations',
      '/session/getsessionid',
      '/conversations/a/b/c',
      '/../../.env',
    ]) {
      expectFault(await server.ask(`/v3/directline${path}`, { token }), 404, 'NotFound');
    }
    expectFault(await server.ask('/api/chat/token/more', { method: 'POST', origin: server.origin }), 404, 'NotFound');
    for (const [method, path, allow] of [
      ['PUT', `${talk.path}/activities`, 'GET, POST, OPTIONS'],
      ['DELETE', talk.path, 'GET, OPTIONS'],
      ['GET', '/v3/directline/conversations', 'POST, OPTIONS'],
      ['GET', '/v3/directline/tokens/refresh', 'POST, OPTIONS'],
      ['PROPFIND', '/api/chat/token', 'POST, OPTIONS'],
    ] as const) {
      const answer = await server.ask(path, { method, token });
      expectFault(answer, 405, 'MethodNotAllowed');
      expect(answer.headers.allow).to.equal(allow);
    }
    expectFault(await server.ask('/v3/directline/conversations/%ff/activities', { token }), 400, 'BadArgument');
    expectFault(await server.ask('/v3/directline/conversations/%00', { token }), 403, 'Forbidden');
    expectFault(await server.ask(`/v3/directline/conversations/${'9'.repeat(9_000)}`, { token }), 403, 'Forbidden');
  });

  it('answers are kept by nobody, framed by nobody and carry no page', async () => {
    const { headers } = await server.ask(`${talk.path}/activities`, { token: talk.token });
    expect(headers['cache-control']).to.equal('no-store');
    expect(headers['content-security-policy'])
      .to.include("default-src 'none'")
      .and.to.include("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers).not.to.have.any.keys('x-powered-by', 'set-cookie');
  });

  it('an upgrade that is none, or breaks off, harms nobody', async () => {
    const { hostname, port } = new URL(server.origin);
    const path = new URL(await talk.connect());
    for (const head of [
      'Upgrade: websocket\r\nConnection: Upgrade\r\n',
      'Upgrade: h2c\r\nConnection: Upgrade\r\n',
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n',
    ]) {
      const text = `GET ${path.pathname}${path.search} HTTP/1.1\r\nHost: x\r\nOrigin: ${server.origin}\r\n${head}\r\n`;
      const answer = await new Promise<string>((resolve, reject) => {
        let got = '';
        const socket = connect(Number(port), hostname, () => socket.write(text));
        socket.on('data', (chunk) => {
          got += String(chunk);
        });
        socket.on('error', reject).on('close', () => resolve(got));
      });
      expect(answer).to.match(/^HTTP\/1\.1 4\d\d /);
    }
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET ${path.pathname}?t=x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
        );
        socket.resetAndDestroy();
      });
      socket.on('error', () => undefined).on('close', () => resolve());
    });
  });

  it('nothing that people say, and no id, is logged', async () => {
    await talk.say('a very particular plumber', 'particular-id');
    await talk.post({ type: 'message', text: 7 });
    const logged = server.logged.join('\n');
    expect(logged).to.include('/conversations/:id/activities');
    for (const secret of ['particular', talk.id, talk.user, talk.token, SECRET]) expect(logged).to.not.include(secret);
  });
});

describe('Direct Line: floods', () => {
  let server: TestServer | undefined;
  let agent: Agent | undefined;

  afterEach(async () => {
    agent?.destroy();
    await server?.close();
  });

  const counted = (answers: readonly Answer[]): Record<number, number> => {
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  it('1,000 messages at once: as many as the limit are taken, and others are served', async () => {
    agent = new Agent({ keepAlive: true, maxSockets: 50 });
    // A window that no machine is too slow for.
    server = await startServer({ limits: { messages: 20, messagesMs: 600_000, requestsPerMinute: 100_000 } });
    const { ask } = server;
    const [loud, quiet] = [await server.start(), await server.start()];
    const flood = Array.from({ length: 1_000 }, (_, index) =>
      ask(`${loud.path}/activities`, {
        method: 'POST',
        token: loud.token,
        body: { type: 'message', text: `plumber ${index}` },
        ...(agent && { agent }),
      }),
    );
    await quiet.say('nurse');
    const answers = await Promise.all(flood);
    expect(counted(answers)).to.deep.equal({ 200: 20, 429: 980 });
    for (const answer of answers.filter(({ status }) => status === 429)) expectFault(answer, 429, 'TooManyRequests');
    const { activities } = await loud.poll();
    expect(activities.filter(({ from }) => from?.role === 'user')).to.have.lengthOf(20);
    await quiet.say('and in Ontario?');
  });

  it('an address makes so many requests, whatever it asks for, and others are served', async () => {
    server = await startServer({ limits: { requestsPerMinute: 30 }, proxyHops: 1 });
    const { ask, origin } = server;
    const from = (address: string, path: string, token?: string): Promise<Answer> =>
      ask(path, {
        method: 'POST',
        origin,
        headers: { 'X-Forwarded-For': address },
        ...(token !== undefined && { token }),
      });
    const answers: Answer[] = [];
    for (let request = 0; request < 20; request += 1) {
      answers.push(await from('192.0.2.1', '/api/chat/token'));
      answers.push(await from('192.0.2.1', '/v3/directline/tokens/refresh', 'guessed'));
    }
    expect(counted(answers)).to.deep.equal({ 200: 15, 403: 15, 429: 10 });
    expect((await from('192.0.2.2', '/api/chat/token')).status).to.equal(200);
    for (let request = 0; request < 30; request += 1) {
      await from(`2001:db8:0:1::${request.toString(16)}`, '/api/chat/token');
    }
    expectFault(await from('2001:db8:0:1::ffff', '/api/chat/token'), 429, 'TooManyRequests');
    expect((await from('2001:db8:ffff::1', '/api/chat/token')).status).to.equal(200);
  });

  it('a fault of ours tells nothing of our insides, and is logged', async () => {
    server = await startServer();
    const talk = await server.start();
    await server.state.close();
    const answer = await talk.post({ type: 'message', text: 'plumber' });
    expectFault(answer, 500, 'ServiceError');
    expect(server.logged.join()).to.include('a request failed');
  });
});
