import { expect } from 'chai';
import { MARKET_FORMATS } from '../../../knowledge/import/formats/market.ts';
import type { ImportRows } from '../../../knowledge/import/rows.ts';
import { type Read, readReport, readText } from './helpers.ts';

const read = (text: string | Uint8Array): Promise<Read> => readText(text, MARKET_FORMATS);
const wages = ({ rows }: Read): readonly ImportRows['wage'][] => rows.wage ?? [];
const messages = (result: Read): string[] => readReport(result).brokenRows.map(({ message }) => message);
/** Windows-1252 has these letters at the same places as Latin-1. */
const cp1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const HEADER_2024 = [
  'NOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median',
  'High_Wage_Salaire_Maximal,Average_Wage_Salaire_Moyen,Quartile1_Wage_Salaire_Quartile1,Quartile3_Wage_Salaire_Quartile3,Data_Source_E',
  'Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E,Wage_Comment_F,Non_WageBen_pct',
].join(',');

interface Official {
  code?: string;
  prov?: string;
  region?: string;
  /** low, median, high, average, lower and upper quartile */
  amounts?: string;
  period?: string;
  revised?: string;
  flag?: string;
  comment?: string;
  benefits?: string;
}

function official(rows: readonly Official[]): string {
  const lines = rows.map((row) =>
    [
      `${row.code ?? 'NOC_12111'},Name,Nom,${row.prov ?? 'AB'},${row.region ?? 'ER48'},Place,Lieu`,
      `${row.amounts ?? '22.00,31.50,44.10,32.05,27.00,37.00'},A survey,${row.period ?? '2022-2023'}`,
      `${row.revised ?? '2024-11-19'},${row.flag ?? '0'},${row.comment ?? ''},,${row.benefits ?? ''}`,
    ].join(','),
  );
  return [HEADER_2024, ...lines, ''].join('\n');
}

