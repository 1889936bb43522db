import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { packageApp } from '../../../../adapters/teams/app/package.ts';
import { readAppSettings } from '../../../../adapters/teams/app/settings.ts';
import { en } from '../../../../dialogs/wording/index.ts';

/** What the package needs, all of it. */
export const VARIABLES = {
  MicrosoftAppId: '7c0f5b1e-3a52-4d0e-9b7e-2f6c1d8a9e44',
  PUBLIC_URL: 'https://advisor.careers.test',
  TEAMS_DEVELOPER_NAME: 'Careers Office',
  TEAMS_WEBSITE_URL: 'https://careers.test',
  TEAMS_PRIVACY_URL: 'https://careers.test/privacy',
  TEAMS_TERMS_URL: 'https://careers.test/terms',
};

export type Files = Readonly<Record<string, Uint8Array>>;

/** The files of the package that the variables give. */
export async function packed(variables: Readonly<Record<string, string>> = VARIABLES): Promise<Files> {
  return unzipSync((await packageApp(readAppSettings(variables), '0.1.0', en)).zip);
}

export function jsonOf(files: Files, name: string): unknown {
  return JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of every pixel, row by row. */
  readonly pixels: readonly (readonly [red: number, green: number, blue: number, alpha: number])[];
}

const SIGNATURE_BYTES = 8;
const RGBA = 6;
const BYTES = 4;

/** Reads a PNG of eight bits a channel with alpha, without the library that drew it. */
export function pictureOf(png: Uint8Array): Picture {
  const view = Buffer.from(png);
  if (view.toString('latin1', 1, 4) !== 'PNG') throw new Error('this is no PNG');
  let [width, height] = [0, 0];
  const data: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < view.length; ) {
    const length = view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    const chunk = view.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [chunk.readUInt32BE(0), chunk.readUInt32BE(4)];
      if (chunk[8] !== 8 || chunk[9] !== RGBA) throw new Error('this PNG has no alpha of eight bits');
    }
    if (type === 'IDAT') data.push(chunk);
    at += length + 12;
  }
  return { width, height, pixels: pixelsOf(unfiltered(inflateSync(Buffer.concat(data)), width * BYTES, height)) };
}

function unfiltered(raw: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  const at = (row: number, column: number): number => (row < 0 || column < 0 ? 0 : (out[row * stride + column] ?? 0));
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column++) {
      const [left, above, corner] = [
        at(row, column - BYTES),
        at(row - 1, column),
        column < BYTES ? 0 : at(row - 1, column - BYTES),
      ];
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      out[row * stride + column] = ((raw[row * (stride + 1) + 1 + column] ?? 0) + guess) & 0xff;
    }
  }
  return out;
}

function nearest(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function pixelsOf(bytes: Buffer): [number, number, number, number][] {
  return Array.from({ length: bytes.length / BYTES }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray(index * BYTES, index * BYTES + BYTES);
    return [red, green, blue, alpha];
  });
}
