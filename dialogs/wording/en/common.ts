import type { Edition, MarketCondition, Region, Teer } from '../../../knowledge/model.ts';
import {
  code,
  edition,
  enumerate,
  link,
  name,
  type Parameter,
  period,
  type Sayable,
  type Sentence,
  say,
} from '../../answers/sentence.ts';
import type { TopicId } from '../../understanding/topics.ts';

const editionNames: Record<Edition, string> = {
  noc2021: 'NOC 2021',
  noc2016: 'NOC 2016',
  noc2011: 'NOC 2011',
  noc2006: 'NOC 2006',
  nocs2006: 'NOC-S 2006',
  oasis2023: 'OaSIS 2023',
};

/** Topics as they stand in a sentence: "about the pay". */
const topicNames: Record<TopicId, string> = {
  overview: 'the occupation in short',
  'also-known-as': 'other names for it',
  codes: 'its codes over time',
  duties: 'the duties',
  conditions: 'the working conditions',
  traits: 'the traits it calls for',
  skills: 'the skills employers ask for',
  education: 'the schooling',
  schools: 'schools',
  certification: 'certification',
  employers: 'the employers',
  advancement: 'advancement',
  industries: 'the industries',
  outlook: 'the outlook',
  wage: 'the pay',
  shortage: 'shortages',
  'fields-of-study': 'related fields of study',
  postings: 'job postings',
  similar: 'similar occupations',
  'other-sources': 'where else to look',
  interests: 'the interests it suits',
  'reliability-meaning': 'the reliability codes',
  'measure-meaning': 'medians and percentiles',
  'interest-meaning': 'the interest codes',
  'teer-meaning': 'TEER',
  'noc-meaning': 'the NOC',
  'data-sources': 'where the facts come from',
};

/** Questions that a click or a number sends; the bot understands each of them. */
const topicQuestions: Record<TopicId, string> = {
  overview: 'Tell me about it',
  'also-known-as': 'What else is it called?',
  codes: 'What are its NOC codes?',
  duties: 'What are the duties?',
  conditions: 'What are the working conditions?',
  traits: 'What traits does it take?',
  skills: 'What skills do employers ask for?',
  education: 'What schooling do I need?',
  schools: 'Which schools offer programs?',
  certification: 'Is it regulated?',
  employers: 'Who hires for it?',
  advancement: 'How can I advance?',
  industries: 'Which industries is it in?',
  outlook: 'What is the outlook?',
  wage: 'What does it pay?',
  shortage: 'Is there a shortage?',
  'fields-of-study': 'Which fields of study are related?',
  postings: 'Where are job postings?',
  similar: 'What is similar?',
  'other-sources': 'Where else can I look?',
  interests: 'What interests does it suit?',
  'reliability-meaning': 'What does reliability A mean?',
  'measure-meaning': 'What does median mean?',
  'interest-meaning': 'What do the interest codes mean?',
  'teer-meaning': 'What is TEER?',
  'noc-meaning': 'What is the NOC?',
  'data-sources': 'Where do your facts come from?',
};

const PLURAL_TOPICS: ReadonlySet<TopicId> = new Set([
  'also-known-as',
  'codes',
  'duties',
  'conditions',
  'traits',
  'skills',
  'schools',
  'employers',
  'industries',
  'shortage',
  'fields-of-study',
  'postings',
  'similar',
  'interests',
]);

const conditions: Record<MarketCondition, string> = {
  'strong-shortage': 'a strong shortage of workers',
  'moderate-shortage': 'a moderate shortage of workers',
  balance: 'a balance of workers and jobs',
  'moderate-surplus': 'a moderate surplus of workers',
  'strong-surplus': 'a strong surplus of workers',
};

