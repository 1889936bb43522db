import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { ChannelKeys } from './channel-keys.ts';

/** Who signs the tokens of activities, and the clocks that may differ by as much. */
const ISSUER = 'https://api.botframework.com';
const TOLERANCE_SECONDS = 5 * 60;
const ALGORITHMS: string[] = ['RS256', 'RS384', 'RS512'];

/** What of an activity its token has to vouch for. */
export interface Vouched {
  readonly channelId: string;
  readonly serviceUrl: string;
}

/** Lets activities in, or throws TOKEN_MISSING, TOKEN_REFUSED or TEAMS_KEYS_UNUSABLE. */
export interface TokenCheck {
  check(authorization: string | undefined, activity: Vouched): Promise<void>;
}

/** For programs on the same machine alone: everything is let in. */
export const unchecked: TokenCheck = { check: async () => undefined };

/**
 * Tokens of the Bot Framework's channels for this bot. Not by the SDK's own check: that one takes tokens of other bots and of the
 * Emulator too, fetches keys before it looks at who the token is for, without a time limit, and writes what it refuses to the console.
 */
export class ChannelTokens implements TokenCheck {
  readonly #appId: string;
  readonly #keys: ChannelKeys;

  constructor(appId: string, keys: ChannelKeys) {
    this.#appId = appId;
    this.#keys = keys;
  }

  async check(authorization: string | undefined, { channelId, serviceUrl }: Vouched): Promise<void> {
    if (authorization === undefined || authorization.trim() === '') throw new AdvisorError('TOKEN_MISSING');
    const token = /^Bearer ([\w.-]+)$/.exec(authorization)?.[1];
    if (token === undefined) throw new AdvisorError('TOKEN_REFUSED');
    try {
      // What says itself that it is for somebody else costs no look-up of keys.
      this.#isForThisBot(decodeJwt(token));
      const { payload, protectedHeader } = await jwtVerify(token, (header, jws) => this.#keys.keyOf(header, jws), {
        issuer: ISSUER,
        audience: this.#appId,
        algorithms: ALGORITHMS,
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      });
      this.#isForThisBot(payload);
      if (serviceUrlOf(payload) !== serviceUrl) throw new AdvisorError('TOKEN_REFUSED');
      if (!(await this.#keys.endorses(protectedHeader.kid, channelId))) throw new AdvisorError('TOKEN_REFUSED');
    } catch (error) {
      // Reasons are not told: they would help whoever forges one.
      if (error instanceof errors.JOSEError) throw new AdvisorError('TOKEN_REFUSED', [], { cause: error });
      throw error;
    }
  }

  #isForThisBot({ iss, aud }: JWTPayload): void {
    if (iss !== ISSUER || aud !== this.#appId) throw new AdvisorError('TOKEN_REFUSED');
  }
}

/** The documents write the claim in two ways. */
function serviceUrlOf({ serviceurl, serviceUrl }: JWTPayload): unknown {
  return serviceurl ?? serviceUrl;
}
