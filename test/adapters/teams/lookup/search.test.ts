import { expect } from 'chai';
import type { Knowledge } from '../../../../dialogs/advisor.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { shippedKnowledge } from '../../../dialogs/helpers.ts';
import { cardFaults, shownIn, typesOf } from '../../rendering/card-check.ts';
import { codesOf, type Lookup, startLookup } from './helpers.ts';

const PROFILE = '12111 health-information-management-professional';

describe('the search in Teams', () => {
  let knowledge: Knowledge;
  let lookup: Lookup;

  before(async () => {
    knowledge = await shippedKnowledge();
  });
  beforeEach(() => {
    lookup = startLookup(knowledge);
  });

  // Protects a counsellor who types anyhow: half words, slips, shop-floor names, codes of every edition.
  const queries: readonly (readonly [query: string, first: string])[] = [
    ['plumb', '72300'],
    ['Plumber', '72300'],
    ['  PLUMBERS  ', '72300'],
    ['registerd nurse', '31301'],
    ['LPN', '32101'],
    ['sparky', '72200'],
    ['12111', '12111'],
    ['NOC 12111', '12111'],
    ['1252', '12111'],
    ['1413.3', PROFILE],
    ['12111.00', '12111'],
    ['release of information specialist', PROFILE],
    ['truck driver', '73300'],
  ];
  for (const [query, first] of queries) {
    it(`finds ${first} for "${query}"`, async () => {
      expect(codesOf(await lookup.search(query))[0]).to.equal(first);
    });
  }

  // Protects from a guess: what means several things is a list that tells them apart, at one click's distance.
  it('lists all that may be meant, each with what it does and why it is there', async () => {
    const { attachments } = await lookup.search('data analyst');
    const texts = attachments.map(({ preview }) => preview?.content.text ?? '');
    expect(attachments.length).to.be.greaterThan(2);
    expect(new Set(texts).size).to.equal(texts.length);
    expect(texts.join('\n')).to.contain('code and keep health records · also known as: Data Analyst');
    const split = await lookup.search('2171');
    expect(split.attachments.length).to.be.greaterThan(1);
    for (const { preview } of split.attachments) expect(preview?.content.text).to.contain('NOC 2016 code 2171');
  });

  it('says what to do where nothing is found, and where too much is typed', async () => {
    expect((await lookup.search('qwrtzx')).message).to.equal(en.teamsLookup.nothing);
    expect((await lookup.search('9999')).message).to.equal(en.teamsLookup.nothing);
    expect((await lookup.search('plumber '.repeat(100))).message).to.equal(en.teamsLookup.tooLong);
  });

  it('begins with common occupations of every kind of work', async () => {
    const { attachments, cached } = await lookup.atFirst();
    const codes = codesOf({ attachments, message: null, cached });
    expect(new Set(codes.slice(0, 10).map((code) => code[0])).size).to.equal(10);
    const employment = await knowledge.store.employment();
    const smallest = Math.min(...codes.slice(0, 5).map((code) => employment.get(code) ?? 0));
    expect(smallest).to.be.greaterThan(100_000);
    expect(cached).to.equal(false);
    expect(codesOf(await lookup.search(''))).to.deep.equal(codes);
  });

  // Protects what a member is at: their own come first, and nobody sees another's.
  it('begins with what the member looked up before, the latest first and once', async () => {
    for (const key of ['72300', PROFILE, '72300']) await lookup.select(key);
    const first = await lookup.atFirst();
    expect(codesOf(first).slice(0, 2)).to.deep.equal(['72300', PROFILE]);
    expect(first.attachments[0]?.preview?.content.text).to.contain(en.teamsLookup.recent);
    expect(codesOf(await lookup.atFirst({}, 'another-member'))).not.to.include('72300');
    lookup.recents.forget('a-member');
    expect(codesOf(await lookup.atFirst())).not.to.include(PROFILE);
  });

  it('keeps eight of each member, of two thousand members', () => {
    const { recents } = lookup;
    for (let code = 10_000; code < 10_020; code += 1) recents.add('one', String(code));
    expect(recents.of('one')).to.have.length(8).and.to.include('10019').and.not.to.include('10011');
    for (let member = 0; member < 2_000; member += 1) recents.add(`m${member}`, '72300');
    expect(recents.of('one')).to.deep.equal([]);
    recents.add('', '72300');
    expect(recents.of('')).to.deep.equal([]);
  });

  it('passes over what the member looked up and the store has no longer', async () => {
    lookup.recents.add('a-member', '99999');
    lookup.recents.add('a-member', 'not a key');
    expect(codesOf(await lookup.atFirst())[0]).to.match(/^\d{5}$/);
  });

  // Protects scrolling: pages are parts of one list, nothing twice and nothing missing.
  for (const count of [1, 3, 5, 25]) {
    it(`gives the same list in pages of ${count}`, async () => {
      await lookup.select('72300');
      const asks = [(paging: object) => lookup.atFirst(paging), (paging: object) => lookup.search('analyst', paging)];
      for (const ask of asks) {
        const whole = codesOf(await ask({ skip: 0, count: 25 }));
        const paged: string[] = [];
        for (let skip = 0; skip <= whole.length; skip += count) paged.push(...codesOf(await ask({ skip, count })));
        expect(paged).to.deep.equal(whole);
        expect(new Set(paged.map((key) => key.slice(0, 5))).size).to.equal(whole.length);
        expect((await ask({ skip: 500, count })).message).to.equal(null);
      }
    });
  }

  it('lets Teams keep what is the same for everybody, and nothing else', async () => {
    expect((await lookup.search('plumber')).cached).to.equal(true);
    expect((await lookup.atFirst()).cached).to.equal(false);
    expect((await lookup.search('qwrtzx')).cached).to.equal(false);
    expect((await lookup.select('72300')).cached).to.equal(false);
  });

  // Protects the chat that a card is dropped into: the bot may be no member there, so nothing on the card may talk to it.
  it('drops the whole card, which asks nothing of the bot', async () => {
    const [listed] = (await lookup.search('release of information specialist')).attachments;
    const [selected] = (await lookup.select(PROFILE)).attachments;
    expect(selected?.content).to.deep.equal(listed?.content);
    const card = selected?.content;
    expect(cardFaults(card)).to.deep.equal([]);
    const shown = shownIn(card);
    expect(shown).to.match(/^Health information management professional\n/);
    for (const part of [
      'NOC 2021 12111',
      '$39.35',
      '$34.63',
      '$57.26',
      'In Alberta',
      '2 years',
      '2024-2033',
      'Source: 2021',
    ])
      expect(shown).to.contain(part);
    expect([...typesOf(card)]).to.not.include.members(['Action.Submit', 'Image']);
    expect(card?.actions?.map(({ type }) => type)).to.deep.equal(['Action.ShowCard', 'Action.OpenUrl']);
    expect(JSON.stringify(card?.actions?.at(-1))).to.contain(
      'https://advisor.example.org/occupations/12111?occupation=health-information-management-professional',
    );
  });

  it('has no link on the card where there is no public address', async () => {
    const [card] = (await startLookup(knowledge, { publicUrl: null }).select('72300')).attachments;
    expect(card?.content.actions?.map(({ type }) => type)).to.deep.equal(['Action.ShowCard']);
  });
});
