import type { ReplyParts } from '../../dialogs/replies.ts';
import type { Container, Element, RichTextBlock, Table, TableCell } from './card-schema.ts';
import type { Paragraphs } from './text.ts';

export type Content = NonNullable<ReplyParts['table']>;

/** Letters that stand beside each other on a phone of 360 pixels, in a card in a bubble, with the room between columns taken off. */
const LINE = 36;
/** Lines that a cell may run on for: more is read column by column. */
const MOST_LINES = 3;
/** Letters of a row's cells that are read as a sentence. */
const MOST_JOINED = 4 * LINE;
/** Bars made of characters keep their length in this font alone. */
const BAR = /[█░]/;

/**
 * A table for a narrow screen: as it is, or turned so that its columns are the rows, or, where neither fits, a block for each row with its
 * cells one below the other.
 */
export function tableElements(table: Content, corner: string, paragraphs: Paragraphs): Element[] {
  const upright = [[corner, ...table.columns], ...table.rows.map((row) => [row.label, ...row.cells])];
  const turned = [
    [corner, ...table.rows.map((row) => row.label)],
    ...table.columns.map((column, at) => [column, ...table.rows.map((row) => row.cells[at] ?? '')]),
  ];
  const fitting = [upright, turned].find((grid) => widthsOf(grid));
  const widths = fitting && widthsOf(fitting);
  return fitting && widths ? [gridTable(fitting, widths, paragraphs)] : folded(table, paragraphs);
}

/** Letters for each column so that no word is broken and no cell runs on too long; null where the line is too short for that. */
function widthsOf(grid: readonly (readonly string[])[]): number[] | null {
  const columns = grid[0]?.map((_, at) => grid.map((row) => row[at] ?? '')) ?? [];
  const widths = columns.map((cells) =>
    Math.max(...cells.map((cell) => Math.max(longestWord(cell), Math.ceil(cell.length / MOST_LINES)))),
  );
  return widths.reduce((sum, width) => sum + width, 0) <= LINE ? widths.map((width) => Math.max(width, 1)) : null;
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => word.length));
}

function gridTable(grid: readonly (readonly string[])[], widths: readonly number[], paragraphs: Paragraphs): Table {
  return {
    type: 'Table',
    columns: widths.map((width) => ({ width })),
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: grid.map((row, at) => ({
      type: 'TableRow',
      cells: row.map((text, column) => cell(text, at === 0 || column === 0, paragraphs)),
    })),
  };
}

function cell(text: string, heading: boolean, paragraphs: Paragraphs): TableCell {
  const style = heading ? { weight: 'Bolder' as const } : BAR.test(text) ? { fontType: 'Monospace' as const } : {};
  return { type: 'TableCell', items: [paragraphs.paragraph(text, style)] };
}

function folded({ columns, rows }: Content, paragraphs: Paragraphs): Container[] {
  return rows.map(({ label, cells }) => {
    const told = cells.map((text, at) => `${columns[at] ?? ''}: ${text}`);
    return {
      type: 'Container',
      spacing: 'Medium',
      items: [paragraphs.paragraph(label, { weight: 'Bolder' }), ...lines(told, paragraphs)],
    };
  });
}

/** Short cells one after another, longer ones in a list. */
function lines(told: readonly string[], paragraphs: Paragraphs): RichTextBlock[] {
  const joined = told.join('; ');
  return joined.length <= MOST_JOINED ? [paragraphs.paragraph(joined, {}, 'Small')] : paragraphs.list(told);
}
