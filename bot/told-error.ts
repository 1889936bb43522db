import { redact } from '../dialogs/understanding/redact.ts';
import { AdvisorError, type ErrorCode } from '../knowledge/errors.ts';
import { ROOT } from './paths.ts';

/** An error as it stands in the log. */
export interface ToldError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  /** Files of ours, from the innermost: `bot/career-bot.ts:80:12`. */
  readonly at?: readonly string[];
  readonly cause?: ToldError;
}

const MOST_CHARACTERS = 300;
/** So much of a message is read, so that what is looked for is not cut in two where the message is. */
const MOST_READ = 2_000;
const MOST_FRAMES = 8;
const MOST_CAUSES = 3;
const NAME = /^[A-Z]\w{0,59}$/i;
const CODE = /^[A-Z][A-Z0-9_]{1,59}$/;
/** Libraries quote what they were given: the body of a request, a header. */
const QUOTED = /"[^"]*"?|`[^`]*`?|(?<![\p{L}\p{N}])'[^']*'?|“[^”]*”?/gu;
/** Tokens, ids and hashes: long words with a digit in them, user ids, and whatever stands behind `Bearer`. */
const SECRET = /\bBearer\s+\S+|\beyJ[\w-]*(?:\.[\w-]*)*|\bdl_[\w-]+|(?=[\w-]*\d)[\w-]{20,}/gi;

/**
 * What may be logged of anything that was thrown: of errors the type, the code, a short message without personal data, quoted words,
 * tokens and ids, and where in our own files it came from; of all else its type alone. Never throws.
 */
export function toldError(thrown: unknown): ToldError {
  return told(thrown, MOST_CAUSES);
}

/** What an error came from. The dialogs of the SDK put theirs around every other, with the state of the conversation beside it. */
function causeOf(error: Error): unknown {
  return error.cause ?? ('error' in error && error.error instanceof Error ? error.error : undefined);
}

/** The code of ours that an error has, or what it came from; null where none of them has one. */
export function codeOfFault(thrown: unknown, causes = MOST_CAUSES): ErrorCode | null {
  if (!(thrown instanceof Error)) return null;
  if (thrown instanceof AdvisorError) return thrown.code;
  return causes > 0 ? codeOfFault(causeOf(thrown), causes - 1) : null;
}

function told(thrown: unknown, causes: number): ToldError {
  try {
    if (!(thrown instanceof Error)) return { type: thrown === null ? 'null' : typeof thrown };
    const { name, message, stack } = thrown;
    const cause = causeOf(thrown);
    const code = 'code' in thrown ? thrown.code : undefined;
    const at = framesOf(String(stack ?? ''), String(message));
    return {
      type: NAME.test(name) ? name : 'Error',
      ...(typeof code === 'string' && CODE.test(code) && { code }),
      message: withheld(String(message), thrown instanceof AdvisorError || 'syscall' in thrown),
      ...(at.length > 0 && { at }),
      ...(cause !== undefined && causes > 0 && { cause: told(cause, causes - 1) }),
    };
  } catch {
    return { type: 'unreadable' };
  }
}

/** `own`: worded by us or by the system, which quote names of files and variables. */
function withheld(message: string, own: boolean): string {
  const read = message.slice(0, MOST_READ);
  const worded = (own ? read : read.replaceAll(QUOTED, '...')).replaceAll(SECRET, '...');
  return redact(worded).replaceAll(/\s+/g, ' ').slice(0, MOST_CHARACTERS);
}

/** Places in our own files. What an error says may look like a frame: only what stands behind its words is read. */
function framesOf(stack: string, message: string): string[] {
  const said = message === '' ? -1 : stack.lastIndexOf(message);
  const frames = said === -1 ? stack : stack.slice(said + message.length);
  return frames
    .split('\n')
    .flatMap((line) => {
      const [, file = ''] = /^ {4}at .*?(\/[\w@./-]+:\d+:\d+)\)?$/.exec(line) ?? [];
      return file.startsWith(`${ROOT}/`) && !file.includes('/node_modules/') ? [file.slice(ROOT.length + 1)] : [];
    })
    .slice(0, MOST_FRAMES);
}
