import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpLog } from '../http/dependencies.ts';
import { security } from '../http/security.ts';
import { directLineFault } from './faults.ts';
import type { DirectLineObserver } from './observer.ts';
import type { Origins } from './origins.ts';

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

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
