import { randomBytes } from 'node:crypto';
import express, { Router } from 'express';
import type { DeskAccess, OidcSettings } from '../../../adapters/desk/sign-in/access.ts';
import { createSignIn } from '../../../adapters/desk/sign-in/sign-in.ts';
import { createApp } from '../../../adapters/http/app.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { TODAY } from '../../dialogs/helpers.ts';
import { Browser } from './browser.ts';
import { CLIENT_ID, CLIENT_SECRET, type TestProvider } from './provider.ts';

export interface TestDesk {
  readonly origin: string;
  /** Where people reach it. */
  readonly publicUrl: string;
  /** What was logged, as JSON lines. */
  readonly logged: string[];
  /** The desk's clock runs ahead by so many milliseconds. */
  ahead: number;
  /** Address that requests seem to come from, where it is not the real one. */
  peer: string | undefined;
  browser(): Browser;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly publicUrl?: string;
  readonly key?: Uint8Array;
}

/** A server with a desk that says who is in it. */
export async function startDesk(access: DeskAccess, options: DeskOptions = {}): Promise<TestDesk> {
  const logged: string[] = [];
  const write = (details: object, message: string): void => void logged.push(JSON.stringify({ ...details, message }));
  const log = { debug: () => undefined, info: write, error: write };
  const signIn = createSignIn({
    access,
    publicUrl: () => made.publicUrl,
    key: options.key ?? randomBytes(32),
    wording: en,
    log,
    now: () => new Date(Date.now() + made.ahead),
  });
  const router = Router();
  router.use(signIn.routes);
  router.use('/api/gaps', signIn.guard('editor'));
  router.use(signIn.guard('agent'), (request, response) => {
    response.json({ path: request.path, query: request.query, ...signIn.identity(request), out: signIn.signOutPath });
  });
  const app = createApp({
    knowledge: () => null,
    wording: en,
    today: () => TODAY,
    log,
    mounts: [{ path: '/desk', handler: router }],
  });
  // Requests from elsewhere cannot be made on one machine: the address is put in their place.
  const outer = express().use((incoming, _response, next) => {
    if (made.peer !== undefined) Object.defineProperty(incoming.socket, 'remoteAddress', { value: made.peer });
    next();
  }, app);
  const server = await HttpServer.listen(outer, { host: '127.0.0.1', port: 0 });
  const made: TestDesk = {
    origin: server.origin,
    publicUrl: options.publicUrl ?? server.origin,
    logged,
    ahead: 0,
    peer: undefined,
    browser: () => new Browser({ [made.publicUrl]: server.origin }),
    close: () => server.close(),
  };
  return made;
}

/** A desk whose people sign in at this provider. */
export async function startDeskOf(
  provider: TestProvider,
  { settings = {}, ...options }: DeskOptions & { readonly settings?: Partial<OidcSettings> } = {},
): Promise<TestDesk> {
  const desk = await startDesk(
    {
      kind: 'sign-in',
      provider: {
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        scopes: 'openid profile',
        rolesClaim: 'roles',
        roleNames: { agent: 'desk-agent', editor: 'desk-editor' },
        ...settings,
      },
    },
    options,
  );
  provider.register(desk.publicUrl);
  return desk;
}
