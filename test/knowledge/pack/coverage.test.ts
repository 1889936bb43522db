import { expect } from 'chai';
import { checkPack } from '../../../knowledge/build/build.ts';
import { TEERS } from '../../../knowledge/model.ts';
import { PACK_DIR } from '../helpers.ts';
import { countBy, packRows, titleRows } from './tables.ts';

/** Groups for which fewer than ten English titles that people really use can be found, each with the reason. */
const FEW_TITLES: Readonly<Record<string, string>> = {};
const LEAST_TITLES = 10;

/** The projection was not made for these: too small, or projected with another group. */
const WITHOUT_PROJECTION = 31;

describe('what the shipped pack holds', function () {
  this.timeout(120_000);
  const groups = packRows('unit-groups.csv').map((row) => row.code ?? '');
  const missingFrom = (codes: Iterable<string | undefined>): string[] => {
    const there = new Set(codes);
    return groups.filter((code) => !there.has(code));
  };

  it('has no faults', async () => {
    await checkPack(PACK_DIR);
  });

  it('has the 516 unit groups of NOC 2021, ten broad categories and six TEER categories', () => {
    expect(new Set(groups)).to.have.property('size', 516);
    expect(packRows('broad-categories.csv').map((row) => row.code)).to.deep.equal([...'0123456789']);
    expect(packRows('teer.csv').map((row) => row.teer)).to.deep.equal([...TEERS]);
  });

  it('has ten English titles a group or a reason why not, and 6,000 or more in all', () => {
    const english = countBy(
      titleRows().filter((row) => row.language === 'en'),
      (row) => row.code ?? '',
    );
    const few = groups.filter((code) => (english.get(code) ?? 0) < LEAST_TITLES);
    expect(few).to.deep.equal(Object.keys(FEW_TITLES));
    expect([...english.values()].reduce((sum, count) => sum + count, 0)).to.be.at.least(6000);
  });

  it('has French titles for every group', () => {
    expect(missingFrom(titleRows().flatMap((row) => (row.language === 'fr' ? [row.code] : [])))).to.deep.equal([]);
  });

  it('has the names that people use at work and no official list has', () => {
    const codesOf = new Map<string, string[]>();
    for (const row of titleRows()) {
      const title = (row.title ?? '').toLowerCase();
      codesOf.set(title, [...(codesOf.get(title) ?? []), row.code ?? '']);
    }
    const wanted: Readonly<Record<string, string>> = {
      rn: '31301',
      lpn: '32101',
      'roi specialist': '12111',
      sparky: '72200',
      'class 1 driver': '73300',
    };
    for (const [title, code] of Object.entries(wanted)) expect(codesOf.get(title), title).to.include(code);
  });

  it('describes every group: a gist, what they do, where they work', () => {
    expect(missingFrom(packRows('descriptions.csv').map((row) => row.code))).to.deep.equal([]);
  });

  it('has a wage for Canada in 2025 for every group but 00013, which has none', () => {
    const rows = packRows('wages/job-bank-canada-2025.csv');
    expect(missingFrom(rows.map((row) => row.code))).to.deep.equal(['00013']);
    expect(new Set(rows.map((row) => `${row.region} ${row.period} ${row.unit}`))).to.deep.equal(
      new Set(['CA 2025 year']),
    );
  });

  it('has education flags for every group', () => {
    expect(missingFrom(packRows('education.csv').map((row) => row.code))).to.deep.equal([]);
  });

  it(`has a projection for every group but ${WITHOUT_PROJECTION}`, () => {
    expect(missingFrom(packRows('outlook.csv').map((row) => row.code))).to.have.length(WITHOUT_PROJECTION);
  });

  it('has the 900 OaSIS profiles: one at least for every group, several for 184', () => {
    const rows = packRows('interests.csv');
    const perGroup = countBy(rows, (row) => (row.oasis_code ?? '').slice(0, 5));
    expect(rows).to.have.length(900);
    expect(missingFrom(perGroup.keys())).to.deep.equal([]);
    expect([...perGroup.values()].filter((count) => count > 1)).to.have.length(184);
  });

  it('has one to five similar groups for every group', () => {
    const perGroup = countBy(packRows('similar.csv'), (row) => row.code ?? '');
    expect(missingFrom(perGroup.keys())).to.deep.equal([]);
    expect(Math.max(...perGroup.values())).to.be.at.most(5);
  });

  it("has the seed's Alberta wage table, exactly as published", () => {
    const figures = packRows('wages/alberta-survey-2021.csv').map((row) =>
      [
        row.edition,
        row.edition_code,
        row.code,
        row.region,
        row.period,
        row.level,
        row.low,
        row.high,
        row.average,
        row.median,
      ].join(' '),
    );
    const key = 'noc2016 1252 12111 AB 2021';
    expect(figures).to.deep.equal([
      `${key} starting 26.80 37.30 29.41 27.78`,
      `${key} overall 34.63 47.85 39.15 39.35`,
      `${key} top 37.38 57.26 46.93 47.30`,
    ]);
    const rest = packRows('wages/alberta-survey-2021.csv').map((row) =>
      [row.reliability, row.salary_average, row.hours_week, row.months_payroll].join(' '),
    );
    expect(rest).to.deep.equal(['A   ', 'A 70481 34.7 12', 'A   ']);
  });

  it("has the seed's profile with its holes: what the page leaves out is not filled in", async () => {
    const { pack } = await checkPack(PACK_DIR);
    const profile = pack.profiles.find((one) => one.code === '12111');
    expect(profile?.codes.map((own) => `${own.edition} ${own.code}`)).to.deep.equal([
      'noc2006 1413.3',
      'nocs2006 B513',
      'noc2011 1252',
      'noc2016 1252',
      'noc2021 12111',
      'oasis2023 12111.00',
    ]);
    expect(profile?.aliases).to.deep.equal([
      'Access and Disclosure Specialist',
      'Coding Specialist',
      'Data Analyst',
      'Health Record Administrator',
      'Information Specialist',
      'Release of Information Specialist',
    ]);
    expect(
      profile?.interests?.codes.map((code) =>
        code.strong ? code.interest.toUpperCase() : code.interest.toLowerCase(),
      ),
    ).to.deep.equal(['METHODICAL', 'innovative', 'directive']);
    expect(profile?.industries).to.deep.include({ share: 80.7, share_industries: [] });
    expect(profile?.outlook).to.include({
      growth_percent: 20,
      new_positions: 20,
      implausible: 'growth_percent',
      period: '2019-2023',
    });
    expect(profile?.shortage).to.include({
      recruited_percent: 14,
      hiring_difficulties_percent: null,
      unfilled_over_four_months_percent: 0,
      vacancy_rate_percent: null,
    });
    expect(profile?.employers?.advancement).to.equal(null);
    expect(profile?.skills?.postings).to.equal(11);
  });
});
