import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { DownloadOptions, DownloadRequest } from '../../../knowledge/update/download.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const open: Server[] = [];

/** A loopback server whose answers are written one by one; the last is given to all further requests. */
export async function serve(...answers: readonly Handler[]): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request);
    answer?.(request, response);
  });
  return { url: `${await listen(server)}/table.csv`, asked };
}

/** A proxy that opens tunnels, and remembers where to. */
export async function serveProxy(): Promise<{ url: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const server = createServer();
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    tunnels.push(request.url ?? '');
    const { hostname, port } = new URL(`http://${request.url}`);
    const target = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const end of [target, client]) end.on('error', () => end.destroy());
    client.on('close', () => target.destroy());
  });
  return { url: await listen(server), tunnels };
}

async function listen(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closeServers(): Promise<void> {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export const HEADER = 'Code,Title,"Wage, median"';
/** 60 kB: more than one chunk. */
export const TABLE = `${HEADER}\n${Array.from({ length: 3000 }, (_, row) => `${10000 + row},Group ${row},20.50`).join('\n')}\n`;

/** Answers as a good file server does: ranges, conditions and all. */
export function file(text = TABLE, etag = '"one"', more: Record<string, string> = {}): Handler {
  return (request, response) => {
    const bytes = Buffer.from(text);
    const { range, 'if-range': ifRange, 'if-none-match': ifNone } = request.headers;
    if (ifNone === etag) return void response.writeHead(304, { etag }).end();
    const from = range && ifRange === etag ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0;
    const head = { etag, 'content-type': 'text/csv', 'content-length': bytes.length - from, ...more };
    const part = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, { ...head, ...part }).end(bytes.subarray(from));
  };
}

/** Begins as `file` does and breaks the connection after so many bytes of the body have gone out. */
export function drop(after: number, text = TABLE, etag = '"one"'): Handler {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const bytes = Buffer.from(text);
    const part = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, { etag, 'content-length': bytes.length - from, ...part });
    response.write(bytes.subarray(from, from + after), () => response.socket?.end());
  };
}

export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_request, response) => void response.writeHead(code, headers).end('no');
}

export function body(text: string | Buffer, headers: Record<string, string | number> = {}): Handler {
  return (_request, response) => void response.writeHead(200, headers).end(text);
}

/** A request with limits that no test is meant to reach. */
export function requestOf(url: string, folder: string, more: Partial<DownloadRequest> = {}): DownloadRequest {
  const page = 'https://publisher.example/page';
  return { id: 'wages', url, page, folder, maxBytes: 1_000_000, headers: ['code', 'Wage - median'], ...more };
}

export const QUICK: DownloadOptions = { backoffMs: () => 1 };

/** What a download that has to fail says; fails itself when it does not. */
export async function failureOf(download: Promise<unknown>): Promise<AdvisorError> {
  try {
    await download;
  } catch (error) {
    if (error instanceof AdvisorError && error.code === 'DOWNLOAD_FAILED') return error;
    throw error;
  }
  throw new Error('the download went well');
}
