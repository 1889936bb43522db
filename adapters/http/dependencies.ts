import type { RequestHandler } from 'express';
import type { Knowledge } from '../../dialogs/advisor.ts';
import type { Wording } from '../../dialogs/wording/index.ts';

/** Where the adapter writes what happened; a pino logger fits. It is never handed the text of a question. */
export interface HttpLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Is told what happened, for those who count it. */
export interface HttpObserver {
  /** A request is over: with this status, or left by its client before it had its answer. */
  request(status: number | 'aborted'): void;
  /** A request failed by a fault of ours. */
  fault(error: unknown): void;
}

/** A channel or a page on the same server: everything below `path` is its own, headers and errors included. */
export interface Mount {
  /** `/v3/directline`; `/` for one that takes what it knows and hands the rest on. */
  readonly path: string;
  readonly handler: RequestHandler;
  /** `refused`: of an address only what it is refused (401, 403) counts: a service sends what many people say. All counts, unless told. */
  readonly limit?: 'refused';
}

/** What the HTTP adapter needs from the roof. */
export interface HttpDependencies {
  /** What is known now; null until it is loaded. Asked once a request, so that a request keeps what it began with. */
  knowledge(): Knowledge | null;
  readonly wording: Wording;
  /** Today as YYYY-MM-DD: decides whether figures are older than they should be. */
  today(): string;
  readonly log: HttpLog;
  readonly observe?: HttpObserver;
  readonly mounts?: readonly Mount[];
  /** Proxies of the operator's own before the server; 0 unless told. */
  readonly proxyHops?: number;
  /** Requests for facts and pictures that one address may make in a minute; no limit unless told. */
  readonly requestsPerMinute?: number;
  /** True once the server takes nothing new: balancers are then told to go elsewhere. */
  stopping?(): boolean;
}
