import { expect } from 'chai';
import { lookupAnswer } from '../../../adapters/http/lookup-schemas.ts';
import { lookupView } from '../../../dialogs/answers/lookup-view.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { type Api, expectFault, startApi } from './helpers.ts';

describe('GET /api/occupations?q=', () => {
  let api: Api;
  const find = (query: string): ReturnType<Api['ask']> => api.ask(`/api/occupations?${query}`);

  before(async () => {
    api = await startApi(await shippedKnowledge());
  });
  after(() => api.close());

  for (const text of ['registered nurse', 'infirmière', 'Data Analyst', 'qwxzv', '12111', '1252', 'B513', '1413.3']) {
    it(`answers "${text}" in the one shape of a lookup`, async () => {
      const { status, json } = await find(new URLSearchParams({ q: text }).toString());
      expect(status).to.equal(200);
      expect(lookupAnswer.parse(json).query).to.equal(text);
      const { lookup } = await shippedKnowledge();
      expect(json).to.deep.equal(lookupView(await lookup.find(text), en));
    });
  }

  it('a code is a match, and says which edition it was read in', async () => {
    const { json } = await find('q=1413.3');
    expect(json).to.have.property('decision', 'match');
    expect(json).to.have.nested.property('candidates[0].code', '12111');
    expect(json).to.have.nested.property('candidates[0].why').that.contains('NOC 2006');
  });

  it('limit caps the candidates', async () => {
    for (const limit of [1, 3, 10]) {
      const { json } = await find(`q=manager&limit=${limit}`);
      expect(lookupAnswer.parse(json).candidates.length).to.be.within(1, limit);
    }
  });

  const wrong: readonly (readonly [name: string, query: string, words: RegExp])[] = [
    ['q missing', '', /q: is missing/],
    ['q misspelt', 'Q=nurse', /q: is missing/],
    ['q empty', 'q=', /q: is empty/],
    ['q blank', 'q=%20%09%0a', /q: is empty/],
    ['q repeated', 'q=nurse&q=plumber', /q: is given more than once/],
    ['q of 201 characters', `q=${'a'.repeat(201)}`, /q: is longer than 200 characters/],
    ['q of 201 emoji', `q=${encodeURIComponent('🦖'.repeat(201))}`, /q: is longer than 200 characters/],
    ['limit 0', 'q=nurse&limit=0', /limit: has to be a whole number from 1 to 10/],
    ['limit 11', 'q=nurse&limit=11', /limit: has to be a whole number from 1 to 10/],
    ['limit -1', 'q=nurse&limit=-1', /limit: /],
    ['limit 1.5', 'q=nurse&limit=1.5', /limit: /],
    ['limit 1e1', 'q=nurse&limit=1e1', /limit: /],
    ['limit empty', 'q=nurse&limit=', /limit: /],
    ['limit in words', 'q=nurse&limit=ten', /limit: /],
    ['limit repeated', 'q=nurse&limit=1&limit=2', /limit: is given more than once/],
    ['both wrong', 'limit=99', /q: is missing.*limit: has to be/],
  ];
  for (const [name, query, words] of wrong) {
    it(`refuses ${name}`, async () => {
      expect(expectFault(await find(query), 'PARAMETER_INVALID')).to.match(words);
    });
  }

  it('takes 200 characters, however many bytes they are', async () => {
    for (const text of ['a'.repeat(200), '🦖'.repeat(200), 'é'.repeat(200)])
      expect((await find(`q=${encodeURIComponent(text)}`)).status).to.equal(200);
  });
});
