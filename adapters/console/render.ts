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
        parts.table ? table(parts.table, width) : '',
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

/** A cell of more letters than this is a sentence: figures stand to the right, sentences to the left. */
const LONGEST_FIGURE = 30;

function table(content: NonNullable<NonNullable<Reply['parts']>['table']>, width: number): string {
  const rows = [['', ...content.columns], ...content.rows.map((row) => [row.label, ...row.cells])];
  const natural = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? [];
  const widths = fitting(natural, width - natural.length - 1);
  const drawn = new Table({
    head: rows[0] ?? [],
    style: { head: [], border: [], compact: true },
    colAligns: natural.map((longest, at) => (at === 0 || longest > LONGEST_FIGURE ? 'left' : 'right')),
    ...(widths && { colWidths: widths, wordWrap: true }),
  });
  for (const row of rows.slice(1)) drawn.push(row);
  return drawn.toString();
}

/** Room around the text of a cell. */
const PADDING = 2;
const NARROWEST = 10;

/** Widths of columns that together fit, the widest made narrower first; null where they fit as they are. */
function fitting(natural: readonly number[], width: number): number[] | null {
  const widths = natural.map((letters) => letters + PADDING);
  const total = (): number => widths.reduce((sum, each) => sum + each, 0);
  if (total() <= width) return null;
  while (total() > width && Math.max(...widths) > NARROWEST) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
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
