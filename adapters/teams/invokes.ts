import type { Activity } from 'botbuilder';

/** What Teams is told of an invoke: HTTP's status, and the body that the kind of invoke asks for. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}

/**
 * Answers what Teams waits for while a person looks on: searches from the compose box, commands, link previews. Nothing of it is a turn of
 * a conversation, and nothing of it is kept or logged. To be answered within five seconds.
 */
export interface Invokes {
  /** The activity has passed every check of the channel. Null for an invoke that is not known here, which is told as 501. */
  answer(activity: Activity): Promise<InvokeAnswer | null>;
}
