import { expect } from 'chai';
import { type Catalogue, type CatalogueEntry, catalogueOf, wageIn } from '../../../dialogs/interests/catalogue.ts';
import { FIELDS, filterByWishes, isInField, type Wish } from '../../../dialogs/interests/wishes.ts';
import { shippedKnowledge } from '../helpers.ts';

type Bare<Each> = Each extends unknown ? Omit<Each, 'words'> : never;

describe('wishes and the groups that meet them', function () {
  this.timeout(120_000);
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await catalogueOf((await shippedKnowledge()).store);
  });
  const entry = (code: string): CatalogueEntry => {
    const found = catalogue.byCode.get(code);
    if (!found) throw new Error(`no group ${code}`);
    return found;
  };
  const filter = (wishes: readonly Bare<Wish>[], base: string | null = null) =>
    filterByWishes(
      catalogue,
      wishes.map((wish): Wish => ({ ...wish, words: '' })),
      { regions: catalogue.regions, region: 'AB', base: base === null ? null : entry(base) },
    );
  const keptCodes = (...wishes: Bare<Wish>[]): string[] => filter(wishes).kept.map((each) => each.entry.code);

  // What anyone would say of these groups, with and without each wish.
  const cases: readonly [name: string, wish: Bare<Wish>, kept: readonly string[], left: readonly string[]][] = [
    [
      'no university',
      { kind: 'schooling', comparison: 'at-most', level: 'college' },
      ['72200', '65100'],
      ['31301', '21231'],
    ],
    [
      'only high school',
      { kind: 'schooling', comparison: 'at-most', level: 'high-school' },
      ['65100', '64100'],
      ['72200', '31301'],
    ],
    [
      'a college program',
      { kind: 'schooling', comparison: 'exactly', level: 'college' },
      ['32101', '33100'],
      ['31301', '65100'],
    ],
    ['an apprenticeship', { kind: 'apprenticeship', wanted: true }, ['72200', '72300'], ['31301', '65100']],
    ['no licence', { kind: 'licence', wanted: false }, ['12111'], ['31301', '72600']],
    ['outdoors', { kind: 'setting', setting: 'outdoors', wanted: true }, ['75110', '85121'], ['12111', '31301']],
    ['indoors', { kind: 'setting', setting: 'indoors', wanted: true }, ['12111', '31110'], ['75110']],
    [
      'not in an office',
      { kind: 'setting', setting: 'office', wanted: false },
      ['72200', '31301'],
      ['12111', '13110', '21231'],
    ],
    ['no heights', { kind: 'setting', setting: 'heights', wanted: false }, ['12111', '65100'], ['72200', '73110']],
    ['driving', { kind: 'setting', setting: 'driving', wanted: true }, ['73300', '75200'], ['12111']],
    [
      'no sitting all day',
      { kind: 'setting', setting: 'sitting', wanted: false },
      ['65310', '72200'],
      ['12111', '10010'],
    ],
    ['on my feet', { kind: 'setting', setting: 'standing', wanted: true }, ['63210', '65310'], ['12111']],
    [
      'with my hands',
      { kind: 'setting', setting: 'hands', wanted: true },
      ['63210', '72200', '31110'],
      ['10010', '13110'],
    ],
    ['with the public', { kind: 'setting', setting: 'public', wanted: true }, ['31301', '64100'], ['12111', '75110']],
    ['in health care', { kind: 'field', field: 'health', wanted: true }, ['31301', '33102'], ['12111', '72200']],
    ['not in sales', { kind: 'field', field: 'sales', wanted: false }, ['12111'], ['64100', '65100']],
    [
      'with computers',
      { kind: 'field', field: 'computers', wanted: true },
      ['21231', '22220', '20012'],
      ['12111', '21300'],
    ],
    ['no management', { kind: 'management', wanted: false }, ['12111', '31301'], ['10010', '62020', '72011']],
    ['a shortage', { kind: 'outlook', condition: 'shortage' }, ['31301'], ['12111']],
  ];
  for (const [name, wish, kept, left] of cases) {
    it(name, () => {
      const codes = keptCodes(wish);
      expect(codes).to.include.members([...kept]);
      for (const code of left) expect(codes).not.to.include(code);
    });
  }

  // Protects the account that is given of what is left out: nothing disappears untold.
  it('counts every group that it leaves out, and tells what is not known from what is not met', () => {
    const pay: Bare<Wish> = { kind: 'pay', comparison: 'at-least', amount: 30, unit: 'hour', region: 'AB' };
    const { kept, leftOut } = filter([{ kind: 'schooling', comparison: 'at-most', level: 'college' }, pay]);
    const counted = leftOut.reduce((sum, { unmet, unknown }) => sum + unmet + unknown, 0);
    expect(kept.length + counted).to.equal(catalogue.entries.length);
    const alone = filter([pay]).leftOut[0];
    expect(alone?.unknown).to.equal(catalogue.entries.filter((each) => !each.wages.has('AB')).length);
    for (const each of filter([pay]).kept)
      expect(each.entry.wages.get('AB')?.median, each.entry.code).to.be.at.least(30);
  });

  it('takes two fields for either of them', () => {
    const codes = keptCodes(
      { kind: 'field', field: 'health', wanted: true },
      { kind: 'field', field: 'trades', wanted: true },
    );
    expect(codes).to.include.members(['31301', '72200']);
    expect(codes).not.to.include('12111');
  });

  it('compares with the occupation talked about', () => {
    const less = filter([{ kind: 'than-this', what: 'schooling', comparison: 'less' }], '31301').kept;
    expect(less.every(({ entry: { teer } }) => Number(teer) > 1)).to.equal(true);
    const more = filter([{ kind: 'than-this', what: 'pay', comparison: 'more' }], '31301').kept;
    const own = wageIn(entry('31301'), 'AB', catalogue.regions)?.yearly ?? Number.NaN;
    expect(more.length).to.be.above(5);
    for (const each of more) expect(wageIn(each.entry, 'AB', catalogue.regions)?.yearly).to.be.above(own);
  });

  // Protects a group of several profiles: "outdoors" is met by those of its profiles that are, and only they are told.
  it('keeps the profiles that meet the wish', () => {
    const kept = filter([{ kind: 'setting', setting: 'outdoors', wanted: true }]).kept;
    const some = kept.filter(({ entry: { profiles }, profiles: left }) => left.length < profiles.length);
    expect(some.length).to.be.above(0);
    for (const { profiles } of kept)
      for (const profile of profiles) expect(profile.context.outside, profile.id).to.be.at.least(3);
  });

  // Protects the fields from a mistyped code: each holds groups that are there.
  it('has no field without groups, and no digits in a field that lead nowhere', () => {
    for (const [field, digits] of Object.entries(FIELDS)) {
      for (const start of digits)
        expect(
          catalogue.entries.some(({ code }) => code.startsWith(start)),
          `${field} ${start}`,
        ).to.equal(true);
    }
    expect(isInField('31301', 'health')).to.equal(true);
  });
});

