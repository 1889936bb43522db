import type { Format } from '../format.ts';
import { OASIS_EXCLUSIONS } from './oasis-exclusions.ts';
import { OASIS_INTERESTS } from './oasis-interests.ts';
import { OASIS_RATINGS } from './oasis-ratings.ts';
import { OASIS_TEXTS } from './oasis-texts.ts';
import { OASIS_TITLES } from './oasis-titles.ts';
import { OASIS_UNUSED } from './oasis-unused.ts';

/** The files of the Occupational and Skills Information System (OaSIS) 2023, Employment and Social Development Canada. */
export const OASIS_FORMATS: readonly Format[] = [
  OASIS_INTERESTS,
  ...OASIS_RATINGS,
  ...OASIS_TEXTS,
  OASIS_EXCLUSIONS,
  OASIS_TITLES,
  ...OASIS_UNUSED,
];
