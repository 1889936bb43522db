import { expect } from 'chai';
import { MARKET_FORMATS } from '../../../knowledge/import/formats/market.ts';
import type { ImportRows } from '../../../knowledge/import/rows.ts';
import { type Read, readReport, readText } from './helpers.ts';

const read = (text: string | Uint8Array): Promise<Read> => readText(text, MARKET_FORMATS);
const wages = ({ rows }: Read): readonly ImportRows['wage'][] => rows.wage ?? [];

describe('the Alberta Wage and Salary Survey as a table', () => {
  const HEADER =
    'NOC Code,Occupation,Region,Industry,Wage Level,Low (5th percentile),High (95th percentile),Average,Median,Reliability,Average Annual Salary,Average Weekly Hours,Months on Payroll,Survey Year';
  const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

  it('gives each pay level with its percentiles, reliability and edition; a salary is quoted', async () => {
    const result = await read(
      file('1252,Name,Alberta,All industries,Overall,34.63,47.85,39.15,39.35,A,"$70,481",34.7,12,2021'),
    );
    expect(wages(result)).to.deep.equal([
      {
        code: '12111',
        region: 'AB',
        level: 'overall',
        industry: 'all',
        low: 34.63,
        lower_quartile: null,
        median: 39.35,
        average: 39.15,
        upper_quartile: null,
        high: 47.85,
        unit: 'hour',
        basis: 'hour',
        low_percentile: 5,
        high_percentile: 95,
        reliability: 'A',
        salary: 70_481,
        hours_week: 34.7,
        months_payroll: 12,
        benefits_percent: null,
        comment: '',
        period: '2021',
        released: '2021',
        edition: 'noc2016',
        edition_code: '1252',
        source: 'alberta-wage-survey-2021',
      },
    ]);
    expect(result.dataset?.id).to.equal('alberta-wage-survey-2021');
  });

  it('tells a figure of an earlier group for each group that it has become, with its code', async () => {
    const result = await read(file('2171,Name,Alberta,,Top,30,60,45,44,B,,,,2019'));
    expect(wages(result).length).to.be.greaterThan(1);
    expect(new Set(wages(result).map(({ edition, edition_code }) => `${edition} ${edition_code}`))).to.deep.equal(
      new Set(['noc2016 2171']),
    );
  });

  it('takes five digits as NOC 2021 and makes a source of another year', async () => {
    const result = await read(
      file(
        '10,Name,Alberta,Health care,Starting wage,20,30,25,24,c,,,,2023',
        '12111,N,AB,All,top,20,30,25,24,D,,,,2023',
      ),
    );
    expect(wages(result).map((row) => [row.code, row.edition, row.industry, row.level, row.reliability])).to.deep.equal(
      [
        ['00010', 'noc2021', 'Health care', 'starting', 'C'],
        ['12111', 'noc2021', 'all', 'top', 'D'],
      ],
    );
    expect(result.dataset?.sources.map(({ id, title, expiry }) => [id, title, expiry])).to.deep.equal([
      ['alberta-wage-survey-2023', '2023 Alberta Wage and Salary Survey', '3 years'],
    ]);
  });

  it("knows Alberta's economic regions by name or code, and no city and no other province's region", async () => {
    const places = [
      'Calgary',
      'Calgary Region',
      'Banff - Jasper - Rocky Mountain House',
      '4860',
      'Toronto',
      'Wood Buffalo–Cold Lake',
      '',
    ];
    const result = await read(
      file(...places.map((place, index) => `1252,N,${place},Industry ${index},Top,20,30,25,24,A,,,,2021`)),
    );
    expect(wages(result).map(({ region }) => region)).to.deep.equal([
      'ER4830',
      'ER4830',
      'ER4840',
      'ER4860',
      'ER4880',
      'AB',
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'unknown-region': 1 });
  });

  it('gives nothing that the publisher withholds', async () => {
    const result = await read(
      file(
        '1252,N,Alberta,A,Top,20,30,25,24,F,,,,2021',
        '1252,N,Alberta,B,Top,,,,,A,,,,2021',
        '1252,N,Alberta,C,Top,N/A,N/A,**,X,,,,,2021',
        '1252,N,Alberta,D,Top,20,30,25,24,,,,,2021',
        '1252,N,Alberta,E,Top,20,30,25,24,B - Good,,,,2021',
      ),
    );
    expect(wages(result).map(({ industry, reliability }) => [industry, reliability])).to.deep.equal([
      ['D', null],
      ['E', 'B'],
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'nothing-published': 3 });
  });

  it('tells broken rows', async () => {
    const good = '1252,N,Alberta,All,Top,20,30,25,24,A,,,,2021';
    const result = await read(
      file(
        good,
        good,
        good.replace('Top', 'Middle'),
        good.replace('20,30', '40,30'),
        good.replace('1252', 'x1'),
        good.replace('2021', '2019'),
        good.replace('25,24', 'lots,24'),
        good.replace('20,30,25,24', '20000,60000,40000,40000'),
        good.replace('24,A', '26,A'),
      ),
    );
    const report = readReport(result);
    expect(report.dropped).to.deep.equal({ repeated: 1 });
    expect(report.brokenRows.map(({ message }) => message)).to.deep.equal([
      '"Middle" is no pay level (starting, overall, top)',
      'top: low 40 is above median 24',
      '"x1" is no code of the file\'s edition (noc2016)',
      'is of "2019" and the file of 2021: make a file for each survey year',
      'top: "lots" is no amount (average)',
      'top: has amounts that are not by the hour',
      '1252 AB all top stands in an earlier row with other contents: which one holds?',
    ]);
  });

  it('takes the levels side by side as well; salary and hours are of the overall level', async () => {
    const levels = ['Starting', 'Overall', 'Top'];
    const header = `NOC,Region,Year,${levels.flatMap((level) => ['Low', 'High', 'Average', 'Median', 'Reliability'].map((name) => `${level} ${name}`)).join(',')},Average Salary,Weekly Hours`;
    const result = await read(`\uFEFF${header}\n1252,Alberta,2021,20,30,25,24,A,25,45,35,34,B,,,,,F,"71,000",35\n`);
    expect(readReport(result).format).to.equal('alberta-survey-wide');
    expect(
      wages(result).map((row) => [row.level, row.median, row.reliability, row.salary, row.hours_week]),
    ).to.deep.equal([
      ['starting', 24, 'A', null, null],
      ['overall', 34, 'B', 71_000, 35],
    ]);
  });
});
