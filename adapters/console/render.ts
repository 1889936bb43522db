import Table from 'cli-table3';
import type { Reply } from '../../dialogs/replies.ts';

/** A reply as a terminal shows it: wrapped text, a real table, and suggestions that are picked by number. */
export function renderReply(reply: Reply, width: number): string {
  const { parts } = reply;
  const blocks = parts
    ? [
        wrap(parts.lead.join(' '), width),
        parts.items
          .map((item, index) => wrap(item, width - 3, reply.choices.length > 0 ? `${index + 1}. ` : '- ', '   '))
          .join('\n'),
        parts.table ? table(parts.table) : '',
        parts.notes.map((note) => wrap(note, width)).join('\n'),
        parts.citations.map((citation) => wrap(citation, width - 2, '', '  ')).join('\n'),
      ]
    : [
        reply.text
          .split('\n')
          .map((line) => wrap(line, width, '', ''))
          .join('\n'),
      ];
  // A list to choose from is numbered already; its suggestions are the same things again.
  const listed = reply.choices.length > 0 || (!parts && /^1\. /m.test(reply.text));
  if (reply.suggestions.length > 0 && !listed) {
    blocks.push(numbered(reply.suggestions, width));
  }
  return blocks.filter((block) => block !== '').join('\n');
}

/** `[1] What does it pay?  [2] ...`, several to a line, none of them broken. */
function numbered(suggestions: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const [index, suggestion] of suggestions.entries()) {
    const entry = `[${index + 1}] ${suggestion}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + entry.length <= width) lines[lines.length - 1] = `${last}  ${entry}`;
    else lines.push(entry);
  }
  return lines.join('\n');
}

function table(content: NonNullable<NonNullable<Reply['parts']>['table']>): string {
  const drawn = new Table({
    head: ['', ...content.columns],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...content.columns.map(() => 'right' as const)],
  });
  for (const row of content.rows) drawn.push([row.label, ...row.cells]);
  return drawn.toString();
}

/** Breaks at spaces; a word longer than the line stands alone. */
export function wrap(text: string, width: number, first = '', following = first): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/)) {
    const joined = line.trim() === '' || line === first || line === following ? `${line}${word}` : `${line} ${word}`;
    if (joined.length > Math.max(width, 20) && line !== first && line !== following) {
      lines.push(line);
      line = `${following}${word}`;
    } else {
      line = joined;
    }
  }
  return [...lines, line].join('\n');
}
