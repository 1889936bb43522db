import type { Container, RichTextBlock, Submit } from './card-schema.ts';
import { type Paragraphs, plain, run } from './text.ts';

/**
 * Numbered lines to pick from. A line that names what the click in its place says is that click itself: it wraps where a button would be
 * cut off, and nothing is said twice.
 */
export function lineElements(
  lines: readonly string[],
  clicks: readonly Submit[],
  paragraphs: Paragraphs,
): (Container | RichTextBlock)[] {
  return lines.map((line, at) => {
    const click = clickOf(line, clicks[at]);
    return click ? clickableLine(line, click) : paragraphs.paragraph(line, {}, 'Small');
  });
}

/** The clicks that are no line of the list. */
export function offLines(lines: readonly string[], clicks: readonly Submit[]): Submit[] {
  return clicks.filter((click, at) => clickOf(lines[at] ?? '', click) === null);
}

function clickOf(line: string, click: Submit | undefined): Submit | null {
  return click && click.title !== '' && line.includes(click.title) ? click : null;
}

function clickableLine(line: string, { title, ...click }: Submit): Container {
  const at = line.indexOf(title);
  const inlines = [run(line.slice(0, at)), run(title, { weight: 'Bolder' }), run(line.slice(at + title.length))];
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: [{ type: 'RichTextBlock', inlines: inlines.filter(({ text }) => text !== '') }],
    // Screen readers read the action's title in the place of the line.
    selectAction: { ...click, title: plain(line) },
  };
}