describe("Job Bank's wage file", () => {
  it('gives every figure that the publisher gives, with its region, period, release and source', async () => {
    const result = await read(official([{ comment: '"See the note,\nplease"', benefits: '62.8' }]));
    expect(wages(result)).to.deep.equal([
      {
        code: '12111',
        region: 'AB',
        level: 'all',
        industry: 'all',
        low: 22,
        lower_quartile: 27,
        median: 31.5,
        average: 32.05,
        upper_quartile: 37,
        high: 44.1,
        unit: 'hour',
        basis: 'hour',
        low_percentile: 10,
        high_percentile: 90,
        reliability: null,
        salary: null,
        hours_week: null,
        months_payroll: null,
        benefits_percent: 62.8,
        comment: 'See the note, please',
        period: '2022-2023',
        released: '2024',
        edition: 'noc2021',
        edition_code: '12111',
        source: 'job-bank-wages-2024',
      },
    ]);
    expect(result.dataset?.id).to.equal('job-bank-wages-2024');
    expect(result.dataset?.sources.map(({ id, title }) => [id, title])).to.deep.equal([
      ['job-bank-wages-2024', 'Job Bank wages, 2024 release'],
    ]);
  });

  it("does not say of the whole release what is true of the pack's copy alone", async () => {
    const { dataset } = await read(official([{}]));
    expect(dataset?.sources[0]?.note).not.to.include('copy');
  });

  it('knows Canada, provinces, territories and economic regions by their codes', async () => {
    const places = [
      'ER00',
      'ER59',
      '4850',
      'ER4860',
      'ER1110',
      'ER6010',
      'ER6110',
      'ER6210',
      '35',
      '2400',
      '0',
      'ER9999',
      'ER48x',
    ];
    const result = await read(official(places.map((region) => ({ region }))));
    expect(wages(result).map(({ region }) => region)).to.deep.equal([
      'CA',
      'BC',
      'ER4850',
      'ER4860',
      'PE',
      'YT',
      'NT',
      'NU',
      'ON',
      'QC',
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'unknown-region': 2, repeated: 1 });
  });

  it('knows provinces by letters or name where the code is blank', async () => {
    const places = ['NAT', 'PEI', 'YK', 'NWT', 'Alberta', 'Québec', 'Atlantis'];
    const result = await read(official(places.map((prov) => ({ prov, region: '' }))));
    expect(wages(result).map(({ region }) => region)).to.deep.equal(['CA', 'PE', 'YT', 'NT', 'AB', 'QC']);
    expect(readReport(result).dropped).to.deep.equal({ 'unknown-region': 1 });
  });

  it('never tells a yearly amount by the hour: by its flag, or by the amounts where there is none', async () => {
    const year = '90000,232000,435000,250000,,';
    const result = await read(
      official([
        { code: 'NOC_31102', amounts: year, flag: '1' },
        { code: 'NOC_31101', amounts: year, flag: '' },
        { code: 'NOC_31100', amounts: year, flag: '0' },
        { code: 'NOC_31103', flag: '1' },
        { code: 'NOC_31110', amounts: '20,30,60000,,,', flag: '' },
        { code: 'NOC_31111', flag: 'perhaps' },
      ]),
    );
    expect(wages(result).map(({ code, unit, basis }) => [code, unit, basis])).to.deep.equal([
      ['31102', 'year', 'year'],
      ['31101', 'year', 'year'],
    ]);
    expect(messages(result)).to.deep.equal([
      'is flagged as paid by the hour, and its amounts cannot be',
      'is flagged as paid by the year, and its amounts cannot be',
      'has amounts by the hour and by the year in one row',
      '"perhaps" does not say whether the amounts are by the year (1) or not (0)',
    ]);
  });

  it('drops what has no figure, and keeps what has a few', async () => {
    const result = await read(
      official([
        { amounts: ',,,,,', period: 'NA', comment: 'withheld' },
        { region: 'ER59', amounts: 'N/A,x,N/D,,,', period: 'NA' },
        { region: 'ER10', amounts: ',"1,200.50",,,,', flag: '', period: 'NA' },
      ]),
    );
    expect(readReport(result).dropped).to.deep.equal({ 'nothing-published': 2 });
    expect(wages(result).map(({ low, median, high, unit, period }) => [low, median, high, unit, period])).to.deep.equal(
      [[null, 1200.5, null, 'year', '2024']],
    );
  });

  it('tells a broken row by its line and what is wrong with it', async () => {
    const rows: Official[] = [
      { code: 'twelve' },
      { amounts: '22,lots,44,,,' },
      { amounts: '45,31,44,,,' },
      { amounts: '20,31,30.99,,,' },
      { benefits: '120' },
      { region: 'ER59' },
      { region: 'ER59', amounts: '22,32,44,,,' },
    ];
    const report = readReport(await read(official(rows)));
    expect(report.status).to.equal('refused');
    expect(report.kept).to.equal(1);
    expect(report.brokenRows.map(({ line, message }) => `${line}: ${message}`)).to.deep.equal([
      '2: "twelve" is no NOC 2021 code',
      '3: "lots" is no amount (median)',
      '4: low 45 is above median 31',
      '5: median 31 is above high 30.99',
      '6: "120" is no share of workers with benefits',
      '8: 12111 BC stands in an earlier row with other contents: which one holds?',
    ]);
  });

  it('takes a row whose quartiles cannot be, without them, and says so', async () => {
    const result = await read(official([{ amounts: '22,31,44,,35,37' }]));
    expect(wages(result).map((row) => [row.lower_quartile, row.median, row.upper_quartile])).to.deep.equal([
      [null, 31, null],
    ]);
    expect(readReport(result).remarks).to.deep.equal([
      'rows taken without their quartiles, which lie beyond the other amounts: 1',
    ]);
  });

  it('puts back the zeros that a spreadsheet has taken, in files of either edition', async () => {
    const now = await read(official(['10', '15', '00012'].map((code) => ({ code }))));
    expect(wages(now).map(({ code }) => code)).to.deep.equal(['00010', '00015', '00012']);
    const lost = await read(official([{ code: '10' }, { code: '15' }]));
    expect(wages(lost).map(({ code }) => code)).to.deep.equal(['00010', '00015']);
    const earlier = await read(official([{ code: '11', revised: '2019-11-20' }]));
    expect(wages(earlier).map((row) => [row.edition_code, row.edition])).to.deep.equal([['0011', 'noc2016']]);
  });

  it('takes the older shape: four digits, other names, fewer columns, Windows-1252, one more column', async () => {
    const text = [
      'NOC_CNP,NOC_Title,Titre_CNP,PROV,ER_Code_Code_RE,ER_Name_Nom_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Reference_Period,Revision_Date_Date_revision,Surprise',
      '1252,Managers of records,Gérants,AB,ER48,Montérégie,20,30,40,2016-2017,2018-12-04,é',
      'NOC_2171,Analysts,Analystes,AB,ER48,Alberta,25,35,50,2016-2017,2018-12-04,',
      '9999,Nobody,Personne,AB,ER48,Alberta,25,35,50,2016-2017,2018-12-04,',
      '',
    ].join('\r\n');
    const result = await read(cp1252(text));
    const report = readReport(result);
    expect(report.encoding).to.equal('windows-1252');
    expect(report.unreadColumns).to.include('Surprise');
    expect(report.absentColumns).to.include('Annual_Wage_Flag_Salaire_annuel');
    expect(
      wages(result).map((row) => [row.code, row.edition, row.edition_code, row.released, row.source]),
    ).to.deep.equal([['12111', 'noc2016', '1252', '2018', 'job-bank-wages-2018']]);
    expect(report.dropped).to.deep.equal({ 'ambiguous-code': 1, 'unknown-code': 1 });
  });

  it('counts as released when the revision date says, else when the newest period ends; else it is refused', async () => {
    const undated = await read(
      official([
        { revised: '', period: '2015' },
        { revised: '', region: 'ER59', period: '2017-2018' },
      ]),
    );
    expect(undated.dataset?.id).to.equal('job-bank-wages-2018');
    const timeless = (await read(official([{ revised: 'soon', period: 'NA' }]))).report;
    expect(timeless.faults.join()).to.include('tells no year');
  });

  it('refuses releases whose codes are of an edition before NOC 2016', async () => {
    const { report } = await read(official([{ code: '1413', revised: '2013-05-01' }]));
    expect(report.status).to.equal('refused');
    expect(report.faults.join()).to.include('2013');
  });

  it('reads a file with a byte order mark, whatever the order of its columns', async () => {
    const columns = HEADER_2024.split(',').reverse();
    const [, line = ''] = official([{ benefits: '50' }]).split('\n');
    const result = await read(`\uFEFF${columns.join(',')}\n${line.split(',').reverse().join(',')}\n`);
    expect(wages(result).map(({ code, benefits_percent }) => [code, benefits_percent])).to.deep.equal([['12111', 50]]);
  });
});

