import { randomBytes } from 'node:crypto';
import { type RequestHandler, type Response, Router } from 'express';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { Contact } from '../../knowledge/store/knowledge-store.ts';
import type { HttpLog, Mount } from '../http/dependencies.ts';
import { type Assets, findAssets } from './assets.ts';
import { chatPage } from './chat-page.ts';
import { assetHeaders, frameHeaders, indexHeaders } from './headers.ts';
import type { Html } from './html.ts';
import { indexPage, notBuiltPage } from './index-page.ts';

export interface WidgetDependencies {
  /** Folder of the bundles that bundle.ts makes. */
  readonly bundles: string;
  /** Where people reach the server: `https://advisor.example.org`. */
  publicUrl(): string;
  /** Origins of the websites that may show the chat. */
  readonly trustedOrigins: readonly string[];
  readonly keepDays: number;
  readonly wording: Wording;
  /** Whom to call; null while that is not known. */
  contact(): Promise<Contact | null>;
  readonly log: HttpLog;
}

/**
 * The chat for websites: `/` shows it and tells how to embed it, `/widget.js` is what a website loads, `/widget/chat` is what the
 * frame shows. Nothing of it sets a cookie or asks another server.
 */
export function createWidget(dependencies: WidgetDependencies): Mount[] {
  const { publicUrl, trustedOrigins, keepDays, wording, contact } = dependencies;
  const built = bundles(dependencies);
  const router = Router({ caseSensitive: true });
  router.get('/', indexHeaders, atItsAddress(publicUrl), (_request, response) => {
    const page = built() ? indexPage({ wording, keepDays, publicUrl: publicUrl() }) : null;
    send(response, page, wording);
  });
  router.get('/widget/chat', atItsAddress(publicUrl), async (request, response, next) => {
    const nonce = randomBytes(18).toString('base64');
    const known = await contact();
    frameHeaders({ trustedOrigins, publicUrl: publicUrl(), nonce })(request, response, (fault?: unknown) => {
      if (fault !== undefined) return next(fault);
      const assets = built();
      const page =
        assets && chatPage({ words: wording.widget, keepDays, contact: known, webChat: assets.webChat, nonce });
      send(response, page, wording);
    });
  });
  const serve: RequestHandler = (request, response, next) => {
    const assets = built();
    if (assets) assets.serve(request, response, next);
    else next();
  };
  router.get('/widget.js', assetHeaders('cross-origin'), serve);
  for (const path of ['/favicon.svg', '/widget/:file']) router.get(path, assetHeaders('same-origin'), serve);
  return [{ path: '/', handler: router }];
}

/** Bundles are looked for until they are there: they may be built while the server runs. */
function bundles({ bundles: folder, wording, log }: WidgetDependencies): () => Assets | null {
  let found: Assets | null = null;
  let told = false;
  return () => {
    found ??= findAssets(folder);
    if (!found && !told) log.error({ command: wording.widget.notBuilt.command }, wording.widget.notBuilt.heading);
    told = true;
    return found;
  };
}

function send(response: Response, page: Html | null, wording: Wording): void {
  response
    .status(page ? 200 : 503)
    .set('Cache-Control', 'no-cache')
    .type('html')
    .send((page ?? notBuiltPage(wording)).text);
}

/**
 * Tokens are bound to an origin, and `localhost` is another one than `127.0.0.1`: who comes by the one is sent to the other. Only
 * between names of this machine; a proxy may well change the rest.
 */
export function atItsAddress(publicUrl: () => string): RequestHandler {
  return (request, response, next) => {
    const own = new URL(publicUrl());
    const asked = request.headers.host;
    if (asked === undefined || asked === own.host || !isThisMachine(asked) || !isThisMachine(own.host)) next();
    // One slash: with two, what follows would be read as another server's name.
    else response.redirect(`${own.origin}/${request.originalUrl.replace(/^\/+/, '')}`);
  };
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}
