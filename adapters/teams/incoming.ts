import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import { withoutPersonalData } from '../../dialogs/personal-data.ts';
import { cleaned, firstCharacters } from '../directline/typed-text.ts';
import { clickedWords } from '../rendering/click.ts';
import { addsBot, attachedTypes, isShared, localeOf, ownMentions, type TeamsActivity } from './activity-shape.ts';
import { messageText } from './message-text.ts';
import type { TeamsConversation } from './ports.ts';

/** Characters of a text that are kept; the bot says of a longer one that it is too long. */
const TEXT_LENGTH = 4_000;
/** What a mention alone asks for. */
const HELP = 'help';
/** One welcome, whichever of the two activities that tell of an installation comes first. */
const WELCOME_ID = 'welcome';
/** No files: the first comes with every message that has bold or a mention in it, the second is what a reply quotes. */
const NO_FILE: ReadonlySet<string> = new Set(['text/html', 'messageReference']);

/** Names of the events that an activity is kept as where it holds nothing that the bot could read. */
export const FILES = 'files';
export const STRANGE_CLICK = 'strange-click';

/** What came in, as it is kept until it is answered. */
export interface Incoming {
  readonly conversation: TeamsConversation;
  /** By which a repetition is known; null where nothing tells one. */
  readonly clientId: string | null;
  readonly activity: Partial<Activity>;
}

/** Reads what is to be answered; null for what is not: reactions, deletions, typing, others who join, and whatever Teams adds. */
export function readIncoming(sent: TeamsActivity, now: Date): Incoming | null {
  switch (sent.type) {
    case ActivityTypes.Message:
      return readMessage(sent, now, true);
    case ActivityTypes.MessageUpdate:
      // Also for a message that is taken back and shown again. Its text decides: the same is not answered twice.
      return readMessage(sent, now, false);
    case ActivityTypes.ConversationUpdate:
      return addsBot(sent) ? readWelcome(sent, now) : null;
    case ActivityTypes.InstallationUpdate:
      if (sent.action === 'add') return readWelcome(sent, now);
      return sent.action === 'remove' ? readFarewell(sent, now) : null;
    default:
      return null;
  }
}

/** Of each member their own, where several talk. */
function conversationOf(sent: TeamsActivity): TeamsConversation {
  const { channelId: channel, conversation, from } = sent;
  const id = isShared(sent) ? `${conversation.id}/users/${from.id}` : conversation.id;
  return { channel, id, user: from.id };
}

/** That of all together, where several talk. */
function sharedConversationOf(sent: TeamsActivity): TeamsConversation {
  const { channelId: channel, conversation } = sent;
  return isShared(sent) ? { channel, id: conversation.id, user: conversation.id } : conversationOf(sent);
}

/** `isNew`: an empty message is answered too, and a file; an edit that leaves nothing to read is not. */
function readMessage(sent: TeamsActivity, now: Date, isNew: boolean): Incoming | null {
  const { id, value } = sent;
  const typed = sent.text ?? '';
  const said = saidIn(sent, typed);
  if (!isNew && (said.text ?? '') === '') return null;
  // With the text in it: an edit that changes nothing is a repetition. Only a digest of it is kept.
  const marks = JSON.stringify([id, typed, clickedWords(value)]);
  return {
    conversation: conversationOf(sent),
    clientId: id === null || id === undefined ? null : marks,
    activity: withoutPersonalData({ ...kept(sent, now), ...said }),
  };
}

function saidIn(sent: TeamsActivity, typed: string): Partial<Activity> {
  const message = (text: string): Partial<Activity> => ({
    type: ActivityTypes.Message,
    // Cut, not refused: nobody would be told.
    text: firstCharacters(text, TEXT_LENGTH),
    textFormat: 'plain',
  });
  const event = (name: string): Partial<Activity> => ({ type: ActivityTypes.Event, name });
  const text = cleaned(messageText(typed, ownMentions(sent)));
  if (text !== '') return message(text);
  const { value } = sent;
  // A click that shows its words in the chat brings them twice: as text, and here.
  if (value !== undefined && value !== null) {
    const words = cleaned(clickedWords(value) ?? '').trim();
    return words === '' ? event(STRANGE_CLICK) : message(words);
  }
  if (attachedTypes(sent).some((type) => !NO_FILE.has(type))) return event(FILES);
  return message(typed.trim() === '' ? '' : HELP);
}

function readWelcome(sent: TeamsActivity, now: Date): Incoming {
  const conversation = sharedConversationOf(sent);
  // To a chat of one person that person comes; where several talk, the bot does, and nobody is to be taken for who added it.
  const joined = isShared(sent) ? sent.recipient.id : sent.from.id;
  return {
    conversation,
    clientId: WELCOME_ID,
    activity: {
      ...kept(sent, now),
      type: ActivityTypes.ConversationUpdate,
      membersAdded: [{ id: joined, name: '' }],
      from: { id: conversation.user, name: '' },
    },
  };
}

function readFarewell(sent: TeamsActivity, now: Date): Incoming {
  return {
    conversation: sharedConversationOf(sent),
    clientId: sent.id ?? null,
    activity: { ...kept(sent, now), type: ActivityTypes.InstallationUpdate, action: 'remove' },
  };
}

/** What of every activity is kept: whom to answer and where, and no names. */
function kept(sent: TeamsActivity, now: Date): Partial<Activity> {
  const { id, channelId, serviceUrl, from, recipient, conversation } = sent;
  const locale = localeOf(sent);
  const { conversationType, tenantId } = conversation;
  return {
    ...(id !== null && id !== undefined && { id }),
    channelId,
    serviceUrl,
    timestamp: now,
    ...(locale !== null && { locale }),
    from: { id: from.id, name: '', role: RoleTypes.User },
    recipient: { id: recipient.id, name: '', role: RoleTypes.Bot },
    conversation: {
      id: conversation.id,
      isGroup: isShared(sent),
      conversationType: conversationType ?? (isShared(sent) ? 'groupChat' : 'personal'),
      tenantId: tenantId ?? '',
      name: '',
    },
  };
}