describe('the catalogue', function () {
  this.timeout(120_000);

  it('has all groups, each with a profile whose codes and work context are known', async () => {
    const { store } = await shippedKnowledge();
    const { entries } = await catalogueOf(store);
    expect(entries).to.have.length(516);
    for (const { code, profiles } of entries) {
      expect(profiles, code).not.to.deep.equal([]);
      for (const { id, codes, context } of profiles) {
        expect(codes.length, id).to.be.within(1, 3);
        expect(Object.keys(context), id).to.have.length(10);
      }
    }
  });

  it('is read once a store', async () => {
    const { store } = await shippedKnowledge();
    expect(await catalogueOf(store)).to.equal(await catalogueOf(store));
  });

  // Protects published codes from being passed over for an estimate, and estimates from being told as published.
  it('has published codes where there are some, estimates elsewhere', async () => {
    const { byCode, entries } = await catalogueOf((await shippedKnowledge()).store);
    const [profile] = byCode.get('12111')?.profiles ?? [];
    expect(profile).to.deep.include({ estimated: false, label: 'Health information management professional' });
    expect(profile?.reasons).to.have.length(profile?.codes.length ?? 0);
    const published = entries.flatMap(({ profiles }) => profiles.filter(({ estimated }) => !estimated));
    expect(published).to.have.length(1);
  });

  // Protects figures: what is published by the hour is never told by the year, and physicians' years are never made into hours.
  it('marks what it derives, and derives no hour from an income', async () => {
    const { entries } = await catalogueOf((await shippedKnowledge()).store);
    for (const { code, wages } of entries) {
      for (const [region, { row, median, hourly, hourlyDerived, yearlyDerived }] of wages) {
        const at = `${code} ${region}`;
        expect(median, at).to.equal(row.median);
        expect(yearlyDerived, at).to.equal(row.unit === 'hour');
        expect(hourlyDerived, at).to.equal(row.unit === 'year' && row.basis === 'hour');
        if (row.basis === 'year') expect(hourly, at).to.equal(null);
      }
    }
  });

  it('leads from a city to its province, and never from a province to the country', async () => {
    const { byCode, entries, regions } = await catalogueOf((await shippedKnowledge()).store);
    const nurse = byCode.get('31301');
    expect(nurse && wageIn(nurse, 'calgary', regions)?.row.region).to.equal('AB');
    const without = entries.find(({ wages }) => wages.has('CA') && !wages.has('AB'));
    expect(without && wageIn(without, 'AB', regions)).to.equal(null);
  });
});
