import { AdvisorError, ERRORS, type ErrorCode } from '../../knowledge/errors.ts';
import { faultOf as httpFaultOf } from '../http/faults.ts';

/**
 * Each error that a client is told: its status and Direct Line's own code. Clients go by the status: any 403 means "token expired" to
 * them, a 404 on a poll ends the chat, a 5xx on a message is tried again.
 */
const TABLE = {
  REQUEST_INVALID: [400, 'BadArgument'],
  ACTIVITY_REFUSED: [400, 'BadArgument'],
  WATERMARK_INVALID: [400, 'BadArgument'],
  TOKEN_MISSING: [401, 'Unauthorized'],
  TOKEN_REFUSED: [403, 'TokenExpired'],
  TICKET_REFUSED: [403, 'TokenExpired'],
  SECRET_REFUSED: [403, 'Forbidden'],
  ORIGIN_REFUSED: [403, 'Forbidden'],
  CONVERSATION_FOREIGN: [403, 'Forbidden'],
  CONVERSATION_UNKNOWN: [404, 'NotFound'],
  ADDRESS_UNKNOWN: [404, 'NotFound'],
  METHOD_UNSUPPORTED: [405, 'MethodNotAllowed'],
  REQUEST_TOO_LARGE: [413, 'MessageSizeTooBig'],
  MEDIA_TYPE_UNSUPPORTED: [415, 'BadArgument'],
  UPLOAD_REFUSED: [415, 'BadArgument'],
  TOO_MANY_REQUESTS: [429, 'TooManyRequests'],
  TOO_MANY_SOCKETS: [429, 'TooManyRequests'],
  INTERNAL_FAULT: [500, 'ServiceError'],
  TURN_FAILED: [502, 'BotRejectedActivity'],
  TURN_GIVEN_UP: [502, 'BotRejectedActivity'],
  KNOWLEDGE_LOADING: [503, 'BotNotAvailable'],
  SERVER_STOPPING: [503, 'ServiceUnavailable'],
} as const satisfies Partial<Record<ErrorCode, readonly [status: number, code: string]>>;

type Told = keyof typeof TABLE;

export interface DirectLineFault {
  readonly status: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
  /** Code of the catalogue. */
  readonly reason: Told;
}

/** An error as a client sees it: a code and a message, never a stack trace, a path of ours or a message of a library. */
export function directLineFault(error: unknown): DirectLineFault {
  // What the body parser and the router throw is sorted as on the rest of the server.
  const found = error instanceof AdvisorError ? error.code : httpFaultOf(error).body.error.code;
  const reason = isTold(found) ? found : 'INTERNAL_FAULT';
  const details = error instanceof AdvisorError && reason === error.code ? error.details : [];
  const [status, code] = TABLE[reason];
  return { status, body: { error: { code, message: [ERRORS[reason], ...details].join(' ') } }, reason };
}

function isTold(code: ErrorCode): code is Told {
  return Object.hasOwn(TABLE, code);
}
