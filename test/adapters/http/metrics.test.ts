import { request } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { createApp } from '../../../adapters/http/app.ts';
import { metricsMount } from '../../../adapters/http/metrics.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { TODAY } from '../../dialogs/helpers.ts';

const TOKEN = 'a-token-that-nobody-can-guess-0123456789';
const MEASURED = '# TYPE turns counter\nturns 7\n';

interface Asking {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address that the request seems to come from. */
  readonly peer?: string;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('GET /metrics', () => {
  let server: HttpServer;
  let peer: string | undefined;
  let counted: (number | 'aborted' | 'fault')[];
  let source: () => Promise<string>;

  async function start(token: string | null, behindProxy = false): Promise<void> {
    const app = createApp({
      knowledge: () => null,
      wording: en,
      today: () => TODAY,
      log: { debug: () => undefined, info: () => undefined, error: () => undefined },
      observe: { request: (status) => void counted.push(status), fault: () => void counted.push('fault') },
      mounts: [
        metricsMount({ contentType: 'text/plain; version=0.0.4', metrics: () => source() }, { token, behindProxy }),
      ],
    });
    // Requests from elsewhere cannot be made on one machine: the address is put in their place.
    const outer = express().use((incoming, _response, next) => {
      if (peer !== undefined) Object.defineProperty(incoming.socket, 'remoteAddress', { value: peer });
      next();
    }, app);
    server = await HttpServer.listen(outer, { host: '127.0.0.1', port: 0 });
  }

  function ask({ path = '/metrics', method = 'GET', headers = {}, peer: from }: Asking = {}): Promise<Answer> {
    peer = from;
    const { hostname, port } = new URL(server.origin);
    return new Promise((resolve, reject) => {
      const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode, headers: response.headers, text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end();
    });
  }

  beforeEach(() => {
    counted = [];
    source = async () => MEASURED;
  });
  afterEach(() => server.close());

  const shown = { authorization: `Bearer ${TOKEN}` };
  const ANSWERED: Readonly<Record<string, Asking>> = {
    'a program of the same machine': {},
    'one that comes by IPv6': { peer: '::1' },
    'one that comes by IPv4 in IPv6': { peer: '::ffff:127.0.0.1' },
    'one that says localhost': { headers: { host: 'localhost:3978' } },
    'whoever shows the token': { peer: '203.0.113.7', headers: { ...shown, host: 'bot.example.org' } },
    'whoever shows it behind a proxy': { headers: { ...shown, 'x-forwarded-for': '203.0.113.7' } },
  };
  for (const [name, asking] of Object.entries(ANSWERED)) {
    it(`answers ${name}`, async () => {
      await start(TOKEN);
      const { status, headers, text } = await ask(asking);
      expect([status, text]).to.deep.equal([200, MEASURED]);
      expect(headers['content-type']).to.include('text/plain; version=0.0.4');
      expect(headers).to.include({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    });
  }

  // Protects the operator: who may not read it is not told that it is there.
  const REFUSED: Readonly<Record<string, Asking>> = {
    'from elsewhere': { peer: '203.0.113.7' },
    'from elsewhere by IPv6': { peer: '2001:db8::1' },
    'from an address that begins like loopback': { peer: '127.0.0.1.example.org' },
    'through a proxy': { headers: { 'x-forwarded-for': '127.0.0.1' } },
    'through a proxy of the standard': { headers: { forwarded: 'for=127.0.0.1' } },
    'from a page whose name points here': { headers: { host: 'evil.example.org:3978' } },
    'with a wrong token': { peer: '203.0.113.7', headers: { authorization: `Bearer ${TOKEN}x` } },
    'with half the token': { peer: '203.0.113.7', headers: { authorization: `Bearer ${TOKEN.slice(0, 20)}` } },
    'with no token': { peer: '203.0.113.7', headers: { authorization: 'Bearer ' } },
    'with the token in another scheme': { peer: '203.0.113.7', headers: { authorization: `Basic ${TOKEN}` } },
    'with the token in the address': { path: `/metrics?token=${TOKEN}`, peer: '203.0.113.7' },
    'below it': { path: '/metrics/turns' },
  };
  for (const [name, asking] of Object.entries(REFUSED)) {
    it(`answers as any unknown address ${name}`, async () => {
      await start(TOKEN);
      const unknown = await ask({ ...asking, path: '/there-is-nothing' });
      const refused = await ask(asking);
      expect(refused.status).to.equal(404);
      expect(refused.text).to.equal(unknown.text).and.to.include('ADDRESS_UNKNOWN');
      const withoutDate = ({ date: _, ...headers }: Answer['headers']) => headers;
      expect(withoutDate(refused.headers)).to.deep.equal(withoutDate(unknown.headers));
    });
  }

  // Protects an operator whose proxy does not say whom it speaks for.
  it('behind a proxy, answers the machine’s own programs with the token alone', async () => {
    await start(TOKEN, true);
    expect((await ask()).status).to.equal(404);
    expect((await ask({ headers: shown })).status).to.equal(200);
  });

  it('answers nobody from elsewhere where no token is set', async () => {
    await start(null);
    for (const authorization of ['Bearer null', 'Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`])
      expect((await ask({ peer: '203.0.113.7', headers: { authorization } })).status).to.equal(404);
    expect((await ask()).status).to.equal(200);
  });

  it('takes no other method', async () => {
    await start(TOKEN);
    expect((await ask({ method: 'DELETE' })).status).to.equal(404);
    expect(await ask({ method: 'HEAD' })).to.include({ status: 200, text: '' });
  });

  it('tells a fault as one, and the observer of it and of every status', async () => {
    await start(TOKEN);
    source = () => Promise.reject(new Error('secret detail'));
    const { status, text } = await ask();
    expect([status, text.includes('INTERNAL_FAULT'), text.includes('secret')]).to.deep.equal([500, true, false]);
    await ask({ path: '/there-is-nothing' });
    await server.close();
    expect(counted).to.deep.equal(['fault', 500, 404]);
  });
});
