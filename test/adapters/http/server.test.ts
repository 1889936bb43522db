import type { RequestListener, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { refuseConnection } from '../../../adapters/http/refuse.ts';
import { HttpServer, type UpgradeListener } from '../../../adapters/http/server.ts';
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

  describe('with another protocol asked for', () => {
    let server: HttpServer;
    const refusing: UpgradeListener = (_request, socket) => refuseConnection(socket, 403, { error: 'no' });
    const HEADERS = ['Host: 127.0.0.1', 'Connection: Upgrade'];

    /** Sends a request and keeps its side of the connection open, as a careless client does. */
    function send(...lines: readonly string[]): { readonly answer: Promise<string>; readonly socket: Socket } {
      const { hostname, port } = new URL(server.origin);
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      socket.write([...lines, ...HEADERS, '', ''].join('\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('utf8');
      });
      return { socket, answer: new Promise((resolve) => socket.once('end', () => resolve(text))) };
    }

    beforeEach(async () => {
      server = await HttpServer.listen(
        (request, response) => void response.end(`served ${request.url}`),
        LOOPBACK,
        refusing,
      );
    });
    afterEach(() => server.close());

    it('serves the request where the protocol is none of ours', async () => {
      const { answer, socket } = send('GET /healthz HTTP/1.1', 'Upgrade: h2c');
      expect(await answer)
        .to.match(/^HTTP\/1\.1 200 OK/)
        .and.to.include('served /healthz');
      socket.destroy();
    });

    it('says to leave it out where a body would come', async () => {
      const { answer, socket } = send('POST /x HTTP/1.1', 'Upgrade: h2c', 'Content-Length: 2');
      expect(await answer)
        .to.match(/^HTTP\/1\.1 426 /)
        .and.to.include('UPGRADE_UNSUPPORTED');
      socket.destroy();
    });

    // Protects the server's connections: a refused client that never hangs up would hold one for ever, and keep the server from stopping.
    it('cuts a refused connection, and closes whatever its client does', async () => {
      const { answer } = send('GET /stream HTTP/1.1', 'Upgrade: websocket');
      expect(await answer).to.match(/^HTTP\/1\.1 403 /);
      await server.close();
    });
  });
});
