import { readdirSync } from 'node:fs';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';

const WEB_CHAT = /^web-chat-[0-9a-f]+\.js$/;
const MINUTE_S = 60;
const YEAR_S = 31_536_000;

/** The bundles that bundle.ts has made. */
export interface Assets {
  /** Address of Web Chat's bundle; its content is in its name, so that it may be kept for ever. */
  readonly webChat: string;
  readonly serve: RequestHandler;
}

/** Looks for the bundles; null where they have not been made. */
export function findAssets(folder: string): Assets | null {
  const file = list(`${folder}/widget`).find((name) => WEB_CHAT.test(name));
  if (file === undefined) return null;
  const serve: RequestHandler = expressStaticGzip(folder, {
    index: false,
    serveStatic: { redirect: false, cacheControl: false, setHeaders: (response, path) => keep(response, path) },
  });
  return { webChat: `/widget/${file}`, serve };
}

/** The launcher is asked after every five minutes at most, so that many pages cost little; the rest each time, by its ETag. */
function keep(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  const name = path.replace(/\.gz$/, '').split('/').at(-1) ?? '';
  const rule = WEB_CHAT.test(name)
    ? `public, max-age=${YEAR_S}, immutable`
    : name === 'widget.js'
      ? `public, max-age=${5 * MINUTE_S}`
      : 'no-cache';
  response.setHeader('Cache-Control', rule);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