describe('three releases of Job Bank wages in one table', () => {
  const HEADER =
    'noc2021,noc2016,er_code,province,region,low_2016,median_2016,high_2016,low_2020,median_2020,high_2020,low_2024,median_2024,high_2024';

  it('tells each release with its own year, source and code', async () => {
    const result = await read(
      `${HEADER}\n12111,1252,ER59,British Columbia,British Columbia,18,26,34,20,28,36,23,30,38\n`,
    );
    expect(
      wages(result).map((row) => [row.released, row.source, row.edition, row.edition_code, row.median]),
    ).to.deep.equal([
      ['2016', 'job-bank-wages-2016', 'noc2016', '1252', 26],
      ['2020', 'job-bank-wages-2020', 'noc2016', '1252', 28],
      ['2024', 'job-bank-wages-2024', 'noc2021', '12111', 30],
    ]);
    expect(result.dataset?.sources.map(({ id }) => id)).to.deep.equal([
      'job-bank-wages-2016',
      'job-bank-wages-2020',
      'job-bank-wages-2024',
    ]);
  });

  it('keeps the earlier figures of groups that have become one, and their common latest figure once', async () => {
    const text = `${HEADER}\n14103,1227,ER00,National,Canada,18,26,37,20,30,45,23,30,38\n14103,1416,ER00,National,Canada,21,25,32,20,27,35,23,30,38\n`;
    const result = await read(text);
    expect(wages(result).map((row) => `${row.released} ${row.edition_code} ${row.median}`)).to.deep.equal([
      '2016 1227 26',
      '2020 1227 30',
      '2024 14103 30',
      '2016 1416 25',
      '2020 1416 27',
    ]);
    const same = await read(`${text}14103,1416,ER00,National,Canada,21,25,32,20,27,35,23,30,38\n`);
    expect(readReport(same).dropped).to.deep.equal({ repeated: 1 });
  });

  it("says of a region's latest figure when it is the province's", async () => {
    const result = await read(
      [
        HEADER,
        '12111,1252,ER59,British Columbia,British Columbia,18,26,34,20,28,36,23,30,38',
        '12111,1252,ER5910,British Columbia,Vancouver Island and Coast,18,26,34,20,28,36,23,30,38',
        '12111,1252,ER5920,British Columbia,Lower Mainland,18,26,34,20,28,36,24,31,39',
        '12112,1253,ER5910,British Columbia,Vancouver Island and Coast,18,26,34,20,28,36,23,30,38',
        '',
      ].join('\n'),
    );
    const told = wages(result).filter(({ comment }) => comment !== '');
    expect(told.map((row) => `${row.code} ${row.region} ${row.released}`)).to.deep.equal(['12111 ER5910 2024']);
  });

  it('tells a broken row with its release', async () => {
    const result = await read(
      `${HEADER}\n12111,1252,ER59,BC,BC,18,26,34,20,28,36,23,30,29\n12111,1252,ER48,AB,AB,18,26,34,20,28,36,N/A,N/A,N/A\n12111,1252,ER47,SK,SK,,,,,,,,,\n`,
    );
    expect(messages(result)).to.deep.equal(['2024: median 30 is above high 29']);
    expect(wages(result).map(({ region, released }) => `${region} ${released}`)).to.deep.equal(['AB 2016', 'AB 2020']);
    expect(readReport(result).dropped).to.deep.equal({ 'nothing-published': 1 });
  });
});

