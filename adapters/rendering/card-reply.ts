import { type Activity, TextFormatTypes } from 'botbuilder';
import { REPLY_CONTENT_TYPE, type Reply } from '../../dialogs/replies.ts';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { answerCard, clicksCard } from './card.ts';
import { type AdaptiveCard, CARD_CONTENT_TYPE, type SubmitData } from './card-schema.ts';
import type { PictureOptions } from './picture.ts';

/** What differs between channels that show cards. */
export interface CardOptions extends PictureOptions {
  /** Suggested actions that the channel shows; those beyond stand on the card. All, unless told. */
  readonly mostSuggested?: number;
  /** Bytes that a card may have: a larger answer is told as text alone. */
  readonly mostBytes?: number;
  /** What a click that says this carries as its data. `{ say }`, unless told. */
  readonly clickData?: (say: string) => SubmitData;
  /** Whether suggestions beyond `mostSuggested` get a card also where the reply has no other. */
  readonly clicksAlone?: boolean;
}

const MOST_BYTES = 60_000;

/**
 * A reply as a channel with cards gets it: the lead as text, the rest as one Adaptive Card. Whatever is no answer, and an answer that is
 * too large for a card, is text alone. The reply's data goes: clients get what is shown, and what it is
 * about.
 */
export function cardReply(activity: Partial<Activity>, options: CardOptions): Partial<Activity> {
  const { attachments = [], ...message } = activity;
  const data = attachments.find(({ contentType }) => contentType === REPLY_CONTENT_TYPE);
  if (!data) return activity;
  const others = attachments.filter((attachment) => attachment !== data);
  const reply: Reply = data.content;
  const { mostSuggested = Number.POSITIVE_INFINITY, mostBytes = MOST_BYTES, clickData = (say) => ({ say }) } = options;
  const { suggestedActions: suggested, ...unsuggested } = message;
  const shown = suggested?.actions.slice(0, mostSuggested) ?? [];
  const plainMessage: Partial<Activity> = {
    ...unsuggested,
    textFormat: TextFormatTypes.Plain,
    // What a page that shows the occupation beside the talk goes by.
    ...(reply.subject && { channelData: { ...message.channelData, subject: reply.subject } }),
    ...(others.length > 0 && { attachments: others }),
    ...(suggested && shown.length > 0 && { suggestedActions: { ...suggested, actions: shown } }),
  };
  const withCard = (card: AdaptiveCard): Partial<Activity> => ({
    ...plainMessage,
    attachments: [...others, { contentType: CARD_CONTENT_TYPE, content: card }],
  });
  const clicks = reply.suggestions
    .slice(mostSuggested)
    .map((say) => ({ type: 'Action.Submit', title: say, data: clickData(say) }) as const);
  const { parts } = reply;
  const lead = parts?.lead.join(' ') ?? '';
  const card = parts && lead !== '' ? answerCard(reply, parts, options, wordingFor(activity.locale), clicks) : null;
  if (card && Buffer.byteLength(JSON.stringify(card)) <= mostBytes) return { ...withCard(card), text: lead };
  if (options.clicksAlone !== true || clicks.length === 0) return plainMessage;
  // Beside the clicks, since a channel may run the lines of a text together.
  const beside = withCard(clicksCard(reply.list, clicks));
  return reply.list.length === 0 ? beside : { ...beside, text: withoutList(reply) };
}

function withoutList({ text, list }: Reply): string {
  return text.slice(0, text.length - list.join('\n').length).trimEnd();
}
