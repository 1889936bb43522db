import { expect } from 'chai';
import type { CompareView, FitView, FreshnessView, GapsView, MeView, SheetView } from '../../../adapters/desk/views.ts';
import { OccupationLookup } from '../../../knowledge/lookup.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { AGENT, type Desk, EDITOR, startDesk } from './helpers.ts';

describe("the desk's interface", () => {
  let desk: Desk;
  before(async () => {
    desk = await startDesk(await shippedKnowledge());
  });
  after(() => desk.close());
  beforeEach(async () => {
    desk.knowledge = await shippedKnowledge();
    desk.identity = EDITOR;
  });
  const expectFault = async (path: string, status: number, code: string, init?: RequestInit): Promise<string> => {
    const reply = await desk.ask(path, init);
    expect(reply.status, `${path} ${reply.text.slice(0, 200)}`).to.equal(status);
    const body = JSON.parse(reply.text) as { error: { code: string; message: string } };
    expect(body.error.code).to.equal(code);
    expect(reply.text).not.to.match(/node_modules|\.ts\b|\bat .*:\d+|SQLITE|Error:/);
    expect(reply.headers.get('cache-control')).to.equal('no-store');
    return body.error.message;
  };

  it('is kept by nobody on the way, and nothing runs in it', async () => {
    const { headers } = await desk.ask('/me');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('content-security-policy')).to.contain("default-src 'none'");
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-type')).to.equal('application/json; charset=utf-8');
  });

  it('tells who asks, the places and the hand-off', async () => {
    desk.identity = AGENT;
    desk.contact = {
      name: 'Alberta Supports',
      phone: '1-877-644-9992',
      hours: 'weekdays',
      opens: '7:30',
      closes: '20:00',
    };
    const me = await desk.view<MeView>('/me');
    expect(me).to.deep.include({ name: 'agent', roles: ['agent'], homeRegion: 'AB', signOut: '/desk/sign-out' });
    expect(me.contact).to.deep.equal({
      name: 'Alberta Supports',
      phone: '1-877-644-9992',
      hours: 'weekdays, 7:30 to 20:00',
    });
    expect(me.regions[0]).to.deep.equal({ id: 'CA', name: 'Canada', province: '' });
    expect(me.regions).to.deep.include({ id: 'calgary', name: 'Calgary', province: 'AB' });
    expect(me.regions.filter(({ province }) => province === '')).to.have.length(1);
    expect(me.regions.map(({ id }) => id)).to.include.members(['AB', 'calgary']);
    desk.contact = null;
    expect((await desk.view<MeView>('/me')).contact).to.equal(null);
  });

  it('puts two to four side by side', async () => {
    const told = await desk.view<CompareView>('/compare?codes=12111,72300&region=AB');
    expect(told.titles.map(({ code }) => code)).to.deep.equal(['12111', '72300']);
    expect(told.table.columns).to.have.length(2);
    expect(told.table.rows.length).to.be.greaterThan(3);
    expect(told.aloud[0]?.say).to.match(/dollars/);
    expect(told.sources).not.to.have.length(0);
    expect(told.told.length).to.be.within(1, told.sources.length - 1);
    expect((await desk.view<CompareView>('/compare?codes=12111,72300,31301,00010')).titles).to.have.length(4);
  });

  it('suggests what goes with codes, page by page', async () => {
    const first = await desk.view<FitView>('/fit?codes=M%20i%20d');
    expect(first.codes).to.equal('METHODICAL innovative directive');
    expect(first.suggestions).to.have.length(5);
    expect(first.more).to.equal(true);
    expect(first.sources).not.to.have.length(0);
    const next = await desk.view<FitView>('/fit?codes=Mid&offset=5&region=ON');
    const codesOf = ({ suggestions }: FitView): string[] => suggestions.map(({ code }) => code);
    expect(codesOf(next).filter((code) => codesOf(first).includes(code))).to.deep.equal([]);
    for (const { line, aloud } of [...first.suggestions, ...next.suggestions]) {
      expect(line).to.contain('fit');
      expect(aloud.say).not.to.match(/\d/);
    }
    // Protects callers and supervisors from fits that pass for published ones, and from pay without its source.
    expect(first.closing.map(({ say }) => say).join(' ')).to.match(/Source: Job Bank.*Fits are estimated from O/);
    expect(first.caveats.join(' ')).to.match(/estimated from OaSIS.*whole unit groups/);
    // What a person says to the bot is not for an agent's page.
    expect(first.notes.join(' ')).not.to.contain('Say a number');
    const past = await desk.view<FitView>('/fit?codes=M&offset=900');
    expect(past).to.deep.include({ suggestions: [], more: false, closing: [], caveats: [] });
  });

  it('lists gaps and ages for editors alone, however they are asked for', async () => {
    desk.gaps = [
      { kind: 'title', subject: 'moon farmer', count: 4, first: '2026-01-01T00:00:00Z', last: '2026-02-01T00:00:00Z' },
      { kind: 'section', subject: 'wage 72300', topic: 'wage', code: '72300', count: 2, first: '', last: '' },
      { kind: 'section', subject: 'gone 99999', topic: 'gone', code: '99999', count: 1, first: '', last: '' },
    ];
    const gaps = await desk.view<GapsView>('/gaps');
    expect(gaps.gaps.map(({ words }) => words)).to.deep.equal(['moon farmer', 'Wage: Plumbers', 'gone: 99999']);
    expect(gaps.sealed).to.equal(3);
    const { sources } = await desk.view<FreshnessView>('/freshness');
    expect(sources[0]?.freshness).to.equal('over');
    expect(sources.every(({ facts }) => facts > 0)).to.equal(true);
    desk.identity = AGENT;
    for (const path of ['/gaps', '/freshness', '/gaps/', '/gaps?x=1']) await expectFault(path, 403, 'ROLE_MISSING');
    for (const path of ['/GAPS', '/%67aps/x', '//gaps']) await expectFault(path, 404, 'ADDRESS_UNKNOWN');
    desk.identity = { name: null, roles: [] };
    await expectFault('/gaps', 403, 'ROLE_MISSING');
  });

  it('says so while nothing is known yet', async () => {
    desk.knowledge = null;
    for (const path of [
      '/search?q=nurse',
      '/occupations/12111',
      '/compare?codes=12111,72300',
      '/fit?codes=M',
      '/me',
      '/gaps',
    ])
      await expectFault(path, 503, 'KNOWLEDGE_LOADING');
  });

  const invalid = [
    '/search',
    '/search?q=',
    '/search?q=%20%20',
    '/search?q=a&q=b',
    '/search?q[]=a',
    `/search?q=${'a'.repeat(201)}`,
    '/occupations/1211',
    '/occupations/12111%27',
    '/occupations/..%2f..%2fetc',
    '/occupations/12111?region=XX',
    '/occupations/12111?region=__proto__',
    '/occupations/12111?region=AB&region=ON',
    '/occupations/12111?occupation=../../x',
    `/occupations/12111?region=${'a'.repeat(5_000)}`,
    '/compare',
    '/compare?codes=12111',
    '/compare?codes=12111,12111',
    '/compare?codes=12111,72300,31301,00010,14100',
    '/compare?codes=12111;72300',
    '/compare?codes=12111,72300&region=nowhere',
    '/fit',
    '/fit?codes=',
    '/fit?codes=RIA',
    '/fit?codes=M%20i%20d%20s',
    '/fit?codes=M%20M',
    '/fit?codes=M&offset=-1',
    '/fit?codes=M&offset=1e9',
  ];
  for (const path of invalid) {
    it(`${path.slice(0, 60)} is told what is wrong`, async () => {
      const message = await expectFault(path, 400, 'PARAMETER_INVALID');
      expect(message).to.match(/(?:q|code|codes|region|occupation|offset)(?:\.\d+)?: .+\.$/);
    });
  }

  it('tells a group that there is not', async () => {
    await expectFault('/occupations/99999', 404, 'UNKNOWN_UNIT_GROUP');
    expect(await expectFault('/compare?codes=12111,99999', 404, 'UNKNOWN_UNIT_GROUP')).to.contain('99999');
  });

  it('takes an occupation that is not of the group for the group', async () => {
    const sheet = await desk.view<SheetView>(
      '/occupations/72300?occupation=health-information-management-professional',
    );
    expect(sheet).to.include({ code: '72300', occupation: '', title: 'Plumbers' });
  });

  it('takes nothing but reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) await expectFault('/me', 405, 'METHOD_UNSUPPORTED', { method });
    expect((await desk.ask('/me', { method: 'OPTIONS' })).headers.get('allow')).to.equal('GET, HEAD, OPTIONS');
    await expectFault('/nowhere', 404, 'ADDRESS_UNKNOWN');
    await expectFault('/occupations/%ff', 400, 'REQUEST_INVALID');
  });

  for (const hostile of [
    '<script>alert(1)</script>',
    '\0',
    '\ud800',
    '👩‍⚕️',
    'a '.repeat(99),
    '%s{{7*7}}',
    '((((',
    '__proto__',
  ]) {
    it(`a search of ${JSON.stringify(hostile).slice(0, 40)} is an ordinary answer`, async () => {
      const { status } = await desk.ask(`/search?${new URLSearchParams({ q: hostile })}`);
      expect(status).to.equal(200);
    });
  }

  it('a fault of ours is told without its insides, and logged', async () => {
    const { store } = await shippedKnowledge();
    const broken = {
      match: () => {
        throw new Error('secret of /srv/advisor/matcher.ts');
      },
      spot: () => [],
    };
    desk.knowledge = {
      // Another store object, so that the search is made anew over the broken matcher.
      store: new Proxy(store, {
        get: (target, key) => {
          const value: unknown = Reflect.get(target, key, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
      lookup: await OccupationLookup.create(store, broken),
    };
    await expectFault('/search?q=nurse', 500, 'INTERNAL_FAULT');
    expect(desk.errors.at(-1)).to.have.nested.property('err.message').that.contains('secret');
  });
});
