import type { Format } from '../format.ts';
import { CONCORDANCES } from './concordance.ts';
import { editionCodes } from './edition-codes.ts';
import { nocElements } from './noc-elements.ts';
import { nocSections } from './noc-sections.ts';
import { nocStructure } from './noc-structure.ts';
import { noc2016Titles, nocTitles } from './noc-titles.ts';
import { onetTitles } from './onet-titles.ts';
import { requirementFlags } from './requirement-flags.ts';
import { skillDistance } from './skill-distance.ts';

/** Files of the classification itself: its groups, titles and texts, its earlier editions, and what is derived from them. */
export const CLASSIFICATION_FORMATS: readonly Format[] = [
  nocStructure,
  nocElements,
  nocSections,
  nocTitles,
  noc2016Titles,
  editionCodes,
  ...CONCORDANCES,
  onetTitles,
  requirementFlags,
  skillDistance,
];
