import { type Activity, ActivityTypes, type ChannelAccount, RoleTypes } from 'botbuilder';
import type { LoggedActivity } from './ports.ts';

/** Direct Line 3.0 in the shapes that its clients read. */

export const PREFIX = '/v3/directline';
export const CHANNEL = 'directline';
export const BOT: ChannelAccount = { id: 'career-advisor', name: 'Career Advisor', role: RoleTypes.Bot };

/** Enough digits to sort by: clients order what has the same timestamp by id. */
const POSITION_DIGITS = 7;

/** Activities in order. Without a watermark the client stays where it is. */
export interface ActivitySet {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark?: string;
}

export interface TokenAnswer {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds that the token is good for. */
  readonly expires_in: number;
}

export interface ConversationAnswer extends TokenAnswer {
  /** WebSocket address, good for one connection. */
  readonly streamUrl: string;
}

export function activityId(conversation: string, position: number): string {
  return `${conversation}|${String(position).padStart(POSITION_DIGITS, '0')}`;
}

/** A logged activity as it leaves: with all that its place in the conversation tells. */
export function outgoing(conversation: string, { position, activity }: LoggedActivity): Partial<Activity> {
  return {
    ...activity,
    id: activityId(conversation, position),
    channelId: CHANNEL,
    conversation: conversationAccount(conversation),
  };
}

export function activitySet(conversation: string, logged: readonly LoggedActivity[], watermark: number): ActivitySet {
  return { activities: logged.map((each) => outgoing(conversation, each)), watermark: String(watermark) };
}

/** Shown while a reply is being made. It has no place in the conversation and moves no watermark. */
export function typingSet(conversation: string, now: Date): ActivitySet {
  return {
    activities: [
      {
        type: ActivityTypes.Typing,
        id: `${conversation}|typing-${now.getTime()}`,
        channelId: CHANNEL,
        conversation: conversationAccount(conversation),
        from: BOT,
        timestamp: now,
      },
    ],
  };
}

function conversationAccount(id: string): Activity['conversation'] {
  return { id } as Activity['conversation'];
}
