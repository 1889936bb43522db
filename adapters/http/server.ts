import { createServer, type IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { AdvisorError } from '../../knowledge/errors.ts';
import { type Fault, fault } from './faults.ts';
import { refuseConnection } from './refuse.ts';

/** Time for a request to arrive, and for the answers under way to be sent when the server closes. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const CLOSING_MS = 10_000;

export interface ListenAddress {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Takes a connection over that asks for another protocol, or refuses it. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A listening server that closes gracefully: no new connections, answers under way are finished, then all is shut. */
export class HttpServer {
  /** `http://127.0.0.1:3978` */
  readonly origin: string;
  readonly #server: Server;
  /** Connections that asked for another protocol: the server itself forgets them. */
  readonly #upgraded: ReadonlySet<Duplex>;
  #underWay = 0;
  #closed: Promise<void> | undefined;

  private constructor(server: Server, upgraded: ReadonlySet<Duplex>, origin: string) {
    this.#server = server;
    this.#upgraded = upgraded;
    this.origin = origin;
    server.prependListener('request', (_request, response) => {
      this.#underWay += 1;
      response.once('close', () => {
        this.#underWay -= 1;
        this.#shutWhenIdle();
      });
    });
  }

  /**
   * Throws ADDRESS_IN_USE, or ADDRESS_UNUSABLE for any other reason not to listen. Connections that `upgrade` takes over are its own
   * to close, before the server is.
   */
  static listen(
    handler: RequestListener,
    { host, port }: ListenAddress,
    upgrade?: UpgradeListener,
  ): Promise<HttpServer> {
    const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, handler);
    server.on('clientError', refuse);
    const upgraded = new Set<Duplex>();
    if (upgrade) {
      server.on('upgrade', (request, socket, head) => {
        upgraded.add(socket);
        socket.once('close', () => upgraded.delete(socket));
        if (request.headers.upgrade?.toLowerCase() === 'websocket') upgrade(request, socket, head);
        else serveAsItIs(server, request, socket);
      });
    }
    return new Promise((resolve, reject) => {
      const fail = (cause: NodeJS.ErrnoException): void => {
        const inUse = cause.code === 'EADDRINUSE';
        reject(
          new AdvisorError(
            inUse ? 'ADDRESS_IN_USE' : 'ADDRESS_UNUSABLE',
            [originOf(host, port), ...(inUse ? [] : [cause.message])],
            { cause },
          ),
        );
      };
      server.once('error', fail);
      server.listen(port, host, () => {
        server.off('error', fail);
        const address = server.address();
        resolve(
          new HttpServer(
            server,
            upgraded,
            originOf(host, typeof address === 'object' && address ? address.port : port),
          ),
        );
      });
    });
  }

  /** Waits for the answers under way, at most `graceMs`. Closing again waits for the same. */
  close(graceMs = CLOSING_MS): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      const deadline = setTimeout(() => this.#cutAll(), graceMs);
      this.#server.close(() => {
        clearTimeout(deadline);
        resolve();
      });
      this.#server.closeIdleConnections();
      this.#shutWhenIdle();
    });
    return this.#closed;
  }

  /** Clients keep their connections open for a next request; there will be none. */
  #shutWhenIdle(): void {
    if (!this.#server.listening && this.#underWay === 0) this.#cutAll();
  }

  #cutAll(): void {
    this.#server.closeAllConnections();
    for (const socket of this.#upgraded) socket.destroy();
  }
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Serves a request that asks for a protocol which is not spoken here (HTTP/2 over a plain line, say) as the request that it is. Node has
 * taken its connection out of service by then, so that no body can be read from it: whoever sends one has to leave the header out.
 */
function serveAsItIs(server: Server, request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  if (!(socket instanceof Socket) || (request.method !== 'GET' && request.method !== 'HEAD')) {
    const { status, body } = fault('UPGRADE_UNSUPPORTED');
    refuseConnection(socket, status, body);
    return;
  }
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.destroySoon());
  server.emit('request', request, response);
}

/** What never became a request (broken, too large, too slow) does not reach the app: it is told here, then the line is cut. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, body } = refusal(error.code);
  refuseConnection(socket, status, body);
}

function refusal(code: string | undefined): Fault {
  if (code === 'HPE_HEADER_OVERFLOW') return { ...fault('REQUEST_TOO_LARGE'), status: 431 };
  return fault(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'REQUEST_TOO_SLOW' : 'REQUEST_INVALID');
}
