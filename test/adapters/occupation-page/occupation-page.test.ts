import { expect } from 'chai';
import fc from 'fast-check';
import { FIRST_TOPICS } from '../../../adapters/rendering/screen/first-topics.ts';
import { Advisor, type Knowledge } from '../../../dialogs/advisor.ts';
import { type Answer, answerFacts, answerParameters } from '../../../dialogs/answers/answer.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../../dialogs/helpers.ts';
import { storeThat } from '../teams/lookup/helpers.ts';
import { type Pages, readable, startPages } from './helpers.ts';

const words = en.occupationPage;
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

describe('the page of an occupation', () => {
  let knowledge: Knowledge;
  let pages: Pages;

  before(async () => {
    knowledge = await shippedKnowledge();
    pages = await startPages(knowledge);
  });
  after(() => pages.close());

  async function answersOf(code: string, details: Details): Promise<Answer[]> {
    const context: AnswerContext = {
      store: knowledge.store,
      wording: en,
      details,
      homeRegion: 'AB',
      codes: null,
      today: TODAY,
    };
    const told = await Promise.all([
      ...FIRST_TOPICS.map((topic) => answer(context, topic, { code, occupation: '' })),
      answer({ ...context, details: { everyRegion: true } }, 'wage', { code, occupation: '' }),
    ]);
    return told.flatMap((each) => each ?? []);
  }

  // Protects readers from the same word twice: the headings above them say what they are.
  it('puts no "Note:" into a box of notes, and no "Source:" into a list of sources', async () => {
    const read = readable((await pages.ask('/occupations/72300?region=ON')).text);
    expect(read).to.contain('These figures are for the whole group');
    expect(read).to.not.match(/Note: |Source: /);
  });

  it('tells everything of it, each section with its sources', async () => {
    const { status, text } = await pages.ask('/occupations/12111');
    expect(status).to.equal(200);
    for (const topic of FIRST_TOPICS) expect(text).to.contain(`<section id="${topic}">`);
    const read = readable(text);
    for (const part of [
      '$39.35',
      'NOC 2021 12111',
      'Older than it should be',
      '2024-2033',
      'METHODICAL',
      'NOC 2016: 1252',
    ])
      expect(read).to.contain(part);
    expect(text).to.match(/<img class="chart" src="\/charts\/wages\.svg\?[^"]+" alt="[^"]{50,}"/);
    for (const section of text.split('<section id="').slice(1))
      if (!/^(ask|notes)"/.test(section)) expect(section).to.contain('class="sources"');
  });

  // Protects a reader from made-up figures: each number of the page is a stored fact or typed by an answer's wording.
  it('tells facts of the store alone, for sixty groups', async () => {
    const groups = (await knowledge.store.groups()).filter(({ code }, at) => at % 9 === 2 || code === '12111');
    expect(groups.length).to.be.at.least(57);
    const region = knowledge.store.regions.find(({ id }) => id === 'AB');
    for (const { code } of groups) {
      const { text } = await pages.ask(`/occupations/${code}`);
      const told = (await answersOf(code, region ? { region } : {})).flatMap((each) => [
        ...answerFacts(each),
        ...answerParameters(each),
      ]);
      const known = new Set([code, '2021', ...told.flatMap((each) => each.text.match(NUMBER) ?? [])]);
      const stray = (readable(text).match(NUMBER) ?? []).filter((number) => !known.has(number));
      expect(stray, code).to.deep.equal([]);
    }
  });

  it('tells an occupation of the group where the address names it', async () => {
    const { text } = await pages.ask('/occupations/12111?occupation=health-information-management-professional');
    expect(text).to.contain('<h1>Health information management professional</h1>');
    expect(text).to.contain(
      '<input type="hidden" name="occupation" value="health-information-management-professional">',
    );
    expect(text).to.contain(
      '<a href="/occupations/12111">NOC 2021 12111, Health information management occupations</a>',
    );
    const group = await pages.ask('/occupations/12111');
    expect(group.text).to.contain(
      '<a href="/occupations/12111?occupation=health-information-management-professional">',
    );
    const unknown = await pages.ask('/occupations/12111?occupation=astronaut');
    expect(unknown.text).to.contain('<h1>Health information management occupations</h1>');
  });

  it('tells the figures of the place that is asked for, and links keep it', async () => {
    const { text } = await pages.ask('/occupations/72300?region=ON');
    expect(readable(text)).to.contain('In Ontario, pay in the group Plumbers');
    expect(text).to.contain('<option value="ON" selected>Ontario</option>');
    expect(text).to.contain('<a href="/occupations/72301?region=ON">');
    const city = await pages.ask('/occupations/72300?region=red-deer');
    expect(city.text).to.contain('<option value="red-deer" selected>Red Deer</option>');
    const unknown = await pages.ask('/occupations/72300?region=Atlantis');
    expect(unknown.status).to.equal(400);
    expect(unknown.text).to.contain(words.regionUnknownTitle).and.to.contain('href="/occupations/72300"');
  });

  // Protects old links and notes: codes of former editions lead on where there is one way, and are asked about where there are several.
  const codes: readonly (readonly [path: string, status: number, to: string])[] = [
    ['1252', 302, '/occupations/12111'],
    ['1252?region=ON', 302, '/occupations/12111?region=ON'],
    ['1413.3', 302, '/occupations/12111?occupation=health-information-management-professional'],
    ['12111.00', 302, '/occupations/12111'],
    ['2171', 200, words.severalTitle],
    ['99999', 404, words.unknownTitle],
    ['plumber', 404, words.unknownTitle],
    ['%3Cscript%3E', 404, words.unknownTitle],
    ['%E0%A4%A', 400, words.badAddressTitle],
    ['72300/more', 404, words.unknownTitle],
    ['', 200, words.searchTitle],
  ];
  for (const [path, status, to] of codes) {
    it(`answers ${status} for /occupations/${path}`, async () => {
      const reply = await pages.ask(`/occupations/${path}`);
      expect(reply.status).to.equal(status);
      if (status === 302) expect(reply.headers.get('location')).to.equal(to);
      else expect(reply.text).to.contain(`<h1>${to}</h1>`);
      if (status >= 400) expect(reply.text).to.contain('name="q"');
    });
  }

  it('lists the groups that a split code leads to, once for each way that it was split', async () => {
    const { text } = await pages.ask('/occupations/2171?region=ON');
    const links = [...text.matchAll(/<a href="(\/occupations\/\d{5}\?region=ON)">/g)].map(([, href]) => href);
    expect(links.length).to.be.greaterThan(2);
    expect(new Set(links).size).to.equal(links.length);
    expect(text).to.contain('name="robots" content="noindex"');
  });

  it('finds occupations, and says what to do where it finds none', async () => {
    const found = await pages.ask('/occupations?q=registerd+nurse');
    expect(found.text)
      .to.match(/<a href="\/occupations\/31301">/)
      .and.contain('value="registerd nurse"');
    const ambiguous = await pages.ask('/occupations?q=data+analyst');
    expect(ambiguous.text).to.contain('/occupations/12111?occupation=health-information-management-professional');
    expect((await pages.ask('/occupations?q=qwrtzx')).text).to.contain(words.nothing);
    expect((await pages.ask(`/occupations?q=${'x'.repeat(300)}`)).status).to.equal(400);
    expect((await pages.ask('/occupations')).text.match(/<li><a href="\/occupations\/\d{5}">/g)).to.have.length(20);
  });

  it('tells search engines and previews what it is, under one address', async () => {
    const { text } = await pages.ask('/occupations/72300?region=ON');
    const title = 'Plumbers (NOC 2021 72300): pay, schooling and outlook';
    for (const line of [
      `<title>${title}</title>`,
      '<link rel="canonical" href="https://advisor.example.org/occupations/72300">',
      `<meta property="og:title" content="${title}">`,
      '<meta property="og:url" content="https://advisor.example.org/occupations/72300">',
    ])
      expect(text).to.contain(line);
    expect(text).to.match(/<meta name="description" content="[^"]{60,200}">/);
  });

  it('loads nothing from elsewhere and lets nothing else run', async () => {
    const { text, headers } = await pages.ask('/occupations/72300');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).to.match(/default-src 'none';script-src 'self';style-src 'sha256-[^']+';img-src 'self'/);
    expect(policy).not.to.match(/unsafe|https?:|\*/);
    for (const [, address] of text.matchAll(/\b(?:src|action)="([^"]*)"/g)) expect(address).to.match(/^\//);
    expect(text).not.to.match(/\son\w+=|style="|javascript:/);
    expect(headers.get('x-frame-options')).to.equal('SAMEORIGIN');
    expect(headers.get('set-cookie')).to.equal(null);
  });

  it('asks questions that the bot understands', async () => {
    const { text } = await pages.ask('/occupations/72300');
    const asked = [...text.matchAll(/data-ask="([^"]+)"/g)].map(([, question = '']) => question);
    expect(asked).to.have.length(3);
    const advisor = new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY });
    const topics: string[] = [];
    for (const question of asked) {
      const understood = advisor.understand(question);
      const [first] = understood.kind === 'questions' ? understood.questions : [];
      topics.push(first?.topics.join(' ') ?? '');
      const found = await advisor.find(first?.mentions[0] ?? '');
      expect(found.candidates[0]?.code, question).to.equal('72300');
    }
    expect(topics).to.deep.equal(['overview', 'wage', 'education']);
  });

  // Protects the page from what stands in an address: it is text, wherever it is told again.
  it('shows nothing of an address as markup, whatever it is', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('"><script>alert(1)</script>', "'onload=alert(1)", '<img src=x>', '&lt;b&gt;'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (code, region, q) => {
        const query = new URLSearchParams({ region, occupation: region }).toString();
        const replies = await Promise.all([
          pages.ask(`/occupations/${encodeURIComponent(code)}?${query}`),
          pages.ask(`/occupations?${new URLSearchParams({ q })}`),
        ]);
        for (const { status, text: page } of replies) {
          expect(status).to.be.oneOf([200, 302, 400, 404]);
          expect(page).not.to.match(/<script>|<img src=x|<b>|\sonload=/);
        }
      }),
      { numRuns: 60 },
    );
    expect(pages.errors).to.deep.equal([]);
  });

  it('takes GET and HEAD alone', async () => {
    const head = await pages.ask('/occupations/72300', { method: 'HEAD' });
    expect([head.status, head.text]).to.deep.equal([200, '']);
    const options = await pages.ask('/occupations/72300', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).to.deep.equal([204, 'GET, HEAD, OPTIONS']);
    const post = await pages.ask('/occupations/72300', { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, OPTIONS']);
  });

  it('is not sent again while it has not changed', async () => {
    const first = await pages.ask('/occupations/72300');
    const tag = first.headers.get('etag') ?? '';
    const again = await pages.ask('/occupations/72300', {
      headers: { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' },
    });
    expect([again.status, again.text]).to.deep.equal([304, '']);
    expect(first.headers.get('cache-control')).to.equal('no-cache');
  });

  it('asks for patience while the knowledge is being loaded', async () => {
    const loading = await startPages(null);
    const reply = await loading.ask('/occupations/72300');
    expect([reply.status, reply.headers.get('retry-after')]).to.deep.equal([503, '5']);
    expect(reply.text).to.contain(words.loading);
    expect(reply.headers.get('cache-control')).to.equal('no-store');
    await loading.close();
  });

  it('tells a fault of ours as a page without its cause, and the operator with it', async () => {
    const store = storeThat(knowledge.store, () => Promise.reject(new Error('the disk is gone')));
    const broken = await startPages({ ...knowledge, store });
    const reply = await broken.ask('/occupations/72300');
    expect(reply.status).to.equal(500);
    expect(reply.text).to.contain(words.faultTitle).and.not.contain('disk');
    expect(broken.errors).to.have.length(1);
    await broken.close();
  });

  it('holds an address to so many pages a minute', async () => {
    const limited = await startPages(knowledge, { requestsPerMinute: 2 });
    const statuses: number[] = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await limited.ask('/occupations/72300')).status);
    expect(statuses).to.deep.equal([200, 200, 429]);
    await limited.close();
  });
});
