/** Width of a letter by its size: generous, since the reader's font is not known. */
const LETTER = 0.54;
const BOLD_LETTER = 0.63;

/** Lines of a text that fit a width in pixels, broken at spaces; a word that is longer than the line is cut. */
export function wrapped(text: string, width: number, size: number, bold = false): string[] {
  const most = Math.max(1, Math.floor(width / (size * (bold ? BOLD_LETTER : LETTER))));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= most) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word.length > most ? `${word.slice(0, most - 1)}…` : word;
  }
  return [...lines, line];
}
