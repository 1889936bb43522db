import { createHmac, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { Tokens } from '../../../adapters/directline/tokens.ts';
import {
  type AskOptions,
  expectFault,
  Listener,
  SECRET,
  STRANGE,
  startServer,
  type Talk,
  type TestServer,
  TRUSTED,
} from './helpers.ts';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('Direct Line: tokens', () => {
  let server: TestServer;
  let talk: Talk;
  let now = new Date();

  before(async () => {
    server = await startServer({ now: () => now });
  });
  beforeEach(async () => {
    now = new Date();
    talk = await server.start();
  });
  after(() => server.close());

  /** All that a token opens, in one conversation. */
  const uses = (): readonly (readonly [path: string, options: AskOptions])[] => [
    [talk.path, {}],
    [`${talk.path}/activities`, {}],
    [`${talk.path}/activities`, { method: 'POST', body: { type: 'message', text: 'plumber' } }],
    [`${talk.path}/upload`, { method: 'POST' }],
    ['/v3/directline/conversations', { method: 'POST' }],
    ['/v3/directline/tokens/refresh', { method: 'POST' }],
    ['/v3/directline/tokens/generate', { method: 'POST' }],
  ];

  /** Holds a token to open nothing at all. */
  async function expectUseless(token: string): Promise<void> {
    for (const [path, options] of uses()) {
      expectFault(await server.ask(path, { ...options, token }), 403, 'TokenExpired');
    }
  }

  it('without one it is 401, and 403 with anything that is none', async () => {
    for (const [path, options] of uses()) expectFault(await server.ask(path, options), 401, 'Unauthorized');
    for (const Authorization of [
      '',
      'Bearer',
      'Bearer ',
      `Basic ${talk.token}`,
      talk.token,
      'Bearer a b',
      'Bearer ..',
    ]) {
      expectFault(await server.ask(talk.path, { headers: { Authorization } }), 403, 'TokenExpired');
    }
    await expectUseless('x'.repeat(8_000));
  });

  it('a forged one opens nothing', async () => {
    const [header = '', payload = '', signature = ''] = talk.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const typ = 'directline+jwt';
    const signed = (head: object, body: object, key: Uint8Array | string): string => {
      const text = `${encoded(head)}.${encoded(body)}`;
      return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    };
    expect(signed({ alg: 'HS256', typ }, claims, server.key), 'the forger knows the form').to.equal(talk.token);
    const other = { ...claims, user: 'dl_other' };
    for (const forged of [
      `${header}.${encoded(other)}.${signature}`,
      `${encoded({ alg: 'none', typ })}.${payload}.`,
      `${encoded({ alg: 'none', typ })}.${encoded(other)}.${signature}`,
      signed({ alg: 'HS256', typ }, claims, randomBytes(32)),
      signed({ alg: 'HS256', typ }, claims, ''),
      signed({ alg: 'HS512', typ }, claims, server.key),
      signed({ alg: 'HS256', typ: 'JWT' }, claims, server.key),
      signed({ alg: 'HS256' }, claims, server.key),
      signed({ alg: 'HS256', typ }, { ...claims, aud: 'resume' }, server.key),
      signed({ alg: 'HS256', typ }, { ...claims, iss: 'another' }, server.key),
      signed({ alg: 'HS256', typ }, { ...claims, exp: undefined }, server.key),
      signed({ alg: 'HS256', typ }, { ...claims, conv: undefined }, server.key),
      signed({ alg: 'HS256', typ }, { ...claims, user: { id: 1 } }, server.key),
    ]) {
      await expectUseless(forged);
    }
  });

  it('an expired one opens nothing, nor does one of another server', async () => {
    const { token } = talk;
    now = new Date(now.getTime() + 1_799_000);
    expect((await server.ask(talk.path, { token })).status).to.equal(200);
    now = new Date(now.getTime() + 2_000);
    await expectUseless(token);
    const foreign = new Tokens(randomBytes(32), () => now, { accessSeconds: 1800, resumeDays: 30 });
    await expectUseless(
      await foreign.sign('access', { user: talk.user, conversation: talk.id, origin: server.origin }),
    );
  });

  it('a refreshed one lives on, for the same conversation', async () => {
    now = new Date(now.getTime() + 1_700_000);
    const { status, json } = await server.ask('/v3/directline/tokens/refresh', { method: 'POST', token: talk.token });
    expect(status).to.equal(200);
    expect(json).to.include({ conversationId: talk.id, expires_in: 1800 });
    now = new Date(now.getTime() + 1_700_000);
    await expectUseless(talk.token);
    expect((await server.ask(talk.path, { token: json.token })).status).to.equal(200);
  });

  it('one kind is never taken for another', async () => {
    await expectUseless(talk.resume);
    const ticket = new URL(await talk.connect()).searchParams.get('t') ?? '';
    await expectUseless(ticket);
    expect((await server.chatToken({ resume: ticket })).conversationId).not.to.equal(talk.id);
    const lasting = await new SignJWT({ user: talk.user, conv: talk.id, origin: server.origin })
      .setProtectedHeader({ alg: 'HS256', typ: 'directline+jwt' })
      .setIssuer('career-advisor')
      .setAudience('resume')
      .setExpirationTime('1y')
      .sign(server.key);
    await expectUseless(lasting);
    expect((await server.chatToken({ resume: lasting })).conversationId).not.to.equal(talk.id);
    for (const t of [talk.token, talk.resume]) {
      const address = (await talk.connect()).replace(/t=.*/, `t=${encodeURIComponent(t)}`);
      expect((await Listener.refusal(address, server.origin)).status).to.equal(403);
    }
  });

  it('a resume token ends with what is kept', async () => {
    now = new Date(now.getTime() + 29 * 86_400_000);
    expect((await server.chatToken({ resume: talk.resume })).conversationId).to.equal(talk.id);
    now = new Date(now.getTime() + 2 * 86_400_000);
    expect((await server.chatToken({ resume: talk.resume })).conversationId).not.to.equal(talk.id);
  });

  it('another conversation is closed to it', async () => {
    const other = await server.start();
    const path = `/v3/directline/conversations/${other.id}`;
    for (const [end, options] of [
      ['', {}],
      ['/activities', {}],
      ['/activities', { method: 'POST', body: { type: 'message', text: 'plumber' } }],
      ['/upload', { method: 'POST' }],
    ] as const) {
      expectFault(await server.ask(`${path}${end}`, { ...options, token: talk.token }), 403, 'Forbidden');
      expectFault(
        await server.ask(`/v3/directline/conversations/nobody${end}`, { ...options, token: talk.token }),
        403,
        'Forbidden',
      );
    }
    expect((await other.poll()).activities).to.have.lengthOf(1);
  });

  it('whoever a client says it is, it is who the token says', async () => {
    await talk.post({ type: 'message', text: 'plumber', from: { id: 'dl_somebody', role: 'bot', name: 'Boss' } });
    const [echo] = (await talk.poll(1)).activities;
    expect(echo?.from).to.deep.equal({ id: talk.user, name: '', role: 'user' });
  });

  it('pages that nobody trusts get nothing, and a token is good in one page alone', async () => {
    const post = { method: 'POST', body: {} };
    for (const origin of [STRANGE, 'null', `${server.origin}.elsewhere.example`, 'https://www.example.org:444']) {
      const refused = await server.ask('/api/chat/token', { ...post, origin });
      expectFault(refused, 403, 'Forbidden');
      expect(refused.headers).not.to.have.property('access-control-allow-origin');
      expectFault(await server.ask(talk.path, { token: talk.token, origin }), 403, 'Forbidden');
      expectFault(await server.ask(talk.path, { method: 'OPTIONS', origin }), 403, 'Forbidden');
    }
    expectFault(await server.ask('/api/chat/token', post), 403, 'Forbidden');
    for (const [path, options] of uses()) {
      expectFault(await server.ask(path, { ...options, token: talk.token, origin: TRUSTED }), 403, 'Forbidden');
    }
    const address = await talk.connect();
    const { status, body } = await Listener.refusal(address, TRUSTED);
    expect(status).to.equal(403);
    expect(JSON.parse(body).error.code).to.equal('Forbidden');
    expect((await Listener.refusal(await talk.connect())).status, 'browsers always tell').to.equal(403);
  });

  it('CORS names the one page that asks, for what clients send, without cookies', async () => {
    const chat = await server.chatToken({}, TRUSTED);
    const path = `/v3/directline/conversations/${chat.conversationId}`;
    const preflight = await server.ask(`${path}/activities`, {
      method: 'OPTIONS',
      origin: TRUSTED,
      headers: { 'Access-Control-Request-Headers': 'authorization,content-type,x-ms-bot-agent' },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers['access-control-allow-origin']).to.equal(TRUSTED);
    expect(String(preflight.headers['access-control-allow-headers']).toLowerCase()).to.include('x-ms-bot-agent');
    expect(preflight.headers['access-control-allow-methods']).to.include('POST');
    for (const answer of [
      await server.ask(path, { token: chat.token, origin: TRUSTED }),
      await server.ask(path, { token: 'wrong', origin: TRUSTED }),
    ]) {
      expect(answer.headers['access-control-allow-origin']).to.equal(TRUSTED);
      expect(answer.headers.vary).to.include('Origin');
      expect(answer.headers).not.to.have.any.keys('access-control-allow-credentials', 'set-cookie');
    }
  });

  it('a stream address works once, and not for long', async () => {
    const address = await talk.connect();
    const open = await Listener.open(address, server.origin);
    expect((await Listener.refusal(address, server.origin)).status, 'replayed').to.equal(403);
    const old = await talk.connect();
    now = new Date(now.getTime() + 61_000);
    const late = await Listener.refusal(old, server.origin);
    expect(late.status).to.equal(403);
    expect(JSON.parse(late.body).error.code).to.equal('TokenExpired');
    const other = await server.start();
    const swapped = (await talk.connect()).replace(talk.id, other.id);
    expect((await Listener.refusal(swapped, server.origin)).status, 'of another conversation').to.equal(403);
    for (const wrong of ['', 't=', 't=guessed', `t=${'x'.repeat(5_000)}`]) {
      expect((await Listener.refusal(`${old.split('?')[0]}?${wrong}`, server.origin)).status).to.equal(403);
    }
    expect((await Listener.refusal((await talk.connect()).replace(/watermark=0/, 'watermark=x'))).status).to.equal(400);
    for (const path of ['/', '/v3/directline/stream', '/v3/directline/conversations/%2e%2e/stream?t=1']) {
      expect((await Listener.refusal(`${server.origin.replace('http', 'ws')}${path}`)).status).to.equal(404);
    }
    await open.close();
  });
});

describe('Direct Line: the secret', () => {
  let server: TestServer;

  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  const generate = (options: AskOptions) =>
    server.ask('/v3/directline/tokens/generate', { method: 'POST', ...options });

  it('makes tokens for a page or a program, and nobody else does', async () => {
    const page = await generate({ token: SECRET, body: { user: { id: 'dl_known-1' }, trustedOrigins: [TRUSTED] } });
    const begun = await server.ask('/v3/directline/conversations', {
      method: 'POST',
      token: page.json.token,
      origin: TRUSTED,
    });
    expect(begun.status).to.equal(201);
    expect((await server.state.log.find(page.json.conversationId))?.user).to.equal('dl_known-1');
    const { token } = page.json;
    expectFault(await generate({ token }), 403, 'Forbidden');
    expectFault(await generate({ token: `${SECRET}x` }), 403, 'TokenExpired');
    for (const body of [{ user: { id: 'me' } }, { trustedOrigins: [TRUSTED, STRANGE] }, { trustedOrigins: 'x' }, []]) {
      expectFault(await generate({ token: SECRET, body }), 400, 'BadArgument');
    }
    expectFault(await generate({ token: SECRET, body: { trustedOrigins: [STRANGE] } }), 403, 'Forbidden');
  });

  it('is not for pages, nor for reading what is said in them', async () => {
    expectFault(await generate({ token: SECRET, origin: TRUSTED }), 403, 'Forbidden');
    const talk = await server.start();
    expectFault(await server.ask(`${talk.path}/activities`, { token: SECRET }), 403, 'Forbidden');
    expectFault(await server.ask('/v3/directline/conversations/nobody', { token: SECRET }), 404, 'NotFound');
  });

  it('a program talks with it, or with its token', async () => {
    const { json } = await server.ask('/v3/directline/conversations', { method: 'POST', token: SECRET });
    const path = `/v3/directline/conversations/${json.conversationId}/activities`;
    for (const token of [SECRET, json.token]) {
      const posted = await server.ask(path, { method: 'POST', token, body: { type: 'message', text: 'plumber' } });
      expect(posted.status, posted.text).to.equal(200);
    }
    expectFault(await server.ask(path, { token: json.token, origin: TRUSTED }), 403, 'Forbidden');
    const stream = await Listener.open(json.streamUrl);
    await stream.until(() => stream.activities.filter(({ from }) => from?.role === 'user').length === 2);
    await stream.close();
  });

  it('a token of a conversation that never began finds nothing', async () => {
    const { json } = await generate({ token: SECRET });
    const answer = await server.ask(`/v3/directline/conversations/${json.conversationId}`, { token: json.token });
    expectFault(answer, 404, 'NotFound');
  });

  it('there may be none', async () => {
    const without = await startServer({ secret: null });
    for (const token of [SECRET, 'null', 'undefined'])
      expectFault(await without.ask('/v3/directline/conversations', { method: 'POST', token }), 403, 'TokenExpired');
    await without.close();
  });
});
