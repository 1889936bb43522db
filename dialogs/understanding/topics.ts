/** What the bot can be asked. A new topic is one id here, its phrases in phrases-en.ts, its answer in answers/ and its name in wording/. */
export const SUBJECT_TOPICS = [
  'overview',
  'also-known-as',
  'codes',
  'duties',
  'conditions',
  'traits',
  'skills',
  'education',
  'schools',
  'certification',
  'employers',
  'advancement',
  'industries',
  'outlook',
  'wage',
  'shortage',
  'fields-of-study',
  'postings',
  'similar',
  'other-sources',
  'interests',
] as const;

/** Topics that are about the data and not about one occupation. */
export const GENERAL_TOPICS = [
  'reliability-meaning',
  'measure-meaning',
  'interest-meaning',
  'teer-meaning',
  'noc-meaning',
  'data-sources',
] as const;

export const TOPICS = [...SUBJECT_TOPICS, ...GENERAL_TOPICS] as const;

export type SubjectTopic = (typeof SUBJECT_TOPICS)[number];
export type GeneralTopic = (typeof GENERAL_TOPICS)[number];
export type TopicId = (typeof TOPICS)[number];

export function isGeneralTopic(topic: TopicId): topic is GeneralTopic {
  return (GENERAL_TOPICS as readonly string[]).includes(topic);
}
