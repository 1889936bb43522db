/** The parts of Direct Line's activities that the panel shows. */
export interface BotMessage {
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  /** The whole answer as it is said; empty where it is no more than the text. */
  readonly spoken: string;
  readonly suggestions: readonly string[];
  /** Code of the one occupation that is spoken of; null where there is none or several. */
  readonly about: string | null;
}

export interface Activity {
  readonly type?: string;
  readonly id?: string;
  readonly text?: string;
  readonly speak?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly suggestedActions?: { readonly actions?: readonly { readonly value?: unknown }[] };
  readonly attachments?: readonly { readonly content?: { readonly fallbackText?: unknown } }[];
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
    about: mine ? null : codeIn(activity),
  };
}

/** Answers name the group that their figures are of, with the edition of its code. */
function codeIn({ text = '', attachments = [] }: Activity): string | null {
  const whole = [text, ...attachments.map(({ content }) => String(content?.fallbackText ?? ''))].join(' ');
  const codes = new Set([...whole.matchAll(/\bNOC 2021 (\d{5})\b/g)].map(([, code]) => code));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}
