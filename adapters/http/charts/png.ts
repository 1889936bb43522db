import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { AdvisorError } from '../../../knowledge/errors.ts';

const require = createRequire(import.meta.url);
/** Of our own: what fonts a server has is not known. Condensed: charts leave as much room as the readers' own letters need. */
const FONT_FILES = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((file) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${file}`),
);
const FAMILY = 'DejaVu Sans Condensed';
/** Pictures that wait: a few seconds' worth. Whoever asks for more would wait longer than anybody looks on. */
const MOST_WAITING = 100;

/** By their drawing: many who are shown the same answer at once are shown one picture. */
const waiting = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * A chart as a PNG, for channels that show no SVG; off the main thread. One at a time: the threads are those that files and conversations
 * are read with, and pictures by the hundred would keep every conversation waiting. Throws TOO_MANY_REQUESTS.
 */
export async function pngOf(svg: string): Promise<Buffer> {
  const known = waiting.get(svg);
  if (known) return known;
  if (waiting.size >= MOST_WAITING) throw new AdvisorError('TOO_MANY_REQUESTS');
  const drawn = last.then(() => drawnOf(svg)).finally(() => waiting.delete(svg));
  waiting.set(svg, drawn);
  last = drawn.catch(() => undefined);
  return drawn;
}

async function drawnOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  return image.asPng();
}
