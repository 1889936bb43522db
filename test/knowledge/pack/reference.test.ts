import { expect } from 'chai';
import { amount, hasReference, packRows, type Row, referenceRows, withReference } from './tables.ts';

const PROVINCES: Readonly<Record<string, string>> = {
  Alberta: 'AB',
  'British Columbia': 'BC',
  Manitoba: 'MB',
  'New Brunswick': 'NB',
  'Newfoundland and Labrador': 'NL',
  'Northwest Territories': 'NT',
  'Nova Scotia': 'NS',
  Nunavut: 'NU',
  Ontario: 'ON',
  'Prince Edward Island': 'PE',
  Quebec: 'QC',
  Saskatchewan: 'SK',
  'Yukon Territory': 'YT',
};

/** One line for each row, in order, so that two tables can be compared and a difference read. */
const lines = (rows: readonly Row[], line: (row: Row) => readonly unknown[]): string[] =>
  [...new Set(rows.map((row) => line(row).join(' | ')))].sort();

describe(withReference('figures of the pack equal those of the reference'), function () {
  this.timeout(120_000);

  before(function () {
    if (!hasReference()) this.skip();
  });

  it('unit groups: codes and both names', () => {
    const official = (file: string, code: string, title: string): Map<string, string> =>
      new Map(
        referenceRows(`noc2021/${file}`).flatMap((row) =>
          /^\d{5}$/.test(row[code] ?? '') ? [[row[code] ?? '', (row[title] ?? '').trim()]] : [],
        ),
      );
    const english = official(
      'noc_2021_version_1.0_-_classification_structure.csv',
      'Code - NOC 2021 V1.0',
      'Class title',
    );
    const french = official(
      'cnp_2021_version_1.0_-_structure_de_la_classification.csv',
      'Code dela CNP 2021 v1.0',
      'Titres de classes',
    );
    expect(lines(packRows('unit-groups.csv'), (row) => [row.code, row.title_en, row.title_fr])).to.deep.equal(
      [...english].map(([code, title]) => [code, title, french.get(code)].join(' | ')).sort(),
    );
  });

  it('names of the unit groups of earlier editions', () => {
    const editions = ['noc2006', 'noc2011', 'noc2016', 'nocs2006'];
    const published = editions.flatMap((edition) =>
      referenceRows(`editions/${edition}.csv`)
        .filter((row) => row.level === '4')
        .map((row): Row => ({ ...row, edition })),
    );
    const line = (row: Row): unknown[] => [row.edition, row.code, row.title];
    expect(lines(packRows('editions.csv'), line)).to.deep.equal(lines(published, line));
  });

  it('wages, Canada 2025', () => {
    const line = (code: string) => (row: Row) => [row[code], amount(row.low), amount(row.median), amount(row.high)];
    const published = referenceRows('wages/canada-2025-annual.csv').filter((row) => amount(row.median) !== null);
    expect(lines(packRows('wages/job-bank-canada-2025.csv'), line('code'))).to.deep.equal(
      lines(published, line('noc2021')),
    );
  });

  it('wages, British Columbia 2025: rows with a median, and amounts over 1,000 by the year', () => {
    const published = referenceRows('wages/british-columbia-2025.csv').filter((row) => amount(row.median) !== null);
    const unit = (row: Row): string => ((amount(row.median) ?? 0) > 1000 ? 'year' : 'hour');
    const figures = (row: Row): unknown[] => [amount(row.low), amount(row.median), amount(row.high)];
    expect(
      lines(packRows('wages/job-bank-british-columbia-2025.csv'), (row) => [
        row.code,
        ...figures(row),
        row.unit,
        row.basis,
      ]),
    ).to.deep.equal(lines(published, (row) => [row.noc2021, ...figures(row), unit(row), unit(row)]));
  });

  it('groups that are paid by the year by nature are so in both tables of 2025', () => {
    const yearly = (file: string): unknown[] =>
      packRows(file).flatMap((row) => (row.basis === 'year' ? [row.code] : []));
    expect(yearly('wages/job-bank-canada-2025.csv')).to.deep.equal(yearly('wages/job-bank-british-columbia-2025.csv'));
  });

  it('wages, provinces 2024: all of them, British Columbia only where 2025 has no row', () => {
    const newer = new Set(packRows('wages/job-bank-british-columbia-2025.csv').map((row) => row.code));
    const published = referenceRows('wages/regions-2016-2020-2024.csv').filter(
      (row) => row.province === row.region && !(row.province === 'British Columbia' && newer.has(row.noc2021)),
    );
    expect(
      lines(packRows('wages/job-bank-provinces-2024.csv'), (row) => [
        row.code,
        row.region,
        amount(row.low),
        amount(row.median),
        amount(row.high),
        row.unit,
        row.period,
      ]),
    ).to.deep.equal(
      lines(published, (row) => [
        row.noc2021,
        PROVINCES[row.province ?? ''],
        amount(row.low_2024),
        amount(row.median_2024),
        amount(row.high_2024),
        'hour',
        '2024',
      ]),
    );
  });

  it('projection 2024-2033, and the groups that have none', () => {
    const condition = (cell: string | undefined): string =>
      (cell ?? '').toLowerCase().replace(/ (signs|risk) of /, '-');
    const published = referenceRows('outlook/cops-2024-2033.csv').filter(
      (row) => /^\d{5}$/.test(row.Code ?? '') && row.Code !== '00000' && amount(row.Employment_emploi_2023) !== null,
    );
    expect(
      lines(packRows('outlook.csv'), (row) => [
        row.code,
        amount(row.employment_2023),
        amount(row.growth),
        amount(row.retirements),
        amount(row.openings),
        amount(row.seekers),
        row.recent,
        row.future,
        row.period,
      ]),
    ).to.deep.equal(
      lines(published, (row) => [
        row.Code,
        amount(row.Employment_emploi_2023),
        amount(row.Employment_Growth_croissance_emploi),
        amount(row.Retirements_retraites),
        amount(row["Total_Job_Openings_Perspective_d'emploi"]),
        amount(row.Job_Seekers_Chercheurs_emploi),
        condition(row.Recent_Labour_Market_Conditions),
        condition(row.Future_Labour_Market_Conditions),
        '2024-2033',
      ]),
    );
  });

  it('Holland codes of the OaSIS profiles, capitals and order as published', () => {
    const letter = (cell: string | undefined): string => (cell ?? '').trim();
    expect(
      lines(packRows('interests.csv'), (row) => [
        row.oasis_code,
        row.label,
        row.holland_1,
        row.holland_2,
        row.holland_3,
      ]),
    ).to.deep.equal(
      lines(referenceRows('oasis2023/interests_oasis_2023_v1.0.csv'), (row) => [
        row['OaSIS Code'],
        letter(row['OaSIS Label']),
        letter(row['Holland Codes - 1']),
        letter(row['Holland Codes - 2']),
        letter(row['Holland Codes - 3']),
      ]),
    );
  });

  it('education flags', () => {
    const flag = (cell: string | undefined): string => (cell === '1' ? 'yes' : 'no');
    expect(
      lines(packRows('education.csv'), (row) => [
        row.code,
        row.licence_mentioned,
        row.red_seal_mentioned,
        row.apprenticeship_mentioned,
      ]),
    ).to.deep.equal(
      lines(referenceRows('education/requirement-flags.csv'), (row) => [
        row.noc2021,
        flag(row.licence_or_registration_mentioned),
        flag(row.red_seal_mentioned),
        flag(row.apprenticeship_mentioned),
      ]),
    );
  });

  describe('crosswalk', () => {
    const pairs = (from: string, to: string): string[] =>
      lines(
        packRows('crosswalk.csv').filter((row) => row.from_edition === from && row.to_edition === to),
        (row) => [row.from_code, row.to_code],
      );

    it('NOC 2016 to NOC 2021', () => {
      const published = referenceRows('crosswalk/noc2016-noc2021.csv');
      expect(pairs('noc2016', 'noc2021')).to.deep.equal(lines(published, (row) => [row.noc2016, row.noc2021]));
    });

    it('NOC-S 2006 to NOC 2011', () => {
      const published = referenceRows('crosswalk/nocs2006-noc2011.csv');
      expect(pairs('nocs2006', 'noc2011')).to.deep.equal(lines(published, (row) => [row.nocs2006, row.noc2011]));
    });

    it('NOC 2006 to NOC 2011: a code that the published table leaves out is unchanged', () => {
      const published = referenceRows('crosswalk/noc2006-noc2011.csv');
      const changed = new Set(published.map((row) => row.noc2006));
      const unchanged = referenceRows('editions/noc2006.csv').filter(
        (row) => row.level === '4' && !changed.has(row.code),
      );
      expect(unchanged).to.have.length(263);
      expect(pairs('noc2006', 'noc2011')).to.deep.equal(
        [
          ...lines(published, (row) => [row.noc2006, row.noc2011]),
          ...lines(unchanged, (row) => [row.code, row.code]),
        ].sort(),
      );
    });

    it('NOC 2011 to NOC 2016: every code of both has its place', () => {
      const codes = (edition: string): string[] =>
        lines(
          packRows('editions.csv').filter((row) => row.edition === edition),
          (row) => [row.code],
        );
      const found = pairs('noc2011', 'noc2016').map((pair) => pair.split(' | '));
      expect([...new Set(found.map(([from]) => from))].sort()).to.deep.equal(codes('noc2011'));
      expect([...new Set(found.map(([, to]) => to))].sort()).to.deep.equal(codes('noc2016'));
    });
  });
});
