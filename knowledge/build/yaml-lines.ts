import type { Document, LineCounter } from 'yaml';

/** Line of the nearest part of the path that stands in the file; a section begins at its first key. */
export function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isRanged(node)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
