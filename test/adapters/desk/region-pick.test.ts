import { expect } from 'chai';
import { RegionPick } from '../../../adapters/desk/browser/region-pick.ts';
import type { RegionView } from '../../../adapters/desk/views.ts';

const REGIONS: readonly RegionView[] = [
  { id: 'CA', name: 'Canada', province: '' },
  { id: 'AB', name: 'Alberta', province: 'AB' },
  { id: 'QC', name: 'Quebec', province: 'QC' },
  { id: 'ER1', name: 'Calgary economic region', province: 'AB' },
  { id: 'ER2', name: 'Montréal economic region', province: 'QC' },
  { id: 'calgary', name: 'Calgary', province: 'AB' },
  { id: 'quebec-city', name: 'Quebec City', province: 'QC' },
  { id: 'st-johns', name: "St. John's", province: 'NL' },
];

describe('the choice of a region', () => {
  let region: string;
  let pick: RegionPick;
  beforeEach(() => {
    region = 'AB';
    pick = new RegionPick({
      regions: () => REGIONS,
      current: () => region,
      choose: (id) => {
        region = id;
      },
      repaint: () => undefined,
    });
  });
  const offered = (): string[] => pick.options.map(({ id }) => id);

  it('begins with the provinces and what lies in the one that is told', () => {
    pick.begin();
    expect(offered()).to.deep.equal(['CA', 'AB', 'QC', 'ER1', 'calgary']);
    expect(pick.active, 'the one that is told').to.equal(1);
    region = 'quebec-city';
    pick.begin();
    expect(offered()).to.deep.equal(['CA', 'AB', 'QC', 'ER2', 'quebec-city']);
    region = 'CA';
    expect(offered()).to.deep.equal(['CA', 'AB', 'QC']);
  });

  const cases: readonly (readonly [typed: string, first: string])[] = [
    ['calg', 'calgary'],
    ['que', 'QC'],
    ['quebec c', 'quebec-city'],
    ['montreal', 'ER2'],
    ['MONTRÉAL', 'ER2'],
    ['st johns', 'st-johns'],
    ['city', 'quebec-city'],
  ];
  for (const [typed, first] of cases) {
    it(`finds ${first} by "${typed}"`, () => {
      pick.type(typed);
      pick.pick(0);
      expect(region).to.equal(first);
      expect(pick.name).to.equal(REGIONS.find(({ id }) => id === first)?.name);
    });
  }

  it('offers nothing for what is no place, and then keeps what was', () => {
    pick.type('xyz');
    expect(offered()).to.deep.equal([]);
    pick.move(1);
    pick.pick(pick.active);
    expect(region).to.equal('AB');
  });
});
