import { type Request, type RequestHandler, Router } from 'express';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { Recent } from '../../../knowledge/recent.ts';
import type { HttpDependencies, Mount } from '../dependencies.ts';
import { readParameters } from '../route.ts';
import { security } from '../security.ts';
import { tellFault } from '../tell-fault.ts';
import {
  CHART_FORMATS,
  CHARTS_PATH,
  type ChartFormat,
  COMPARED_WAGES_PARAMETERS,
  COMPARED_WAGES_PATH,
  comparedRows,
  WAGES_PARAMETERS,
  WAGES_PATH,
} from './address.ts';
import { type ChartContent, comparedChart, wageChart } from './content.ts';
import { drawChart } from './draw.ts';
import { pngOf } from './png.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Some 8 kB each as SVG, 25 kB as PNG. */
const MOST_KEPT = 200;
/** A release's figures do not change; an hour after other knowledge is in service no page shows figures that are gone. */
const FRESH_SECONDS = 3600;

const FORMATS: Readonly<
  Record<ChartFormat, { readonly type: string; make(content: ChartContent): Promise<string | Buffer> }>
> = {
  svg: { type: 'image/svg+xml', make: async (content) => drawChart(content) },
  png: { type: 'image/png', make: (content) => pngOf(drawChart(content)) },
};

type Draw = (request: Request, knowledge: Knowledge) => Promise<ChartContent>;

/**
 * Charts of stored figures, for the pictures of answers: `GET /charts/wages.svg` and `/charts/compared-wages.svg`, and both as `.png`
 * (parameters: address.ts). Faults are told as everywhere: PARAMETER_INVALID, CHART_UNKNOWN where a figure is not stored, KNOWLEDGE_LOADING.
 */
export function createCharts({
  knowledge,
  wording,
  log,
  observe,
}: Pick<HttpDependencies, 'knowledge' | 'wording' | 'log' | 'observe'>): Mount {
  const recent = new Recent<string | Buffer>(MOST_KEPT);
  const router = Router({ caseSensitive: true });
  const serve = (path: string, format: ChartFormat, draw: Draw): void => {
    const { type, make } = FORMATS[format];
    const chart: RequestHandler = async (request, response) => {
      const now = knowledge();
      if (!now) throw new AdvisorError('KNOWLEDGE_LOADING');
      // Kept by what is drawn, not by the address: the same parameters can be written in any number of ways.
      const content = await draw(request, now);
      const key = `${format} ${JSON.stringify(content)}`;
      const known = recent.get(key) ?? (await make(content));
      recent.set(key, known);
      response.set('Cache-Control', `public, max-age=${FRESH_SECONDS}`).type(type).send(known);
    };
    router
      .route(`${path}.${format}`)
      .get(chart)
      .options((_request, response) => void response.status(204).set('Allow', METHODS).end())
      .all((_request, response) => {
        response.set('Allow', METHODS);
        throw new AdvisorError('METHOD_UNSUPPORTED');
      });
  };
  // Any page may show a chart; opened by itself it loads and runs nothing.
  router.use(security({ ownStyles: true, forAnyPage: true }));
  for (const format of CHART_FORMATS) {
    serve(WAGES_PATH, format, ({ query }, { store }) =>
      wageChart({ store, wording }, readParameters(WAGES_PARAMETERS, query)),
    );
    serve(COMPARED_WAGES_PATH, format, ({ query }, { store }) =>
      comparedChart({ store, wording }, comparedRows(readParameters(COMPARED_WAGES_PARAMETERS, query))),
    );
  }
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  router.use(tellFault(log, observe));
  return { path: CHARTS_PATH, handler: router };
}
