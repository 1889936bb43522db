import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { COMPARE_COMMAND, LOOKUP_COMMAND } from '../app/extension-ids.ts';

/** What Teams sends with its invokes, as far as it is read. Everything in it may have been tampered with. */

/** As many as Teams asks for, and the most that one answer may hold. */
const PAGE = 25;

/** However long: the channel has a limit for the whole, and what is typed is told in words to be too long. */
const text = z.string();
const paging = z
  .object({
    skip: z.number().int().min(0).catch(0),
    count: z.number().int().min(1).max(PAGE).catch(PAGE),
  })
  .catch({ skip: 0, count: PAGE });

export const lookupValue = z.object({
  commandId: z.literal(LOOKUP_COMMAND),
  // Counted before they are looked at: thousands of faults take their time.
  parameters: z
    .array(z.unknown())
    .max(10)
    .pipe(z.array(z.object({ name: text, value: text }))),
  queryOptions: paging,
});

export const selectValue = z.object({ select: text });

export const linkValue = z.object({ url: text });

export const compareCommand = z.object({ commandId: z.literal(COMPARE_COMMAND) });

/** Names of the form's fields for occupations. */
export const OCCUPATION_FIELDS = ['occupation1', 'occupation2', 'occupation3', 'occupation4'] as const;
const field = text.catch('');
const formData = z.object({
  occupation1: field,
  occupation2: field,
  occupation3: field,
  occupation4: field,
  others: field,
  region: field,
});
export type FormData = z.output<typeof formData>;

export const submitValue = compareCommand.extend({ data: formData });

export const OCCUPATIONS_DATASET = 'occupations';
export const searchValue = z.object({ queryText: text, dataset: z.string() });

/** The value of an invoke in its shape; throws INVOKE_INVALID for another. */
export function readValue<Schema extends z.ZodType>(
  schema: Schema,
  { value }: Pick<Activity, 'value'>,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AdvisorError('INVOKE_INVALID');
}

/** Who asks, by the id that the channel gives them, which conversations are kept by too; empty where there is none. */
export function memberOf({ from }: Pick<Activity, 'from'>): string {
  const sender = z.object({ id: z.string() }).safeParse(from);
  return sender.success ? sender.data.id : '';
}
