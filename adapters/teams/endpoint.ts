import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpLog, HttpObserver } from '../http/dependencies.ts';
import { isLocal } from '../http/local-request.ts';
import { security } from '../http/security.ts';
import { teamsFault } from './faults.ts';

/** Teams sends a message with its formatting, and a reply with what it quotes. */
const BODY_LIMIT = '256kb';
/** Seconds after which what cannot be answered now may be sent again. */
const RETRY_AFTER = 10;

/** What the sender of an activity is told. */
export interface Receipt {
  readonly status: number;
  readonly body?: object;
}

export interface EndpointDependencies {
  readonly logger: HttpLog;
  readonly observe: HttpObserver;
  /** Whether requests may come from other machines: those have to bring a token. */
  readonly fromAnywhere: boolean;
  /** Null where Teams is not set up. */
  readonly receive: ((authorization: string | undefined, body: unknown) => Promise<Receipt>) | null;
}

/** The one address of the channel: takes activities as JSON, and tells in JSON what went wrong. */
export function endpoint({ logger, observe, fromAnywhere, receive }: EndpointDependencies): Router {
  const router = Router({ caseSensitive: true });
  router.use(security(), noStore);
  const route = router.route('/');
  if (receive === null) {
    route.post(() => {
      throw new AdvisorError('TEAMS_OFF');
    });
  } else {
    route.post(
      fromAnywhere ? tokenNamed : localAlone,
      jsonOnly,
      express.json({ limit: BODY_LIMIT }),
      async (request, response) => {
        const { status, body } = await receive(request.headers.authorization, request.body);
        if (body === undefined) response.status(status).end();
        else response.status(status).json(body);
      },
    );
  }
  route.all((_request, response) => {
    response.set('Allow', 'POST');
    throw new AdvisorError('METHOD_UNSUPPORTED');
  });
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  const tell: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const { status, body } = teamsFault(error);
    if (body.error.code === 'INTERNAL_FAULT') {
      logger.error({ err: error }, 'a request failed');
      observe.fault(error);
    }
    // Half an answer cannot be taken back: express then breaks the connection off.
    if (response.headersSent) return next(error);
    if (status === 401) response.set('WWW-Authenticate', 'Bearer');
    if (status === 503) response.set('Retry-After', String(RETRY_AFTER));
    response.status(status).json(body);
  };
  router.use(tell);
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** A page that a browser of this machine shows is no program of it. */
const localAlone: RequestHandler = (request, _response, next) => {
  if (!isLocal(request) || request.headers.origin !== undefined) throw new AdvisorError('TEAMS_ELSEWHERE');
  next();
};

/** Nobody without a token has a quarter of a megabyte read. */
const tokenNamed: RequestHandler = ({ headers }, _response, next) => {
  if ((headers.authorization ?? '').trim() === '') throw new AdvisorError('TOKEN_MISSING');
  next();
};

const jsonOnly: RequestHandler = (request, _response, next) => {
  // The parser passes over anything else.
  if (request.is('application/json') === false) throw new AdvisorError('MEDIA_TYPE_UNSUPPORTED');
  next();
};
