import { expect } from 'chai';
import fc from 'fast-check';
import type { Knowledge } from '../../../../dialogs/advisor.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { shippedKnowledge } from '../../../dialogs/helpers.ts';
import {
  codesOf,
  composeBody,
  faultBody,
  foundIn,
  type Lookup,
  searchBody,
  startLookup,
  storeThat,
  taskBody,
} from './helpers.ts';

const words = en.teamsLookup;
const MOST_CARD = 20_000;
const INVOKES: readonly (readonly [name: string, value: object])[] = [
  ['composeExtension/query', { commandId: 'lookup', parameters: [{ name: 'query', value: 'plumber' }] }],
  ['composeExtension/query', { commandId: 'lookup', parameters: [{ name: 'initialRun', value: 'true' }] }],
  ['composeExtension/selectItem', { select: '72300' }],
  ['composeExtension/fetchTask', { commandId: 'compare' }],
  ['composeExtension/submitAction', { commandId: 'compare', data: { occupation1: '72300', occupation2: '31301' } }],
  ['composeExtension/queryLink', { url: 'https://advisor.example.org/occupations/72300' }],
  ['application/search', { queryText: 'plum', dataset: 'occupations' }],
];
const NAMES = [...new Set(INVOKES.map(([name]) => name))];

describe('hostile input to the search in Teams', () => {
  let knowledge: Knowledge;
  let lookup: Lookup;

  before(async () => {
    knowledge = await shippedKnowledge();
    lookup = startLookup(knowledge);
  });

  /** What every answer with status 200 has to be, of whichever kind. */
  function expectAnswer(body: unknown): void {
    const known = [composeBody, taskBody, searchBody].some((schema) => schema.safeParse(body).success);
    expect(known, JSON.stringify(body)?.slice(0, 300)).to.equal(true);
  }

  // Protects the person who types: whatever it is and however Teams pages, there is an answer that Teams takes.
  it('answers any text and any paging', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        'plumber',
        'data analyst',
        '1252',
        '<script>alert(1)</script>',
        "'; DROP TABLE",
        '{{DATE(x)}}',
        '\u0000',
      ),
    );
    const number = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constantFrom(null, undefined, -1, 1e9));
    await fc.assert(
      fc.asyncProperty(typed, number, number, async (query, skip, count) => {
        const found = await lookup.search(query, { skip, count });
        const codes = codesOf(found);
        expect(new Set(codes.map((key) => key.slice(0, 5))).size).to.equal(codes.length);
        expect(found.message === null || found.attachments.length === 0).to.equal(true);
        for (const { content } of found.attachments)
          expect(Buffer.byteLength(JSON.stringify(content))).to.be.lessThan(MOST_CARD);
      }),
      { numRuns: 150 },
    );
  });

  it('gives no occupation twice across pages, for any text', async () => {
    const typed = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('an', 'nurse', 'teacher', 'manager', ''));
    await fc.assert(
      fc.asyncProperty(typed, fc.integer({ min: 1, max: 9 }), async (query, count) => {
        const pages: string[] = [];
        for (let skip = 0; skip < 27; skip += count)
          pages.push(...codesOf(await lookup.search(query, { skip, count })));
        expect(new Set(pages).size).to.equal(pages.length);
      }),
      { numRuns: 60 },
    );
  });

  it('takes any form, tampered or not', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('72300', '31301', 'plumber', 'data analyst', '99999', '12111 no-such', '{{TIME(x)}}'),
    );
    const keys = ['occupation1', 'occupation2', 'occupation3', 'occupation4', 'others', 'region'];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), fc.oneof(text, fc.jsonValue())), async (data) => {
        const answer = await lookup.invoke('composeExtension/submitAction', { commandId: 'compare', data });
        expect(answer?.status).to.equal(200);
        expectAnswer(answer?.body);
        expect(JSON.stringify(answer?.body)).not.to.contain('{{');
      }),
      { numRuns: 100 },
    );
    expect(lookup.errors).to.deep.equal([]);
  });

  // Protects the server from values that no Teams sends: a coded refusal, or an answer; never a fault of ours.
  it('refuses values of another shape with a code, for every kind of invoke', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, null, [], {}, { commandId: 'other' }, 'text'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), value, async (name, tampered) => {
        const answer = await lookup.invoke(name, tampered);
        if (answer === null) return;
        if (answer.status === 400) faultBody.parse(answer.body);
        else expectAnswer(answer.body);
      }),
      { numRuns: 300 },
    );
    for (const name of NAMES) expect((await lookup.invoke(name, { commandId: 5 }))?.status, name).to.equal(400);
    expect(lookup.errors).to.deep.equal([]);
  });

  const selected: readonly string[] = ['99999', '', 'x'.repeat(5_000), '72300 <b>', "72300' OR 1=1", '__proto__'];
  for (const key of selected) {
    it(`says that there is nothing for the selection "${key.slice(0, 20)}"`, async () => {
      const fresh = startLookup(knowledge);
      expect((await fresh.select(key)).message).to.equal(words.nothing);
      expect(fresh.recents.of('a-member')).to.deep.equal([]);
    });
  }

  it('leaves invokes of others alone', async () => {
    for (const name of [undefined, '', 'adaptiveCard/action', 'task/fetch', 'composeExtension/setting', 'toString'])
      expect(await lookup.invoke(name, {})).to.equal(null);
  });

  it('is not put out by an activity from nobody', async () => {
    expect((await lookup.atFirst({}, '')).attachments.length).to.be.greaterThan(5);
  });

  // Protects from "unable to reach app": Teams waits five seconds, and a person is told sooner what to do.
  it('answers in time where the store never answers', async () => {
    const stuck = storeThat(knowledge.store, () => new Promise<never>(() => undefined));
    const slow = startLookup({ ...knowledge, store: stuck }, { timeLimitMs: 20 });
    for (const [name, value] of INVOKES) {
      const answer = await slow.invoke(name, value);
      expect(answer?.status, name).to.equal(200);
      expectAnswer(answer?.body);
      if (name === 'composeExtension/query') expect(foundIn(answer).message).to.equal(words.tooSlow);
    }
    expect(slow.errors).to.deep.equal([]);
  });

  it('answers while the knowledge is being loaded, and from it as soon as it is there', async () => {
    const early = startLookup(null);
    for (const [name, value] of INVOKES) {
      const answer = await early.invoke(name, value);
      expect(answer?.status, name).to.equal(200);
      expectAnswer(answer?.body);
      const told = JSON.stringify(answer?.body);
      if (/query$|selectItem|Task|submit/.test(name)) expect(told, name).to.contain(words.loading);
    }
    early.knowledge = knowledge;
    expect(codesOf(await early.search('plumber'))[0]).to.equal('72300');
  });

  it('answers where the store fails, tells the operator, and works again afterwards', async () => {
    const broken = storeThat(knowledge.store, () => Promise.reject(new Error('the disk is gone')));
    const failing = startLookup({ ...knowledge, store: broken });
    for (const [name, value] of INVOKES) {
      const answer = await failing.invoke(name, value);
      expect(answer?.status, name).to.equal(200);
      expectAnswer(answer?.body);
      expect(JSON.stringify(answer?.body)).not.to.contain('disk');
    }
    expect(failing.errors).to.have.length(INVOKES.length);
    failing.knowledge = knowledge;
    expect(codesOf(await failing.search('plumber'))[0]).to.equal('72300');
    expect(codesOf(await failing.atFirst()).length).to.be.greaterThan(5);
  });
});
