import type { Request, RequestHandler } from 'express';
import type { HttpLog, HttpObserver } from './dependencies.ts';

/**
 * One line a request, when it is over: method, path, status, duration. Of a known address the pattern is logged
 * (`/api/occupations/:code`), and never the query or an address that is none of ours:
 * what people type stays out of the log.
 */
export function requestLog(
  log: HttpLog,
  isProbe: (pattern: string) => boolean,
  observe?: HttpObserver,
): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const pattern = patternOf(request);
      // A client that left did not get its answer, whatever we had ready.
      const status = response.writableFinished ? response.statusCode : 'aborted';
      observe?.request(status);
      const details = {
        method: request.method,
        path: pattern ?? '(none of ours)',
        status,
        ms: Math.round((performance.now() - began) * 10) / 10,
      };
      if (pattern !== undefined && isProbe(pattern)) log.debug(details, 'probe');
      else log.info(details, 'request');
    });
    next();
  };
}

/** Pattern of the route that took the request, below the address that its channel is mounted at. */
function patternOf(request: Request): string | undefined {
  const route: unknown = request.route;
  return typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string'
    ? request.baseUrl + route.path
    : undefined;
}
