import { expect } from 'chai';
import { countBy, packRows } from './tables.ts';

/** Places whose economic region was looked up by hand, by Statistics Canada's geography: a slip of a line shows here. */
const LIES_IN: Readonly<Record<string, string>> = {
  'Red Deer': 'ER4850',
  Okotoks: 'ER4830',
  Olds: 'ER4830',
  Strathmore: 'ER4820',
  Lloydminster: 'ER4820',
  'Crowsnest Pass': 'ER4840',
  Hinton: 'ER4840',
  Brooks: 'ER4810',
  Wetaskiwin: 'ER4860',
  'Drayton Valley': 'ER4860',
  Whitecourt: 'ER4870',
  'Slave Lake': 'ER4870',
  'Cold Lake': 'ER4880',
  'Lac La Biche': 'ER4880',
  Burlington: 'ER3530',
  Oshawa: 'ER3530',
  Guelph: 'ER3540',
  Cornwall: 'ER3510',
  Belleville: 'ER3515',
  Brantford: 'ER3550',
  Timmins: 'ER3590',
  Kenora: 'ER3595',
  Abbotsford: 'ER5920',
  Kamloops: 'ER5930',
  Revelstoke: 'ER5930',
  Quesnel: 'ER5950',
  'North Battleford': 'ER4750',
  Gander: 'ER1040',
  Charlottetown: 'PE',
  Whitehorse: 'YT',
};

/** Economic regions by province, as Statistics Canada has them; the other provinces and the territories are one region each. */
const ECONOMIC_REGIONS: Readonly<Record<string, number>> = {
  NL: 4,
  NS: 5,
  NB: 5,
  QC: 17,
  ON: 11,
  MB: 8,
  SK: 6,
  AB: 8,
  BC: 8,
};

describe('the regions of the pack', () => {
  const rows = packRows('regions.csv');
  const of = (kind: string): typeof rows => rows.filter((row) => row.kind === kind);

  it('has the economic regions of every province', () => {
    expect(Object.fromEntries(countBy(of('economic-region'), (row) => row.parent ?? ''))).to.deep.equal(
      ECONOMIC_REGIONS,
    );
    for (const { id, name } of of('economic-region')) {
      expect(id).to.match(/^ER\d{4}$/);
      expect(name).to.match(/ economic region$/);
    }
  });

  it("has an economic region's code under its own province: its first two digits are the province's", () => {
    const digits: Readonly<Record<string, string>> = {
      NL: '10',
      NS: '12',
      NB: '13',
      QC: '24',
      ON: '35',
      MB: '46',
      SK: '47',
      AB: '48',
      BC: '59',
    };
    for (const { id, parent } of of('economic-region')) expect(id?.slice(2, 4)).to.equal(digits[parent ?? '']);
  });

  it('has 130 cities or more, and a city in every economic region of Alberta', () => {
    const cities = of('city');
    expect(cities.length).to.be.at.least(130);
    const withCity = new Set(cities.map((row) => row.parent));
    for (const { id, parent } of of('economic-region')) if (parent === 'AB') expect(withCity, id).to.include(id);
  });

  for (const [name, region] of Object.entries(LIES_IN)) {
    it(`puts ${name} into ${region}`, () => {
      expect(of('city').find((row) => row.name === name)?.parent).to.equal(region);
    });
  }

  it('makes areas of regions of their own province', () => {
    for (const { id, parent, members = '' } of of('area')) {
      const provinces = members.split(';').map((member) => rows.find((row) => row.id === member)?.parent);
      expect([...new Set(provinces)], id).to.deep.equal([parent]);
    }
  });
});
