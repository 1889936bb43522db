import type { IncomingActivity } from './web-chat-types.ts';

/** What people and the bot say is text, never markup; only cards have any. */
export function asPlainText(activity: IncomingActivity): IncomingActivity {
  return { ...activity, textFormat: 'plain' };
}

/** Whether it is read from its top. A question with suggestions is not: it has to be seen above them. */
export function isReadFromTop({ attachments = [], suggestedActions }: IncomingActivity): boolean {
  return attachments.length > 0 || (suggestedActions?.actions.length ?? 0) === 0;
}
