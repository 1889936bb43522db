import { expect } from 'chai';
import { createApp } from '../../../adapters/http/app.ts';
import { chartAddress } from '../../../adapters/http/charts/address.ts';
import { createCharts } from '../../../adapters/http/charts/charts.ts';
import { pngOf } from '../../../adapters/http/charts/png.ts';
import { faultBody } from '../../../adapters/http/common-schemas.ts';
import { type FaultCode, STATUSES } from '../../../adapters/http/faults.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { Picture } from '../../../dialogs/answers/answer.ts';
import { comparisonAnswer } from '../../../dialogs/answers/comparison.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { textOf } from '../../../dialogs/answers/sentence.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { Wage, WageLevel } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { shippedKnowledge, TODAY } from '../../dialogs/helpers.ts';
import { amountsIn, drawnText, expectWellFormed } from './svg.ts';

const HOSTILE_TITLE = `</text><script>alert("1")</script> & 'nurses' <b>`;

describe('charts', () => {
  let shipped: Knowledge;
  let knowledge: Knowledge | null;
  let server: HttpServer;
  const faults: object[] = [];

  before(async () => {
    shipped = await shippedKnowledge();
    const log = { debug: ignore, info: ignore, error: (details: object) => void faults.push(details) };
    const common = { knowledge: () => knowledge, wording: en, log };
    const app = createApp({ ...common, today: () => TODAY, mounts: [createCharts(common)] });
    server = await HttpServer.listen(app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.close());
  beforeEach(() => {
    knowledge = shipped;
  });
  afterEach(() => expect(faults).to.deep.equal([]));

  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.origin}${path}`, init);

  async function pictureOf(code: string, details: Details = {}): Promise<Picture> {
    const told = await answer(contextOf(knowledge?.store ?? shipped.store, details), 'wage', { code, occupation: '' });
    return pictured(told?.picture);
  }

  async function comparedPicture(codes: readonly string[]): Promise<Picture> {
    const subjects = codes.map((code) => ({ code, occupation: '' }));
    const told = await comparisonAnswer(contextOf(shipped.store), subjects, ['wage']);
    return pictured(told?.picture);
  }

  async function svgOf(picture: Picture): Promise<string> {
    const response = await get(chartAddress(picture));
    expect(response.status).to.equal(200);
    const svg = await response.text();
    expectWellFormed(svg);
    return svg;
  }

  async function expectFault(path: string, code: FaultCode, init: RequestInit = {}): Promise<void> {
    const response = await get(path, init);
    const { error } = faultBody.parse(await response.json());
    expect(error.code, path).to.equal(code);
    expect(response.status, path).to.equal(STATUSES[code]);
    expect(response.headers.get('cache-control'), path).to.equal('no-store');
  }

  // Protects channels that show no SVG: the same chart as a picture, with the letters in it.
  for (const [name, codes] of [
    ['wages', ['12111']],
    ['compared wages', ['72300', '72106', '72200']],
  ] as const) {
    it(`draws ${name} as a PNG of the size of the SVG, with as much on it`, async () => {
      const picture = codes.length === 1 ? await pictureOf(codes[0]) : await comparedPicture(codes);
      const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(await svgOf(picture)) ?? [];
      const response = await get(chartAddress(picture, 'png'));
      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal('image/png');
      const png = Buffer.from(await response.arrayBuffer());
      expect(png.subarray(1, 4).toString('latin1')).to.equal('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).to.deep.equal([width, height]);
      // Letters that are too small, because the size is not understood, are a fourth as much.
      const bare = await pngOf((await svgOf(picture)).replaceAll(/<text.*?<\/text>/gs, ''));
      expect(png.length).to.be.greaterThan(4 * bare.length);
    });
  }

  // Protects people from figures that a picture makes up: every amount in it is stored, and every stored one of its rows is in it.
  it('shows exactly the stored figures of a survey with levels', async () => {
    const svg = await svgOf(await pictureOf('12111'));
    const rows = await shipped.store.wages('12111', 'AB');
    const stored = rows.flatMap(({ low, high, median, average }) => [low, high, median, average]);
    expect(stored).to.have.lengthOf(12);
    expect(amountsIn(svg)).to.have.members(stored.map((value) => `$${(value ?? 0).toFixed(2)}`));
    const text = drawnText(svg).join('\n');
    for (const words of [
      'Starting',
      'Overall',
      'Top',
      'In Alberta, 2021 figures',
      '95th percentile',
      'median',
      'average',
    ])
      expect(text).to.contain(words);
    expect(text).to.contain('2021 Alberta Wage and Salary Survey');
  });

  it('shows exactly the stored figures of a source with one level, by the hour and by the year', async () => {
    const bc = shipped.store.regions.find(({ id }) => id === 'BC');
    if (!bc) throw new Error('there is no British Columbia');
    expect(amountsIn(await svgOf(await pictureOf('31301')))).to.have.members(['$30.50', '$54.00', '$47.00']);
    const yearly = await svgOf(await pictureOf('00010', { region: bc }));
    expect(amountsIn(yearly)).to.have.members(['$37,929', '$166,000', '$76,000']);
    expect(drawnText(yearly).join(' ')).to.contain('Yearly pay: Legislators');
  });

  // Protects a reader from reading a figure off the wrong place: each stands below the part of the bar that it is of.
  it('has the figures of a single bar in the order of their marks', async () => {
    const svg = await svgOf(await pictureOf('31301'));
    const places = [...svg.matchAll(/<text[^>]*translate\(([\d.]+) [^>]*>(\$[\d.]+)<\/text>/g)];
    expect(places.map(([, , amount]) => amount)).to.have.members(['$30.50', '$47.00', '$54.00']);
    const at = (amount: string): number => Number(places.find((each) => each[2] === amount)?.[1]);
    expect(at('$30.50')).to.be.lessThan(at('$47.00'));
    expect(at('$47.00')).to.be.lessThan(at('$54.00'));
  });

  it('shows groups side by side with the figures of each', async () => {
    const codes = ['72106', '31301', '14100', '73300'];
    const svg = await svgOf(await comparedPicture(codes));
    const rows = await Promise.all(codes.map((code) => shipped.store.wages(code, 'AB')));
    const stored = rows.flatMap(([row]) => [row?.low, row?.high, row?.median]).map((value) => `$${value?.toFixed(2)}`);
    expect(amountsIn(svg)).to.have.members(stored);
    const text = drawnText(svg).join(' ');
    for (const code of codes) expect(text).to.contain(`(${code})`);
  });

  // Protects "N/A is an answer": what is not stored has no mark, and the words of the picture name it.
  it('leaves out what is not stored, and names it', async () => {
    const { store } = shipped;
    const missing: Partial<Record<WageLevel, Partial<Wage>>> = {
      starting: { high: null },
      overall: { median: null },
      top: { low: null, high: null, median: null, average: null },
    };
    const wages: KnowledgeStore['wages'] = async (code, region) =>
      (await store.wages(code, region)).map((row) => ({ ...row, ...missing[row.level] }));
    knowledge = { ...shipped, store: changed(store, 'with holes', { wages }) };
    const picture = await pictureOf('12111');
    const svg = await svgOf(picture);
    expect(amountsIn(svg)).to.have.members(['$26.80', '$29.41', '$27.78', '$34.63', '$47.85', '$39.15']);
    expect(drawnText(svg)).to.include('low $26.80').and.not.to.include('Top');
    const named =
      'Not available: high of Starting, median of Overall, low of Top, high of Top, average of Top and median of Top.';
    expect(textOf(picture.alt)).to.contain(named);
    expect(svg).to.contain(named);
  });

  it('has a role, a title and its whole content in words', async () => {
    const picture = await pictureOf('12111');
    const svg = await svgOf(picture);
    expect(svg).to.match(/^<svg [^>]*role="img"[^>]*aria-labelledby="t"[^>]*aria-describedby="d"/);
    expect(svg).to.contain('<title id="t">Hourly pay: Health information management occupations</title>');
    expect(svg).to.contain(`<desc id="d">${textOf(picture.alt)}</desc>`);
    expect(svg).to.match(/^<svg width="640" height="\d+"/);
  });

  it('has letters that a phone can show at half the size', async () => {
    const svg = await svgOf(await comparedPicture(['72106', '31301']));
    const sizes = [...svg.matchAll(/font-size:(\d+)px/g)].map((match) => Number(match[1]));
    expect(sizes.length).to.be.greaterThan(5);
    expect(Math.min(...sizes)).to.be.at.least(24);
  });

  it('may be shown by any page, kept for a while, and runs nothing', async () => {
    const path = chartAddress(await pictureOf('31301'));
    const { headers } = await get(path);
    expect(headers.get('content-type')).to.equal('image/svg+xml; charset=utf-8');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(headers.get('content-security-policy')).to.match(/^default-src 'none';style-src 'unsafe-inline';/);
    expect(headers.get('cache-control')).to.equal('public, max-age=3600');
    const tag = headers.get('etag') ?? '';
    expect(tag).not.to.equal('');
    const again = await get(path, { headers: { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' } });
    expect(again.status).to.equal(304);
    const reordered = `${path.replace('code=31301&', '')}&code=31301`;
    expect((await get(reordered)).headers.get('etag'), 'the same chart is the same document').to.equal(tag);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).to.deep.equal([200, '']);
  });

  it('writes a title with markup in it as text', async () => {
    const path = chartAddress(await pictureOf('31301'));
    const { store } = shipped;
    knowledge = {
      ...shipped,
      store: changed(store, 'other titles', {
        group: async (code) => {
          const group = await store.group(code);
          return group && { ...group, title: HOSTILE_TITLE };
        },
        source: async (id) => ({ ...(await store.source(id)), title: HOSTILE_TITLE }),
      }),
    };
    const svg = await (await get(path)).text();
    expectWellFormed(svg);
    expect(svg).not.to.match(/<script|<b>/);
    expect(drawnText(svg).join(' ')).to.contain('Hourly pay: </text><script>alert("1")</script> &');
  });

  // Protects from figures that were taken out of service: what is kept of drawn charts goes with the store that they came from.
  it('is unknown once its figures are gone', async () => {
    const path = chartAddress(await pictureOf('31301'));
    expect((await get(path)).status).to.equal(200);
    knowledge = { ...shipped, store: changed(shipped.store, 'without wages', { wages: async () => [] }) };
    await expectFault(path, 'CHART_UNKNOWN');
    knowledge = null;
    await expectFault(path, 'KNOWLEDGE_LOADING');
    knowledge = shipped;
    expect((await get(path)).status).to.equal(200);
  });

  it('is unknown where any of what is asked for is stored otherwise', async () => {
    const path = chartAddress(await pictureOf('12111'));
    for (const [name, value] of [
      ['code', '12112'],
      ['region', 'BC'],
      ['region', 'XX'],
      ['source', 'job-bank-wages-2024'],
      ['source', 'toString'],
      ['released', '2020'],
      ['period', '2020'],
      ['editionCode', '12111'],
      ['industry', 'mining'],
      ['unit', 'year'],
      ['levels', 'starting,all'],
    ] as const)
      await expectFault(withParameter(path, name, value), 'CHART_UNKNOWN');
    const compared = chartAddress(await comparedPicture(['72106', '31301']));
    await expectFault(compared.replace('31301-31301', '99999-31301'), 'CHART_UNKNOWN');
    await expectFault(compared.replace('level=all', 'level=top'), 'CHART_UNKNOWN');
  });

  it('refuses parameters that are none', async () => {
    const path = chartAddress(await pictureOf('12111'));
    const compared = chartAddress(await comparedPicture(['72106', '31301']));
    const group = '&group=14100-14100';
    for (const wrong of [
      '/charts/wages.svg',
      '/charts/compared-wages.svg',
      withParameter(path, 'code', '1211'),
      withParameter(path, 'code', '12111\0'),
      withParameter(path, 'region', "AB' OR '1'='1"),
      withParameter(path, 'source', '../../etc/passwd'),
      withParameter(path, 'period', 'a'.repeat(61)),
      withParameter(path, 'period', '2021\n'),
      withParameter(path, 'unit', 'week'),
      withParameter(path, 'levels', 'top,top'),
      withParameter(path, 'levels', ''),
      withParameter(path, 'levels', '__proto__'),
      `${path}&code=12112`,
      `${path}&callback=alert`,
      `${path}&__proto__=1`,
      `${path}&code[]=12111`,
      compared.replace('&group=31301-31301', ''),
      `${compared}&group=31301-31301`,
      `${compared}${group}&group=73300-73300&group=12111-12111`,
      `${compared}&group=14100`,
      compared.replace('31301-31301', '31301-<svg>'),
    ])
      await expectFault(wrong, 'PARAMETER_INVALID');
    await expectFault('/charts/other.svg', 'ADDRESS_UNKNOWN');
    await expectFault('/charts', 'ADDRESS_UNKNOWN');
    await expectFault(path, 'METHOD_UNSUPPORTED', { method: 'POST' });
  });
});

function ignore(): void {
  // What goes well is of no interest here.
}

function contextOf(store: KnowledgeStore, details: Details = {}): AnswerContext {
  return { store, wording: en, details, homeRegion: 'AB', codes: null, today: TODAY };
}

function pictured(picture: Picture | null | undefined): Picture {
  if (!picture) throw new Error('there is no picture');
  return picture;
}

function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://127.0.0.1');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}

/** A store that answers some questions differently, and is another one to those who ask for its hash. */
function changed(store: KnowledgeStore, hash: string, answers: Partial<KnowledgeStore>): KnowledgeStore {
  const different: Partial<KnowledgeStore> = { ...answers, info: { ...store.info, hash } };
  return new Proxy(store, {
    get(target, key) {
      const own: unknown = Reflect.get(different, key) ?? Reflect.get(target, key, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
