import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import { z } from 'zod';
import { withoutPersonalData } from '../../dialogs/personal-data.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { clickedWords } from '../rendering/click.ts';
import type { KeptConversation } from './ports.ts';
import { cleaned, firstCharacters } from './typed-text.ts';

const LONGEST_ID = 200;
const LONGEST_NAME = 100;

/** The sender's own id is all that is taken of its channelData: marks of ours stand there too. */
const channelData = z.object({ clientActivityID: z.string().min(1).max(LONGEST_ID).optional() }).nullish();
const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i)
  .nullish()
  .catch(null);

/** What may come in. Everything that is not named here is left behind: sender, attachments, times. */
const incoming = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    text: z.string().nullish(),
    value: z.unknown().optional(),
    locale,
    channelData,
  }),
  z.object({ type: z.literal('event'), name: z.string().min(1).max(LONGEST_NAME), locale, channelData }),
  z.object({ type: z.literal('typing') }),
]);

export interface Incoming {
  readonly clientId: string | null;
  /** What is logged and echoed; null for what only says that somebody is typing. */
  readonly activity: Partial<Activity> | null;
}

export interface IncomingContext {
  readonly conversation: KeptConversation;
  readonly now: Date;
  readonly locale: string;
  /** Characters of a text that are kept. */
  readonly textLength: number;
}

/** Reads what a client sent, as it is to be logged. Throws ACTIVITY_REFUSED, never with what was sent. */
export function readIncoming(body: unknown, context: IncomingContext): Incoming {
  const parsed = incoming.safeParse(body);
  if (!parsed.success) {
    throw new AdvisorError(
      'ACTIVITY_REFUSED',
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
    );
  }
  const { data } = parsed;
  if (data.type === 'typing') return { clientId: null, activity: null };
  const clientId = data.channelData?.clientActivityID ?? null;
  const activity: Partial<Activity> = {
    timestamp: context.now,
    locale: data.locale ?? context.locale,
    from: { id: context.conversation.user, name: '', role: RoleTypes.User },
    ...(clientId !== null && { channelData: { clientActivityID: clientId } }),
  };
  if (data.type === 'message') {
    // Cut, not refused: a client can only offer to send a refused message again. The bot says that it is too long.
    const text = firstCharacters(textOf(data.text ?? '', data.value), context.textLength);
    return {
      clientId,
      activity: withoutPersonalData({ ...activity, type: ActivityTypes.Message, text, textFormat: 'plain' }),
    };
  }
  // An event begins no turn: its value would be kept for nobody.
  const { text: name = '' } = withoutPersonalData({ text: cleaned(data.name) });
  return { clientId, activity: { ...activity, type: ActivityTypes.Event, name } };
}

/** The words of a message: those that were typed, or else those that a clicked card stands for. */
function textOf(typed: string, value: unknown): string {
  const text = cleaned(typed);
  if (text.trim() !== '') return text;
  const words = cleaned(clickedWords(value) ?? '');
  if (words.trim() === '') refuse('text: is missing, and the words of a click (value.say) as well');
  return words;
}

function refuse(reason: string): never {
  throw new AdvisorError('ACTIVITY_REFUSED', [reason]);
}
