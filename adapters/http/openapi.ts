import { z } from 'zod';
import { ERRORS } from '../../knowledge/errors.ts';
import { COMPONENTS, faultBody } from './common-schemas.ts';
import { type FaultCode, STATUSES } from './faults.ts';
import type { Route } from './route.ts';

/** Errors that any address can answer with. */
const ANYWHERE: readonly FaultCode[] = [
  'REQUEST_INVALID',
  'REQUEST_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
  'TOO_MANY_REQUESTS',
  'INTERNAL_FAULT',
];

const DESCRIPTION = `Job titles to NOC 2021 unit groups, and sourced facts about every group.

Every figure comes with its source, reference period and edition of the classification. Amounts are Canadian dollars, per hour or per
year as each row's \`unit\` says. Figures are those of a whole unit group, which holds several occupations. Show a source's \`attribution\`
with its data where it has one. Errors are \`{"error":{"code","message"}}\`; a code never changes its meaning.`;

/** The OpenAPI 3.1 document, made from the table that serves the routes: it cannot tell of another one. */
export function openApiDocument(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Career Advisor', version: '1.0.0', description: DESCRIPTION },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: components() },
  };
}

function operation(route: Route): object {
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: route.description,
    parameters: [...parameters('path', route.parameters?.path), ...parameters('query', route.parameters?.query)],
    responses: {
      200: { description: route.answer.description, content: json(route.answer.schema) },
      ...faults([...route.faults, ...ANYWHERE]),
    },
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, type]) => {
    const { $schema, description, ...shape } = z.toJSONSchema(type);
    return { name, in: place, required: !z.safeParse(type, undefined).success, description, schema: shape };
  });
}

/** One response a status; the codes that come with it are listed in its description. */
function faults(codes: readonly FaultCode[]): Record<string, object> {
  const statuses = [...new Set(codes.map((code) => STATUSES[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => STATUSES[code] === status)
          .map((code) => `\`${code}\`: ${ERRORS[code]}`)
          .join('\n\n'),
        content: json(faultBody),
      },
    ]),
  );
}

function json(schema: z.ZodType): object {
  const id = COMPONENTS.get(schema)?.id;
  return { 'application/json': { schema: id === undefined ? { type: 'object' } : { $ref: reference(id) } } };
}

function components(): Record<string, object> {
  const { schemas } = z.toJSONSchema(COMPONENTS, { uri: reference });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema, $id, ...schema }]): [string, object] => [id, schema]),
  );
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}
