import type { LookupCandidate, LookupResult, OccupationLookup } from '../knowledge/lookup.ts';
import type { KnowledgeStore } from '../knowledge/store/knowledge-store.ts';
import type { SubjectRef } from './answers/answer.ts';
import type { AnswerContext, Details } from './answers/context.ts';
import { code, name, type Sentence } from './answers/sentence.ts';
import { answer } from './answers/topic-answers.ts';
import type { Memory } from './memory.ts';
import { answerReply, type Reply } from './replies.ts';
import { isGeneralTopic, type TopicId } from './understanding/topics.ts';
import { type Lexicon, understand } from './understanding/understand.ts';
import type { Question, Understanding } from './understanding/understanding.ts';
import type { Wording } from './wording/index.ts';

/** What a turn is answered from. A turn keeps the store that it began with. */
export interface Knowledge {
  readonly store: KnowledgeStore;
  readonly lookup: OccupationLookup;
}

export interface AdvisorSettings {
  readonly homeRegion: string;
  /** Today as YYYY-MM-DD. */
  today(): string;
}

/** A question with its topics settled; its occupations still in the person's words, or known. */
export interface PlannedQuestion {
  readonly topics: readonly TopicId[];
  readonly details: Details;
  /** Still to be looked up. */
  readonly mentions: readonly string[];
  readonly subjects: readonly SubjectRef[];
  readonly compare: boolean;
  readonly refersBack: boolean;
}

/** Topics that a region narrows down. */
const REGIONAL: readonly TopicId[] = ['wage', 'outlook'];
/** Longest list that a person is asked to choose from. */
export const MOST_CHOICES = 5;

/** The thinking between a message and its answers; knows no dialog and no channel. */
export class Advisor {
  readonly knowledge: Knowledge;
  readonly wording: Wording;
  readonly #settings: AdvisorSettings;

  constructor(knowledge: Knowledge, wording: Wording, settings: AdvisorSettings) {
    this.knowledge = knowledge;
    this.wording = wording;
    this.#settings = settings;
  }

  understand(message: string): Understanding {
    const { store, lookup } = this.knowledge;
    const lexicon: Lexicon = { regions: store.regions, spot: (text) => lookup.matcher.spot(text) };
    return understand(message, lexicon);
  }

  /** Settles from what was said before which topics, details and occupations a question is about. */
  plan(question: Question, memory: Memory): PlannedQuestion {
    const { mentions, compare, refersBack } = question;
    const continues = mentions.length === 0 || question.followUp || compare;
    const waiting = question.topics.length === 0 && mentions.length > 0 ? memory.pending : null;
    const details =
      continues || waiting ? merge(waiting?.details ?? memory.details, question.details) : question.details;
    const topics = waiting?.topics ?? this.#topicsOf(question, memory);
    const general = topics.length > 0 && topics.every(isGeneralTopic);
    const before =
      question.all && memory.compared.length > 1 ? memory.compared : memory.subject ? [memory.subject] : [];
    const subjects = !general && (mentions.length === 0 || compare) ? before : [];
    return { topics, details, mentions: general ? [] : mentions, subjects, compare, refersBack };
  }

  #topicsOf(question: Question, memory: Memory): readonly TopicId[] {
    // "By industry?" after a wage asks for the wage by industry.
    const byIndustry =
      question.details.industry === '' && question.topics.length === 1 && question.mentions.length === 0;
    if (byIndustry && memory.topics.includes('wage')) return ['wage'];
    if (question.topics.length > 0) return question.topics;
    const { region, editions } = question.details;
    if (editions && memory.topics.includes('codes')) return ['codes'];
    const regional = memory.topics.filter((topic) => REGIONAL.includes(topic));
    if (question.mentions.length === 0) return region ? (regional.length > 0 ? regional : ['wage']) : [];
    if ((question.followUp || question.compare) && memory.topics.length > 0) return memory.topics;
    if (question.compare) return ['wage'];
    return region ? ['overview', 'wage'] : ['overview'];
  }

  find(mention: string, hint?: string): Promise<LookupResult> {
    return this.knowledge.lookup.find(mention, { limit: MOST_CHOICES, ...(hint !== undefined && { hint }) });
  }

  /** Answers every topic for every subject, in order. General topics are answered once. */
  async answer(planned: PlannedQuestion, subjects: readonly SubjectRef[]): Promise<Reply[]> {
    const context = this.#context(planned.details);
    const replies: Reply[] = [];
    for (const topic of planned.topics) {
      for (const subject of isGeneralTopic(topic) ? [null] : subjects) {
        const told = await answer(context, topic, subject);
        if (told) replies.push(answerReply(told));
      }
    }
    return replies;
  }

  /** How a candidate is told in a list: the occupation or group, and what tells it from the others. */
  async choiceSentence(candidate: LookupCandidate): Promise<Sentence> {
    const { store } = this.knowledge;
    const occupation = candidate.occupation === '' ? undefined : await store.occupation(candidate.occupation);
    if (occupation)
      return this.wording.conversation.occupationItem(
        name(occupation.name),
        code(candidate.code),
        name(candidate.title),
      );
    const group = await store.group(candidate.code);
    return this.wording.conversation.choiceItem(name(candidate.title), code(candidate.code), name(group?.gist ?? ''));
  }

  async subjectName(subject: SubjectRef): Promise<string> {
    const { store } = this.knowledge;
    const occupation = subject.occupation === '' ? undefined : await store.occupation(subject.occupation);
    return occupation?.name ?? (await store.group(subject.code))?.title ?? subject.code;
  }

  #context(details: Details): AnswerContext {
    const { homeRegion } = this.#settings;
    return { store: this.knowledge.store, wording: this.wording, details, homeRegion, today: this.#settings.today() };
  }
}

/**
 * The details of before, overruled by those of now. Region, level and unit last; a measure ("the most"), an industry and
 * editions belong to their question alone. One region and all regions exclude each other.
 */
function merge(before: Details, now: Details): Details {
  const { per, everyRegion, region } = before;
  // A level is left by asking for another measure: "and the average?" is of all again.
  const level = now.measure ? undefined : before.level;
  const place = now.region || now.everyRegion ? {} : { ...(everyRegion && { everyRegion }), ...(region && { region }) };
  return { ...(level && { level }), ...(per && { per }), ...place, ...now };
}
