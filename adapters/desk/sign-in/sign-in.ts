import { type Request, type RequestHandler, Router } from 'express';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { ERRORS } from '../../../knowledge/errors.ts';
import type { HttpLog } from '../../http/dependencies.ts';
import type { DeskAccess, DeskRole, Identity } from './access.ts';
import { Attempts } from './attempts.ts';
import { Cookies } from './cookies.ts';
import { DESK, SIGN_IN, SIGN_OUT } from './desk-path.ts';
import { Guard } from './guard.ts';
import { Provider } from './provider.ts';
import { Refusals } from './refusals.ts';
import { signInRoutes } from './routes.ts';
import { Sessions } from './sessions.ts';

export interface SignInDependencies {
  readonly access: DeskAccess;
  /** Where people reach the server: `https://advisor.example.org`. */
  publicUrl(): string;
  /** Cookies are sealed with keys that are derived from it. */
  readonly key: Uint8Array;
  readonly wording: Wording;
  readonly log: HttpLog;
  readonly now?: () => Date;
  /** By which the provider is asked; the built-in one unless told. */
  readonly fetch?: typeof fetch;
}

/** Who may use the desk. */
export interface SignIn {
  /** Address that signs out; null where nobody has to sign in. */
  readonly signOutPath: string | null;
  /** To stand before whatever is for those with a role. It answers those who lack it. */
  guard(role: DeskRole): RequestHandler;
  /** Whom a request that a guard let through is from. */
  identity(request: Request): Identity;
  /** To be mounted at `/desk`, before the guard: where people sign in and out. It hands on what it does not know. */
  readonly routes: Router;
}

export function createSignIn(dependencies: SignInDependencies): SignIn {
  const { access, publicUrl, key, wording, log, now = () => new Date() } = dependencies;
  const cookies = new Cookies(publicUrl);
  const refusals = new Refusals(wording);
  // The secret may change without anybody having to sign in again.
  const { clientSecret: _, ...provider } = access.kind === 'sign-in' ? access.provider : { clientSecret: '' };
  const sealing = { key, context: JSON.stringify(provider), cookies, now };
  const sessions = new Sessions(sealing);
  const guard = new Guard({ access, sessions, refusals, publicUrl });
  tell(access, log);
  return {
    signOutPath: access.kind === 'sign-in' ? SIGN_OUT : null,
    guard: (role) => guard.for(role),
    identity: (request) => guard.identity(request),
    routes:
      access.kind === 'sign-in'
        ? signInRoutes({
            settings: access.provider,
            provider: new Provider(access.provider, dependencies.fetch),
            attempts: new Attempts(sealing),
            sessions,
            refusals,
            wording,
            log,
            publicUrl,
          })
        : withoutSignIn(guard),
  };
}

/** Old addresses of a desk that had sign-in lead to its first page, or to why it is closed. */
function withoutSignIn(guard: Guard): Router {
  const router = Router({ caseSensitive: true });
  for (const path of [SIGN_IN, SIGN_OUT]) {
    router.get(path.slice(DESK.length), guard.for('agent'), (_request, response) => response.redirect(303, DESK));
  }
  return router;
}

function tell(access: DeskAccess, log: HttpLog): void {
  if (access.kind === 'off') {
    const code = access.because === 'switched-off' ? 'DESK_OFF' : 'DESK_UNPROTECTED';
    log.info({ code }, ERRORS[code]);
  } else {
    log.info({ access: access.kind }, 'the desk is open');
  }
}
