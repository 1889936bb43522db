import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpDependencies, HttpLog, HttpObserver } from './dependencies.ts';
import { faultOf } from './faults.ts';
import { requestLog } from './request-log.ts';
import type { Route } from './route.ts';
import { createRoutes } from './routes.ts';

const BODY_LIMIT = '100kb';
const METHODS = 'GET, HEAD, OPTIONS';

/** The API as an express app. It listens nowhere by itself (see server.ts) and serves before the knowledge is loaded. */
export function createApp(dependencies: HttpDependencies): Express {
  const { log, observe } = dependencies;
  const routes = createRoutes(dependencies.wording);
  const probes = new Set(routes.filter((route) => route.probe).map((route) => expressPath(route.path)));
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  // A number, never `true`: whoever may write X-Forwarded-For would choose the address that limits count by.
  app.set('trust proxy', dependencies.proxyHops ?? 0);
  app.use(requestLog(log, (pattern) => probes.has(pattern), observe));
  for (const { path, handler } of dependencies.mounts ?? []) app.use(path, handler);
  app.use(security());
  app.use(fresh);
  app.use(jsonBodiesOnly);
  app.use(express.json({ limit: BODY_LIMIT }));
  for (const route of routes) {
    app
      .route(expressPath(route.path))
      .get(serve(route, dependencies))
      .options((_request, response) => void response.status(204).set('Allow', METHODS).end())
      .all((_request, response) => {
        response.set('Allow', METHODS);
        throw new AdvisorError('METHOD_UNSUPPORTED');
      });
  }
  app.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  app.use(tellFault(log, observe));
  return app;
}

/** `/api/occupations/{code}` in the words of express: `/api/occupations/:code`. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function serve(route: Route, { knowledge, today }: HttpDependencies): RequestHandler {
  return async (request, response) => {
    const { query, params: path } = request;
    response.json(await route.handle({ query, path, knowledge: knowledge(), today: today() }));
  };
}

/** An API has no page to protect: nothing may be loaded, framed or sent from its answers. */
function security(): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
    },
  });
}

/** Answers may be kept, but are asked after each time (an unchanged one costs a 304): readiness and facts both change. */
const fresh: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache');
  next();
};

/** The body parser passes over what calls itself something else than JSON; a client is to be told instead. */
const jsonBodiesOnly: RequestHandler = (request, _response, next) => {
  const typed = request.headers['content-type'] !== undefined;
  if (typed && request.is('application/json') === false) throw new AdvisorError('MEDIA_TYPE_UNSUPPORTED');
  next();
};

function tellFault(log: HttpLog, observe?: HttpObserver): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const told = faultOf(error);
    if (told.body.error.code === 'INTERNAL_FAULT') {
      log.error({ err: error }, 'a request failed');
      observe?.fault(error);
    }
    // Half an answer cannot be taken back: express then breaks the connection off.
    if (response.headersSent) next(error);
    else response.status(told.status).json(told.body);
  };
}
