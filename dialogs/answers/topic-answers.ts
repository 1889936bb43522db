import type { NocCode } from '../../knowledge/model.ts';
import { isGeneralTopic, type SubjectTopic, type TopicId } from '../understanding/topics.ts';
import { dataSources, interestMeaning, measureMeaning, nocMeaning, reliabilityMeaning, teerMeaning } from './about.ts';
import { ageNotes } from './age.ts';
import type { Answer, AnswerBody, SubjectRef } from './answer.ts';
import { READ_ALOUD, sentencesOf } from './answer.ts';
import { attributionsOf, citationsOf } from './citations.ts';
import { codesAnswer, interestsAnswer } from './classification.ts';
import type { AnswerContext, Subject } from './context.ts';
import type { Fact } from './fact.ts';
import { outlookAnswer, shortageAnswer } from './market.ts';
import { certificationAnswer, educationAnswer, fieldsOfStudyAnswer, schoolsAnswer } from './schooling.ts';
import { count, factsOf } from './sentence.ts';
import { suggestionsFor } from './suggestions.ts';
import { wageAnswer } from './wage.ts';
import {
  advancementAnswer,
  alsoKnownAsAnswer,
  conditionsAnswer,
  dutiesAnswer,
  employersAnswer,
  industriesAnswer,
  otherSourcesAnswer,
  overviewAnswer,
  postingsAnswer,
  similarAnswer,
  skillsAnswer,
  traitsAnswer,
} from './work.ts';

type SubjectAnswerer = (context: AnswerContext, subject: Subject) => Promise<AnswerBody>;
type GeneralAnswerer = (context: AnswerContext) => Promise<AnswerBody>;

/** Who answers what. A topic without an entry here does not compile. */
const SUBJECT_ANSWERS: Record<SubjectTopic, SubjectAnswerer> = {
  overview: overviewAnswer,
  'also-known-as': alsoKnownAsAnswer,
  codes: codesAnswer,
  duties: dutiesAnswer,
  conditions: conditionsAnswer,
  traits: traitsAnswer,
  skills: skillsAnswer,
  education: educationAnswer,
  schools: schoolsAnswer,
  certification: certificationAnswer,
  employers: employersAnswer,
  advancement: advancementAnswer,
  industries: industriesAnswer,
  outlook: outlookAnswer,
  wage: wageAnswer,
  shortage: shortageAnswer,
  'fields-of-study': fieldsOfStudyAnswer,
  postings: postingsAnswer,
  similar: similarAnswer,
  'other-sources': otherSourcesAnswer,
  interests: interestsAnswer,
};

const GENERAL_ANSWERS: Record<Exclude<TopicId, SubjectTopic>, GeneralAnswerer> = {
  'reliability-meaning': reliabilityMeaning,
  'measure-meaning': measureMeaning,
  'interest-meaning': interestMeaning,
  'teer-meaning': teerMeaning,
  'noc-meaning': nocMeaning,
  'data-sources': dataSources,
};

/** Fetches what a reference points to; null when the store does not have it (any more). */
export async function loadSubject(context: AnswerContext, reference: SubjectRef): Promise<Subject | null> {
  const group = await context.store.group(reference.code);
  if (!group) return null;
  const profiles = await context.store.occupationsOf(reference.code);
  return { group, occupation: profiles.find((profile) => profile.id === reference.occupation) ?? null, profiles };
}

/** Answers a topic of one subject, with its sources, licence sentences and next questions. */
export async function answerTopic(context: AnswerContext, topic: SubjectTopic, subject: Subject): Promise<Answer> {
  const body = await SUBJECT_ANSWERS[topic](context, subject);
  const reference = { code: subject.group.code, occupation: subject.occupation?.id ?? '' };
  return completeAnswer(context, topic, reference, body, suggestionsFor(context, topic, subject));
}

export async function answerGeneral(context: AnswerContext, topic: Exclude<TopicId, SubjectTopic>): Promise<Answer> {
  return completeAnswer(context, topic, null, await GENERAL_ANSWERS[topic](context), []);
}

/** Answers any topic; null when it needs a subject and there is none (or the store no longer has it). */
export async function answer(
  context: AnswerContext,
  topic: TopicId,
  reference: SubjectRef | null,
): Promise<Answer | null> {
  if (isGeneralTopic(topic)) return answerGeneral(context, topic);
  const subject = reference && (await loadSubject(context, reference));
  return subject ? answerTopic(context, topic, subject) : null;
}

/** Puts sources, warnings of age, licence sentences and next questions to an answer. */
export async function completeAnswer(
  context: AnswerContext,
  topic: TopicId,
  subject: { code: NocCode; occupation: string } | null,
  body: AnswerBody,
  suggestions: readonly string[],
): Promise<Answer> {
  const { lead, items = [], table = null, picture = null, notes = [], choices = [], dated = [] } = body;
  const facts = factsIn({ lead, items, table, notes });
  const citations = topic === 'data-sources' ? [] : await citationsOf(facts, context.store, context.wording);
  // What is set aside in a note (other releases) is told with its years: only what the answer rests on is held to its age.
  const aged = topic === 'data-sources' ? [] : await ageNotes(context, factsIn({ lead, items, table }), dated);
  const attributions = attributionsOf(citations, context.wording).map((sentence) => ({ sentence, aloud: false }));
  return {
    topic,
    subject,
    lead,
    items,
    more: items.length > READ_ALOUD ? context.wording.common.more(count(items.length - READ_ALOUD)) : null,
    table,
    picture,
    notes: [...notes, ...aged, ...attributions],
    citations,
    // A list to pick from takes the place of the next questions, so that a number means one thing.
    suggestions: choices.length > 0 ? choices.map((choice) => choice.title) : suggestions,
    choices: choices.map(({ code, occupation }) => ({ code, occupation })),
  };
}

function factsIn({
  lead,
  items,
  table,
  notes = [],
}: Pick<Answer, 'lead' | 'items' | 'table'> & Partial<Pick<Answer, 'notes'>>): Fact[] {
  return sentencesOf({ lead, items, table, notes }).flatMap(factsOf);
}
