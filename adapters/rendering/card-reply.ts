import { type Activity, TextFormatTypes } from 'botbuilder';
import { REPLY_CONTENT_TYPE, type Reply } from '../../dialogs/replies.ts';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { answerCard } from './card.ts';
import { CARD_CONTENT_TYPE } from './card-schema.ts';
import type { PictureOptions } from './picture.ts';

/** What differs between channels that show cards. */
export interface CardOptions extends PictureOptions {
  /** Suggested actions that the channel shows; those beyond stand on the card. All, unless told. */
  readonly mostSuggested?: number;
  /** Bytes that a card may have: a larger answer is told as text alone. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 60_000;

/**
 * A reply as a channel with cards gets it: the lead as text, the rest as one Adaptive Card. Whatever is no answer, and an answer that is
 * too large for a card, is text alone. The reply's data goes: clients get no more than what is shown.
 */
export function cardReply(activity: Partial<Activity>, options: CardOptions): Partial<Activity> {
  const { attachments = [], ...message } = activity;
  const data = attachments.find(({ contentType }) => contentType === REPLY_CONTENT_TYPE);
  if (!data) return activity;
  const others = attachments.filter((attachment) => attachment !== data);
  const reply: Reply = data.content;
  const { mostSuggested = Number.POSITIVE_INFINITY, mostBytes = MOST_BYTES } = options;
  const suggested = activity.suggestedActions;
  const plainMessage: Partial<Activity> = {
    ...message,
    textFormat: TextFormatTypes.Plain,
    ...(others.length > 0 && { attachments: others }),
    ...(suggested && { suggestedActions: { ...suggested, actions: suggested.actions.slice(0, mostSuggested) } }),
  };
  const { parts } = reply;
  const lead = parts?.lead.join(' ') ?? '';
  if (!parts || lead === '') return plainMessage;
  const clicks = reply.suggestions.slice(mostSuggested);
  const card = answerCard(reply, parts, options, wordingFor(activity.locale), clicks);
  if (!card || Buffer.byteLength(JSON.stringify(card)) > mostBytes) return plainMessage;
  return {
    ...plainMessage,
    text: lead,
    attachments: [...others, { contentType: CARD_CONTENT_TYPE, content: card }],
  };
}
