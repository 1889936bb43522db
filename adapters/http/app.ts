import express, { type Express, type RequestHandler } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { HttpDependencies } from './dependencies.ts';
import { jsonBody } from './json-body.ts';
import { limitPerAddress, limitRefused } from './rate-limit.ts';
import { requestLog } from './request-log.ts';
import type { Route } from './route.ts';
import { createRoutes } from './routes.ts';
import { security } from './security.ts';
import { tellFault } from './tell-fault.ts';

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
  const { requestsPerMinute } = dependencies;
  const { mounts = [] } = dependencies;
  for (const { path, handler } of mounts.filter(({ limit }) => limit === 'refused')) {
    if (requestsPerMinute !== undefined) app.use(path, limitRefused(requestsPerMinute));
    app.use(path, handler);
  }
  if (requestsPerMinute !== undefined) app.use(['/api', '/charts'], limitPerAddress(requestsPerMinute));
  for (const { path, handler } of mounts.filter(({ limit }) => limit === undefined)) app.use(path, handler);
  app.use(security());
  app.use(fresh);
  app.use(...jsonBody);
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

function serve(route: Route, dependencies: HttpDependencies): RequestHandler {
  return async (request, response) => {
    const { query, params: path } = request;
    const [knowledge, today, stopping] = [
      dependencies.knowledge(),
      dependencies.today(),
      dependencies.stopping?.() ?? false,
    ];
    response.json(await route.handle({ query, path, knowledge, today, stopping }));
  };
}

/** Answers may be kept, but are asked after each time (an unchanged one costs a 304): readiness and facts both change. */
const fresh: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache');
  next();
};
