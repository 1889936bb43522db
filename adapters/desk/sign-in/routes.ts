import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { HttpLog } from '../../http/dependencies.ts';
import type { OidcSettings } from './access.ts';
import type { Attempts } from './attempts.ts';
import { CALLBACK, DESK, deskPath, SIGN_IN, SIGN_OUT } from './desk-path.ts';
import { type PlainPage, plainPage, plainPageHeaders } from './page.ts';
import type { Provider } from './provider.ts';
import { isRefusal, type Refusals } from './refusals.ts';
import { type Claims, rolesOf } from './roles.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Sessions } from './sessions.ts';

export interface RouteDependencies {
  readonly settings: OidcSettings;
  readonly provider: Provider;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  readonly refusals: Refusals;
  readonly wording: Wording;
  readonly log: HttpLog;
  publicUrl(): string;
}

/** `/desk/sign-in`, `/desk/callback` and `/desk/sign-out`, for a router that is mounted at `/desk`. */
export function signInRoutes(dependencies: RouteDependencies): Router {
  const router = Router({ caseSensitive: true });
  const paths = [SIGN_IN, CALLBACK, SIGN_OUT].map((path) => path.slice(DESK.length));
  router.use(paths, plainPageHeaders, noStore);
  router.get(SIGN_IN.slice(DESK.length), signIn(dependencies));
  router.get(CALLBACK.slice(DESK.length), callback(dependencies));
  router.get(SIGN_OUT.slice(DESK.length), signOut(dependencies));
  router.use(tellRefusal(dependencies));
  return router;
}

function signIn({ attempts, provider, publicUrl }: RouteDependencies): RequestHandler {
  return async (request, response) => {
    const { to, again } = request.query;
    const begun = await attempts.begin(request, response, deskPath(to));
    const redirectUri = `${publicUrl()}${CALLBACK}`;
    response.redirect(303, await provider.signInUrl({ ...begun, redirectUri, again: again === '1' }));
  };
}

function callback(dependencies: RouteDependencies): RequestHandler {
  const { attempts, provider, sessions, settings, refusals, log, publicUrl } = dependencies;
  return async (request, response) => {
    const { state } = request.query;
    const attempt = await attempts.resume(request, state);
    if (!attempt || typeof state !== 'string') throw new AdvisorError('SIGN_IN_FAILED');
    const address = new URL(`${publicUrl()}${CALLBACK}`);
    address.search = new URL(request.originalUrl, address).search;
    const claims = await provider.claims(address, { attempt, state });
    const name = nameOf(claims);
    const roles = rolesOf(claims, settings);
    if (roles.length === 0) {
      log.info({ claim: settings.rolesClaim }, 'somebody signed in who has no role of the desk');
      const role = settings.roleNames.agent;
      refusals.sendRoleMissing(request, response, { person: name, role, to: attempt.to, isIn: false });
      return;
    }
    await sessions.begin(response, { name, roles });
    log.info({ roles }, 'somebody signed in at the desk');
    response.redirect(303, attempt.to);
  };
}

/** Signs out at once whoever follows a link of the desk; whoever is led here from elsewhere is asked first. */
function signOut({ sessions, provider, wording, publicUrl }: RouteDependencies): RequestHandler {
  const { deskSignIn: words } = wording;
  return async (request, response) => {
    const session = await sessions.of(request);
    if (!session) {
      sendPage(response, {
        title: words.desk,
        heading: words.signedOut.heading,
        text: [words.signedOut.text],
        links: [{ href: SIGN_IN, label: words.signIn }],
      });
      return;
    }
    if (!isSameOrigin(request.headers, [new URL(publicUrl()).origin])) {
      sendPage(response, {
        title: words.desk,
        heading: words.signOut.heading,
        text: [words.signOut.text],
        links: [
          { href: SIGN_OUT, label: words.signOut.confirm },
          { href: DESK, label: words.back },
        ],
      });
      return;
    }
    sessions.end(response, session);
    const signedOut = `${publicUrl()}${SIGN_OUT}`;
    response.redirect(303, (await provider.signOutUrl(signedOut)) ?? SIGN_OUT);
  };
}

/** What people read of themselves: the name, or else what they sign in with. */
function nameOf(claims: Claims): string {
  const names = [claims.name, claims.preferred_username, claims.email, claims.sub];
  return names.find((name): name is string => typeof name === 'string' && name.trim() !== '') ?? '';
}

function sendPage(response: Response, page: PlainPage): void {
  response.type('html').send(plainPage(page).text);
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function tellRefusal({ refusals, log, wording }: RouteDependencies): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next) => {
    if (!(error instanceof AdvisorError) || !isRefusal(error.code, wording)) return next(error);
    // What the provider said is for the operator; an attempt that is merely old has nothing behind it.
    if (error.cause !== undefined) log.error({ err: error }, 'a sign-in failed');
    refusals.send(request, response, error.code, deskPath(request.query.to));
  };
}
