import type { Activity } from 'botbuilder';
import type { LoggedActivity, Received } from '../directline/ports.ts';

/** What the Teams adapter needs from the roof, beside the turns of Direct Line's ports. */

/** A conversation of one person with the bot, as it is kept until what was said in it is delivered. */
export interface TeamsConversation {
  /** `msteams`, or another channel of the Bot Framework. */
  readonly channel: string;
  /** Of a personal chat its own; where several talk, with the member's behind it, so that each has a place of their own. */
  readonly id: string;
  /** The channel's id of the person; of what is said to all, the conversation's. */
  readonly user: string;
}

export interface UnansweredMessage extends LoggedActivity {
  readonly conversation: TeamsConversation;
}

/** What was said and has not arrived. */
export interface UndeliveredReply extends LoggedActivity {
  readonly said: Date;
}

/**
 * What came in and has not been answered, and what was said and has not been delivered. Teams keeps the conversation: nothing is kept
 * here for longer than that takes but the ids by which a repetition is known. Throws STATE_UNUSABLE or STATE_WRITE_FAILED.
 */
export interface DeliveryLog {
  begin(conversation: TeamsConversation): Promise<void>;
  /** Logs what came in, before it is answered. The same `clientId` again is the same activity. */
  receive(conversation: string, clientId: string | null, activity: Partial<Activity>): Promise<Received>;
  /** What came in and nobody answered yet, oldest first, without what was given up. */
  unanswered(): Promise<readonly UnansweredMessage[]>;
  /** What was said and not delivered yet, in order. */
  undelivered(conversation: string): Promise<readonly UndeliveredReply[]>;
  /** What was said there has arrived, or never will: it is erased. */
  delivered(conversation: string, position: number): Promise<void>;
  /** All that was said has been delivered: what it answered is erased too. */
  settle(conversation: string): Promise<void>;
  /** Conversations that have something to be delivered, or to be erased because it was. */
  unsettled(): Promise<readonly string[]>;
}
