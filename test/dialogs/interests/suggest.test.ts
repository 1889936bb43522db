import { expect } from 'chai';
import { type Catalogue, catalogueOf, minorGroup } from '../../../dialogs/interests/catalogue.ts';
import { type InterestCodes, parseCodes } from '../../../dialogs/interests/codes.ts';
import { PAGE, type SuggestRequest, suggest, whatIf, whyThis } from '../../../dialogs/interests/suggest.ts';
import { understandWishes } from '../../../dialogs/understanding/wishes-en.ts';
import { shippedKnowledge, shippedLexicon } from '../helpers.ts';

const codes = (text: string): InterestCodes => parseCodes(text) ?? [];
const TRIPLES = ['M i d', 'S d i', 'O M i', 'I o m', 'D s M', 'S I m', 'O i s', 'D M o', 'I S d', 'M O S', 's', 'o m'];

describe('suggestions', function () {
  this.timeout(120_000);
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await catalogueOf((await shippedKnowledge()).store);
  });
  const ask = (person: string, extra: Partial<SuggestRequest> = {}) =>
    suggest(catalogue, { codes: codes(person), region: 'AB', ...extra });
  const allOf = (person: string, extra: Partial<SuggestRequest> = {}) => {
    const told = [];
    for (let offset = 0; ; offset += PAGE) {
      const page = ask(person, { ...extra, offset });
      told.push(...page.told);
      if (!page.more) return { told, total: page.total };
    }
  };
  const wishes = async (text: string) => understandWishes(text, await shippedLexicon());

  // Protects the seed: its group fits the person that its codes describe best of all, in the best band, with published codes.
  it('have the group of M i d first for a METHODICAL innovative directive person', () => {
    const [first] = ask('METHODICAL innovative directive').told;
    expect(first?.entry.code).to.equal('12111');
    expect(first?.fit).to.equal(1);
    expect(first?.band).to.equal('strong');
    expect(first?.best.estimated).to.equal(false);
    expect(first?.shared.map(({ interest }) => interest)).to.deep.equal(['Methodical', 'Innovative', 'Directive']);
    expect(first?.wage?.median).to.equal(39.35);
  });

  it('come five at a time, each once, until there are no more', () => {
    for (const person of TRIPLES) {
      const { told, total } = allOf(person);
      expect(new Set(told.map(({ entry }) => entry.code)).size, person).to.equal(total);
      expect(told, person).to.have.length(total);
      expect(ask(person, { offset: total + 50 }), person).to.deep.include({ told: [], more: false });
    }
  });

  // Protects a person from five look-alikes, and from variety that is bought with a bad fit.
  it('are spread over fields at hardly any loss of fit', () => {
    for (const person of TRIPLES) {
      const { told } = ask(person);
      const categories = told.map(({ entry }) => entry.broadCategory);
      expect(new Set(categories).size, person).to.be.at.least(2);
      expect(new Set(told.map(({ entry }) => minorGroup(entry.code))).size, person).to.equal(told.length);
      // The fifth best fit is what a page without variety would end with.
      const fits = allOf(person).told.map(({ fit }) => fit);
      const fifth = fits.sort((one, other) => other - one)[PAGE - 1] ?? 1;
      expect(Math.min(...told.map(({ fit }) => fit)), person).to.be.at.least(fifth - 0.05);
    }
  });

  it('are never of a weak fit, unless what is like an occupation was asked for', async () => {
    for (const person of TRIPLES)
      expect(
        allOf(person).told.every(({ band }) => band !== 'weak'),
        person,
      ).to.equal(true);
    const like = ask('S o i', { wishes: await wishes('like this'), base: '12111' });
    expect(like.told.length).to.be.above(0);
    expect(like.told.some(({ band }) => band === 'weak')).to.equal(true);
  });

  // Protects the promise that nothing but the answers turns the result.
  it('are the same each time, and in whatever order the store tells its groups', () => {
    const reversed: Catalogue = { ...catalogue, entries: catalogue.entries.toReversed() };
    for (const person of TRIPLES) {
      const request = { codes: codes(person), region: 'AB', offset: 10 };
      const told = suggest(catalogue, request).told.map(({ entry }) => entry.code);
      expect(suggest(catalogue, request).told.map(({ entry }) => entry.code)).to.deep.equal(told);
      expect(
        suggest(reversed, request).told.map(({ entry }) => entry.code),
        person,
      ).to.deep.equal(told);
    }
  });

  it('meet every wish, on every page', async () => {
    const { told, total } = allOf('M i d', { wishes: await wishes('no university, over $30 an hour in Alberta') });
    expect(total).to.be.above(5);
    for (const { entry, wage } of told) {
      expect(Number(entry.teer), entry.code).to.be.at.least(2);
      expect(wage?.row.region, entry.code).to.equal('AB');
      expect(wage?.hourly, entry.code).to.be.at.least(30);
    }
  });

  it('tell when no group meets the wishes', async () => {
    const none = ask('M i d', { wishes: await wishes('over $200 an hour') });
    expect(none).to.deep.include({ told: [], total: 0, more: false });
    expect(none.leftOut[0]?.unmet).to.be.above(300);
  });

  it('stay near an occupation and ask for less, and say when there is none to be near to', async () => {
    const less = await wishes('like this but less school');
    const near = ask('S i d', { wishes: less, base: '31301' });
    expect(near.told.map(({ entry }) => entry.code)).to.include('32101');
    for (const { entry } of near.told) expect(Number(entry.teer), entry.code).to.be.above(1);
    expect(near.needsBase).to.equal(false);
    expect(ask('S i d', { wishes: less }).needsBase).to.equal(true);
  });

  it('leave out what is not wanted', () => {
    const [first] = ask('M i d').told;
    const without = allOf('M i d', { exclude: [first?.entry.code ?? ''] });
    expect(without.told.map(({ entry }) => entry.code)).not.to.include(first?.entry.code);
  });

  it("tell Canada's wage where the region has none, and whose it is", () => {
    const regions = new Set(allOf('O M i').told.map(({ wage }) => wage?.row.region));
    expect(regions).to.deep.equal(new Set(['AB', 'CA']));
  });

  it('explain one group, well fitting or not', () => {
    expect(whyThis(catalogue, codes('M i d'), '12111', 'AB')?.band).to.equal('strong');
    const actor = whyThis(catalogue, codes('M i d'), '53121', 'AB');
    expect(actor?.band).to.equal('weak');
    expect(actor?.range[0]).to.be.at.most(actor?.fit ?? 0);
    expect(whyThis(catalogue, codes('M i d'), '99999', 'AB')).to.equal(null);
  });

  it('tell what other codes would change', () => {
    const request = { codes: codes('M i d'), region: 'AB' };
    expect(whatIf(catalogue, request, codes('M i d'))).to.deep.include({ new: [], gone: [] });
    const changed = whatIf(catalogue, request, codes('I d'));
    expect(changed.new).to.deep.equal(changed.after.told.map(({ entry }) => entry.code));
    expect(changed.gone).to.include('12111');
  });
});
