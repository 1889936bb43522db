import { AdvisorError, ERRORS, type ErrorCode } from '../../knowledge/errors.ts';

/** Errors that a client is told, and the status each comes with. Whatever is not here is told as INTERNAL_FAULT. */
export const STATUSES = {
  PARAMETER_INVALID: 400,
  REQUEST_INVALID: 400,
  UNKNOWN_UNIT_GROUP: 404,
  CHART_UNKNOWN: 404,
  ADDRESS_UNKNOWN: 404,
  METHOD_UNSUPPORTED: 405,
  REQUEST_TOO_SLOW: 408,
  REQUEST_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  UPGRADE_UNSUPPORTED: 426,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_FAULT: 500,
  KNOWLEDGE_LOADING: 503,
  SERVER_STOPPING: 503,
} as const satisfies Partial<Record<ErrorCode, number>>;

export type FaultCode = keyof typeof STATUSES;

/** The body of every answer that is an error. */
export interface FaultBody {
  readonly error: { readonly code: FaultCode; readonly message: string };
}

export interface Fault {
  readonly status: number;
  readonly body: FaultBody;
}

/** An error as its client sees it: a coded message, never a stack trace, a path of ours or a message of a library. */
export function faultOf(error: unknown): Fault {
  if (error instanceof AdvisorError && isFaultCode(error.code)) return fault(error.code, error.details);
  const status = statusOf(error);
  if (status === 413) return fault('REQUEST_TOO_LARGE');
  if (status === 415) return fault('MEDIA_TYPE_UNSUPPORTED');
  return fault(status >= 400 && status < 500 ? 'REQUEST_INVALID' : 'INTERNAL_FAULT');
}

export function fault(code: FaultCode, details: readonly string[] = []): Fault {
  return { status: STATUSES[code], body: { error: { code, message: [ERRORS[code], ...details].join(' ') } } };
}

function isFaultCode(code: ErrorCode): code is FaultCode {
  return Object.hasOwn(STATUSES, code);
}

/** The status that express or its body parser has given an error; 500 where there is none. */
function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;
}