export const common = {
  /** Language of quoted texts. */
  language: 'en' as const,
  and: 'and',
  or: 'or',
  /** A place inside a sentence: "Alberta", "the Red Deer economic region". */
  place: ({ kind, name: placeName }: Pick<Region, 'kind' | 'name'>): Sentence =>
    kind === 'economic-region' ? say`the ${name(placeName)}` : say`${name(placeName)}`,
  placeAsRead: (typed: Parameter, place: Parameter): Sentence => say`I took "${typed}" for ${place}.`,
  lies: (city: Parameter, region: Sayable): Sentence => say`${city} is in ${region}.`,
  madeUpOf: (area: Parameter, members: Sentence): Sentence => say`${area} is made up of ${members}.`,
  editionName: (id: Edition): Parameter => edition(editionNames[id]),
  topicName: (topic: TopicId): string => topicNames[topic],
  /** `the working conditions are`, to be followed by "not available for ..." */
  topicNotAvailable: (topic: TopicId): string => `${topicNames[topic]} ${PLURAL_TOPICS.has(topic) ? 'are' : 'is'}`,
  topicQuestion: (topic: TopicId): string => topicQuestions[topic],
  condition: (condition: MarketCondition): string => conditions[condition],
  teerName: (teer: Teer): Parameter => code(`TEER ${teer}`),
  /** `NOC 2021 12111, Health information management occupations` */
  group: (id: Edition, groupCode: string, title: string): Sentence =>
    say`${edition(editionNames[id])} ${code(groupCode)}, ${name(title)}`,
  homeSite: { name: 'alis', url: 'https://alis.alberta.ca/' },

  source: (source: {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    readonly codes: readonly Sentence[];
    readonly periods: readonly string[];
    /** Dates on which the publisher last updated the sections told. */
    readonly updated: readonly Parameter[];
    readonly reliability: string;
    /** Day on which we took the figures from the publisher. */
    readonly retrieved: Parameter;
  }): Sentence => {
    const parts: Sayable[] = [say`Source: ${name(source.title)} (${name(source.publisher)})`];
    if (source.codes.length > 0) parts.push(enumerate(source.codes, 'and'));
    if (source.periods.length > 0) parts.push(say`period ${enumerate(source.periods.map(period), 'and')}`);
    if (source.updated.length > 0) parts.push(say`updated ${enumerate(source.updated, 'and')}`);
    if (source.reliability !== '') parts.push(say`reliability ${code(source.reliability)}`);
    parts.push(say`retrieved ${source.retrieved}`);
    return say`${enumerateWith(parts, '; ')}; ${link(source.url)}`;
  },
  sourceAloud: (title: string): Sentence => say`Source: ${name(title)}.`,
  attribution: (text: string): Sentence => say`${name(text)}`,

  groupCaveatOccupation: (occupation: Parameter, group: Sentence): Sentence =>
    say`Note: these figures are for the whole group ${group}. ${occupation} is only a part of that group, so its own figures may differ.`,
  groupCaveat: (group: Sentence): Sentence =>
    say`Note: these figures are for the whole group ${group}, which holds several occupations; one job in it may differ.`,
  fromProfile: (occupation: Parameter, group: Parameter): Sentence =>
    say`This is told of one occupation in the group ${group}: ${occupation}. Others in the group may differ.`,
  updated: (date: Parameter): Sentence => say`This section was last updated by its publisher on ${date}.`,
  confirm: say`Please confirm what matters to you before you decide: wages, outlook and programs can change without notice.`,
  notAvailable: (what: Sentence, subject: Parameter): Sentence =>
    say`${what} not available for ${subject}: our store holds no such facts.`,
  staleFigures: (source: Parameter, period: Parameter): Sentence =>
    say`The figures of ${source} are from ${period}, so they are older than they should be: ask for newer ones before you decide.`,
  stale: (source: Parameter, period: Parameter): Sentence =>
    say`What "${source}" says here is from ${period}, so it is older than it should be: ask whether it still holds before you decide.`,
  over: (source: Parameter, period: Parameter): Sentence =>
    say`The years that ${source} looks ahead to (${period}) are over: ask for a newer one before you decide.`,
  /** After the part of a list that is read aloud. */
  more: (others: Parameter): Sentence => say`There are ${others} more in the written answer.`,
};

function enumerateWith(parts: readonly Sayable[], glue: string): Sentence {
  return parts.reduce<Sentence>(
    (sentence, part, index) => (index === 0 ? say`${part}` : say`${sentence}${{ segments: [glue] }}${part}`),
    {
      segments: [],
    },
  );
}
