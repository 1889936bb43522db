import { expect } from 'chai';
import { MARKET_FORMATS } from '../../../knowledge/import/formats/market.ts';
import type { ImportRows } from '../../../knowledge/import/rows.ts';
import { type Read, readReport, readText } from './helpers.ts';

const read = (text: string | Uint8Array): Promise<Read> => readText(text, MARKET_FORMATS);
const outlooks = ({ rows }: Read): readonly ImportRows['regional_outlook'][] => rows.regional_outlook ?? [];
const messages = (result: Read): string[] => readReport(result).brokenRows.map(({ message }) => message);

describe('Job Bank three-year outlooks', () => {
  const HEADER =
    'NOC_Code,NOC Title,Outlook,Trends,Release Date,Province,Economic Region Code,Economic Region Name,LANG';
  const row = (
    outlook: string,
    region = '4850',
    language = 'EN',
    trend = 'It grows.',
    released = '2024-12-03',
  ): string => `NOC_12111,Name,${outlook},${trend},${released},AB,${region},Place,${language}`;
  const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

  it('gives the rating, the text, the place and three years from the release', async () => {
    const result = await read(file(row('very good')));
    expect(outlooks(result)).to.deep.equal([
      {
        code: '12111',
        region: 'ER4850',
        rating: 'very-good',
        trend: 'It grows.',
        trend_fr: '',
        released: '2024-12-03',
        period: '2024-2026',
        edition: 'noc2021',
        source: 'job-bank-outlooks-2024',
      },
    ]);
    expect(result.dataset?.id).to.equal('job-bank-outlooks-2024');
    expect(result.dataset?.sources.map(({ title, expiry }) => [title, expiry])).to.deep.equal([
      ['Job Bank three-year employment outlooks, 2024 release', 'period-end'],
    ]);
  });

  it('takes the period that the texts name: a release may come after its first year', async () => {
    const trend = '"Good for the 2024-2026 period. In 2021-2023, fewer."';
    const { rows } = await read(
      file(row('good', '4850', 'EN', trend, '2025-01-17'), row('good', '4860', 'EN', 'Short.', '2025-01-17')),
    );
    expect(rows.regional_outlook?.map(({ period }) => period)).to.deep.equal(['2024-2026', '2024-2026']);
  });

  it('knows all ratings in both languages, with or without "perspectives"', async () => {
    const ratings = {
      'Very Good': 'very-good',
      good: 'good',
      moderate: 'moderate',
      'Limited outlook': 'limited',
      'very limited': 'very-limited',
      undetermined: 'undetermined',
      'très bonnes': 'very-good',
      Bonnes: 'good',
      'Perspectives modérées': 'moderate',
      limitées: 'limited',
      'perspectives très limitées': 'very-limited',
      indéterminées: 'undetermined',
    };
    const regions = ['10', '12', '13', '24', '35', '46', '47', '48', '59', '6010', '6110', '6210'];
    const result = await read(file(...Object.keys(ratings).map((name, index) => row(name, regions[index], ''))));
    expect(outlooks(result).map(({ rating }) => rating)).to.deep.equal(Object.values(ratings));
  });

  it("never loses a language's text: both are of one source, in one file or in two datasets", async () => {
    const both = await read(file(row('good'), row('bonnes', '4850', 'FR', 'Cela croît.')));
    expect(outlooks(both).map(({ trend, trend_fr, source }) => [trend, trend_fr, source])).to.deep.equal([
      ['It grows.', '', 'job-bank-outlooks-2024'],
      ['', 'Cela croît.', 'job-bank-outlooks-2024'],
    ]);
    expect(both.dataset?.sources.map(({ id }) => id)).to.deep.equal(['job-bank-outlooks-2024']);
    const french = await read(Buffer.from(file(row('modérées', '4850', 'FR', 'Cela croît.')), 'latin1'));
    expect(french.dataset?.id).to.equal('job-bank-outlooks-2024-fr');
    expect(french.dataset?.sources.map(({ id }) => id)).to.deep.equal(['job-bank-outlooks-2024']);
    expect(outlooks(french).map(({ trend_fr }) => trend_fr)).to.deep.equal(['Cela croît.']);
  });

  it('tells marked-up text as one line of plain text', async () => {
    const result = await read(
      file(row('good', '4850', 'EN', '"<p>Jobs grow:</p>\n<ul><li>R&amp;D &lt; 5%</li></ul>"')),
    );
    expect(outlooks(result).map(({ trend }) => trend)).to.deep.equal(['Jobs grow: R&D < 5%']);
  });

  it('knows provinces by a code of their own and drops regions it does not know', async () => {
    const result = await read(file(row('good', '4800'), row('good', '5900'), row('good', '1110'), row('good', '4899')));
    expect(outlooks(result).map(({ region }) => region)).to.deep.equal(['AB', 'BC', 'PE']);
    expect(readReport(result).dropped).to.deep.equal({ 'unknown-region': 1 });
  });

  it('drops repeated and blank outlooks and tells broken ones', async () => {
    const result = await read(
      file(
        row('good'),
        row('good'),
        row('limited'),
        row('', '48'),
        row('sunny', '59'),
        row('good', '35', 'DE'),
        row('good', '24', 'EN', 'x', 'soon'),
      ),
    );
    const report = readReport(result);
    expect(report.dropped).to.deep.equal({ repeated: 1, 'nothing-published': 1 });
    expect(messages(result).slice(1)).to.deep.equal([
      '"sunny" is no outlook',
      '"DE" is no language (EN or FR)',
      '"soon" is no release date',
    ]);
    expect(messages(result)[0]).to.include('12111 ER4850 en');
  });

  it('refuses releases by NOC 2016 and files without a date', async () => {
    const earlier = await read(file(row('good', '4850', 'EN', 'x', '2019-12-03').replace('12111', '1252')));
    expect(earlier.report.faults.join()).to.include('NOC 2016');
    const undated = await read(file(row('good', '4850', 'EN', 'x', '')));
    expect(undated.report.faults.join()).to.include('no release date');
  });
});

