import { words } from './words.ts';

/** The call note is plain text from the first moment: what the desk adds are lines in it, which the agent may change like their own. */

export function newNote(began: Date): string {
  const when = began.toLocaleString('en-CA', { dateStyle: 'long', timeStyle: 'short' });
  return `${words.note.begun(when)}\n\n${words.note.next} `;
}

/** The same on one line: whatever comes from elsewhere cannot break the note apart. */
export function lineOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function hasLine(note: string, line: string): boolean {
  return note.split('\n').some((each) => each.trim() === line);
}

/** With a line before the next step, once. */
export function withLine(note: string, line: string): string {
  if (hasLine(note, line)) return note;
  const lines = note.split('\n');
  const next = lines.findLastIndex((each) => each.startsWith(words.note.next));
  if (next < 0) return `${note.replace(/\n+$/, '')}\n${line}`;
  const before = lines.slice(0, next);
  while (before.at(-1)?.trim() === '') before.pop();
  // The heading stands apart.
  const gap = before.length === 1 ? [''] : [];
  return [...before, ...gap, line, '', ...lines.slice(next)].join('\n');
}

export function withoutLine(note: string, line: string): string {
  return note
    .split('\n')
    .filter((each) => each.trim() !== line)
    .join('\n');
}
