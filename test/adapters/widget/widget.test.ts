import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join, relative, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { createApp } from '../../../adapters/http/app.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import { colourFrom, contrast, readableOnWhite, textOn } from '../../../adapters/widget/browser/colour.ts';
import { readAttributes } from '../../../adapters/widget/browser/launcher/attributes.ts';
import { bundleWidget } from '../../../adapters/widget/bundle.ts';
import { dialled } from '../../../adapters/widget/dialled.ts';
import { html } from '../../../adapters/widget/html.ts';
import { createWidget } from '../../../adapters/widget/mount.ts';
import { WIDGET_SOURCES } from '../../../bot/paths.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { Contact } from '../../../knowledge/store/knowledge-store.ts';
import { TODAY } from '../../dialogs/helpers.ts';
import { tempFolder } from '../../knowledge/helpers.ts';

const CONTACT: Contact = {
  name: 'A "Centre" & <more>',
  phone: '1-877-644-9992',
  hours: 'weekdays',
  opens: '7:30',
  closes: '20:00',
  note: 'toll free',
  source: 'house',
};
const TRUSTED = 'https://www.example.org';
const LAUNCHER_MOST_BYTES = 10_000;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** `fetch` would unpack what is gzipped, and follow where it is sent. */
function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the widget on the server', () => {
  const bundles = join(tempFolder(), 'browser');
  const errors: string[] = [];
  let contact: Contact | null = CONTACT;
  let server: HttpServer;

  before(async () => {
    const log = {
      debug: () => undefined,
      info: () => undefined,
      error: (_: object, text: string) => errors.push(text),
    };
    const mounts = createWidget({
      bundles,
      publicUrl: () => server.origin,
      trustedOrigins: [TRUSTED],
      keepDays: 12,
      wording: en,
      contact: async () => contact,
      log,
    });
    const app = createApp({ knowledge: () => null, wording: en, today: () => TODAY, log, mounts });
    server = await HttpServer.listen(app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.close());

  // Protects the first start from a puzzle: without bundles the server serves, and says what to run.
  it('says which command to run where nothing is bundled, then serves what is', async () => {
    for (const path of ['/', '/widget/chat']) {
      const { status, body } = await get(server.origin + path);
      expect(status).to.equal(503);
      expect(body.toString()).to.contain(en.widget.notBuilt.command);
    }
    expect(errors).to.include(en.widget.notBuilt.heading);
    expect((await get(`${server.origin}/widget.js`)).status).to.equal(404);
    await bundleWidget(WIDGET_SOURCES, bundles);
    expect((await get(server.origin)).status).to.equal(200);
  });

  // Protects every page that embeds the chat, whether its visitors use it or not.
  it('has a launcher of less than 10 kB', async () => {
    const { headers, body } = await get(`${server.origin}/widget.js`, { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).to.equal('gzip');
    expect(body.byteLength).to.be.lessThan(LAUNCHER_MOST_BYTES);
    expect(gzipSync(gunzipSync(body)).byteLength).to.be.lessThan(LAUNCHER_MOST_BYTES);
  });

  it('lets pages of others load the launcher, and nothing else', async () => {
    const policy = async (path: string): Promise<unknown> =>
      (await get(server.origin + path)).headers['cross-origin-resource-policy'];
    expect(await policy('/widget.js')).to.equal('cross-origin');
    for (const path of ['/widget/chat.js', '/widget/chat.css', '/favicon.svg'])
      expect(await policy(path), path).to.equal('same-origin');
  });

  it('lets browsers ask whether a file has changed, and keep Web Chat for good', async () => {
    const page = (await get(`${server.origin}/widget/chat`)).body.toString();
    const webChat = /data-web-chat="([^"]+)"/.exec(page)?.[1] ?? '';
    const rules = [
      ['/widget.js', 'public, max-age=300'],
      ['/widget/chat.js', 'no-cache'],
      [webChat, 'public, max-age=31536000, immutable'],
    ] as const;
    for (const [path, rule] of rules) {
      const { status, headers } = await get(server.origin + path);
      expect(status, path).to.equal(200);
      expect(headers['cache-control'], path).to.equal(rule);
      const again = await get(server.origin + path, { 'If-None-Match': String(headers.etag) });
      expect(again.status, path).to.equal(304);
    }
  });

  // Protects visitors from pages that would lay the chat under something else.
  it('may be framed by trusted pages and by no other', async () => {
    const { headers } = await get(`${server.origin}/widget/chat`);
    const policy = String(headers['content-security-policy']);
    expect(policy).to.contain(`frame-ancestors 'self' ${TRUSTED}`);
    expect(policy).to.contain("default-src 'none'");
    expect(policy).not.to.contain('unsafe');
    expect(headers['x-frame-options']).to.equal(undefined);
    expect((await get(server.origin)).headers['content-security-policy']).to.contain("frame-ancestors 'none'");
    const nonce = (text: string): string | undefined => /'nonce-([^']+)'/.exec(text)?.[1];
    const other = await get(`${server.origin}/widget/chat`);
    expect(nonce(policy)).to.not.equal(nonce(String(other.headers['content-security-policy'])));
  });

  it('sets no cookie and names no other server', async () => {
    for (const path of ['/', '/widget/chat', '/widget.js', '/widget/chat.js', '/widget/chat.css']) {
      const { headers, body } = await get(server.origin + path);
      expect(headers['set-cookie'], path).to.equal(undefined);
      const others = (body.toString().match(/https?:\/\/[^\s"'<>;)]+/g) ?? []).filter(
        (url) => !url.startsWith(server.origin) && url !== 'http://www.w3.org/2000/svg',
      );
      expect(others, path).to.deep.equal([]);
    }
  });

  it('tells how long conversations are kept and whom to call, as text', async () => {
    const page = (await get(`${server.origin}/widget/chat`)).body.toString();
    expect(page).to.contain('12 days').and.to.contain('A &quot;Centre&quot; &amp; &lt;more&gt;');
    expect(page).to.contain('href="tel:+18776449992"');
    contact = null;
    const without = (await get(`${server.origin}/widget/chat`)).body.toString();
    contact = CONTACT;
    expect(without).to.contain(en.widget.person.unknown).and.not.to.contain('tel:');
  });

  // Protects those who type localhost: tokens are bound to the other name.
  it('sends a browser of the same machine to the address that tokens are bound to', async () => {
    const host = `localhost:${new URL(server.origin).port}`;
    const sent = await get(`${server.origin}/widget/chat?a=b`, { Host: host });
    expect(sent.status).to.equal(302);
    expect(sent.headers.location).to.equal(`${server.origin}/widget/chat?a=b`);
    expect((await get(`${server.origin}//`, { Host: host })).headers.location).to.equal(`${server.origin}/`);
    expect((await get(server.origin, { Host: 'advisor.example.org' })).status).to.equal(200);
  });

  it('leaves every other address to the app', async () => {
    for (const path of ['/widget', '/widget/', '/widget/none.js', '/widget/..%2f..%2fpackage.json', '/widget/.env'])
      expect((await get(server.origin + path)).status, path).to.be.oneOf([400, 404]);
    expect((await get(`${server.origin}/healthz`)).status).to.equal(200);
  });

  // Protects the launcher's size, and browsers from code that is meant for the server.
  it("takes nothing into a browser but its own sources and the widget's words", () => {
    const imports = readdirSync(WIDGET_SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(WIDGET_SOURCES, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
          (match) => relative(WIDGET_SOURCES, resolve(WIDGET_SOURCES, dirname(file), match[1] ?? '')),
        ),
      );
    expect(imports.length).to.be.greaterThan(10);
    const foreign = imports.filter((target) => target.startsWith('..'));
    expect([...new Set(foreign)]).to.deep.equal(['../../../dialogs/wording/en/widget.ts']);
  });

  it('keeps the licences of what it ships', () => {
    expect(readFileSync(join(bundles, 'widget', 'web-chat-licences.txt'), 'utf8')).to.match(/licen[cs]e/i);
  });
});

