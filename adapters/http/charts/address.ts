import { z } from 'zod';
import type { PictureContent, PicturedWages } from '../../../dialogs/answers/answer.ts';
import { WAGE_LEVELS } from '../../../knowledge/model.ts';
import { nocCode } from '../common-schemas.ts';

/** Addresses of charts: made for a picture, and read back into the rows that it shows. */

export const CHARTS_PATH = '/charts';
export const WAGES_PATH = '/wages';
export const COMPARED_WAGES_PATH = '/compared-wages';

/** What a picture can be had as: an SVG tells its figures to screen readers too, a PNG is shown everywhere. */
export const CHART_FORMATS = ['svg', 'png'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** More bars than this no phone shows. */
const MOST_GROUPS = 4;

const words = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'has control characters');
const editionCode = z.string().regex(/^[\w.]{1,12}$/, 'is no code');
const common = {
  region: z.string().regex(/^\w{2,12}$/, 'is no region'),
  source: z.string().regex(/^[\w.-]{1,100}$/, 'is no source'),
  released: z.string().regex(/^\d{4}$/, 'is no year'),
  period: words(60),
  industry: words(200).default('all'),
  unit: z.enum(['hour', 'year']),
};

const wagesQuery = z.strictObject({
  ...common,
  code: nocCode,
  editionCode,
  levels: z
    .string()
    .max(60)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(WAGE_LEVELS)).max(WAGE_LEVELS.length))
    .refine((levels) => new Set(levels).size === levels.length, 'names a level twice'),
});

const groupKey = z.templateLiteral([nocCode, '-', editionCode]);
const comparedQuery = z.strictObject({
  ...common,
  level: z.enum(WAGE_LEVELS),
  group: z
    .array(groupKey, 'has to be given two to four times')
    .min(2)
    .max(MOST_GROUPS)
    .refine((groups) => new Set(groups).size === groups.length, 'names a group twice'),
});

/** Path and query of a picture's chart. */
export function chartAddress(picture: PictureContent, format: ChartFormat = 'svg'): string {
  if (picture.kind === 'wages') {
    const { levels, ...rest } = picture.rows;
    return `${CHARTS_PATH}${WAGES_PATH}.${format}?${new URLSearchParams({ ...rest, levels: levels.join(',') })}`;
  }
  const [first, ...others] = picture.groups;
  if (!first) return `${CHARTS_PATH}${COMPARED_WAGES_PATH}.${format}`;
  const { code: _code, editionCode: _editionCode, levels, ...shared } = first;
  const query = new URLSearchParams({ ...shared, level: levels[0] ?? 'all' });
  for (const group of [first, ...others]) query.append('group', `${group.code}-${group.editionCode}`);
  return `${CHARTS_PATH}${COMPARED_WAGES_PATH}.${format}?${query}`;
}

export const WAGES_PARAMETERS = wagesQuery;
export const COMPARED_WAGES_PARAMETERS = comparedQuery;

/** The rows that each bar of a comparison stands for. */
export function comparedRows({ group, level, ...shared }: z.output<typeof comparedQuery>): PicturedWages[] {
  return group.map((key) => {
    const [code = '', published = ''] = key.split('-');
    return { ...shared, code, editionCode: published, levels: [level] };
  });
}
