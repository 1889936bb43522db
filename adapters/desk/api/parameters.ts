import { z } from 'zod';
import { MOST_COMPARED } from '../../../dialogs/answers/comparison.ts';
import { parseCodes } from '../../../dialogs/interests/codes.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { Region } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';

const LONGEST_QUERY = 200;
const CODE = /^\d{5}$/;

const one = (what: string): { error: (issue: { readonly input: unknown }) => string } => ({
  error: ({ input }) => (input === undefined ? `is missing: ${what}` : `is given more than once: ${what}`),
});

const region = z.string(one('give one region')).max(60, 'is no region').optional();

export const searchQuery = z.object({
  q: z
    .string(one('give what was typed, as in ?q=plumb'))
    .refine((text) => text.trim() !== '', 'is empty: give what was typed, as in ?q=plumb')
    .refine((text) => [...text].length <= LONGEST_QUERY, `is longer than ${LONGEST_QUERY} characters`),
});

export const sheetPath = z.object({ code: z.string().regex(CODE, 'has to be a NOC 2021 code of five digits') });

export const sheetQuery = z.object({
  region,
  occupation: z
    .string(one('give one occupation'))
    .regex(/^[a-z0-9-]{0,100}$/, 'is no occupation')
    .default(''),
});

export const compareQuery = z.object({
  codes: z
    .string(one('give two to four codes, as in ?codes=12111,72300'))
    .max(60, 'has to be two to four codes, as in 12111,72300')
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(z.string().regex(CODE, 'has to be NOC 2021 codes of five digits, with commas between them'))
        .min(2, 'has to be two to four codes, as in 12111,72300')
        .max(MOST_COMPARED, 'has to be two to four codes, as in 12111,72300')
        .refine((codes) => new Set(codes).size === codes.length, 'names a code twice'),
    ),
  region,
});

const CODES_WANTED =
  'has to be one to three of D, I, M, O and S in order of importance, strong ones in capitals, as in "M i d"';

export const fitQuery = z.object({
  codes: z
    .string(one('give interest codes, as in ?codes=M i d'))
    .max(60, CODES_WANTED)
    .transform((text, context) => {
      const codes = parseCodes(text);
      if (codes) return codes;
      context.addIssue({ code: 'custom', message: CODES_WANTED });
      return z.NEVER;
    }),
  region,
  offset: z
    .string(one('give one number'))
    .regex(/^\d{1,3}$/, 'has to be a whole number from 0 to 999')
    .transform(Number)
    .default(0),
});

/** The region asked for, or the one at home. Throws PARAMETER_INVALID for one that the store does not know. */
export function regionFor(store: KnowledgeStore, asked: string | undefined, home: string): Region {
  const found = store.regions.find(({ id }) => id === (asked ?? home));
  if (found) return found;
  throw new AdvisorError('PARAMETER_INVALID', [
    `region: is no region that is known: ${JSON.stringify(asked ?? home)}.`,
  ]);
}
