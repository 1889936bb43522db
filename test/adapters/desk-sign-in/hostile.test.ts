import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { deskPath } from '../../../adapters/desk/sign-in/desk-path.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { Browser } from './browser.ts';
import { startDeskOf, type TestDesk } from './helpers.ts';
import { type Account, startProvider, type TestProvider } from './provider.ts';

const AGENT: Account = { sub: 'u-1', claims: { name: 'An agent', roles: ['desk-agent'] } };
const CALLBACK = '/desk/callback';
const FAILED = en.deskSignIn.refused.SIGN_IN_FAILED.heading;

describe('hostile sign-ins', () => {
  let provider: TestProvider;
  let desk: TestDesk;

  before(async () => {
    provider = await startProvider();
    provider.account = AGENT;
    desk = await startDeskOf(provider);
  });
  after(async () => {
    await desk.close();
    await provider.close();
  });

  /** The address that the provider leads back to, not yet followed. */
  async function wayBack(browser: Browser, path = '/desk'): Promise<URL> {
    const { headers } = await browser.open(`${desk.publicUrl}${path}`, { stopBefore: CALLBACK });
    return new URL(headers.location ?? '');
  }

  async function expectRefused(browser: Browser, address: URL | string): Promise<void> {
    const page = await browser.open(String(address));
    expect([page.status, page.text.includes(FAILED)], String(address)).to.deep.equal([400, true]);
    expect(browser.cookie('desk'), 'a session').to.equal(undefined);
  }

  async function statusOf(browser: Browser): Promise<number> {
    return (await browser.ask(`${desk.publicUrl}/desk/api/me`)).status;
  }

  async function signedIn(): Promise<Browser> {
    const browser = desk.browser();
    await browser.open(`${desk.publicUrl}/desk`);
    expect(await statusOf(browser)).to.equal(200);
    return browser;
  }

  it('a state that is missing, doubled, of another, or changed in one sign', async () => {
    const browser = desk.browser();
    const way = await wayBack(browser);
    const state = way.searchParams.get('state') ?? '';
    const with_ = (change: (parameters: URLSearchParams) => void): URL => {
      const changed = new URL(way);
      change(changed.searchParams);
      return changed;
    };
    await expectRefused(
      browser,
      with_((parameters) => parameters.delete('state')),
    );
    await expectRefused(
      browser,
      with_((parameters) => parameters.append('state', state)),
    );
    await expectRefused(
      browser,
      with_((parameters) => parameters.set('state', 'x')),
    );
    const other = (await wayBack(desk.browser())).searchParams.get('state') ?? '';
    await expectRefused(
      browser,
      with_((parameters) => parameters.set('state', other)),
    );
    for (const at of [0, 10, 40, Math.floor(state.length / 2), state.length - 3]) {
      const changed = state.slice(0, at) + (state[at] === 'A' ? 'B' : 'A') + state.slice(at + 1);
      await expectRefused(
        browser,
        with_((parameters) => parameters.set('state', changed)),
      );
    }
    expect((await browser.open(way.href)).status, 'the one that is right').to.equal(200);
  });

  // Protects an agent from working in an attacker's session: a link that signs the victim in as somebody else.
  it('a way back that another browser began', async () => {
    const attackers = await wayBack(desk.browser());
    await expectRefused(desk.browser(), attackers);
    const victim = desk.browser();
    await wayBack(victim);
    await expectRefused(victim, attackers);
  });

  it('the code of one sign-in in another', async () => {
    const stolen = (await wayBack(desk.browser())).searchParams.get('code') ?? '';
    const thief = desk.browser();
    const way = await wayBack(thief);
    way.searchParams.set('code', stolen);
    await expectRefused(thief, way);
  });

  it('a code that is used again', async () => {
    const browser = desk.browser();
    const way = await wayBack(browser);
    expect((await browser.open(way.href)).status).to.equal(200);
    browser.cookies.splice(
      browser.cookies.findIndex(({ name }) => name === 'desk'),
      1,
    );
    await expectRefused(browser, way);
  });

  it('a way back that was begun too long ago', async () => {
    const browser = desk.browser();
    const way = await wayBack(browser);
    desk.ahead = 15 * 60_000;
    try {
      await expectRefused(browser, way);
    } finally {
      desk.ahead = 0;
    }
  });

  it('a way back with an answer of another provider', async () => {
    const browser = desk.browser();
    const way = await wayBack(browser);
    way.searchParams.set('iss', 'https://elsewhere.example');
    await expectRefused(browser, way);
  });

  it('a session cookie that is changed in one sign, cut, made of something else of ours, or huge', async () => {
    const browser = await signedIn();
    const cookie = browser.cookie('desk') ?? '';
    const state = (await wayBack(desk.browser())).searchParams.get('state') ?? '';
    const [header = ''] = cookie.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const payload = Buffer.from('{"name":"x","roles":["editor"],"jti":"1","exp":9999999999}').toString('base64url');
    const forged = [
      ...Array.from({ length: cookie.length }, (_, at) => at)
        .filter((at) => at % 17 === 0 && cookie[at] !== '.')
        .map((at) => cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1)),
      cookie.slice(0, -1),
      `${cookie}.`,
      state,
      `${header}.${state.split('.').slice(1).join('.')}`,
      `${none}.${payload}.`,
      `${none}..${payload}..`,
      '',
      '.....',
      'x'.repeat(6_000),
      'constructor',
    ];
    for (const value of forged) {
      browser.put('desk', value);
      expect(await statusOf(browser), value).to.equal(401);
    }
    browser.put('desk', cookie);
    expect(await statusOf(browser)).to.equal(200);
  });

  it('marks that are none of ours are replaced', async () => {
    for (const mark of ['', 'x', '../../x', 'a'.repeat(44), randomBytes(40).toString('hex')]) {
      const browser = desk.browser();
      browser.put('desk-sign-in', mark);
      expect((await browser.open((await wayBack(browser)).href)).status).to.equal(200);
      expect(browser.cookie('desk-sign-in'))
        .to.match(/^[\w-]{43}$/)
        .and.not.equal(mark);
    }
  });

  const OPEN = [
    'https://evil.example/desk',
    '//evil.example/desk',
    '/\\evil.example/desk',
    '\\\\evil.example',
    '/desk/..//evil.example',
    '/desk/../../evil',
    '/desk\n.evil.example',
    '/deskevil',
    '/desk.evil.example',
    '@evil.example/desk',
    'javascript:alert(1)//desk',
    'data:text/html,/desk',
    '/widget/chat',
    '/desk/sign-out',
    '/desk/sign-in?to=//evil.example',
    '/desk/callback?error=x',
    `/desk/${'a'.repeat(600)}`,
    '',
  ];
  for (const to of OPEN) {
    it(`leads to the desk and not to ${JSON.stringify(to).slice(0, 40)}`, async () => {
      const browser = desk.browser();
      const page = await browser.open(`${desk.publicUrl}/desk/sign-in?${new URLSearchParams({ to })}`);
      expect([page.status, page.url]).to.deep.equal([200, `${desk.publicUrl}/desk`]);
    });
  }

  it('leads to the desk where several addresses are asked for', async () => {
    const browser = desk.browser();
    const page = await browser.open(`${desk.publicUrl}/desk/sign-in?to=/desk/a&to=//evil.example`);
    expect(page.url).to.equal(`${desk.publicUrl}/desk`);
  });

  it('no text at all leads away from the desk', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '.',
      'desk',
      '/desk',
      'evil.example',
      ':',
      '@',
      '%2f',
      '\t',
      '\n',
      '?',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const led = new URL(deskPath(text), 'https://desk.example.org');
          expect(led.origin).to.equal('https://desk.example.org');
          expect(led.pathname).to.match(/^\/desk(\/|$)/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'of another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    'of a neighbour': { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    'that a person typed': { 'sec-fetch-site': 'none' },
    'of another origin, from an old browser': { origin: 'https://evil.example' },
    'of a sandbox': { origin: 'null' },
    'that says nothing of where it comes from': {},
    'that says two things': { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
  };
  for (const [how, headers] of Object.entries(FOREIGN)) {
    it(`a change ${how} is refused`, async () => {
      const browser = await signedIn();
      const { status, text } = await browser.ask(`${desk.publicUrl}/desk/api/x`, { method: 'POST', headers });
      expect([status, JSON.parse(text).error.code]).to.deep.equal([403, 'REQUEST_FOREIGN']);
    });
  }

  it('a change of our own pages is let through', async () => {
    const browser = await signedIn();
    const { origin } = desk;
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin },
      { 'sec-fetch-site': 'same-origin', origin },
    ]) {
      const { status } = await browser.ask(`${desk.publicUrl}/desk/api/x`, { method: 'POST', headers });
      expect(status).to.equal(200);
    }
  });

  it('nobody changes anything without a session', async () => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const { status } = await desk.browser().ask(`${desk.publicUrl}/desk/api/x`, { method: 'POST', headers });
    expect(status).to.equal(401);
  });
});
