import { expect } from 'chai';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { type Api, startApi } from './helpers.ts';

describe('the request log', () => {
  let api: Api;

  beforeEach(async () => {
    api = await startApi(await shippedKnowledge());
  });
  afterEach(() => api.close());

  it('has one line a request: method, path, status and time', async () => {
    await api.ask('/api/sources');
    await api.ask('/nowhere');
    await api.close();
    expect(api.lines.map(({ level, details: { ms, ...rest } }) => [level, rest, typeof ms])).to.deep.equal([
      ['info', { method: 'GET', path: '/api/sources', status: 200 }, 'number'],
      ['info', { method: 'GET', path: '(none of ours)', status: 404 }, 'number'],
    ]);
  });

  // Protects people: what they ask about themselves is nobody's business afterwards.
  it('never holds what was asked', async () => {
    await api.ask('/api/occupations?q=someone%40example.com');
    await api.ask('/api/occupations?q=someone&q=twice');
    await api.ask('/api/occupations/someone@example.com');
    await api.ask('/nowhere?q=someone');
    await api.close();
    expect(api.lines).to.have.length(4);
    expect(JSON.stringify(api.lines)).not.to.contain('someone');
  });

  it('keeps probes for debugging, and does not repeat addresses that are none of ours', async () => {
    await api.ask('/healthz');
    await api.ask('/readyz');
    await api.ask('/my-name-and-number');
    await api.close();
    expect(api.lines.map((line) => line.level)).to.deep.equal(['debug', 'debug', 'info']);
    expect(api.lines[2]?.details.path).to.equal('(none of ours)');
  });
});
