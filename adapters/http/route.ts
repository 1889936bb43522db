import type { z } from 'zod';
import type { Knowledge } from '../../dialogs/advisor.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { FaultCode } from './faults.ts';

/** What a route is asked, as it came: not yet checked. */
export interface RouteRequest {
  readonly query: unknown;
  readonly path: unknown;
  readonly knowledge: Knowledge | null;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly stopping: boolean;
}

/** One address: all that express needs to serve it and all that the OpenAPI document tells of it. */
export interface Route {
  /** Written as in OpenAPI: `/api/occupations/{code}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: { readonly query?: z.ZodObject; readonly path?: z.ZodObject };
  readonly answer: { readonly description: string; readonly schema: z.ZodType };
  /** Errors of its own; those that any address can have are added where they are told. */
  readonly faults: readonly FaultCode[];
  /** Asked by machines every few seconds: logged for debugging alone. */
  readonly probe?: true;
  /** The answer's body; throws an AdvisorError for one of the faults. */
  handle(request: RouteRequest): object | Promise<object>;
}

/** Reads parameters; throws PARAMETER_INVALID naming every wrong one. */
export function readParameters<Schema extends z.ZodObject>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AdvisorError(
    'PARAMETER_INVALID',
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`),
  );
}

/** The knowledge that a request is answered from; throws KNOWLEDGE_LOADING until there is some. */
export function loaded({ knowledge }: RouteRequest): Knowledge {
  if (!knowledge) throw new AdvisorError('KNOWLEDGE_LOADING');
  return knowledge;
}
