import type { Activity, TurnContext } from 'botbuilder';

/** What the Direct Line adapter needs from the roof, in its own words. */

/** What the adapter hands each turn to. */
export type TurnHandler = (context: TurnContext) => Promise<void>;

/** A conversation as it is kept. */
export interface KeptConversation {
  readonly id: string;
  /** Id of its person, `dl_` and random letters; tells nothing of them. */
  readonly user: string;
  /** Origin of the page that its tokens are bound to; empty for a program that holds the secret. */
  readonly origin: string;
}

/** An activity as it is kept, with its place in the conversation: 1 for the first. */
export interface LoggedActivity {
  readonly position: number;
  readonly activity: Partial<Activity>;
}

/**
 * Where an activity that a person sent stands. `new`: logged just now. `waiting`: logged before and not answered, because the turn
 * failed or the process died. `answered`: a repetition of one that has its replies. `given-up`: it failed too often.
 */
export type Receipt = 'new' | 'waiting' | 'answered' | 'given-up';

export interface Received extends LoggedActivity {
  readonly receipt: Receipt;
}

export interface UnansweredActivity extends LoggedActivity {
  readonly conversation: KeptConversation;
}

/** Everything that was said, in order, until it is kept no longer. Throws STATE_UNUSABLE where it cannot be read or written. */
export interface ActivityLog {
  begin(conversation: KeptConversation): Promise<void>;
  find(id: string): Promise<KeptConversation | undefined>;
  /**
   * Logs what a person sent, before it is answered. `clientId` is the sender's own id of it: the same one again is the same
   * activity, whose first text stays. Throws CONVERSATION_UNKNOWN where the conversation is kept no longer.
   */
  receive(conversation: string, clientId: string | null, activity: Partial<Activity>): Promise<Received>;
  /** What stands behind a position, in order, `most` at once. */
  since(conversation: string, position: number, most: number): Promise<readonly LoggedActivity[]>;
  /** Position of the last activity; 0 while there is none. */
  last(conversation: string): Promise<number>;
  /** What people sent and nobody answered yet, oldest first, without what was given up. */
  unanswered(): Promise<readonly UnansweredActivity[]>;
  /** A ticket that opens one stream of a conversation once. */
  issueTicket(conversation: string, lifeMs: number): Promise<string>;
  /** Takes a ticket up: its conversation, or undefined where there is none, or none any more. */
  takeTicket(ticket: string): Promise<string | undefined>;
}

export interface Turn {
  readonly conversation: string;
  /** Position of the activity that is answered; null for a turn that nobody asked for, such as the greeting. */
  readonly received: number | null;
  /** Runs the bot and gives what it says. Run again, from the state as it then is, where another process changed that meanwhile. */
  perform(): Promise<TurnOutcome>;
}

export interface TurnOutcome {
  /** Activities to be logged, without positions. */
  readonly replies: readonly Partial<Activity>[];
  /** The person asked to be forgotten: everything said so far is erased with what is kept of them, the asking included. */
  readonly forget: boolean;
}

/**
 * Runs turns: those of one conversation one after another. What the turn changed of the state, its replies and their positions are
 * kept in one transaction, and only then handed back to be sent. A turn that throws leaves nothing behind but one more try.
 */
export interface Turns {
  run(turn: Turn): Promise<readonly LoggedActivity[]>;
}
