import type { SubjectRef } from './answers/answer.ts';
import type { Memory } from './memory.ts';

/** What "this one" and "the second" point to. */
export type Pointed =
  | { readonly kind: 'subject'; readonly subject: SubjectRef }
  /** Nothing has been talked about. */
  | { readonly kind: 'nothing' }
  /** "This one" of several that have just been listed. */
  | { readonly kind: 'which' }
  /** No such place in the list. */
  | { readonly kind: 'out-of-range'; readonly listed: number };

/** Occupations listed last: those on show, or else those suggested last. */
export function listed({ choices, offered }: Memory): readonly SubjectRef[] {
  if (choices.length > 0) return choices;
  return (offered?.last ?? []).map((code) => ({ code, occupation: '' }));
}

/** `which`: place in the list from 0, -1 for the last one; null for "this one". */
export function pointedAt(memory: Memory, which: number | null): Pointed {
  const list = listed(memory);
  if (which !== null) {
    const subject = list.at(which);
    if (subject) return { kind: 'subject', subject };
    return list.length === 0 ? { kind: 'nothing' } : { kind: 'out-of-range', listed: list.length };
  }
  const [only] = list;
  // Suggestions are on show, and nobody has said which of them is meant.
  if (only && memory.choices.length > 0 && memory.offered?.last[0] === only.code)
    return list.length === 1 ? { kind: 'subject', subject: only } : { kind: 'which' };
  return memory.subject ? { kind: 'subject', subject: memory.subject } : { kind: 'nothing' };
}
