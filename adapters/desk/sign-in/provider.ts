import * as oidc from 'openid-client';
import { AdvisorError, type ErrorCode } from '../../../knowledge/errors.ts';
import type { OidcSettings } from './access.ts';
import type { Attempt } from './attempts.ts';
import { type Claims, claimOf } from './roles.ts';

const TIMEOUT_SECONDS = 10;
/** How openid-client names that no answer came, or none that can be read. */
const UNREADABLE: readonly (string | undefined)[] = [
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
];

/** A code of OAuth, and nothing that somebody has put in its place. */
const OAUTH_CODE = /^[a-z_]{1,60}$/;

/** The OpenID Connect provider. It is asked about itself at the first sign-in, and again until it has answered. */
export class Provider {
  readonly #settings: OidcSettings;
  readonly #fetch: typeof fetch;
  #found: Promise<oidc.Configuration> | undefined;

  constructor(settings: OidcSettings, fetchWith: typeof fetch = fetch) {
    this.#settings = settings;
    this.#fetch = fetchWith;
  }

  /** Where a browser goes to sign in. `again`: also where it is signed in there already. Throws PROVIDER_UNUSABLE. */
  async signInUrl(asked: {
    readonly attempt: Attempt;
    readonly state: string;
    readonly redirectUri: string;
    readonly again: boolean;
  }): Promise<string> {
    const configuration = await this.#configuration();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: asked.redirectUri,
      scope: this.#settings.scopes,
      state: asked.state,
      nonce: asked.attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(asked.attempt.verifier),
      code_challenge_method: 'S256',
      ...(asked.again && { prompt: 'login' }),
    }).href;
  }

  /**
   * What the provider says of whoever came back to `address`, the redirect URI with what was put to it. Throws SIGN_IN_FAILED,
   * SIGN_IN_DECLINED or PROVIDER_UNUSABLE.
   */
  async claims(address: URL, { attempt, state }: { attempt: Attempt; state: string }): Promise<Claims> {
    const configuration = await this.#configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new AdvisorError('SIGN_IN_FAILED');
      // Many providers tell roles and names at the userinfo address alone.
      const told = claimOf(claims, this.#settings.rolesClaim) !== undefined;
      if (told || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
      return { ...claims, ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)) };
    } catch (cause) {
      throw new AdvisorError(codeFor(cause), toldBy(cause), { cause });
    }
  }

  /** Where a browser signs out of the provider too; null where it offers no such address, or cannot be asked for it. */
  async signOutUrl(comeBackTo: string): Promise<string | null> {
    const configuration = await this.#configuration().catch(() => null);
    if (!configuration || configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: comeBackTo }).href;
  }

  #configuration(): Promise<oidc.Configuration> {
    this.#found ??= this.#discover().catch((cause: unknown) => {
      this.#found = undefined;
      throw new AdvisorError('PROVIDER_UNUSABLE', [], { cause });
    });
    return this.#found;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    return oidc.discovery(url, clientId, clientSecret, clientAuth(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      [oidc.customFetch]: (address, { method, headers, body, redirect, signal }) =>
        this.#fetch(address, { method, headers, redirect, body: body ?? null, signal: signal ?? null }),
      // The configuration lets http through on loopback alone.
      execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    });
  }
}

/** By the header where the provider takes it, as it does unless it says otherwise; else in the body. */
function clientAuth(secret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(secret);
  const post = oidc.ClientSecretPost(secret);
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function codeFor(cause: unknown): ErrorCode {
  if (cause instanceof oidc.AuthorizationResponseError) {
    if (cause.error === 'access_denied') return 'SIGN_IN_DECLINED';
    return ['server_error', 'temporarily_unavailable'].includes(cause.error) ? 'PROVIDER_UNUSABLE' : 'SIGN_IN_FAILED';
  }
  if (cause instanceof oidc.ResponseBodyError) return cause.status >= 500 ? 'PROVIDER_UNUSABLE' : 'SIGN_IN_FAILED';
  if (cause instanceof oidc.ClientError)
    return UNREADABLE.includes(cause.code) ? 'PROVIDER_UNUSABLE' : 'SIGN_IN_FAILED';
  // What fetch throws where nobody answers.
  return cause instanceof TypeError ? 'PROVIDER_UNUSABLE' : 'SIGN_IN_FAILED';
}

/** The provider's own code for what is wrong (`invalid_client`): its description may name people. */
function toldBy(cause: unknown): string[] {
  const told: readonly (string | undefined)[] =
    cause instanceof oidc.AuthorizationResponseError || cause instanceof oidc.ResponseBodyError
      ? [cause.error]
      : cause instanceof oidc.WWWAuthenticateChallengeError
        ? cause.cause.map(({ parameters }) => parameters.error)
        : [];
  return told.filter((code): code is string => code !== undefined && OAUTH_CODE.test(code));
}
