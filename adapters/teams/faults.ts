import { AdvisorError, ERRORS, type ErrorCode } from '../../knowledge/errors.ts';
import { faultOf as httpFaultOf } from '../http/faults.ts';

/** Each error that the sender of an activity is told, and its status. The service goes by the status: a 5xx may be sent again. */
const STATUSES = {
  REQUEST_INVALID: 400,
  ACTIVITY_REFUSED: 400,
  TOKEN_MISSING: 401,
  TOKEN_REFUSED: 401,
  TEAMS_CHANNEL_REFUSED: 403,
  TEAMS_SERVICE_REFUSED: 403,
  TEAMS_ELSEWHERE: 403,
  ADDRESS_UNKNOWN: 404,
  TEAMS_OFF: 404,
  METHOD_UNSUPPORTED: 405,
  TEAMS_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_FAULT: 500,
  TURN_FAILED: 502,
  TURN_GIVEN_UP: 502,
  TEAMS_DELIVERY_FAILED: 502,
  TEAMS_KEYS_UNUSABLE: 503,
  KNOWLEDGE_LOADING: 503,
  SERVER_STOPPING: 503,
} as const satisfies Partial<Record<ErrorCode, number>>;

type Told = keyof typeof STATUSES;

export interface TeamsFault {
  readonly status: number;
  readonly body: { readonly error: { readonly code: Told; readonly message: string } };
}

/** An error as its sender sees it: a code and a message, never a stack trace, a path of ours or a message of a library. */
export function teamsFault(error: unknown): TeamsFault {
  // What the body parser throws is sorted as on the rest of the server.
  const found = error instanceof AdvisorError ? error.code : httpFaultOf(error).body.error.code;
  const sized = found === 'REQUEST_TOO_LARGE' ? 'TEAMS_TOO_LARGE' : found;
  const code = isTold(sized) ? sized : 'INTERNAL_FAULT';
  const details = error instanceof AdvisorError && code === error.code ? error.details : [];
  return { status: STATUSES[code], body: { error: { code, message: [ERRORS[code], ...details].join(' ') } } };
}

function isTold(code: ErrorCode): code is Told {
  return Object.hasOwn(STATUSES, code);
}
