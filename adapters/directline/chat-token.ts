import type { Router } from 'express';
import { z } from 'zod';
import { AdvisorError } from '../../knowledge/errors.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Conversations } from './conversations.ts';
import { newConversationId, newUserId } from './ids.ts';
import { only } from './middleware.ts';
import type { ActivityLog, KeptConversation } from './ports.ts';
import type { Tokens } from './tokens.ts';

export const CHAT_TOKEN_PATH = '/api/chat/token';

/** What a page sends that was here before. Anything else begins anew. */
const comeback = z.object({ resume: z.string() });

export interface ChatTokenAnswer {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Seconds that the token is good for. */
  readonly expiresIn: number;
  /** By this the same page gets a new token for the same conversation, for as long as that is kept. */
  readonly resume: string;
}

export interface ChatTokenDependencies {
  readonly log: Pick<ActivityLog, 'find'>;
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly tokenSeconds: number;
}

/** Tokens for browsers, which cannot keep a secret: bound to the origin of the page that asks. */
export function chatTokenRoutes(dependencies: ChatTokenDependencies): (router: Router) => void {
  const { conversations, tokens, tokenSeconds } = dependencies;
  return (router) => {
    router
      .route('/')
      .post(...jsonBody, async (request, response) => {
        const { origin } = request.headers;
        if (origin === undefined) throw new AdvisorError('ORIGIN_REFUSED');
        conversations.checkServing();
        const conversation =
          (await resumed(dependencies, request.body, origin)) ?? (await begun(conversations, origin));
        const bound = { user: conversation.user, conversation: conversation.id, origin };
        const answer: ChatTokenAnswer = {
          token: await tokens.sign('access', bound),
          conversationId: conversation.id,
          userId: conversation.user,
          expiresIn: tokenSeconds,
          resume: await tokens.sign('resume', bound),
        };
        response.json(answer);
      })
      .all(only('POST'));
  };
}

/** The conversation that a page comes back to, if it is its own and kept still. */
async function resumed(
  { log, tokens }: ChatTokenDependencies,
  body: unknown,
  origin: string,
): Promise<KeptConversation | undefined> {
  const given = comeback.safeParse(body);
  const bound = given.success ? await tokens.read('resume', given.data.resume) : undefined;
  if (bound?.origin !== origin) return undefined;
  const kept = await log.find(bound.conversation);
  return kept?.user === bound.user && kept.origin === origin ? kept : undefined;
}

async function begun(conversations: Conversations, origin: string): Promise<KeptConversation> {
  const conversation = { id: newConversationId(), user: newUserId(), origin };
  await conversations.begin(conversation);
  return conversation;
}
