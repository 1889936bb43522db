import type { Activity } from 'botbuilder';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { cardReply } from '../rendering/card-reply.ts';
import type { SubmitData } from '../rendering/card-schema.ts';
import type { PictureOptions } from '../rendering/picture.ts';

/** Bytes of a whole message: Teams refuses larger ones than about 100 kB, and counts in its own way. */
const MOST_BYTES = 80_000;
/** Bytes of its card. Beside it stand the lead, and what the service puts to a message. */
const MOST_CARD_BYTES = 60_000;
/** Suggestions that Teams shows at once below a text in a personal chat; elsewhere it may show none. */
const MOST_SUGGESTED = 3;

export interface FormOptions extends Required<PictureOptions> {
  /** Whether others read along. */
  readonly shared: boolean;
  /** Whether a click's words are shown in the chat, as if the person had typed them. */
  readonly showsClicks: boolean;
}

/** A reply as Teams shows it, within its limits. All that can be picked stands together: below the message, or on its card. */
export function teamsMessage(
  reply: Partial<Activity>,
  { publicUrl, pictures, shared, showsClicks }: FormOptions,
): Partial<Activity> {
  const many = (reply.suggestedActions?.actions.length ?? 0) > MOST_SUGGESTED;
  const formed = (mostSuggested: number): Partial<Activity> =>
    cardReply(reply, {
      publicUrl,
      pictures,
      mostSuggested,
      mostBytes: MOST_CARD_BYTES,
      ...(showsClicks && { clickData: messageBack }),
      clicksAlone: true,
    });
  const below = formed(shared || many ? 0 : MOST_SUGGESTED);
  // Suggestions below a message that has a card are not shown by every client.
  const {
    speak: _speak,
    inputHint: _hint,
    ...message
  } = below.attachments && below.suggestedActions ? formed(0) : below;
  const room = MOST_BYTES - bytesOf({ ...message, text: '' });
  const { text = '' } = message;
  if (bytesOf(text) <= room) return message;
  return { ...message, text: cutText(text, room, wordingFor(reply.locale).teams.cutShort) };
}

/** A click whose words are seen in the chat. */
function messageBack(say: string): SubmitData {
  return { say, msteams: { type: 'messageBack', displayText: say, text: say, value: { say } } };
}

/** The text up to the last line or sentence that has room, and a word about the rest. */
function cutText(text: string, room: number, about: string): string {
  const most = room - bytesOf(`\n${about}`);
  let kept = text;
  // A character is up to six bytes in JSON: halving comes close from above, without counting each.
  while (kept !== '' && bytesOf(kept) > most)
    kept = kept.slice(0, Math.min(kept.length - 1, Math.floor((kept.length * most) / bytesOf(kept))));
  const end = Math.max(kept.lastIndexOf('\n'), lastSentenceEnd(kept));
  const whole = end > kept.length / 2 ? kept.slice(0, end) : kept.replace(/[\uD800-\uDBFF]$/, '');
  return `${whole.trimEnd()}\n${about}`;
}

function lastSentenceEnd(text: string): number {
  const ends = [...text.matchAll(/[.?!](?=\s)/g)];
  return (ends.at(-1)?.index ?? -1) + 1;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
