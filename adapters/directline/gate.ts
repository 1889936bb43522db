import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { ActivityLog, KeptConversation } from './ports.ts';
import type { Bound, Tokens } from './tokens.ts';

/** Who asks: the holder of a token, or a program that holds the secret. */
export type Caller = { readonly kind: 'token'; readonly bound: Bound } | { readonly kind: 'secret' };

/** Lets in who may. */
export class Gate {
  readonly #tokens: Tokens;
  readonly #secret: Buffer | null;
  readonly #log: Pick<ActivityLog, 'find'>;
  readonly #found = new WeakMap<Request, Promise<KeptConversation>>();

  constructor(tokens: Tokens, secret: string | null, log: Pick<ActivityLog, 'find'>) {
    this.#tokens = tokens;
    this.#secret = secret === null ? null : digest(secret);
    this.#log = log;
  }

  /**
   * Throws TOKEN_MISSING; TOKEN_REFUSED whatever is wrong with a token; ORIGIN_REFUSED where a page uses what was not made for it. The
   * secret is never for a page.
   */
  async caller(request: Request): Promise<Caller> {
    const { authorization, origin } = request.headers;
    if (authorization === undefined) throw new AdvisorError('TOKEN_MISSING');
    const [, token] = /^Bearer +(.+)$/i.exec(authorization) ?? [];
    if (token === undefined) throw new AdvisorError('TOKEN_REFUSED');
    const isSecret = this.#secret !== null && timingSafeEqual(digest(token), this.#secret);
    const bound = isSecret ? undefined : await this.#tokens.read('access', token);
    if (!isSecret && !bound) throw new AdvisorError('TOKEN_REFUSED');
    if (origin !== undefined && origin !== (bound?.origin ?? '')) throw new AdvisorError('ORIGIN_REFUSED');
    return bound ? { kind: 'token', bound } : { kind: 'secret' };
  }

  /** The conversation of the address, for who may use it. Asked again by the same request, it is the same answer. */
  conversation(request: Request): Promise<KeptConversation> {
    const found = this.#found.get(request) ?? this.#find(request);
    this.#found.set(request, found);
    return found;
  }

  /** Throws CONVERSATION_FOREIGN, or CONVERSATION_UNKNOWN where it is the caller's and not there. */
  async #find(request: Request): Promise<KeptConversation> {
    const { id } = request.params;
    const caller = await this.caller(request);
    if (typeof id !== 'string' || (caller.kind === 'token' && caller.bound.conversation !== id)) {
      throw new AdvisorError('CONVERSATION_FOREIGN');
    }
    const conversation = await this.#log.find(id);
    if (!conversation) throw new AdvisorError('CONVERSATION_UNKNOWN');
    // The secret is for the operator's programs, not for reading what people say in pages.
    if (caller.kind === 'secret' && conversation.origin !== '') throw new AdvisorError('CONVERSATION_FOREIGN');
    return conversation;
  }
}

/** Of equal length, so that the comparison tells nothing of the secret. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
