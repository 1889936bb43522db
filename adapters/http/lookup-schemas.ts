import { z } from 'zod';
import type { LookupView } from '../../dialogs/answers/lookup-view.ts';
import { COMPONENTS, nocCode } from './common-schemas.ts';

const LONGEST_QUERY = 200;
const MOST_CANDIDATES = 10;

const once = (issue: { readonly input: unknown }, what: string): string =>
  issue.input === undefined ? `is missing: ${what}` : `is given more than once: ${what}`;

export const lookupQuery = z.object({
  q: z
    .string({ error: (issue) => once(issue, 'give one job title or code, as in ?q=nurse') })
    .refine((text) => text.trim() !== '', 'is empty: give a job title or a code, as in ?q=nurse')
    // Counted as people count and as JSON Schema does: an emoji is one character.
    .refine((text) => [...text].length <= LONGEST_QUERY, `is longer than ${LONGEST_QUERY} characters`)
    .meta({
      description:
        'A job title as people say it, in English or French, or a code of any edition (12111, 1252, B513, 1413.3, 12111.00).',
      minLength: 1,
      maxLength: LONGEST_QUERY,
      examples: ['release of information specialist', 'RN', '1252'],
    }),
  limit: z
    .string({ error: (issue) => once(issue, `give one number from 1 to ${MOST_CANDIDATES}`) })
    .regex(/^([1-9]|10)$/, `has to be a whole number from 1 to ${MOST_CANDIDATES}`)
    .transform(Number)
    .pipe(z.number().int().min(1).max(MOST_CANDIDATES))
    .optional()
    .meta({ description: `Most candidates to answer with; ${MOST_CANDIDATES} unless told.`, default: MOST_CANDIDATES }),
});

export const lookupAnswer = z
  .strictObject({
    query: z.string().describe('What was asked, as it was asked.'),
    decision: z
      .enum(['match', 'ask', 'none'])
      .describe(
        '`match`: the first candidate is meant. `ask`: it may be one of several; let the person choose. `none`: not recognised.',
      ),
    candidates: z
      .array(
        z
          .strictObject({
            code: nocCode,
            title: z.string().describe('English name of the unit group.'),
            matchedTitle: z.string().describe('The known title that the query was recognised by.'),
            why: z.string().describe('Why, in words.'),
            score: z.number().min(0).max(1).describe('Estimated probability (0 to 1) that this group is meant.'),
          })
          .register(COMPONENTS, { id: 'LookupCandidate' }),
      )
      .max(MOST_CANDIDATES)
      .describe('Best first, one a group; empty for `none`.'),
  })
  .register(COMPONENTS, { id: 'Lookup' }) satisfies z.ZodType<LookupView>;
