import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { OidcSettings } from '../../../adapters/desk/sign-in/access.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { Browser, Page } from './browser.ts';
import { type DeskOptions, startDeskOf, type TestDesk } from './helpers.ts';
import { type Account, type ProviderOptions, startProvider, type TestProvider } from './provider.ts';

const words = en.deskSignIn;
const HOUR = 60 * 60 * 1000;
const PUBLIC = 'https://desk.example.org';

const AGENT: Account = { sub: 'u-1', claims: { name: 'An agent', roles: ['staff', 'desk-agent'] } };
const EDITOR: Account = { sub: 'u-2', claims: { name: 'An editor', roles: ['desk-editor'] } };
const STRANGER: Account = { sub: 'u-3', claims: { name: '<b>A stranger</b>', roles: ['staff', 'desk-agents'] } };

describe('signing in at the desk', () => {
  let provider: TestProvider;
  let desk: TestDesk;

  async function start(
    options: DeskOptions & ProviderOptions & { readonly settings?: Partial<OidcSettings> } = {},
  ): Promise<Browser> {
    provider = await startProvider(options);
    desk = await startDeskOf(provider, options);
    return desk.browser();
  }

  afterEach(async () => {
    await desk.close();
    await provider.close();
  });

  async function signedIn(account: Account, options: Parameters<typeof start>[0] = {}): Promise<Browser> {
    const browser = await start(options);
    provider.account = account;
    expect((await browser.open(`${desk.publicUrl}/desk`)).status).to.equal(200);
    return browser;
  }

  function expectPage(page: Page, status: number, heading: string): void {
    expect([page.status, page.headers['content-type']]).to.deep.equal([status, 'text/html; charset=utf-8']);
    expect(page.text).to.include(`<h1>${heading}</h1>`);
    expect(page.headers).to.include({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(page.headers['content-security-policy'])
      .to.include("default-src 'none'")
      .and.include("frame-ancestors 'none'");
  }

  it('leads an agent to the provider and back to the very page that was asked for', async () => {
    const browser = await start();
    provider.account = AGENT;
    const page = await browser.open(`${desk.publicUrl}/desk/sheet?code=12111&region=ON`);
    expect(page.status).to.equal(200);
    expect(JSON.parse(page.text)).to.deep.equal({
      path: '/sheet',
      query: { code: '12111', region: 'ON' },
      name: 'An agent',
      roles: ['agent'],
      out: '/desk/sign-out',
    });
    expect(page.headers['cache-control']).to.equal('no-store');
    expect(desk.logged.join()).not.to.include('An agent').and.not.include('u-1').and.not.include('12111');
  });

  it('lets an agent use the desk, and an editor see what is missing as well', async () => {
    const agent = await signedIn(AGENT);
    expect((await agent.ask(`${desk.publicUrl}/desk/api/search`)).status).to.equal(200);
    const refused = await agent.ask(`${desk.publicUrl}/desk/api/gaps`);
    expect([refused.status, JSON.parse(refused.text).error.code]).to.deep.equal([403, 'ROLE_MISSING']);
    const page = await agent.open(`${desk.publicUrl}/desk/api/gaps`);
    expectPage(page, 403, words.roleMissing.heading);
    expect(page.text).to.include('desk-editor').and.include(words.back);

    const editor = desk.browser();
    provider.account = EDITOR;
    const seen = await editor.open(`${desk.publicUrl}/desk/api/gaps`);
    expect([seen.status, JSON.parse(seen.text).roles]).to.deep.equal([200, ['agent', 'editor']]);
  });

  // Protects the callers' data from everybody else who has an account with the same provider.
  it('says whom to ask to somebody without a role, and lets them try again once they have it', async () => {
    const browser = await start();
    provider.account = STRANGER;
    const page = await browser.open(`${desk.publicUrl}/desk/sheet?code=12111`);
    expectPage(page, 403, words.roleMissing.heading);
    expect(page.text).to.include('&lt;b&gt;A stranger&lt;/b&gt;').and.include('desk-agent').and.not.include('<b>');
    expect(page.text, 'a way in').not.to.include(words.back);
    expect(browser.cookie('desk'), 'a session').to.equal(undefined);

    provider.account = { ...STRANGER, claims: { name: 'A colleague', roles: ['desk-agent'] } };
    const [, again = ''] = /href="([^"]*again=1[^"]*)"/.exec(page.text) ?? [];
    const opened = await browser.open(new URL(again.replaceAll('&amp;', '&'), desk.publicUrl).href);
    expect(JSON.parse(opened.text)).to.include({ name: 'A colleague', path: '/sheet' });
  });

  const TELLINGS: Readonly<Record<string, [Account['claims'], Parameters<typeof start>[0]]>> = {
    'in the ID token': [{ roles: ['desk-agent'] }, { claimsInIdToken: true }],
    'as one word': [{ roles: 'desk-agent' }, {}],
    'below another claim': [
      { realm_access: { roles: ['desk-agent'] } },
      { settings: { rolesClaim: 'realm_access.roles' } },
    ],
    'to a client that is known by its body': [{ roles: ['desk-agent'] }, { clientAuth: 'client_secret_post' }],
  };
  for (const [how, [claims, options]] of Object.entries(TELLINGS)) {
    it(`finds roles that the provider tells ${how}`, async () => {
      const browser = await signedIn({ sub: 'u-4', claims }, options);
      const { text } = await browser.ask(`${desk.publicUrl}/desk/api/me`);
      expect(JSON.parse(text)).to.deep.include({ name: 'u-4', roles: ['agent'] });
    });
  }

  // Protects the start of a shift: a browser opens all the tabs of yesterday at once.
  it('signs five tabs in at once', async () => {
    const browser = await start();
    provider.account = AGENT;
    const redirects: Page[] = [];
    const tab = (number: number) => `${desk.publicUrl}/desk/tab?number=${number}`;
    for (const number of [1, 2, 3, 4, 5]) {
      redirects.push(await browser.open(tab(number), { stopBefore: '/desk/callback' }));
    }
    for (const [index, { headers }] of redirects.entries()) {
      const page = await browser.open(headers.location ?? '');
      expect(page.url).to.equal(tab(index + 1));
      expect(page.status).to.equal(200);
    }
  });

  it('keeps its cookies from scripts, other sites and, over https, from other hosts', async () => {
    const local = await signedIn(AGENT);
    const own = local.setCookies.filter((line) => line.startsWith('desk'));
    expect(own.map((line) => line.split('=')[0])).to.deep.equal(['desk-sign-in', 'desk']);
    for (const line of own) {
      expect(line).to.include('; HttpOnly').and.include('; SameSite=Lax').and.include('; Path=/desk;');
      expect(line).not.to.include('Domain');
    }
    await desk.close();
    await provider.close();

    const secure = await signedIn(AGENT, { publicUrl: PUBLIC });
    const safe = secure.setCookies.filter((line) => line.includes('desk'));
    expect(safe.map((line) => line.split('=')[0])).to.deep.equal(['__Host-desk-sign-in', '__Host-desk']);
    for (const line of safe) {
      expect(line)
        .to.include('; HttpOnly')
        .and.include('; SameSite=Lax')
        .and.include('; Secure')
        .and.include('; Path=/;');
      expect(line).not.to.include('Domain');
    }
    expect(safe[1]).to.include('Max-Age=28800');
  });

  it('puts nothing into the cookie that can be read', async () => {
    const browser = await signedIn(AGENT);
    const parts = (browser.cookie('desk') ?? '').split('.');
    const readable = parts.map((part) => Buffer.from(part, 'base64url').toString('latin1')).join();
    expect(parts).to.have.length(5);
    for (const secret of ['agent', 'u-1', provider.issuer]) expect(readable).not.to.include(secret);
  });

  // Protects the note of a call under way: a page is told, not led away.
  it('tells a script whose session is over, and leads a page through the provider without asking again', async () => {
    const browser = await signedIn(AGENT);
    desk.ahead = 8 * HOUR - 60_000;
    expect((await browser.ask(`${desk.publicUrl}/desk/api/me`)).status).to.equal(200);
    desk.ahead = 8 * HOUR;
    const told = await browser.ask(`${desk.publicUrl}/desk/api/me`);
    expect([told.status, told.headers['content-type']]).to.deep.equal([401, 'application/json; charset=utf-8']);
    expect(JSON.parse(told.text).error.code).to.equal('SIGN_IN_NEEDED');

    const interactions = (): number => provider.asked.filter((line) => line.includes('/interaction/')).length;
    const before = interactions();
    const page = await browser.open(`${desk.publicUrl}/desk/sheet?code=12111`);
    expect([page.status, page.url]).to.deep.equal([200, `${desk.publicUrl}/desk/sheet?code=12111`]);
    expect(interactions(), 'asked for the account').to.equal(before);
  });

  it('keeps people signed in over a restart, and nobody whose provider or role names have changed', async () => {
    const key = randomBytes(32);
    const browser = await signedIn(AGENT, { key });
    const cookie = browser.cookie('desk') ?? '';
    const statusAt = async (options: Parameters<typeof startDeskOf>[1]): Promise<number> => {
      const other = await startDeskOf(provider, { key, ...options });
      try {
        const later = other.browser();
        later.put('desk', cookie);
        return (await later.ask(`${other.publicUrl}/desk/api/me`)).status;
      } finally {
        await other.close();
      }
    };
    expect(await statusAt({})).to.equal(200);
    expect(await statusAt({ settings: { clientSecret: 'a newer one' } })).to.equal(200);
    expect(await statusAt({ settings: { roleNames: { agent: 'other', editor: 'desk-editor' } } })).to.equal(401);
    expect(await statusAt({ settings: { issuer: 'https://elsewhere.example' } })).to.equal(401);
    expect(await statusAt({ key: randomBytes(32) })).to.equal(401);
  });

  describe('signing out', () => {
    const own = { 'sec-fetch-site': 'same-origin' };

    it('ends the session here and at the provider, and comes back', async () => {
      const browser = await signedIn(AGENT);
      const copy = browser.cookie('desk') ?? '';
      const asked = await browser.open(`${desk.publicUrl}/desk/sign-out`, { headers: own });
      expect(asked.url).to.include(`${provider.issuer}/session/end`);
      expect(browser.cookie('desk')).to.equal(undefined);
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(asked.text) ?? [];
      const page = await browser.open(`${provider.issuer}/session/end/confirm`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
      });
      expect(new URL(page.url).pathname).to.equal('/desk/sign-out');
      expectPage(page, 200, words.signedOut.heading);

      browser.put('desk', copy);
      expect((await browser.ask(`${desk.publicUrl}/desk/api/me`)).status, 'a copy of the cookie').to.equal(401);
      const before = provider.asked.filter((line) => line.includes('/interaction/')).length;
      await browser.open(`${desk.publicUrl}/desk`);
      expect(provider.asked.filter((line) => line.includes('/interaction/')).length).to.equal(before + 1);
    });

    for (const [how, body] of [
      ['cannot be asked for its address', '{}'],
      ['has no address for it', '{"issuer":"ISSUER"}'],
    ] as const) {
      it(`ends it here also where the provider ${how}`, async () => {
        const key = randomBytes(32);
        const first = await signedIn(AGENT, { key });
        const cookie = first.cookie('desk') ?? '';
        provider.intercept = (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(body.replace('ISSUER', provider.issuer));
          return true;
        };
        // Another process, which has not asked the provider about itself yet.
        await desk.close();
        desk = await startDeskOf(provider, { key });
        const browser = desk.browser();
        browser.put('desk', cookie);
        const page = await browser.open(`${desk.publicUrl}/desk/sign-out`, { headers: own });
        expect(page.url).to.equal(`${desk.publicUrl}/desk/sign-out`);
        expectPage(page, 200, words.signedOut.heading);
        expect(browser.cookie('desk')).to.equal(undefined);
      });
    }

    it('asks first where another site leads there', async () => {
      const browser = await signedIn(AGENT);
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }, { referer: PUBLIC }]) {
        const page = await browser.open(`${desk.publicUrl}/desk/sign-out`, { headers });
        expectPage(page, 200, words.signOut.heading);
      }
      expect((await browser.ask(`${desk.publicUrl}/desk/api/me`)).status).to.equal(200);
    });
  });

  describe('when the provider fails', () => {
    it('says so, keeps serving, and lets people in when it is back', async () => {
      const browser = await start();
      provider.account = AGENT;
      provider.down = true;
      const page = await browser.open(`${desk.publicUrl}/desk/sheet?code=12111`);
      expectPage(page, 503, words.refused.PROVIDER_UNUSABLE.heading);
      expect(page.text).to.include('/desk/sign-in?to=%2Fdesk%2Fsheet%3Fcode%3D12111');
      expect(page.text).not.to.include('127.0.0.1').and.not.include('fetch failed');
      provider.down = false;
      expect((await browser.open(page.url)).url).to.equal(`${desk.publicUrl}/desk/sheet?code=12111`);
    });

    it('does not ask who is signed in already to do it again', async () => {
      const browser = await signedIn(AGENT);
      provider.down = true;
      expect((await browser.open(`${desk.publicUrl}/desk`)).status).to.equal(200);
    });

    const BROKEN: Readonly<Record<string, [path: string, status: number, body: string]>> = {
      'describes another provider': [
        '/.well-known/openid-configuration',
        200,
        '{"issuer":"https://elsewhere.example"}',
      ],
      'describes nothing': ['/.well-known/openid-configuration', 200, '{}'],
      'sends a page in place of its description': ['/.well-known/openid-configuration', 200, '<html>'],
      'fails when the code is changed for a token': ['/token', 500, '{"error":"server_error"}'],
      'sends a page in place of the token': ['/token', 502, '<html>bad gateway</html>'],
      'fails when it is asked who it is': ['/me', 503, ''],
    };
    for (const [how, [path, status, body]] of Object.entries(BROKEN)) {
      it(`tells it when the provider ${how}`, async () => {
        const browser = await start();
        provider.account = AGENT;
        provider.intercept = (request, response) => {
          if (request.url !== path) return false;
          response.writeHead(status, { 'content-type': body.startsWith('{') ? 'application/json' : 'text/html' });
          response.end(body);
          return true;
        };
        expectPage(await browser.open(`${desk.publicUrl}/desk`), 503, words.refused.PROVIDER_UNUSABLE.heading);
        expect(browser.cookie('desk')).to.equal(undefined);
        expect(desk.logged.join()).to.include('a sign-in failed');
        provider.intercept = null;
        expect((await browser.open(`${desk.publicUrl}/desk`)).status).to.equal(200);
      });
    }

    it('tells a person who pressed Cancel there', async () => {
      const browser = await start();
      const page = await browser.open(`${desk.publicUrl}/desk`);
      expectPage(page, 403, words.refused.SIGN_IN_DECLINED.heading);
    });

    it('tells a person when the provider does not know our secret', async () => {
      const browser = await start({ settings: { clientSecret: 'a wrong one' } });
      provider.account = AGENT;
      expectPage(await browser.open(`${desk.publicUrl}/desk`), 400, words.refused.SIGN_IN_FAILED.heading);
      expect(desk.logged.join()).to.include('invalid_client').and.not.include('a wrong one');
    });
  });
});
