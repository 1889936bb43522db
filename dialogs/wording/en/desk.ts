import type { SubjectTopic } from '../../understanding/topics.ts';

/** Names of the sections, short enough for a tab. */
const sections: Record<SubjectTopic, string> = {
  overview: 'Overview',
  wage: 'Wage',
  education: 'Education',
  certification: 'Certification',
  outlook: 'Outlook',
  duties: 'Duties',
  interests: 'Interests',
  similar: 'Similar',
  codes: 'Codes',
  'also-known-as': 'Other names',
  conditions: 'Working conditions',
  traits: 'Traits',
  skills: 'Skills',
  schools: 'Schools',
  employers: 'Employers',
  advancement: 'Advancement',
  industries: 'Industries',
  shortage: 'Shortages',
  'fields-of-study': 'Fields of study',
  postings: 'Postings',
  'other-sources': 'Other sources',
};

/** Other words by which an agent looks for a section. */
const sectionWords: Partial<Record<SubjectTopic, readonly string[]>> = {
  wage: ['pay', 'salary', 'earnings'],
  education: ['schooling', 'training', 'requirements'],
  certification: ['licence', 'regulated'],
  outlook: ['prospects', 'forecast', 'demand'],
  duties: ['tasks'],
  codes: ['noc'],
  conditions: ['conditions'],
  shortage: ['vacancies'],
  postings: ['jobs'],
};

/** What an agent must not say. Each stands where a rule on the facts told calls for it (adapters/desk/api/must-not-say.ts). */
const mustNotSay = {
  unavailable: 'Do not say that there is none: our store only holds no such facts.',
  wage: "Do not promise this wage: it is the whole group's, and one job in the group may pay differently.",
  wageElsewhere: (place: string): string => `Do not call these figures those of ${place}: they are another place's.`,
  derived: 'Do not call the derived figure a published one: we worked it out.',
  twoSurveys: 'Do not compare the two surveys with each other.',
  group: "Do not call these the figures of one job: they are the whole group's.",
  oneOccupation: 'Do not tell this as true of every job in the group: it is told of one occupation.',
  stale: 'Do not tell this as it is today: it is older than it should be, so say from when it is.',
  over: 'Do not call it a forecast: the years that it looks ahead to are over.',
  implausible: 'Do not rely on the growth figure: it is quoted as published and implausibly high.',
  national: (place: string): string =>
    `Do not say that the projection holds for ${place}: it is for Canada as a whole.`,
  outlook: 'Do not promise a job: a projection says nothing of one employer or one person.',
  licence:
    'Do not assure that no licence is needed: that depends on the province and the job, and the regulator there knows.',
  teer: 'Do not call this the requirement of one job: it is what the category usually asks for.',
  program: 'Do not promise that a program leads to a job.',
  estimated: 'Do not call the estimated code a published one.',
  holland: 'Do not compare Holland codes with inventory codes: they are different systems.',
  missing: 'Do not call a figure that is not available zero.',
  noValues: 'Do not rank the skills: they are published without values.',
  notJoined: 'Do not join the share and the list of industries: they come from different sources.',
  skillLevels: 'Do not say how often employers ask for a skill: the rating says how complex its use is.',
  crosswalk: 'Do not call an earlier code the same group: people counted under it may now be in several.',
  similar: 'Do not call this an official list: our editors chose the groups.',
} as const;

/** What stands at the desk besides the answers; agents read it, callers do not. */
export const desk = {
  section: (topic: SubjectTopic): string => sections[topic],
  sectionWords: (topic: SubjectTopic): readonly string[] => [sections[topic], ...(sectionWords[topic] ?? [])],
  mustNotSay,
  warnings: {
    over: 'An outlook told here is over: the years that it looks ahead to have passed.',
    implausible: 'A growth told here is implausibly high. It is quoted as published.',
    derived: 'A figure told here is derived and not published.',
  },
  /** What to ask a caller: what each of the groups does, in the words that tell it from its neighbours. */
  question: (gists: readonly string[]): string =>
    gists.length < 3
      ? `Do they ${gists.join(', or ')}?`
      : `Do they ${gists.slice(0, -1).join('; ')}; or ${gists.at(-1)}?`,
  gap: (section: string, group: string): string => `${section}: ${group}`,
} as const;
