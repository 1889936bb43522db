import { z } from 'zod';
import {
  CWPI_INTERESTS,
  type JobTitle,
  MARKET_CONDITIONS,
  OASIS_CATEGORIES,
  type OasisRating,
  OFFICIAL_TEXT_KINDS,
  type OfficialText,
  OUTLOOK_RATINGS,
  type Outlook,
  RELIABILITIES,
  type RegionalOutlook,
  TITLE_KINDS,
  WAGE_LEVELS,
  type Wage,
} from '../../knowledge/model.ts';
import { COMPONENTS, edition, nocCode, source, sourceId, teer } from './common-schemas.ts';

export const occupationPath = z.object({
  code: z
    .string()
    .regex(
      /^\d{5}$/,
      'has to be five digits, as in 12111; titles and codes of other editions are looked up at /api/occupations?q=',
    )
    .meta({ description: 'Code of a NOC 2021 unit group.', examples: ['12111', '00010'] }),
});

const amount = (what: string): z.ZodNullable<z.ZodNumber> =>
  z.number().nonnegative().nullable().describe(`${what}, in Canadian dollars per \`unit\`; null where not published.`);
const persons = (what: string): z.ZodNumber => z.number().int().describe(`${what}, in persons.`);
/** A fact of ours beside the id of what it comes from: a row of the model whose code is that of the answer. */
type RowOf<Fact> = Omit<Fact, 'code'>;

const title = z
  .strictObject({
    title: z.string(),
    language: z.enum(['en', 'fr']),
    kind: z
      .enum(TITLE_KINDS)
      .describe("`group`: the group's own name. `alias`: another name of an occupation that has a profile."),
    standsFor: z.string().describe('Full words of an abbreviation; empty otherwise.'),
    occupation: z.string().describe('Id of the occupation that the title names; empty when it names the group.'),
    source: sourceId,
  })
  .register(COMPONENTS, { id: 'Title' }) satisfies z.ZodType<RowOf<JobTitle>>;

const code = z
  .strictObject({
    edition,
    code: z.string(),
    title: z.string().describe('Name that the edition gives it.'),
    source: sourceId,
    linkSources: z.array(z.string()).describe('Ids of the concordances that lead from it to the group, in order.'),
  })
  .register(COMPONENTS, { id: 'Code' });

const regionId = z
  .string()
  .describe('CA, the two letters of a province or territory, or the code of an economic region (ER4850).');

const wage = z
  .strictObject({
    region: regionId,
    regionName: z.string(),
    level: z.enum(WAGE_LEVELS).describe('Pay level of a survey that tells them apart; `all` elsewhere.'),
    industry: z.string().describe('`all`, or the name of an industry.'),
    low: amount('Wage at `lowPercentile`'),
    lowerQuartile: amount('25th percentile'),
    median: amount('Median wage'),
    average: amount('Average wage'),
    upperQuartile: amount('75th percentile'),
    high: amount('Wage at `highPercentile`'),
    unit: z.enum(['hour', 'year']).describe('What the published amounts are paid for.'),
    basis: z.enum(['hour', 'year']).describe('How the publisher collects them.'),
    lowPercentile: z.number().int(),
    highPercentile: z.number().int(),
    reliability: z
      .enum(RELIABILITIES)
      .nullable()
      .describe("The publisher's own mark, A (best) to D; null where it gives none."),
    salary: z
      .number()
      .nullable()
      .describe(
        'Average yearly salary, in Canadian dollars, as published (not computed from the wage); null where not published.',
      ),
    hoursPerWeek: z.number().nullable().describe('Average hours a week; null where not published.'),
    monthsOnPayroll: z.number().nullable().describe('Average months a year on payroll; null where not published.'),
    benefitsPercent: z
      .number()
      .nullable()
      .describe('Share of workers with benefits beside the wage, percent; null where not published.'),
    comment: z.string().describe("The publisher's own remark on this figure; may be empty."),
    period: z.string().describe('Reference period, or year of release.'),
    released: z.string().describe('Year of the release; the newer counts.'),
    edition,
    editionCode: z.string().describe('Code that the figures were published under, in `edition`.'),
    source: sourceId,
  })
  .describe(
    'One published row. Rows of different sources have different percentiles and years and are not to be compared as they stand.',
  )
  .register(COMPONENTS, { id: 'Wage' }) satisfies z.ZodType<RowOf<Wage>>;

const education = z
  .strictObject({
    licenceMentioned: z.boolean(),
    redSealMentioned: z.boolean(),
    apprenticeshipMentioned: z.boolean(),
    source: sourceId,
  })
  .describe(
    "Whether the official text of the group's requirements uses these words. No list of regulated work: false does not say that none is needed.",
  )
  .register(COMPONENTS, { id: 'Education' });

const teerRequirement = z
  .strictObject({ teer, usualRequirement: z.string(), source: sourceId })
  .register(COMPONENTS, { id: 'TeerRequirement' });

const outlook = z
  .strictObject({
    region: z.literal('CA').describe('A national projection.'),
    employment: persons('Employed in `employmentYear`'),
    employmentYear: z.string(),
    growth: persons('New jobs over the period; negative where jobs go'),
    retirements: persons('Retirements over the period'),
    openings: persons('Openings over the period'),
    seekers: persons('Job seekers over the period'),
    recent: z.enum(MARKET_CONDITIONS).describe('The market in recent years.'),
    future: z.enum(MARKET_CONDITIONS).describe('The market over the period.'),
    period: z.string().describe('Years that the projection is for.'),
    edition,
    source: sourceId,
  })
  .register(COMPONENTS, { id: 'Outlook' }) satisfies z.ZodType<RowOf<Outlook>>;

