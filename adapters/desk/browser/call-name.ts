import type { Call } from './calls.ts';
import { words } from './words.ts';

/** When a call began, and what it is about: "3:20 p.m. Plumbers". */
export function callName({ subject, began }: Call): string {
  const at = new Date(began).toLocaleTimeString('en-CA', { timeStyle: 'short' });
  return `${at} ${subject?.title || words.calls.unnamed}`;
}
