import { request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { createApp } from '../../../adapters/http/app.ts';
import { faultBody } from '../../../adapters/http/common-schemas.ts';
import type { HttpDependencies } from '../../../adapters/http/dependencies.ts';
import { STATUSES } from '../../../adapters/http/faults.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { TODAY } from '../../dialogs/helpers.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body read as JSON; undefined where it is none. */
  readonly json: unknown;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'error';
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Api {
  readonly origin: string;
  /** Everything that was logged. */
  readonly lines: readonly LogLine[];
  /** What the next requests are answered from. */
  knowledge: Knowledge | null;
  stopping: boolean;
  /** Sends the path exactly as written: `fetch` would tidy `../` up. */
  ask(path: string, options?: AskOptions): Promise<Reply>;
  /** Sends bytes that need not be HTTP, and gives what comes back until the line is cut. */
  send(text: string): Promise<string>;
  close(): Promise<void>;
}

/** The app on a real server, on any free port. */
export async function startApi(
  knowledge: Knowledge | null,
  options: Pick<HttpDependencies, 'requestsPerMinute'> = {},
): Promise<Api> {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (details: object): void => {
      lines.push({ level, details: { ...details } });
    };
  const app = createApp({
    knowledge: () => api.knowledge,
    wording: en,
    today: () => TODAY,
    stopping: () => api.stopping,
    ...options,
    log: { debug: write('debug'), info: write('info'), error: write('error') },
  });
  const server = await HttpServer.listen(app, { host: '127.0.0.1', port: 0 });
  const { hostname, port } = new URL(server.origin);
  const api: Api = {
    origin: server.origin,
    lines,
    knowledge,
    stopping: false,
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
          });
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    send: (text) =>
      new Promise((resolve, reject) => {
        let answer = '';
        const socket = connect(Number(port), hostname, () => socket.write(text));
        socket.on('data', (chunk) => {
          answer += chunk.toString('utf8');
        });
        socket.on('error', reject);
        socket.on('close', () => resolve(answer));
      }),
    close: () => server.close(),
  };
  return api;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Holds an answer to be an error of the catalogue, with its own status and nothing of our insides; gives its message. */
export function expectFault(reply: Reply, code: keyof typeof STATUSES): string {
  const { error } = faultBody.parse(reply.json);
  expect(error.code).to.equal(code);
  expect(reply.status).to.equal(STATUSES[code]);
  expect(reply.headers['content-type']).to.equal('application/json; charset=utf-8');
  expect(reply.text).not.to.match(/node_modules|\.ts\b|\.js\b|\bat .*:\d+|SQLITE|Error:/);
  return error.message;
}
