/** The parts of Direct Line's activities that the panel shows. */
export interface BotMessage {
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  /** The whole answer as it is said; empty where it is no more than the text. */
  readonly spoken: string;
  readonly suggestions: readonly string[];
  /** What an answer is about; null for what is about no one occupation. */
  readonly about: BotSubject | null;
}

/** As the bot tells it beside its words. `region`: null where none was named. */
export interface BotSubject {
  readonly code: string;
  readonly occupation: string;
  readonly topic: string;
  readonly region: string | null;
}

export interface Activity {
  readonly type?: string;
  readonly id?: string;
  readonly text?: string;
  readonly speak?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly subject?: BotSubject };
  readonly suggestedActions?: { readonly actions?: readonly { readonly value?: unknown }[] };
}

/** Null for what is no message. */
export function messageOf(activity: Activity): BotMessage | null {
  const { type, id, text = '', speak = '', from, channelData, suggestedActions } = activity;
  if (type !== 'message' || id === undefined) return null;
  const mine = from?.role === 'user';
  return {
    // Under the id that it was sent with, so that the echo takes the place of what was typed.
    id: (mine && channelData?.clientActivityID) || id,
    mine,
    text,
    spoken: speak.trim() === text.trim() ? '' : speak,
    suggestions: (suggestedActions?.actions ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    about: mine ? null : (channelData?.subject ?? null),
  };
}
