import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { Advisor, type Knowledge } from '../../../dialogs/advisor.ts';
import type { AnswerContext } from '../../../dialogs/answers/context.ts';
import { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import { AdvisorError, ERRORS } from '../../../knowledge/errors.ts';
import type { Region } from '../../../knowledge/model.ts';
import { Recent } from '../../../knowledge/recent.ts';
import { faultOf } from '../../http/faults.ts';
import { readParameters } from '../../http/route.ts';
import type { SheetView } from '../views.ts';
import { compareView } from './compare.ts';
import { freshnessView, gapsView } from './editor.ts';
import { fitView } from './fit.ts';
import { meView } from './me.ts';
import { compareQuery, fitQuery, regionFor, searchQuery, sheetPath, sheetQuery } from './parameters.ts';
import type { DeskApiDependencies } from './ports.ts';
import { searchView } from './search.ts';
import { sheetView } from './sheet.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Some 60 kB each. */
const MOST_SHEETS = 100;

type Answered = (request: Request, knowledge: Knowledge) => object | Promise<object>;

/**
 * The desk's interface, everything of views.ts as JSON: to be mounted at `/desk/api` behind a guard that lets agents in. What editors
 * alone may see is refused to others here as well. Faults are told as everywhere: PARAMETER_INVALID, UNKNOWN_UNIT_GROUP,
 * KNOWLEDGE_LOADING, ROLE_MISSING.
 */
export function createDeskApi(dependencies: DeskApiDependencies): Router {
  const { wording, homeRegion, today, contact, gaps, identity, signOutPath } = dependencies;
  const { searches = new TypeAheads(wording) } = dependencies;
  const sheets = new Recent<SheetView>(MOST_SHEETS);
  const router = Router({ caseSensitive: true });
  const answered = (path: string, answer: Answered): void => serve(router, path, answer, dependencies);
  const editorsOnly = (request: Request): void => {
    if (!identity(request).roles.includes('editor')) throw new AdvisorError('ROLE_MISSING');
  };
  const contextOf = (knowledge: Knowledge, region: Region): AnswerContext =>
    new Advisor(knowledge, wording, { homeRegion, today }).context({ region }, null);

  router.use(security());
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  answered('/search', async ({ query }, knowledge) => {
    const { q } = readParameters(searchQuery, query);
    return searchView(await (await searches.of(knowledge)).find(q), wording);
  });
  answered('/occupations/:code', async ({ query, params }, knowledge) => {
    const { code } = readParameters(sheetPath, params);
    const { occupation, region: asked } = readParameters(sheetQuery, query);
    const { store } = knowledge;
    const region = regionFor(store, asked, homeRegion);
    const key = [store.info.hash, today(), code, occupation, region.id].join(' ');
    const sheet = sheets.get(key) ?? (await sheetView(contextOf(knowledge, region), { code, occupation }, region));
    sheets.set(key, sheet);
    return sheet;
  });
  answered('/compare', ({ query }, knowledge) => {
    const { codes, region } = readParameters(compareQuery, query);
    return compareView(contextOf(knowledge, regionFor(knowledge.store, region, homeRegion)), codes);
  });
  answered('/fit', ({ query }, knowledge) => {
    const { codes, region: asked, offset } = readParameters(fitQuery, query);
    const region = regionFor(knowledge.store, asked, homeRegion);
    return fitView(contextOf(knowledge, region), codes, region, offset);
  });
  answered('/me', async (request, { store }) =>
    meView({
      identity: identity(request),
      signOutPath,
      regions: store.regions,
      homeRegion,
      contact: await contact(),
      wording,
    }),
  );
  answered('/gaps', (request, { store }) => {
    editorsOnly(request);
    return gapsView(gaps, store, wording);
  });
  answered('/freshness', (request, { store }) => {
    editorsOnly(request);
    return freshnessView(store, today());
  });
  router.use(() => {
    throw new AdvisorError('ADDRESS_UNKNOWN');
  });
  router.use(tellFault(dependencies));
  return router;
}

function serve(router: Router, path: string, answer: Answered, { knowledge }: DeskApiDependencies): void {
  const handler: RequestHandler = async (request, response) => {
    const now = knowledge();
    if (!now) throw new AdvisorError('KNOWLEDGE_LOADING');
    response.json(await answer(request, now));
  };
  router
    .route(path)
    .get(handler)
    .options((_request, response) => void response.status(204).set('Allow', METHODS).end())
    .all((_request, response) => {
      response.set('Allow', METHODS);
      throw new AdvisorError('METHOD_UNSUPPORTED');
    });
}

/** What is answered here is data for the desk's own page: nothing may be loaded, framed or sent from it. */
function security(): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
    },
  });
}

function tellFault({ log, observe }: Pick<DeskApiDependencies, 'log' | 'observe'>): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (error instanceof AdvisorError && error.code === 'ROLE_MISSING' && !response.headersSent) {
      response.status(403).json({ error: { code: error.code, message: ERRORS[error.code] } });
      return;
    }
    const told = faultOf(error);
    if (told.body.error.code === 'INTERNAL_FAULT') {
      log.error({ err: error }, 'a request of the desk failed');
      observe?.fault(error);
    }
    if (response.headersSent) next(error);
    else response.status(told.status).json(told.body);
  };
}
