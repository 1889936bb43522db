import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import helmet from 'helmet';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { HttpLog, Mount } from '../http/dependencies.ts';
import { assetHeaders } from '../widget/headers.ts';
import { atItsAddress } from '../widget/mount.ts';
import { DESK_BUNDLES } from './bundle.ts';
import { deskNotBuiltPage, deskPage } from './page.ts';

/** Decides who may use the desk; its own pages are mounted below `/desk`. */
export interface DeskDoor {
  readonly routes: RequestHandler;
  guard(role: 'agent' | 'editor'): RequestHandler;
}

export interface DeskDependencies {
  /** Folder of all bundles; the desk's own is one below it. */
  readonly bundles: string;
  /** Where people reach the server: `https://advisor.example.org`. */
  publicUrl(): string;
  /** Everything below `/desk/api`. */
  readonly api: RequestHandler;
  readonly signIn: DeskDoor;
  readonly wording: Wording;
  readonly log: HttpLog;
}

/** The contact centre's desk: the page, its script and styles, and the data that it asks for. Nothing but its script is open to all. */
export function createDesk({ bundles, publicUrl, api, signIn, wording, log }: DeskDependencies): Mount[] {
  const folder = join(bundles, DESK_BUNDLES);
  const router = Router({ caseSensitive: true });
  const agents = signIn.guard('agent');
  const editors = signIn.guard('editor');
  router.use(signIn.routes);
  router.get('/', pageHeaders(publicUrl), atItsAddress(publicUrl), agents, (_request, response) => {
    const built = existsSync(join(folder, 'desk.js'));
    if (!built) log.error({ command: wording.deskPage.notBuilt.command }, wording.deskPage.notBuilt.heading);
    response
      .status(built ? 200 : 503)
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send((built ? deskPage(wording) : deskNotBuiltPage(wording)).text);
  });
  const serve = expressStaticGzip(folder, {
    index: false,
    serveStatic: {
      redirect: false,
      cacheControl: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    },
  });
  router.get(['/desk.js', '/desk.css', '/preact-licence.txt'], assetHeaders('same-origin'), serve);
  router.use(['/api/gaps', '/api/freshness'], editors);
  router.use('/api', agents, api);
  return [{ path: '/desk', handler: router }];
}

/** Everything from here, nothing from anywhere else, and shown in no other page. */
function pageHeaders(publicUrl: () => string): RequestHandler {
  const none = ["'none'"];
  const self = ["'self'"];
  // Made anew for each page: the address is known only once the server listens.
  return (request, response, next) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: none,
          scriptSrc: self,
          styleSrc: self,
          imgSrc: self,
          // Not every browser takes a WebSocket of the same host for 'self'.
          connectSrc: ["'self'", publicUrl().replace(/^http/, 'ws')],
          baseUri: none,
          formAction: none,
          frameAncestors: none,
        },
      },
    })(request, response, next);
}