describe("the widget's colours, attributes and HTML", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(channel, channel, channel).map((parts) => {
    const digits = parts.map((part) => part.toString(16).padStart(2, '0')).join('');
    return colourFrom(digits) ?? '#000000';
  });

  // Protects people with weak sight from any colour that an embedder likes.
  it('can be read on any colour', () => {
    fc.assert(
      fc.property(colour, (each) => {
        expect(contrast(each, textOn(each))).to.be.at.least(4.5);
        expect(contrast(readableOnWhite(each), '#ffffff')).to.be.at.least(4.5);
      }),
    );
  });

  it('takes colours in two forms and nothing else', () => {
    expect(colourFrom('#1F5FA8')).to.equal('#1f5fa8');
    expect(colourFrom('fa0')).to.equal('#ffaa00');
    for (const text of ['', 'red', '#12345', 'url(x)', '#1f5fa8;}', 'rgb(1,2,3)'])
      expect(colourFrom(text)).to.equal(null);
  });

  it('tells of attributes that make no sense, and goes by the default', () => {
    const told: string[] = [];
    const read = readAttributes({ color: 'red', position: 'top', label: ' ', remember: 'TAB', open: '' }, (text) =>
      told.push(text),
    );
    expect(read).to.deep.equal({
      colour: '#1f5fa8',
      position: 'right',
      label: en.widget.launcher.label,
      remember: 'tab',
      open: true,
    });
    expect(told).to.have.members([
      en.widget.launcher.attributeIgnored('data-color', 'red'),
      en.widget.launcher.attributeIgnored('data-position', 'top'),
    ]);
  });

  it('escapes whatever is put into a page', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`${text}`.text).not.to.match(/[<>'"]/);
      }),
    );
    expect(html`<ul>${['<', '&'].map((each) => html`<li>${each}</li>`)}</ul>`.text).to.equal(
      '<ul><li>&lt;</li><li>&amp;</li></ul>',
    );
  });

  it('dials numbers as a phone needs them', () => {
    expect(dialled('1-877-644-9992')).to.equal('tel:+18776449992');
    expect(dialled('(780) 555-0100')).to.equal('tel:+17805550100');
    expect(dialled('988')).to.equal('tel:988');
  });
});