describe('the projection table (COPS)', () => {
  const header = (year: string): string =>
    `Code,Occupation_Name,Nom,Employment_emploi_${year},Employment_Growth_croissance_emploi,Retirements_retraites,Total_Job_Openings_Perspective_d'emploi,Job_Seekers_Chercheurs_emploi,Recent_Labour_Market_Conditions,Future_Labour_Market_Conditions,Immigration`;
  const row = (
    code: string,
    figures = '5000,-200,1500,1300,1400',
    recent = 'Balance',
    future = 'Strong risk of Shortage',
  ): string => `${code},Name,Nom,${figures},${recent},${future},100`;
  const file = (...rows: string[]): string => [header('2023'), ...rows, ''].join('\n');

  it('gives persons and conditions over ten years from the year in the column name', async () => {
    const now = await read(file(row('12111')));
    expect(now.rows.outlook).to.deep.equal([
      {
        code: '12111',
        employment: 5000,
        employment_year: '2023',
        growth: -200,
        retirements: 1500,
        openings: 1300,
        seekers: 1400,
        recent: 'balance',
        future: 'strong-shortage',
        period: '2024-2033',
        edition: 'noc2021',
        source: 'cops-2024-2033',
      },
    ]);
    const next = await read([header('2025'), row('12111'), ''].join('\n'));
    expect(next.dataset?.sources.map(({ id, expiry }) => [id, expiry])).to.deep.equal([
      ['cops-2026-2035', 'period-end'],
    ]);
    expect(next.rows.outlook?.map(({ employment_year, period }) => [employment_year, period])).to.deep.equal([
      ['2025', '2026-2035'],
    ]);
  });

  it('knows every condition', async () => {
    const strengths = ['Strong', 'Moderate'].flatMap((strength) =>
      ['Shortage', 'Surplus'].map((kind) => [
        `${strength} signs of ${kind}`,
        `${strength} risk of ${kind}`,
        `${strength}-${kind}`.toLowerCase(),
      ]),
    );
    const codes = ['00010', '12111', '12112', '14100'];
    const result = await read(
      file(...strengths.map(([recent, future], index) => row(codes[index] ?? '', undefined, recent, future))),
    );
    const expected = strengths.map(([, , condition]) => [condition, condition]);
    expect(result.rows.outlook?.map(({ recent, future }) => [recent, future])).to.deep.equal(expected);
  });

  it('drops totals, classes, and groups without a projection; mends codes and separators', async () => {
    const none = 'N/A,N/A,N/D,N/A,N/A';
    const result = await read(
      file(
        row('00000', '"20,170,900",1,2,3,4', 'N/A', 'N/A'),
        row('0', '1,1,1,1,1', 'N/A', 'N/A'),
        row('TEER_0'),
        row('NOC1_7'),
        row('00013', none, 'N/A', 'N/D'),
        row('10', '"4,700",300,"3,500","4,400",4400'),
        row('10', '"4,700",300,"3,500","4,400",4400'),
        row('99999'),
      ),
    );
    expect(readReport(result).dropped).to.deep.equal({
      'not-a-unit-group': 4,
      'nothing-published': 1,
      repeated: 1,
      'unknown-code': 1,
    });
    expect(result.rows.outlook?.map(({ code, employment }) => [code, employment])).to.deep.equal([['00010', 4700]]);
  });

  it('tells broken rows', async () => {
    const result = await read(
      file(
        row('12111', '5000,many,1,1,1'),
        row('12112', '-5,1,1,1,1'),
        row('14100', '1.5,1,1,1,1'),
        row('00010', undefined, 'Fine'),
        row('??'),
      ),
    );
    expect(messages(result)).to.deep.equal([
      '"many" is no number of persons (growth)',
      '"-5" is no number of persons (employment)',
      '"1.5" is no number of persons (employment)',
      '"Fine" is no market condition',
      '"??" is no NOC 2021 code: five digits are expected',
    ]);
  });
});
