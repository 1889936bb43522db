import { expect } from 'chai';
import { sourcesAnswer } from '../../../adapters/http/routes.ts';
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

  it('/ tells what there is', async () => {
    const { status, json } = await api.ask('/');
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

  it('what needs the knowledge says that it is being loaded, and what does not is there', async () => {
    api.knowledge = null;
    for (const path of ['/api/occupations?q=nurse', '/api/occupations/12111', '/api/sources'])
      expectFault(await api.ask(path), 'KNOWLEDGE_LOADING');
    for (const path of ['/', '/api/openapi.json']) expect((await api.ask(path)).status).to.equal(200);
    expectFault(await api.ask('/api/occupations'), 'PARAMETER_INVALID');
  });

  it('/api/sources tells every source with licence and attribution', async () => {
    const { status, json } = await api.ask('/api/sources');
    expect(status).to.equal(200);
    const { sources } = sourcesAnswer.parse(json);
    expect(sources).to.deep.equal(await (await shippedKnowledge()).store.sources());
    expect(sources.length).to.be.greaterThan(20);
    for (const source of sources) expect(source.licence, source.id).not.to.equal('');
    expect(sources.find((source) => source.id === 'job-bank-wages-2025')?.attribution).to.contain(
      'Open Government Licence - Canada',
    );
  });

  it('answers come with the headers of an API and without those that tell on us', async () => {
    for (const path of ['/', '/nowhere', '/api/occupations']) {
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
