import { setTimeout as sleep } from 'node:timers/promises';

/** Certificates do not get better within a minute. */
const HOPELESS = /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|ERR_SSL)/;

/** 1, 2, 4 ... 30 seconds, give or take half, so that many programs do not come back at the same moment. */
export function defaultBackoffMs(attempt: number): number {
  return Math.min(1000 * 2 ** (attempt - 1), 30_000) * (0.5 + Math.random());
}

export function isRetryStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Retry-After as milliseconds: it is seconds or a date. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Why a connection failed, in the words of the system; `final` where another attempt would not help. */
export function connectionFault(error: unknown): { readonly what: string; readonly final: boolean } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  // Several addresses of one host that all fail make an error without words.
  const what = [message, code].filter((part) => part !== '' && !(part === code && message.includes(code))).join(', ');
  return { what: `The connection failed (${what})`, final: HOPELESS.test(code) };
}

/** Ends early, without an error, when the signal does. */
export async function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** Aborts when nothing came for `idleMs`; every `beat` begins anew. */
export function idleWatch(idleMs: number, onIdle: () => void): { beat(): void; stop(): void } {
  const timer = setTimeout(onIdle, idleMs);
  return { beat: () => timer.refresh(), stop: () => clearTimeout(timer) };
}
