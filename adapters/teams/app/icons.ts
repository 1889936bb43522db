import { Resvg } from '@resvg/resvg-js';

/** Behind the coloured icon, and around the app in Teams. */
export const ACCENT = '#0b5cad';

const COLOR_PX = 192;
const OUTLINE_PX = 32;

/** A compass in a speech bubble, on a field of 32 by 32: white lines, the needle's southern half fainter. */
function drawing(stroke: number, southern: number): string {
  return [
    `<path d="M16 3.2c7.2 0 12.6 5 12.6 11.4S23.2 26 16 26c-1.3 0-2.6-.2-3.8-.5L6.4 29l.7-5.7C4.8 21.2 3.4 18.2 3.4 14.6 3.4 8.2 8.8 3.2 16 3.2z"`,
    ` fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linejoin="round"/>`,
    '<path d="M22.3 8.3 18.1 16.7 13.9 12.5z" fill="#fff"/>',
    `<path d="M9.7 20.9 13.9 12.5 18.1 16.7z" fill="#fff" fill-opacity="${southern}"/>`,
  ].join('');
}

/** The coloured icon: 192 by 192, its drawing in the middle where no client cuts the corners. */
export function colorIcon(): Uint8Array {
  return picture(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ACCENT}"/>` +
      `<g transform="translate(10 10) scale(1.375)">${drawing(2, 0.55)}</g></svg>`,
    COLOR_PX,
  );
}

/** The outline: 32 by 32, white on nothing. */
export function outlineIcon(): Uint8Array {
  return picture(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing(2.2, 0.6)}</svg>`, OUTLINE_PX);
}

function picture(svg: string, width: number): Uint8Array {
  // Without text no font is needed, and the machine's own cannot change the picture.
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng();
}
