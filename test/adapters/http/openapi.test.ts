import { expect } from 'chai';
import { z } from 'zod';
import { createApp, expressPath } from '../../../adapters/http/app.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { ERRORS } from '../../../knowledge/errors.ts';
import { type Api, startApi } from './helpers.ts';

/** As much of an OpenAPI document as the tests look at. */
const content = z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) });
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  description: z.string(),
  schema: z.record(z.string(), z.unknown()),
});
const openApi = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string(),
    z.strictObject({
      get: z.strictObject({
        operationId: z.string(),
        summary: z.string(),
        description: z.string(),
        parameters: z.array(parameter),
        responses: z.record(z.string(), z.strictObject({ description: z.string(), content })),
      }),
    }),
  ),
  components: z.strictObject({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
const layers = z.array(z.object({ route: z.object({ path: z.string() }).optional() }));

describe('GET /api/openapi.json', () => {
  let api: Api;
  let text: string;
  let document: z.output<typeof openApi>;

  before(async () => {
    api = await startApi(null);
    const reply = await api.ask('/api/openapi.json');
    text = reply.text;
    document = openApi.parse(reply.json);
  });
  after(() => api.close());

  // Protects clients: an address is neither served untold nor told unserved.
  it('tells exactly the addresses that the app serves', () => {
    const log = { debug: () => undefined, info: () => undefined, error: () => undefined };
    const app = createApp({ knowledge: () => null, wording: en, today: () => '2026-11-22', log });
    const served = layers.parse(app.router.stack).flatMap((layer) => (layer.route ? [layer.route.path] : []));
    expect(Object.keys(document.paths).map(expressPath).sort()).to.deep.equal(served.sort());
    expect(served).to.include.members(['/api/occupations', '/api/occupations/:code', '/api/sources']);
  });

  it('every reference leads to a component, and every component is used', () => {
    const references = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((hit) => hit[1]));
    expect([...references].sort()).to.deep.equal(Object.keys(document.components.schemas).sort());
    expect(text).not.to.match(/"\$(id|schema|defs)"/);
  });

  it('every path parameter is told, required, and every operation has a name of its own', () => {
    const names = Object.entries(document.paths).map(([path, { get }]) => {
      const inPath = get.parameters.filter((each) => each.in === 'path');
      expect(inPath.map((each) => `{${each.name}}`)).to.deep.equal(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every((each) => each.required)).to.equal(true);
      return get.operationId;
    });
    expect(new Set(names).size).to.equal(names.length);
  });

  it('tells the parameters of a lookup with their limits', () => {
    const { parameters = [] } = document.paths['/api/occupations']?.get ?? {};
    expect(parameters.map((each) => [each.name, each.in, each.required])).to.deep.equal([
      ['q', 'query', true],
      ['limit', 'query', false],
    ]);
    expect(parameters[0]?.schema).to.include({ type: 'string', minLength: 1, maxLength: 200 });
    expect(parameters[1]?.schema).to.include({ type: 'integer', minimum: 1, maximum: 10, default: 10 });
  });

  it('tells the errors of each address with codes of the catalogue', () => {
    const statuses = (path: string): string[] => Object.keys(document.paths[path]?.get.responses ?? {});
    expect(statuses('/readyz')).to.include('503');
    expect(statuses('/api/occupations')).to.include.members(['200', '400', '503']);
    expect(statuses('/api/occupations/{code}')).to.include.members(['200', '400', '404', '503']);
    for (const { get } of Object.values(document.paths))
      for (const [status, response] of Object.entries(get.responses)) {
        if (status === '200') continue;
        expect(response.content['application/json'].schema).to.deep.equal({ $ref: '#/components/schemas/Error' });
        const codes = [...response.description.matchAll(/`([A-Z_]+)`:/g)].map((hit) => hit[1] ?? '');
        expect(codes).not.to.deep.equal([]);
        for (const code of codes) expect(ERRORS).to.have.property(code);
      }
  });

  it('tells units', () => {
    expect(text).to.contain('in Canadian dollars per `unit`');
    expect(text).to.contain('in persons');
    expect(document.components.schemas.Wage)
      .to.have.nested.property('properties.unit.enum')
      .that.deep.equals(['hour', 'year']);
  });
});