describe('copies of Job Bank wages of 2025', () => {
  it('tells what was collected by the hour from what is yearly by nature', async () => {
    const result = await read(
      'noc2021,low,median,high\n10,32867.0,84000.0,184000.0\n12111,45760.0,63461.0,96075.0\n00013,,,\n00018,1,2,3\n12112,20,30,40\n99999,1,2,3\n12113,"45,760","63,461","96,075"\n',
    );
    expect(wages(result).map((row) => [row.code, row.region, row.unit, row.basis, row.median])).to.deep.equal([
      ['00010', 'CA', 'year', 'year', 84_000],
      ['12111', 'CA', 'year', 'hour', 63_461],
      ['12113', 'CA', 'year', 'hour', 63_461],
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'nothing-published': 1, 'merged-group': 1, 'unknown-code': 1 });
    expect(messages(result)).to.deep.equal(['20, 30, 40 are no yearly amounts']);
  });

  it("reads British Columbia's with the usual hours, by the hour or by the year", async () => {
    const result = await read(
      'noc2021,low,median,high,usual_hours_week\n00010,37929,76000,166000,34.27173913\n00018,N/A,N/A,N/A,39.5\n12111,25.61,30.6,53,35.95838\n44200,N/A,N/A,N/A,27.8\n32110,N/A,44400,N/A,N/A\n12112,20,30000,40000,\n12113,20,30,40,200\n',
    );
    expect(
      result.rows.wage?.map((row) => [row.code, row.region, row.unit, row.basis, row.median, row.hours_week]),
    ).to.deep.equal([
      ['00010', 'BC', 'year', 'year', 76_000, 34.3],
      ['12111', 'BC', 'hour', 'hour', 30.6, 36],
      ['32110', 'BC', 'year', 'year', 44_400, null],
    ]);
    expect(readReport(result).dropped).to.deep.equal({ 'merged-group': 1, 'nothing-published': 1 });
    expect(messages(result)).to.deep.equal([
      '20, 30000, 40000 are partly by the hour and partly by the year',
      '"200" are no hours a week',
    ]);
  });
});
