import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { HttpDependencies, HttpLog, HttpObserver, Mount } from '../dependencies.ts';
import { faultOf } from '../faults.ts';
import { readParameters } from '../route.ts';
import {
  CHARTS_PATH,
  COMPARED_WAGES_PARAMETERS,
  COMPARED_WAGES_PATH,
  comparedRows,
  WAGES_PARAMETERS,
  WAGES_PATH,
} from './address.ts';
import { type ChartContent, comparedChart, wageChart } from './content.ts';
import { drawChart } from './draw.ts';
import { Recent } from './recent.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Some 8 kB each. */
const MOST_KEPT = 200;
/** A release's figures do not change; an hour after other knowledge is in service no page shows figures that are gone. */
const FRESH_SECONDS = 3600;

type Draw = (request: Request, knowledge: Knowledge) => Promise<ChartContent>;

/**
 * Charts of stored figures as SVG, for the pictures of answers: `GET /charts/wages.svg` and `/charts/compared-wages.svg` (parameters:
 * address.ts). Faults are told as everywhere: PARAMETER_INVALID, CHART_UNKNOWN where a figure is not stored, KNOWLEDGE_LOADING.
 */
export function createCharts({
  knowledge,
  wording,
  log,
  observe,
}: Pick<HttpDependencies, 'knowledge' | 'wording' | 'log' | 'observe'>): Mount {
  const recent = new Recent<string>(MOST_KEPT);
  const router = Router({ caseSensitive: true });
  const serve = (path: string, draw: Draw): void => {
    const chart: RequestHandler = async (request, response) => {
      const now = knowledge();
      if (!now) throw new AdvisorError('KNOWLEDGE_LOADING');
      const key = `${now.store.info.hash} ${request.url}`;
      const known = recent.get(key) ?? drawChart(await draw(request, now));
      recent.set(key, known);
      response.set('Cache-Control', `public, max-age=${FRESH_SECONDS}`).type('image/svg+xml').send(known);
    };
    router
      .route(path)
      .get(chart)
      .options((_request, response) => void response.status(204).set('Allow', METHODS).end())
      .all((_request, response) => {
        response.set('Allow', METHODS);
        throw new AdvisorError('METHOD_UNSUPPORTED');
      });
  };
  router.use(security());
  serve(WAGES_PATH, ({ query }, { store }) => wageChart({ store, wording }, readParameters(WAGES_PARAMETERS, query)));
  serve(COMPARED_WAGES_PATH, ({ query }, { store }) =>
    comparedChart({ store, wording }, comparedRows(readParameters(COMPARED_WAGES_PARAMETERS, query))),
  );
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  router.use(tellFault(log, observe));
  return { path: CHARTS_PATH, handler: router };
}

/** Any page may show a chart; opened by itself it loads and runs nothing. */
function security(): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        styleSrc: ["'unsafe-inline'"],
        baseUri: none,
        formAction: none,
        frameAncestors: none,
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
}

function tellFault(log: HttpLog, observe?: HttpObserver): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const told = faultOf(error);
    if (told.body.error.code === 'INTERNAL_FAULT') {
      log.error({ err: error }, 'a chart failed');
      observe?.fault(error);
    }
    if (response.headersSent) next(error);
    else response.status(told.status).set('Cache-Control', 'no-store').json(told.body);
  };
}
