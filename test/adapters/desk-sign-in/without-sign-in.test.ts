import { expect } from 'chai';
import { en } from '../../../dialogs/wording/index.ts';
import { ERRORS } from '../../../knowledge/errors.ts';
import type { Asking, Page } from './browser.ts';
import { startDesk, type TestDesk } from './helpers.ts';

const words = en.deskSignIn.refused;

describe('the desk without sign-in', () => {
  let desk: TestDesk;
  afterEach(() => desk.close());

  function errorOf({ text }: Page): unknown {
    return JSON.parse(text).error;
  }

  describe('on its own machine', () => {
    beforeEach(async () => {
      desk = await startDesk({ kind: 'this-machine' });
    });

    it('lets everybody in as agent and editor', async () => {
      const page = await desk.browser().open(`${desk.origin}/desk/api/gaps`);
      expect(JSON.parse(page.text)).to.deep.include({ name: null, roles: ['agent', 'editor'], out: null });
      for (const path of ['/desk/sign-in?to=/desk/x', '/desk/sign-out']) {
        expect((await desk.browser().open(`${desk.origin}${path}`)).url).to.equal(`${desk.origin}/desk`);
      }
    });

    const LOCAL: Readonly<Record<string, [peer: string | undefined, headers: Readonly<Record<string, string>>]>> = {
      'by the name of localhost': [undefined, { host: 'localhost:3978' }],
      'by IPv6': ['::1', { host: '[::1]:3978' }],
      'by IPv4 in IPv6': ['::ffff:127.0.0.1', {}],
    };
    for (const [how, [peer, headers]] of Object.entries(LOCAL)) {
      it(`lets in who comes ${how}, and takes changes from its pages`, async () => {
        desk.peer = peer;
        expect((await desk.browser().ask(`${desk.origin}/desk/api/me`, { headers })).status).to.equal(200);
        const origin = `http://${headers.host ?? new URL(desk.origin).host}`;
        const change = { method: 'POST', headers: { ...headers, origin, 'sec-fetch-site': 'same-origin' } };
        expect((await desk.browser().ask(`${desk.origin}/desk/api/x`, change)).status).to.equal(200);
        const foreign = { method: 'POST', headers: { ...headers, origin: 'https://evil.example' } };
        expect((await desk.browser().ask(`${desk.origin}/desk/api/x`, foreign)).status).to.equal(403);
      });
    }

    // Protects a desk that nobody has to sign in at from everybody who is not at this machine.
    const ELSEWHERE: Readonly<Record<string, [peer: string | undefined, headers: Readonly<Record<string, string>>]>> = {
      'from another machine': ['203.0.113.7', {}],
      'from another machine that says localhost': ['203.0.113.7', { host: 'localhost:3978' }],
      'by IPv6 from another machine': ['2001:db8::1', {}],
      'from a page whose name points here': [undefined, { host: 'evil.example:3978' }],
      'by a name that begins like ours': [undefined, { host: '127.0.0.1.evil.example' }],
      'by a name that ends like ours': [undefined, { host: 'evil.localhost' }],
      'by a name before ours': [undefined, { host: 'localhost@evil.example' }],
      'by every address at once': [undefined, { host: '0.0.0.0:3978' }],
      'through a proxy': [undefined, { 'x-forwarded-for': '127.0.0.1' }],
      'through a proxy of the standard': [undefined, { forwarded: 'for=127.0.0.1' }],
      'through a proxy that tells the host': [undefined, { 'x-forwarded-host': 'localhost' }],
      'through a proxy that tells the address': [undefined, { 'x-real-ip': '127.0.0.1' }],
      'through a proxy that tells itself': [undefined, { via: '1.1 cache' }],
    };
    for (const [how, [peer, headers]] of Object.entries(ELSEWHERE)) {
      it(`lets nobody in ${how}`, async () => {
        desk.peer = peer;
        for (const path of ['/desk', '/desk/api/me', '/desk/sign-in', '/desk/sign-out']) {
          const told = await desk.browser().ask(`${desk.origin}${path}`, { headers });
          expect([told.status, errorOf(told)]).to.deep.equal([
            403,
            { code: 'DESK_ELSEWHERE', message: ERRORS.DESK_ELSEWHERE },
          ]);
        }
        const page = await desk.browser().open(`${desk.origin}/desk`, { headers });
        expect([page.status, page.text.includes(words.DESK_ELSEWHERE.heading)]).to.deep.equal([403, true]);
      });
    }
  });

  for (const [because, code] of [
    ['unprotected', 'DESK_UNPROTECTED'],
    ['switched-off', 'DESK_OFF'],
  ] as const) {
    it(`is closed to all where it is ${because}, and says what to do`, async () => {
      desk = await startDesk({ kind: 'off', because });
      const askings: readonly Asking[] = [{}, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }];
      for (const asking of askings) {
        const told = await desk.browser().ask(`${desk.origin}/desk/api/me`, asking);
        expect([told.status, errorOf(told)]).to.deep.equal([403, { code, message: ERRORS[code] }]);
      }
      for (const path of ['/desk', '/desk/sheet', '/desk/sign-in', '/desk/sign-out']) {
        const page = await desk.browser().open(`${desk.origin}${path}`);
        expect([page.status, page.text.includes(words[code].heading)]).to.deep.equal([403, true]);
        expect(page.text).to.include(because === 'unprotected' ? 'OIDC_ISSUER' : 'DESK=off');
        expect(page.text).not.to.include('href=');
      }
      expect(desk.logged.join()).to.include(code);
      expect((await desk.browser().ask(`${desk.origin}/healthz`)).status, 'the rest is served').to.equal(200);
    });
  }
});
