/** A colour as `#rrggbb`, lower case. */
export type Colour = `#${string}`;

export const DEFAULT_ACCENT: Colour = '#1f5fa8';
const WHITE: Colour = '#ffffff';
const BLACK: Colour = '#000000';
/** Contrast that text of ordinary size needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function colourFrom(text: string): Colour | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}

/** Black or white, whichever is easier to read on the colour: one of them always has enough contrast. */
export function textOn(colour: Colour): Colour {
  return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
}

/** The colour, or a darker shade of it that can be read as text on white. */
export function readableOnWhite(colour: Colour): Colour {
  let shade = colour;
  for (let left = 0.95; contrast(shade, WHITE) < READABLE; left -= 0.05) shade = darker(colour, left);
  return shade;
}

/** Ratio of luminances, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function darker(colour: Colour, left: number): Colour {
  const parts = channels(colour).map((value) =>
    Math.round(value * Math.max(left, 0))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

function channels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
