import type { RequestListener, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { HttpServer } from '../../../adapters/http/server.ts';
import { errorOf } from '../../knowledge/helpers.ts';

const ignore: RequestListener = () => undefined;
const LOOPBACK = { host: '127.0.0.1', port: 0 };

/** A promise that is kept by hand. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe('the server', () => {
  it('tells an address in use, and one that it cannot have', async () => {
    const server = await HttpServer.listen(ignore, LOOPBACK);
    const port = Number(new URL(server.origin).port);
    const inUse = await errorOf(HttpServer.listen(ignore, { host: '127.0.0.1', port }));
    expect(inUse.code).to.equal('ADDRESS_IN_USE');
    expect(inUse.details).to.deep.equal([`http://127.0.0.1:${port}`]);
    await server.close();
    const foreign = await errorOf(HttpServer.listen(ignore, { host: '192.0.2.1', port: 0 }));
    expect(foreign.code).to.equal('ADDRESS_UNUSABLE');
  });

  it('writes an IPv6 address as one', async function () {
    const server = await HttpServer.listen(() => undefined, { host: '::1', port: 0 }).catch(() => null);
    if (!server) return this.skip();
    expect(server.origin).to.match(/^http:\/\/\[::1\]:\d+$/);
    await server.close();
  });

  it('finishes an answer under way before it closes, and takes no new connection', async () => {
    let answer: ServerResponse | undefined;
    const arrived = signal();
    const server = await HttpServer.listen((_request, response) => {
      answer = response;
      arrived.give();
    }, LOOPBACK);
    const reply = fetch(server.origin).then((response) => response.text());
    await arrived.given;
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).to.equal(false);
    expect(await fetch(server.origin).catch(() => 'refused')).to.equal('refused');
    answer?.end('whole');
    expect(await reply).to.equal('whole');
    await closing;
  });

  it('does not wait for connections that ask nothing', async () => {
    const server = await HttpServer.listen((_request, response) => void response.end('kept alive'), LOOPBACK);
    const { hostname, port } = new URL(server.origin);
    const silent = connect(Number(port), hostname);
    silent.on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    await (await fetch(server.origin)).text();
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).to.be.lessThan(1_000);
    await server.close();
  });

  it('waits no longer than it was told', async () => {
    const arrived = signal();
    const server = await HttpServer.listen(() => arrived.give(), LOOPBACK);
    const reply = fetch(server.origin).catch(() => 'cut off');
    await arrived.given;
    await server.close(50);
    expect(await reply).to.equal('cut off');
  });
});
