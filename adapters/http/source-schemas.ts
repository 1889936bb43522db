import { z } from 'zod';
import { COMPONENTS, source, sourceId } from './common-schemas.ts';

const freshness = z
  .strictObject({
    state: z
      .enum(['good', 'stale', 'over'])
      .describe('`stale`: older than the source should be. `over`: the years that it looked ahead to have passed.'),
    since: z.iso.date().nullable().describe('First day on which it was no longer good; null while it is.'),
  })
  .register(COMPONENTS, { id: 'Freshness' });

const sourceInUse = source
  .extend({
    facts: z
      .record(z.string(), z.number().int().positive())
      .describe(
        'Rows of the store that name it, by table; of profiled occupations (`occupation`) their sections. Empty where none does.',
      ),
    periods: z
      .strictObject({ oldest: z.string(), newest: z.string() })
      .nullable()
      .describe(
        'Oldest and newest period of its facts, as published: a year, years or a day. Null where they have none.',
      ),
    freshness: freshness.describe('How good its newest facts are today.'),
  })
  .register(COMPONENTS, { id: 'SourceInUse' });

const dataset = z
  .strictObject({
    id: sourceId.describe('Id of the release: a later import of it takes the place of this one.'),
    format: z.string(),
    file: z.string().describe('Name of the file that was imported.'),
    sha256: z.string().describe('Hash of that file.'),
    imported: z.iso.date(),
    rows: z.number().int().describe('Rows of the file.'),
    kept: z.number().int().describe('Rows that were taken.'),
    dropped: z.number().int().describe('Rows that were left out for a reason.'),
  })
  .describe("A publisher's file that the operator has imported.")
  .register(COMPONENTS, { id: 'ImportedFile' });

export const sourcesAnswer = z
  .strictObject({
    sources: z.array(sourceInUse),
    imports: z.array(dataset).nullable().describe('Null where nothing was imported.'),
  })
  .register(COMPONENTS, { id: 'Sources' });

export type SourcesView = z.output<typeof sourcesAnswer>;
