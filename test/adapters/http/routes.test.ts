import { expect } from 'chai';
import { sourcesAnswer } from '../../../adapters/http/source-schemas.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { type Api, expectFault, startApi } from './helpers.ts';

describe('the addresses', () => {
  let api: Api;

  before(async () => {
    api = await startApi(await shippedKnowledge());
  });
  after(() => api.close());
  afterEach(async () => {
    api.knowledge = await shippedKnowledge();
  });

  it('/api tells what there is', async () => {
    const { status, json } = await api.ask('/api');
    expect(status).to.equal(200);
    expect(json).to.have.property('name', 'Career Advisor');
    expect(json).to.have.nested.property('addresses[4].path', '/api/occupations/{code}');
  });

  it('/healthz is well before and after the knowledge is loaded', async () => {
    for (const knowledge of [null, await shippedKnowledge()]) {
      api.knowledge = knowledge;
      const { status, json } = await api.ask('/healthz');
      expect(status).to.equal(200);
      expect(json).to.deep.equal({ status: 'ok' });
    }
  });

  it('/readyz is unavailable until the knowledge is loaded, and then tells the hash of the store', async () => {
    api.knowledge = null;
    expectFault(await api.ask('/readyz'), 'KNOWLEDGE_LOADING');
    const knowledge = await shippedKnowledge();
    api.knowledge = knowledge;
    const { status, json } = await api.ask('/readyz');
    expect(status).to.equal(200);
    expect(json).to.deep.equal({ status: 'ready', hash: knowledge.store.info.hash });
    expect(knowledge.store.info.hash).to.match(/^[0-9a-f]{64}$/);
  });

  it('/readyz sends balancers elsewhere while the server stops, and /healthz does not', async () => {
    api.stopping = true;
    expectFault(await api.ask('/readyz'), 'SERVER_STOPPING');
    expect((await api.ask('/healthz')).status).to.equal(200);
    api.stopping = false;
    expect((await api.ask('/readyz')).status).to.equal(200);
  });

  it('one address asks for so many facts in a minute, and probes are not counted', async () => {
    const small = await startApi(await shippedKnowledge(), { requestsPerMinute: 3 });
    for (let n = 0; n < 3; n += 1) expect((await small.ask('/api')).status).to.equal(200);
    const refused = await small.ask('/api/sources');
    expectFault(refused, 'TOO_MANY_REQUESTS');
    expect((await small.ask('/readyz')).status).to.equal(200);
    await small.close();
  });

  it('what needs the knowledge says that it is being loaded, and what does not is there', async () => {
    api.knowledge = null;
    for (const path of ['/api/occupations?q=nurse', '/api/occupations/12111', '/api/sources'])
      expectFault(await api.ask(path), 'KNOWLEDGE_LOADING');
    for (const path of ['/api', '/api/openapi.json']) expect((await api.ask(path)).status).to.equal(200);
    expectFault(await api.ask('/api/occupations'), 'PARAMETER_INVALID');
  });

  it('/api/sources tells every source with licence and attribution', async () => {
    const { status, json } = await api.ask('/api/sources');
    expect(status).to.equal(200);
    const { sources } = sourcesAnswer.parse(json);
    const plain = sources.map(({ facts: _facts, periods: _periods, freshness: _freshness, ...source }) => source);
    expect(plain).to.deep.equal(await (await shippedKnowledge()).store.sources());
    expect(sources.length).to.be.greaterThan(20);
    for (const source of sources) expect(source.licence, source.id).not.to.equal('');
    expect(sources.find((source) => source.id === 'job-bank-wages-2025')?.attribution).to.contain(
      'Open Government Licence - Canada',
    );
  });

  it('/api/sources tells what each source is used for, and how old that is today', async () => {
    const { sources, imports } = sourcesAnswer.parse((await api.ask('/api/sources')).json);
    const of = (id: string): (typeof sources)[number] | undefined => sources.find((source) => source.id === id);
    expect(imports).to.equal(null);
    expect(of('alberta-wage-survey-2021')).to.deep.include({
      origin: 'pack',
      expiry: '3 years',
      facts: { wage: 3, occupation: 3 },
      periods: { oldest: '2021', newest: '2021' },
      freshness: { state: 'stale', since: '2025-01-01' },
    });
    expect(of('alberta-demand-outlook-2019-2023')).to.deep.include({
      freshness: { state: 'over', since: '2024-01-01' },
    });
    expect(of('job-bank-wages-2024')).to.deep.include({ freshness: { state: 'good', since: null } });
    expect(of('similar-groups')?.facts).to.have.all.keys('similar');
    expect(of('similar-groups')?.periods).to.equal(null);
    expect(sources.filter((source) => Object.keys(source.facts).length === 0)).to.deep.equal([]);
  });

  it('answers come with the headers of an API and without those that tell on us', async () => {
    for (const path of ['/api', '/nowhere', '/api/occupations']) {
      const { headers } = await api.ask(path);
      expect(headers['content-security-policy']).to.contain("default-src 'none'");
      expect(headers['content-security-policy']).to.contain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).to.equal('nosniff');
      expect(headers['cache-control']).to.equal('no-cache');
      expect(headers).not.to.have.property('x-powered-by');
    }
  });

  it('an unchanged answer costs a 304', async () => {
    const { headers } = await api.ask('/api/occupations/12111');
    const again = await api.ask('/api/occupations/12111', { headers: { 'If-None-Match': String(headers.etag) } });
    expect(again.status).to.equal(304);
    expect(again.text).to.equal('');
  });
});
