import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type Loopback, sendJson, serveLoopback } from './loopback.ts';

/** The bot's app, as every test has it. */
export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const ISSUER = 'https://api.botframework.com';

export interface TokenWishes {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string | string[];
  /** Seconds from now; negative for the past. */
  readonly expires?: number;
  readonly notBefore?: number;
  /** Signed with a key that the service does not publish, under the name of the one that it does. */
  readonly forged?: boolean;
  /** Signed with the key of another channel. */
  readonly ofOtherChannel?: boolean;
  /** Names a key that the service does not have; null for none. */
  readonly kid?: string | null;
}

/** Stands in for the Bot Framework's token service: keys, their OpenID metadata, and tokens that are signed with them. */
export interface TokenService {
  readonly metadataUrl: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** What the service answers to everything instead, or never; null for what it should. */
  failing: number | 'drop' | null;
  /** Whether the key of the other channel is all that it publishes. */
  otherAlone: boolean;
  /** A token for an activity of this service. */
  token(serviceUrl: string, wishes?: TokenWishes): Promise<string>;
  /** The public key, as a forger has it too. */
  publicKey(): Promise<string>;
  close(): Promise<void>;
}

const KEY_ID = 'of-teams';
const OTHER_KEY_ID = 'of-another-channel';

export async function startTokenService(): Promise<TokenService> {
  const [own, other, forger] = await Promise.all(Array.from({ length: 3 }, () => generateKeyPair('RS256')));
  if (!own || !other || !forger) throw new Error('no keys were made');
  const keys = [
    { ...(await exportJWK(own.publicKey)), kid: KEY_ID, use: 'sig', endorsements: ['msteams', 'webchat'] },
    { ...(await exportJWK(other.publicKey)), kid: OTHER_KEY_ID, use: 'sig', endorsements: ['facebook'] },
  ];
  const loopback: Loopback = await serveLoopback((request, response) => {
    made.asked.push(request.url ?? '');
    if (made.failing === 'drop') return request.socket.destroy();
    if (made.failing !== null) return sendJson(response, {}, made.failing);
    if (request.url === '/keys') return sendJson(response, { keys: made.otherAlone ? keys.slice(1) : keys });
    return sendJson(response, { issuer: ISSUER, jwks_uri: `${loopback.origin}/keys` });
  });
  const made: TokenService = {
    metadataUrl: `${loopback.origin}/openidconfiguration`,
    asked: [],
    failing: null,
    otherAlone: false,
    token: async (serviceUrl, wishes = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const { claims = {}, issuer = ISSUER, audience = APP_ID, expires = 3_600, notBefore = -60 } = wishes;
      const pair = wishes.forged === true ? forger : wishes.ofOtherChannel === true ? other : own;
      return new SignJWT({ serviceurl: serviceUrl, ...claims })
        .setProtectedHeader({
          alg: 'RS256',
          typ: 'JWT',
          ...(wishes.kid !== null && { kid: wishes.kid ?? (wishes.ofOtherChannel === true ? OTHER_KEY_ID : KEY_ID) }),
        })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore(now + notBefore)
        .setExpirationTime(now + expires)
        .sign(pair.privateKey);
    },
    publicKey: () => exportSPKI(own.publicKey),
    close: () => loopback.close(),
  };
  return made;
}
