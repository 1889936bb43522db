import type { Request, RequestHandler, Router } from 'express';
import { z } from 'zod';
import { AdvisorError } from '../../knowledge/errors.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Conversations } from './conversations.ts';
import type { Gate } from './gate.ts';
import { newConversationId, newUserId } from './ids.ts';
import { readIncoming } from './incoming.ts';
import { type Limits, limitMessages } from './limits.ts';
import { only } from './middleware.ts';
import type { Origins } from './origins.ts';
import type { ActivityLog, KeptConversation } from './ports.ts';
import { activitySet, type ConversationAnswer, type TokenAnswer } from './protocol.ts';
import type { StreamAddresses } from './stream-address.ts';
import type { Bound, Tokens } from './tokens.ts';
import { positionOf } from './watermark.ts';

/** Activities in one answer; a client that is behind asks again. */
const PAGE = 100;

/** What a program may ask of a token for its page. */
const wishes = z.object({
  user: z.object({ id: z.string().regex(/^dl_[\w-]{1,80}$/, 'has to begin with dl_') }).optional(),
  trustedOrigins: z.array(z.string()).max(1, 'a token is bound to one origin').optional(),
});

export interface RouteDependencies {
  readonly log: Pick<ActivityLog, 'since' | 'last'>;
  readonly conversations: Conversations;
  readonly gate: Gate;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly addresses: StreamAddresses;
  readonly limits: Limits;
  readonly locale: string;
  now(): Date;
}

/** The addresses of Direct Line 3.0, below its prefix. */
export function directLineRoutes(dependencies: RouteDependencies): (router: Router) => void {
  const { gate, limits, conversations } = dependencies;
  // A message that nobody can answer yet does not count as one.
  const serving: RequestHandler = (_request, _response, next) => {
    conversations.checkServing();
    next();
  };
  const perConversation = limitMessages(limits, async (request) => (await gate.conversation(request)).id);
  return (router) => {
    router
      .route('/tokens/generate')
      .post(...jsonBody, generateToken(dependencies))
      .all(only('POST'));
    router.route('/tokens/refresh').post(refreshToken(dependencies)).all(only('POST'));
    router
      .route('/conversations')
      .post(...jsonBody, startConversation(dependencies))
      .all(only('POST'));
    router.route('/conversations/:id').get(reconnect(dependencies)).all(only('GET'));
    router
      .route('/conversations/:id/activities')
      .get(readActivities(dependencies))
      .post(serving, perConversation, ...jsonBody, postActivity(dependencies))
      .all(only('GET', 'POST'));
    router.route('/conversations/:id/upload').post(refuseUpload(dependencies)).all(only('POST'));
  };
}

/** For a program that holds the secret: a token for its page, of a conversation that is yet to begin. */
function generateToken({ gate, tokens, origins, limits }: RouteDependencies): RequestHandler {
  return async (request, response) => {
    const caller = await gate.caller(request);
    if (caller.kind !== 'secret') throw new AdvisorError('SECRET_REFUSED');
    const { data, error } = wishes.safeParse(request.body ?? {});
    if (!data) {
      throw new AdvisorError(
        'REQUEST_INVALID',
        error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
      );
    }
    const origin = data.trustedOrigins?.[0] ?? '';
    if (origin !== '' && !origins.allows(origin)) throw new AdvisorError('ORIGIN_REFUSED');
    const bound = { user: data.user?.id ?? newUserId(), conversation: newConversationId(), origin };
    response.json(await tokenAnswer(tokens, limits, bound));
  };
}

function refreshToken({ gate, tokens, limits }: RouteDependencies): RequestHandler {
  return async (request, response) => {
    const caller = await gate.caller(request);
    // The secret needs no refreshing.
    if (caller.kind !== 'token') throw new AdvisorError('TOKEN_REFUSED');
    response.json(await tokenAnswer(tokens, limits, caller.bound));
  };
}

/** 201 for a conversation that began, 200 for that of the token, begun before. */
function startConversation(dependencies: RouteDependencies): RequestHandler {
  const { gate, conversations } = dependencies;
  return async (request, response) => {
    const caller = await gate.caller(request);
    const conversation: KeptConversation =
      caller.kind === 'secret'
        ? { id: newConversationId(), user: newUserId(), origin: '' }
        : { id: caller.bound.conversation, user: caller.bound.user, origin: caller.bound.origin };
    conversations.checkServing();
    const isNew = await conversations.begin(conversation);
    await conversations.greet(conversation);
    response.status(isNew ? 201 : 200).json(await conversationAnswer(dependencies, conversation, 0));
  };
}

/** For a client that comes back: a new token and a new stream from where it was. */
function reconnect(dependencies: RouteDependencies): RequestHandler {
  const { gate, conversations } = dependencies;
  return async (request, response) => {
    const position = positionOf(request.query.watermark);
    const conversation = await gate.conversation(request);
    await conversations.greet(conversation);
    response.json(await conversationAnswer(dependencies, conversation, position));
  };
}

function readActivities({ gate, log }: RouteDependencies): RequestHandler {
  return async (request, response) => {
    const position = positionOf(request.query.watermark);
    const { id } = await gate.conversation(request);
    const logged = await log.since(id, position, PAGE);
    const last = logged.at(-1)?.position ?? Math.min(position, await log.last(id));
    response.json(activitySet(id, logged, last));
  };
}

function postActivity({ gate, conversations, limits, locale, now }: RouteDependencies): RequestHandler {
  return async (request, response) => {
    const conversation = await gate.conversation(request);
    const { textLength } = limits;
    const incoming = readIncoming(request.body, { conversation, now: now(), locale, textLength });
    response.json({ id: await conversations.receive(conversation, incoming) });
  };
}

/** Told before the files are read. Not as a 403: the client would take its token for expired. */
function refuseUpload({ gate }: RouteDependencies): RequestHandler {
  return async (request: Request) => {
    await gate.conversation(request);
    throw new AdvisorError('UPLOAD_REFUSED');
  };
}

async function tokenAnswer(tokens: Tokens, { tokenSeconds }: Limits, bound: Bound): Promise<TokenAnswer> {
  const token = await tokens.sign('access', bound);
  return { conversationId: bound.conversation, token, expires_in: tokenSeconds };
}

async function conversationAnswer(
  { tokens, limits, addresses }: RouteDependencies,
  { id, user, origin }: KeptConversation,
  position: number,
): Promise<ConversationAnswer> {
  const answer = await tokenAnswer(tokens, limits, { user, conversation: id, origin });
  return { ...answer, streamUrl: await addresses.make(id, position) };
}
