import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT_ID = 'desk';
/** With signs that have to be escaped on the way. */
export const CLIENT_SECRET = 'a secret: 100% of the tests+?&';

export interface Account {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface ProviderOptions {
  /** Tells all claims in the ID token; at the userinfo address alone unless told. */
  readonly claimsInIdToken?: boolean;
  readonly clientAuth?: 'client_secret_basic' | 'client_secret_post';
}

/** A real OpenID Connect provider on loopback, whose users are chosen by the test. */
export interface TestProvider {
  readonly issuer: string;
  /** Who signs in next; null presses Cancel. */
  account: Account | null;
  /** Nobody answers. */
  down: boolean;
  /** Takes requests before the provider does where it gives true. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  /** Method and path of what was asked. */
  readonly asked: string[];
  /** The desk that its client is. */
  register(publicUrl: string): void;
  close(): Promise<void>;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startProvider(options: ProviderOptions = {}): Promise<TestProvider> {
  let serve: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  const server = createServer((request, response) => {
    made.asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (made.down) request.socket.destroy();
    else if (!made.intercept?.(request, response)) void serve?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const made: TestProvider = {
    issuer: `http://127.0.0.1:${port}`,
    account: null,
    down: false,
    intercept: null,
    asked: [],
    register: (publicUrl) => {
      serve = oidcServer(made, publicUrl, options);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return made;
}

function oidcServer(
  made: TestProvider,
  publicUrl: string,
  { claimsInIdToken = false, clientAuth = 'client_secret_basic' }: ProviderOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const accounts = new Map<string, Account>();
  const provider = new Provider(made.issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${publicUrl}/desk/callback`],
        post_logout_redirect_uris: [`${publicUrl}/desk/sign-out`],
        token_endpoint_auth_method: clientAuth,
      },
    ],
    clientAuthMethods: [clientAuth],
    claims: { openid: ['sub'], profile: ['name', 'roles', 'realm_access'] },
    conformIdTokenClaims: !claimsInIdToken,
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ ...accounts.get(id)?.claims, sub: id }),
    }),
    // Nobody is asked for consent to their organization's own desk.
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const clientId = client?.clientId ?? '';
      const given = session?.grantIdFor(clientId);
      const kept = given === undefined ? undefined : await provider.Grant.find(given);
      if (kept) return kept;
      const grant = new provider.Grant({ clientId, accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const callback = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void (await callback(request, response));
    const { account } = made;
    if (account) accounts.set(account.sub, account);
    const result = account
      ? { login: { accountId: account.sub } }
      : { error: 'access_denied', error_description: 'cancelled' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
}
