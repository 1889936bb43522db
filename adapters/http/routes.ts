import { z } from 'zod';
import { lookupView } from '../../dialogs/answers/lookup-view.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { COMPONENTS } from './common-schemas.ts';
import { lookupAnswer, lookupQuery } from './lookup-schemas.ts';
import { occupationPath, unitGroupAnswer } from './occupation-schemas.ts';
import { openApiDocument } from './openapi.ts';
import { loaded, type Route, readParameters } from './route.ts';
import { sourcesAnswer } from './source-schemas.ts';
import { sourcesView } from './sources-view.ts';
import { unitGroupView } from './unit-group-view.ts';

const indexAnswer = z
  .strictObject({
    name: z.string(),
    addresses: z.array(z.strictObject({ path: z.string(), summary: z.string() })),
  })
  .register(COMPONENTS, { id: 'Index' });
const healthAnswer = z.strictObject({ status: z.literal('ok') }).register(COMPONENTS, { id: 'Health' });
const readyAnswer = z
  .strictObject({
    status: z.literal('ready'),
    hash: z.string().describe('Hash of the content of the knowledge store.'),
  })
  .register(COMPONENTS, { id: 'Readiness' });

/** The table of addresses: express and the OpenAPI document are both made from it. */
export function createRoutes(wording: Wording): readonly Route[] {
  const routes: readonly Route[] = [
    {
      path: '/api',
      operationId: 'index',
      summary: 'The addresses that there are',
      description: 'A short index.',
      answer: { description: 'The index.', schema: indexAnswer },
      faults: [],
      handle: () => ({
        name: 'Career Advisor',
        addresses: routes.map(({ path, summary }) => ({ path, summary })),
      }),
    },
    {
      path: '/healthz',
      operationId: 'health',
      summary: 'Whether the process is alive',
      description: 'Answers as soon as the process listens, knowledge or not.',
      answer: { description: 'It is.', schema: healthAnswer },
      faults: [],
      probe: true,
      handle: () => ({ status: 'ok' }),
    },
    {
      path: '/readyz',
      operationId: 'readiness',
      summary: 'Whether questions can be answered',
      description: 'The knowledge is loaded, and built where it has to be, after the process has begun to listen.',
      answer: { description: 'They can.', schema: readyAnswer },
      faults: ['KNOWLEDGE_LOADING', 'SERVER_STOPPING'],
      probe: true,
      handle: (request) => {
        if (request.stopping) throw new AdvisorError('SERVER_STOPPING');
        return { status: 'ready', hash: loaded(request).store.info.hash };
      },
    },
    {
      path: '/api/occupations',
      operationId: 'findOccupations',
      summary: 'Unit groups for a job title or a code',
      description: 'The best unit groups for what a person typed, with the reason for each, and whether to ask back.',
      parameters: { query: lookupQuery },
      answer: { description: 'The decision and its candidates.', schema: lookupAnswer },
      faults: ['PARAMETER_INVALID', 'KNOWLEDGE_LOADING'],
      async handle(request) {
        const { q, limit } = readParameters(lookupQuery, request.query);
        const { lookup } = loaded(request);
        return lookupView(await lookup.find(q, limit === undefined ? {} : { limit }), wording);
      },
    },
    {
      path: '/api/occupations/{code}',
      operationId: 'getOccupation',
      summary: 'All that is known of a unit group',
      description:
        'Titles, codes, wages, schooling, outlooks, official texts, ratings, interests, similar groups and profiled occupations of a group, and the sources of all these.',
      parameters: { path: occupationPath },
      answer: { description: 'The group.', schema: unitGroupAnswer },
      faults: ['PARAMETER_INVALID', 'UNKNOWN_UNIT_GROUP', 'KNOWLEDGE_LOADING'],
      async handle(request) {
        const { code } = readParameters(occupationPath, request.path);
        const { store } = loaded(request);
        const group = await store.group(code);
        if (!group) throw new AdvisorError('UNKNOWN_UNIT_GROUP');
        return unitGroupView(group, store, wording);
      },
    },
    {
      path: '/api/sources',
      operationId: 'listSources',
      summary: 'Where the facts come from',
      description:
        'Every source with its publisher, licence and attribution, what it is used for, how old its facts are, and the files that were imported.',
      answer: { description: 'The sources.', schema: sourcesAnswer },
      faults: ['KNOWLEDGE_LOADING'],
      handle: (request) => sourcesView(loaded(request).store, request.today),
    },
    {
      path: '/api/openapi.json',
      operationId: 'openApi',
      summary: 'This API, described for programs',
      description: 'An OpenAPI 3.1 document.',
      answer: { description: 'The document.', schema: z.looseObject({}) },
      faults: [],
      handle: () => document,
    },
  ];
  const document = openApiDocument(routes);
  return routes;
}
