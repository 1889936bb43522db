import type { SubjectTopic } from '../../../dialogs/understanding/topics.ts';

/** What people ask for most, in the order in which our own pages show it. */
export const FIRST_TOPICS = [
  'overview',
  'wage',
  'education',
  'certification',
  'outlook',
  'duties',
  'interests',
  'similar',
  'codes',
] as const satisfies readonly SubjectTopic[];
