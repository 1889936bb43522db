import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { AdvisorError } from '../../knowledge/errors.ts';

/** Teams' ids of conversations in teams are the longest. */
const id = z.string().min(1).max(1_000);
const account = z.looseObject({ id });
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const locale = z.string().regex(LOCALE).nullish().catch(null);

/** Somebody named in a text, and how: `<at>Career Advisor</at>`. */
const mention = z.object({ type: z.literal('mention'), mentioned: account, text: z.string() });
const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string().regex(LOCALE) });

/** What is read of an activity. What is left out here is looked at by nobody, but for an invoke, which is handed on whole. */
const activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2_000),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(100).nullish(),
    tenantId: z.string().max(200).nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale,
  attachments: z
    .array(z.looseObject({ contentType: z.string().nullish() }))
    .nullish()
    .catch(null),
  entities: z.array(z.unknown()).nullish().catch(null),
  membersAdded: z.array(account).nullish().catch(null),
  action: z.string().nullish().catch(null),
  channelData: z
    .looseObject({ eventType: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type TeamsActivity = z.output<typeof activity>;

/** Throws ACTIVITY_REFUSED, never with what was sent. */
export function readActivity(body: unknown): TeamsActivity {
  const parsed = activity.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AdvisorError(
    'ACTIVITY_REFUSED',
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
  );
}

const whole = z.custom<Activity>((body) => activity.safeParse(body).success);

/** The activity as the SDK's types have it, with all that was sent. */
export function wholeActivity(body: unknown): Activity {
  return whole.parse(body);
}

/** How the bot is mentioned in the text. */
export function ownMentions({ entities, recipient }: TeamsActivity): readonly string[] {
  return (entities ?? []).flatMap((each) => {
    const { data } = mention.safeParse(each);
    return data && data.mentioned.id === recipient.id ? [data.text] : [];
  });
}

/** The language of the person's own Teams, where it is told. */
export function localeOf({ locale: told, entities }: TeamsActivity): string | null {
  return told ?? (entities ?? []).map((each) => clientInfo.safeParse(each).data?.locale).find(Boolean) ?? null;
}

/** Whether others read along. */
export function isShared({ conversation }: Pick<TeamsActivity, 'conversation'>): boolean {
  return conversation.isGroup === true || /^(groupChat|channel)$/.test(conversation.conversationType ?? '');
}
