import { createLocalJWKSet, createRemoteJWKSet, errors, type FlattenedJWSInput, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import { AdvisorError } from '../../knowledge/errors.ts';

const TIMEOUT_MS = 5_000;
/** The publisher asks that keys be looked up once a day. */
const KEEP_MS = 24 * 60 * 60 * 1000;
/** A token with a key that nobody knows, sent again and again, is to cost no look-up each time. */
const COOLDOWN_MS = 60_000;

const metadata = z.object({ jwks_uri: z.url() });
/** Channels that a key speaks for; where none are named it speaks for all. */
const endorsed = z.object({ kid: z.string(), endorsements: z.array(z.string()).nullish() });

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/** The keys that the Bot Framework signs its tokens with, looked up at the first token and kept for a day. */
export class ChannelKeys {
  readonly #metadataUrl: string;
  readonly #keepMs: number;
  #found: Promise<RemoteKeys> | undefined;

  /** `metadataUrl`: the OpenID metadata document that names the address of the keys. `keepMs`: how long they are used before they are looked up again. */
  constructor(metadataUrl: string, keepMs = KEEP_MS) {
    this.#metadataUrl = metadataUrl;
    this.#keepMs = keepMs;
  }

  /** The key of a token. Throws TEAMS_KEYS_UNUSABLE, or an error of jose where there is none. */
  async keyOf(header: JWTHeaderParameters, token: FlattenedJWSInput): ReturnType<RemoteKeys> {
    const keys = await this.#keys();
    try {
      return await keys(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      // Keys that could not be looked up afresh are better than a bot that answers nobody until they can.
      const known = keys.jwks();
      if (!known) throw new AdvisorError('TEAMS_KEYS_UNUSABLE', [], { cause });
      return createLocalJWKSet(known)(header, token).catch(() => {
        throw new AdvisorError('TEAMS_KEYS_UNUSABLE', [], { cause });
      });
    }
  }

  /** Whether the key may sign for the channel: one for another channel must not speak for Teams. */
  async endorses(kid: string | undefined, channel: string): Promise<boolean> {
    const set: unknown[] = (await this.#keys()).jwks()?.keys ?? [];
    const key = set.map((each) => endorsed.safeParse(each).data).find((each) => each?.kid === kid);
    // A token that names no key, or one that is gone meanwhile, is vouched for by nothing.
    if (!key) return false;
    const endorsements = key.endorsements ?? [];
    return endorsements.length === 0 || endorsements.includes(channel);
  }

  /** Looked up once for all that ask meanwhile; again after it failed. */
  #keys(): Promise<RemoteKeys> {
    this.#found ??= this.#find().catch((cause: unknown) => {
      this.#found = undefined;
      throw new AdvisorError('TEAMS_KEYS_UNUSABLE', [], { cause });
    });
    return this.#found;
  }

  async #find(): Promise<RemoteKeys> {
    const answer = await fetch(this.#metadataUrl, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    if (!answer.ok) throw new Error(`the metadata address answered ${answer.status}`);
    const { jwks_uri } = metadata.parse(await answer.json());
    return createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: TIMEOUT_MS,
      cacheMaxAge: this.#keepMs,
      cooldownDuration: COOLDOWN_MS,
    });
  }
}
