import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { AdvisorError } from '../../knowledge/errors.ts';

/** Teams' ids of conversations in teams are the longest. No database keeps half a character. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has control characters, or half a character');
/** Answers are addressed with it, in a path and in a header: with any other characters they would never leave. */
const addressed = id.regex(/^[\x20-\x7e]*$/, 'has to be of ASCII characters').regex(/[^.]/, 'is no id');
const account = z.looseObject({ id });
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const locale = z.string().regex(LOCALE).nullish().catch(null);

/** Somebody named in a text, and how: `<at>Career Advisor</at>`. */
const mention = z.object({ type: z.literal('mention'), mentioned: account, text: z.string() });
const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string().regex(LOCALE) });

/** More than anybody is named, sent or added at once; each that is none of what is looked for costs time. */
const MOST_ITEMS = 1_000;
/** Looked at one by one where they are needed: a list of nothing but faults would be told fault by fault. */
const items = z
  .array(z.unknown())
  .transform((all) => all.slice(0, MOST_ITEMS))
  .nullish()
  .catch(null);
const attachment = z.object({ contentType: z.string().nullish() });

/** What decides whether anybody may send it. */
const envelope = z.object({
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2_000),
});
export type Envelope = z.output<typeof envelope>;

/** What is read of an activity. What is left out here is looked at by nobody, but for an invoke, which is handed on whole. */
const activity = z.looseObject({
  ...envelope.shape,
  type: z.string().min(1).max(100),
  id: addressed.nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: addressed,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(100).nullish(),
    tenantId: z.string().max(200).nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale,
  attachments: items,
  entities: items,
  membersAdded: items,
  action: z.string().nullish().catch(null),
  channelData: z
    .looseObject({ eventType: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type TeamsActivity = z.output<typeof activity>;

/** Throws ACTIVITY_REFUSED, never with what was sent. */
export function readActivity(body: unknown): TeamsActivity {
  return read(activity, body);
}

/** The same of what is looked at before anything else: a stranger is to cost no more. */
export function readEnvelope(body: unknown): Envelope {
  return read(envelope, body);
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const parsed = shape.safeParse(body);
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

/** What kinds of files, formatted texts and the like came with it. */
export function attachedTypes({ attachments }: TeamsActivity): readonly string[] {
  return (attachments ?? []).flatMap((each) => {
    const { data } = attachment.safeParse(each);
    return data ? [data.contentType ?? ''] : [];
  });
}

/** Whether it tells that the bot itself was added. */
export function addsBot({ membersAdded, recipient }: TeamsActivity): boolean {
  return (membersAdded ?? []).some((each) => account.safeParse(each).data?.id === recipient.id);
}
