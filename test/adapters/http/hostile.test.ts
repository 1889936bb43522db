import { expect } from 'chai';
import { lookupAnswer } from '../../../adapters/http/lookup-schemas.ts';
import { OccupationLookup } from '../../../knowledge/lookup.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { type Api, expectFault, startApi } from './helpers.ts';

describe('hostile requests', () => {
  let api: Api;

  before(async () => {
    api = await startApi(await shippedKnowledge());
  });
  after(() => api.close());
  afterEach(async () => {
    api.knowledge = await shippedKnowledge();
    expect((await api.ask('/api/occupations/12111')).status, 'it still serves').to.equal(200);
  });

  const titles = [
    "'; DROP TABLE wage; --",
    '1 OR 1=1',
    '\0',
    'nurse\0',
    '\u202ereversed\u0007\u001b[31m',
    '👩‍⚕️',
    '../../../etc/passwd',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    '%s%s%n{{7*7}}#{7*7}',
    '看護師',
    '\ud800',
    '(((((((((((((((((((((((((((((((((((((((((',
    'a '.repeat(100),
  ];
  for (const title of titles) {
    it(`a lookup of ${JSON.stringify(title).slice(0, 40)} is an ordinary answer`, async () => {
      const { status, json } = await api.ask(`/api/occupations?${new URLSearchParams({ q: title })}`);
      expect(status).to.equal(200);
      lookupAnswer.parse(json);
    });
  }

  it('broken percent signs are text', async () => {
    for (const query of ['q=%', 'q=%zz', 'q=%ff%fe', 'q=%00'])
      expect((await api.ask(`/api/occupations?${query}`)).status, query).to.equal(200);
  });

  it('brackets make no objects of parameters', async () => {
    for (const query of ['q[]=nurse', 'q[a]=nurse', 'q[__proto__][x]=1', '__proto__=1', 'constructor=1'])
      expectFault(await api.ask(`/api/occupations?${query}`), 'PARAMETER_INVALID');
  });

  it('a query of 100 kB, and one that just fits the line, are refused', async () => {
    const large = await api.ask(`/api/occupations?q=${'a'.repeat(100_000)}`);
    expect(large.status).to.equal(431);
    expect(large.json).to.have.nested.property('error.code', 'REQUEST_TOO_LARGE');
    expectFault(await api.ask(`/api/occupations?q=${'a'.repeat(15_000)}`), 'PARAMETER_INVALID');
    expectFault(await api.ask(`/api/occupations?q=nurse${'&q=nurse'.repeat(1_500)}`), 'PARAMETER_INVALID');
  });

  const paths: readonly (readonly [path: string, code: Parameters<typeof expectFault>[1]])[] = [
    ['/nowhere', 'ADDRESS_UNKNOWN'],
    ['/', 'ADDRESS_UNKNOWN'],
    ['/API/occupations?q=nurse', 'ADDRESS_UNKNOWN'],
    ['//api/sources', 'ADDRESS_UNKNOWN'],
    ['/api/occupations/../sources', 'ADDRESS_UNKNOWN'],
    ['/../../etc/passwd', 'ADDRESS_UNKNOWN'],
    ['/api/occupations/12111/wages', 'ADDRESS_UNKNOWN'],
    ['/%00', 'ADDRESS_UNKNOWN'],
    ['/package.json', 'ADDRESS_UNKNOWN'],
    ['/.env', 'ADDRESS_UNKNOWN'],
    ['/api/occupations/..', 'PARAMETER_INVALID'],
    ['/api/occupations/..%2fsources', 'PARAMETER_INVALID'],
    ['/api/occupations/12111%00', 'PARAMETER_INVALID'],
    ['/api/occupations/12111%0a', 'PARAMETER_INVALID'],
    ["/api/occupations/12111'%20OR%20'1'='1", 'PARAMETER_INVALID'],
    ['/api/occupations/%F0%9F%A6%96', 'PARAMETER_INVALID'],
    [`/api/occupations/${'9'.repeat(10_000)}`, 'PARAMETER_INVALID'],
    ['/api/occupations/%ff', 'REQUEST_INVALID'],
    ['/api/occupations/%', 'REQUEST_INVALID'],
  ];
  for (const [path, code] of paths) {
    it(`${path.slice(0, 50)} is ${code}`, async () => {
      expectFault(await api.ask(path), code);
    });
  }

  it('HEAD has the headers of GET and no body', async () => {
    const reply = await api.ask('/api/occupations/12111', { method: 'HEAD' });
    expect(reply.status).to.equal(200);
    expect(reply.text).to.equal('');
    expect(Number(reply.headers['content-length'])).to.be.greaterThan(1_000);
    expect((await api.ask('/api/occupations', { method: 'HEAD' })).status).to.equal(400);
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
    it(`${method} is not taken, and told what is`, async () => {
      const reply = await api.ask('/api/occupations?q=nurse', { method });
      expectFault(reply, 'METHOD_UNSUPPORTED');
      expect(reply.headers.allow).to.equal('GET, HEAD, OPTIONS');
      expectFault(await api.ask('/nowhere', { method }), 'ADDRESS_UNKNOWN');
    });
  }

  it('OPTIONS tells the methods', async () => {
    const reply = await api.ask('/api/sources', { method: 'OPTIONS' });
    expect(reply.status).to.equal(204);
    expect(reply.headers.allow).to.equal('GET, HEAD, OPTIONS');
  });

  it('bodies are JSON of 100 kB at most', async () => {
    const post = (body: string, type: string): ReturnType<Api['ask']> =>
      api.ask('/api/sources', { method: 'POST', body, headers: { 'Content-Type': type } });
    expectFault(await post('{"q":"nurse"}', 'application/json'), 'METHOD_UNSUPPORTED');
    expectFault(await post('{"q":', 'application/json'), 'REQUEST_INVALID');
    expectFault(await post('q=nurse', 'application/x-www-form-urlencoded'), 'MEDIA_TYPE_UNSUPPORTED');
    expectFault(await post('<q/>', 'text/xml'), 'MEDIA_TYPE_UNSUPPORTED');
    expectFault(await post('{}', 'application/json; charset=ebcdic'), 'MEDIA_TYPE_UNSUPPORTED');
    expectFault(await post(JSON.stringify('a'.repeat(110_000)), 'application/json'), 'REQUEST_TOO_LARGE');
  });

  for (const [name, text] of [
    ['an unknown method', 'FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['no HTTP at all', 'hello, is it me you are looking for?\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ] as const) {
    it(`${name} is refused in JSON, and the line is cut`, async () => {
      const answer = await api.send(text);
      expect(answer).to.match(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).to.contain('{"error":{"code":"REQUEST_INVALID"');
    });
  }

  it('a fault of ours is told without its insides, and logged', async () => {
    const knowledge = await shippedKnowledge();
    const lookup = await OccupationLookup.create(knowledge.store, {
      match: () => {
        throw new Error('secret of /srv/advisor/matcher.ts');
      },
      spot: () => [],
    });
    api.knowledge = { ...knowledge, lookup };
    const reply = await api.ask('/api/occupations?q=nurse');
    expectFault(reply, 'INTERNAL_FAULT');
    expect(reply.text).not.to.contain('secret');
    const logged = api.lines.find((line) => line.level === 'error');
    expect(logged?.details.err).to.be.an('error').with.property('message').that.contains('secret');
  });
});
