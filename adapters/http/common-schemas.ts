import { z } from 'zod';
import { EDITIONS, type Source, TEERS } from '../../knowledge/model.ts';
import { type FaultBody, type FaultCode, STATUSES } from './faults.ts';

/**
 * Shapes of the API's answers, told once: types come from them, the OpenAPI document is made of them, and the tests hold every
 * answer against them. A shape registered here is a named component of the document.
 */
export const COMPONENTS = z.registry<{ readonly id: string }>();

export const nocCode = z
  .string()
  .regex(/^\d{5}$/)
  .describe('Code of a NOC 2021 unit group: five digits, in which leading zeros count.');

export const teer = z.enum(TEERS).describe('TEER category: the second digit of the code.');

export const edition = z
  .enum(EDITIONS)
  .describe(
    'Edition of the classification: NOC 2021, 2016, 2011 or 2006, NOC-S 2006 (Statistics), or OaSIS 2023. A code means something in its edition alone.',
  );

export const sourceId = z.string().describe('Id of the source; the source itself is in `sources`.');

export const source = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.url().describe("Publisher's page."),
    licence: z.string(),
    attribution: z
      .string()
      .describe('Sentence that the licence asks to be shown with the data; empty when it asks for none.'),
    note: z.string().describe('What to know before relying on it; may be empty.'),
    retrieved: z.iso.date().describe('Day on which the figures were taken from the publisher.'),
    expiry: z
      .union([z.enum(['never', 'period-end']), z.templateLiteral([z.number(), ' years'])])
      .describe(
        'How long its figures are good for: `never` ages not, `period-end` is over when its years are, `2 years` is stale that long after the end of its period.',
      ),
    origin: z
      .enum(['pack', 'import'])
      .describe("`pack`: shipped with the program. `import`: loaded by the operator from the publisher's own file."),
  })
  .describe('Where facts come from.')
  .register(COMPONENTS, { id: 'Source' }) satisfies z.ZodType<Source>;

export const faultBody = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(STATUSES) as [FaultCode, ...FaultCode[]]).describe('Never changes its meaning.'),
      message: z.string().describe('What is wrong and what to do, for a person.'),
    }),
  })
  .describe('Every answer that is an error.')
  .register(COMPONENTS, { id: 'Error' }) satisfies z.ZodType<FaultBody>;
