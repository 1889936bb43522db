import type { Request, RequestHandler, Response } from 'express';
import { isLocal } from '../../http/local-request.ts';
import { DESK_ROLES, type DeskAccess, type DeskRole, type Identity } from './access.ts';
import { deskPath, SIGN_IN } from './desk-path.ts';
import { type Refusals, wantsPage } from './refusals.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Sessions } from './sessions.ts';

const NOBODY: Identity = { name: null, roles: [] };
const HARMLESS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export interface GuardDependencies {
  readonly access: DeskAccess;
  readonly sessions: Sessions;
  readonly refusals: Refusals;
  publicUrl(): string;
}

/** Stands before the desk's pages and its interface. */
export class Guard {
  readonly #dependencies: GuardDependencies;
  readonly #identities = new WeakMap<Request, Identity>();

  constructor(dependencies: GuardDependencies) {
    this.#dependencies = dependencies;
  }

  /** Lets those with the role through; others are sent to sign in where they read a page, and told why not where a program asks. */
  for(role: DeskRole): RequestHandler {
    return async (request, response, next) => {
      // What is behind here is for one person; a handler may say otherwise of what is for all.
      response.set('Cache-Control', 'no-store');
      const identity = await this.#admit(request, response, role);
      if (!identity) return;
      if (!HARMLESS.includes(request.method) && !isSameOrigin(request.headers, this.#ownOrigins(request))) {
        this.#dependencies.refusals.sendCode(response, 'REQUEST_FOREIGN');
        return;
      }
      this.#identities.set(request, identity);
      next();
    };
  }

  /** Whom a request that was let through is from. */
  identity(request: Request): Identity {
    return this.#identities.get(request) ?? NOBODY;
  }

  /** Who asks, if they may; otherwise they have been answered. */
  async #admit(request: Request, response: Response, role: DeskRole): Promise<Identity | undefined> {
    const { access, sessions, refusals } = this.#dependencies;
    if (access.kind === 'off') {
      refusals.send(request, response, access.because === 'switched-off' ? 'DESK_OFF' : 'DESK_UNPROTECTED');
      return undefined;
    }
    if (access.kind === 'this-machine') {
      if (isLocal(request)) return { name: null, roles: DESK_ROLES };
      refusals.send(request, response, 'DESK_ELSEWHERE');
      return undefined;
    }
    const session = await sessions.of(request);
    if (!session) {
      this.#sendToSignIn(request, response);
      return undefined;
    }
    if (session.roles.includes(role)) return { name: session.name, roles: session.roles };
    refusals.sendRoleMissing(request, response, {
      person: session.name,
      role: access.provider.roleNames[role],
      to: deskPath(request.originalUrl),
      isIn: true,
    });
    return undefined;
  }

  #sendToSignIn(request: Request, response: Response): void {
    const { refusals, publicUrl } = this.#dependencies;
    if (!wantsPage(request)) {
      refusals.sendCode(response, 'SIGN_IN_NEEDED');
      return;
    }
    const to = new URLSearchParams({ to: deskPath(request.originalUrl) });
    // By its public address, where the provider leads back to: a cookie of `localhost` is not one of 127.0.0.1.
    response.vary('Accept').redirect(303, `${publicUrl()}${SIGN_IN}?${to}`);
  }

  /** On its own machine the server has several names. */
  #ownOrigins(request: Request): string[] {
    const { access, publicUrl } = this.#dependencies;
    const own = new URL(publicUrl()).origin;
    return access.kind === 'this-machine' ? [own, `http://${request.headers.host}`] : [own];
  }
}
