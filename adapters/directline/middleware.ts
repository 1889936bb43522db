import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpLog } from '../http/dependencies.ts';
import { directLineFault } from './faults.ts';
import type { DirectLineObserver } from './observer.ts';
import type { Origins } from './origins.ts';

const BODY_LIMIT = '100kb';

/** The body, read as JSON where there is one. Throws MEDIA_TYPE_UNSUPPORTED for anything else. */
export const jsonBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    const typed = request.headers['content-type'] !== undefined;
    if (typed && request.is('application/json') === false) throw new AdvisorError('MEDIA_TYPE_UNSUPPORTED');
    next();
  },
  express.json({ limit: BODY_LIMIT }),
];

/** Says which methods an address takes to whoever uses another. */
export function only(...methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', [...methods, 'OPTIONS'].join(', '));
    throw new AdvisorError('METHOD_UNSUPPORTED');
  };
}

export interface GuardDependencies {
  readonly origins: Origins;
  readonly limiter: RequestHandler;
  readonly observe: DirectLineObserver;
  readonly logger: HttpLog;
}

/** A router whose answers nobody keeps, for pages that may use it; what `routes` does not take, and what goes wrong, is told as an error. */
export function guardedRouter(
  { origins, limiter, observe, logger }: GuardDependencies,
  routes: (router: Router) => void,
): Router {
  const router = Router({ caseSensitive: true });
  router.use(security(), noStore, origins.handler(), limiter);
  routes(router);
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  const tell: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const { status, body, reason } = directLineFault(error);
    if (reason === 'INTERNAL_FAULT') logger.error({ err: error }, 'a request failed');
    else observe.refused(reason);
    // Half an answer cannot be taken back: express then breaks the connection off.
    if (response.headersSent) next(error);
    else response.status(status).json(body);
  };
  router.use(tell);
  return router;
}

/** Nothing may be loaded, framed or sent from these answers. */
function security(): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
    },
  });
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
