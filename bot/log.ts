import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { toldError } from './told-error.ts';

export type { Logger };

/** Names of fields that may hold words, ids or secrets of people, wherever they stand in what is logged. */
const WITHHELD: ReadonlySet<string> = new Set([
  ...['text', 'speak', 'words', 'query', 'q', 'body', 'value', 'activity', 'activities', 'channelData'],
  ...['conversation', 'conversationId', 'user', 'userId', 'from', 'recipient', 'clientActivityID', 'watermark'],
  ...['token', 'resume', 'ticket', 'secret', 'key', 'password', 'authorization', 'Authorization', 'cookie', 'headers'],
  ...['directLineSecret', 'signingKey', 'metricsToken', 'url', 'originalUrl', 'streamUrl', 'ip', 'remoteAddress'],
]);
/** What lies deeper is left out. */
const DEEPEST = 4;

const standardError = (): DestinationStream => pino.destination({ fd: 2, sync: true });

/**
 * Structured log lines on standard error, so that standard output stays a command's own. No message text is ever logged; as errors of
 * libraries and slips of ours may carry some, errors are cut down to what tells of the fault, and fields of people are left out.
 */
export function createLogger(level: Config['logLevel'], destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Not pino's `redact`: with these names at every depth it takes thirty times as long as the line itself.
      formatters: { log: (fields) => withoutPeople(fields, DEEPEST) },
      // Pino's own would take what is told of an error for the error.
      serializers: { err: (told) => told },
      hooks: {
        // An error logged alone would give the line its own message, as it is.
        logMethod([first, second, ...rest], method) {
          const lone = second === undefined;
          if (first instanceof Error) method.apply(this, [{ err: first }, lone ? 'a fault' : second, ...rest]);
          else if (lone && typeof first === 'object') method.apply(this, [first, '']);
          else method.apply(this, [first, second, ...rest]);
        },
      },
    },
    destination,
  );
}

function withoutPeople(fields: object, depth: number): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (WITHHELD.has(name)) continue;
    // Whatever was thrown, also words.
    kept[name] = name === 'err' || name === 'error' ? toldError(value) : withoutPeopleIn(value, depth);
  }
  return kept;
}

function withoutPeopleIn(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return toldError(value);
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => withoutPeopleIn(item, depth - 1));
  return withoutPeople(value, depth - 1);
}