const regionalOutlook = z
  .strictObject({
    region: regionId,
    regionName: z.string(),
    rating: z.enum(OUTLOOK_RATINGS),
    trend: z.string().describe("The publisher's own words on the trend, in English; may be empty."),
    trendFr: z.string().describe('The same in French; may be empty.'),
    released: z.iso.date().describe('Day of the release.'),
    period: z.string().describe('Years that it looks ahead to.'),
    edition,
    source: sourceId,
  })
  .describe('Outlook of the group in one province, territory or economic region.')
  .register(COMPONENTS, { id: 'RegionalOutlook' }) satisfies z.ZodType<RowOf<RegionalOutlook>>;

const officialText = z
  .strictObject({
    oasisCode: z.string().describe("OaSIS profile that it belongs to; empty where it is the whole group's."),
    kind: z.enum(OFFICIAL_TEXT_KINDS),
    language: z.enum(['en', 'fr']),
    text: z.string(),
    source: sourceId,
  })
  .describe('A sentence of the official description, as published.')
  .register(COMPONENTS, { id: 'OfficialText' }) satisfies z.ZodType<RowOf<OfficialText>>;

const rating = z
  .strictObject({
    oasisCode: z.string(),
    category: z.enum(OASIS_CATEGORIES),
    item: z.string(),
    value: z
      .number()
      .describe(
        'Skills: level of complexity, 1 to 5. Personal attributes: importance, 1 to 5. Work context: on the scale of its item. 0: does not apply.',
      ),
    source: sourceId,
  })
  .describe('Rating of one OaSIS profile of the group.')
  .register(COMPONENTS, { id: 'Rating' }) satisfies z.ZodType<OasisRating>;

const interest = z.enum(CWPI_INTERESTS).describe('Interest of the Canadian Work Preference Inventory (CWPI).');
const strong = z.boolean().describe('A strong fit (capitals in the published code), or a weaker one.');

const cwpiEstimate = z
  .strictObject({
    estimated: z.literal(true),
    from: z.literal('OaSIS'),
    codes: z.array(z.strictObject({ interest, strong })).describe('In order of importance.'),
    source: sourceId.describe('Id of the source of the Holland code that it is estimated from.'),
  })
  .describe('Estimated from OaSIS, not published: to be told so wherever it is shown.')
  .register(COMPONENTS, { id: 'CwpiEstimate' });

const interests = z
  .strictObject({
    holland: z
      .array(
        z.strictObject({
          oasisCode: z.string(),
          label: z.string(),
          letters: z
            .array(z.string().regex(/^[RIASECriasec]$/))
            .describe('Holland (RIASEC) code in order of importance; a capital letter is a strong fit.'),
          source: sourceId,
          cwpiEstimate: cwpiEstimate.nullable().describe('Null where `published` has the CWPI code of this profile.'),
        }),
      )
      .nullable()
      .describe('Holland code of each OaSIS profile of the group. Not the same system as the CWPI.'),
    published: z
      .array(
        z.strictObject({
          occupation: z.string().describe('Id of the occupation.'),
          edition,
          code: z.string().describe('Code that it was published under, in `edition`.'),
          title: z.string(),
          codes: z
            .array(z.strictObject({ interest, strong, reason: z.string() }))
            .describe('In order of importance, each with its reason.'),
          source: sourceId,
        }),
      )
      .nullable()
      .describe('Published CWPI codes, of occupations that have a profile.'),
  })
  .register(COMPONENTS, { id: 'Interests' });

const similar = z
  .strictObject({ code: nocCode, title: z.string(), teer, gist: z.string(), source: sourceId })
  .register(COMPONENTS, { id: 'SimilarGroup' });

const occupation = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    page: z.url().describe("The publisher's page."),
    updated: z.iso.date().describe('Day on which the publisher last updated it.'),
    source: sourceId,
  })
  .register(COMPONENTS, { id: 'Occupation' });

export const unitGroupAnswer = z
  .strictObject({
    code: nocCode,
    title: z.string().describe('English name.'),
    titleFr: z.string().describe('French name.'),
    teer,
    broadCategory: z.string().describe('First digit of the code.'),
    broadCategoryTitle: z.string(),
    source: sourceId.describe('Id of the source of code, names and categories.'),
    gist: z.string().describe('What tells the group from its neighbours, as a verb phrase.'),
    whatTheyDo: z.string(),
    whereTheyWork: z.string(),
    textSource: sourceId.describe('Id of the source of the three texts.'),
    note: z.string().describe('Whose the figures are; to be shown with them.'),
    titles: z.array(title),
    codes: z
      .array(code)
      .nullable()
      .describe('Codes of earlier editions that lead to the group (many to many), and its OaSIS profiles.'),
    wages: z.array(wage).nullable().describe('Every published row, newest first.'),
    education: education.nullable(),
    teerRequirement,
    outlook: outlook.nullable(),
    regionalOutlooks: z.array(regionalOutlook).nullable().describe('Newest release first.'),
    officialTexts: z.array(officialText).nullable(),
    ratings: z.array(rating).nullable().describe('By profile and category, highest first.'),
    interests: interests.nullable(),
    similar: z.array(similar).nullable().describe('Similar unit groups, best first.'),
    occupations: z.array(occupation).nullable().describe('Occupations of the group that have a profile.'),
    sources: z.array(source).describe('Every source that is named above, once.'),
  })
  .describe(
    'All that is known of a unit group. A section that no source has is null: never an empty list, never a zero.',
  )
  .register(COMPONENTS, { id: 'UnitGroup' });

export type UnitGroupView = z.output<typeof unitGroupAnswer>;
