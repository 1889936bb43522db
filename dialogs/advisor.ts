import type { LookupCandidate, LookupResult, OccupationLookup } from '../knowledge/lookup.ts';
import type { KnowledgeStore } from '../knowledge/store/knowledge-store.ts';
import type { SubjectRef } from './answers/answer.ts';
import { comparisonAnswer } from './answers/comparison.ts';
import type { AnswerContext, Details } from './answers/context.ts';
import { code, name, quote, type Sentence } from './answers/sentence.ts';
import { answer } from './answers/topic-answers.ts';
import type { InterestCodes } from './interests/codes.ts';
import type { Memory } from './memory.ts';
import { answerReply, type Reply } from './replies.ts';
import { isCompared, type SideBySide, type ToCompare, toCompare } from './side-by-side.ts';
import type { Findings } from './turn-report.ts';
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
  /** Present where all are told in one answer; its rows are those of the topics, or all that there are. */
  readonly sideBySide?: SideBySide;
}

/** Topics that a region narrows down. */
const REGIONAL: readonly TopicId[] = ['wage', 'outlook'];
/** Topics that are answered with addresses alone. */
const FACTLESS: readonly TopicId[] = ['postings', 'other-sources'];
const CODE_BESIDE_WORDS = /(?<![\w.$-])\d{5}(?![\w-]|\.\d)/g;
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

  get homeRegion(): string {
    return this.#settings.homeRegion;
  }

  understand(message: string): Understanding {
    return understand(message, this.#lexicon());
  }

  #lexicon(): Lexicon {
    const { store, lookup } = this.knowledge;
    return { regions: store.regions, spot: (text) => lookup.matcher.spot(text) };
  }

  /** Settles from what was said before which topics, details and occupations a question is about. */
  plan(question: Question, memory: Memory): PlannedQuestion {
    const { mentions, compare, refersBack, besideBefore } = question;
    const compared = this.#compared(question, memory);
    if (compared) {
      const details = merge(memory.details, question.details);
      return { topics: question.topics, details, compare, refersBack, ...compared };
    }
    const continues = mentions.length === 0 || (compare ? besideBefore : question.followUp);
    const waiting = question.topics.length === 0 && mentions.length > 0 ? memory.pending : null;
    const details =
      continues || waiting ? merge(waiting?.details ?? memory.details, question.details) : question.details;
    const topics = waiting?.topics ?? this.#topicsOf(question, memory);
    const general = topics.length > 0 && topics.every(isGeneralTopic);
    const before =
      question.all && memory.compared.length > 1 ? memory.compared : memory.subject ? [memory.subject] : [];
    // "Compare welders and electricians" names both; "compare it with welders" one of the two.
    const continued = mentions.length === 0 || besideBefore;
    const subjects = !general && continued ? before : [];
    return { topics, details, mentions: general ? [] : mentions, subjects, compare, refersBack };
  }

  /** What is to be told side by side: what the question compares, or the occupation that a comparison was waiting for. */
  #compared(question: Question, memory: Memory): ToCompare | null {
    const { beside } = memory.pending ?? {};
    const { topics, mentions, compare } = question;
    if (beside && !compare && topics.length === 0 && mentions.length > 0)
      return { subjects: beside.subjects, mentions: [...mentions, ...beside.mentions], sideBySide: { left: [] } };
    // "Compare plumbers" names one side of two that are both new: what was talked about before is none of them.
    const { besideBefore } = question;
    const named = compare ? { ...question, refersBack: besideBefore, followUp: false } : question;
    const before = compare && !besideBefore ? { ...memory, subject: null, sideBySide: false } : memory;
    return toCompare(named, before, this.#lexicon().spot);
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
    const continues = question.compare ? question.besideBefore : question.followUp;
    if (continues && memory.topics.length > 0) return memory.topics;
    // Places are set apart by what differs most between them.
    if (question.compare) return ['wage'];
    return region ? ['overview', 'wage'] : ['overview'];
  }

  /** Looks a title or a code up; a code of today that stands beside words says more than they do. */
  async find(mention: string, hint?: string): Promise<LookupResult> {
    const [code, another] = mention.match(CODE_BESIDE_WORDS) ?? [];
    if (code !== undefined && another === undefined) {
      const coded = await this.knowledge.lookup.find(code, { limit: MOST_CHOICES });
      if (coded.decision === 'match') return coded;
    }
    return this.knowledge.lookup.find(mention, { limit: MOST_CHOICES, ...(hint !== undefined && { hint }) });
  }

  /**
   * Answers every topic for every subject, in order. General topics are answered once. `codes`: the person's own, where known.
   * What was answered, and what is not stored, goes into `findings`.
   */
  async answer(
    planned: PlannedQuestion,
    subjects: readonly SubjectRef[],
    codes: InterestCodes | null = null,
    findings: Pick<Findings, 'topics' | 'gaps'> = { topics: [], gaps: [] },
  ): Promise<Reply[]> {
    const context = this.context(planned.details, codes);
    const { sideBySide, topics } = planned;
    if (sideBySide && topics.every(isCompared)) {
      const told = await comparisonAnswer(context, subjects, topics, sideBySide.left.map(quote));
      if (told) findings.topics.push(...(topics.length > 0 ? topics : [told.topic]));
      return told ? [answerReply(told)] : [];
    }
    const replies: Reply[] = [];
    for (const topic of topics) {
      for (const subject of isGeneralTopic(topic) ? [null] : subjects) {
        const told = await answer(context, topic, subject);
        if (!told) continue;
        const reply = answerReply(told, planned.details.region?.id ?? null);
        replies.push(reply);
        if (subject && reply.facts.length === 0 && !FACTLESS.includes(topic))
          findings.gaps.push({ kind: 'section', topic, code: subject.code });
        else if (!findings.topics.includes(topic)) findings.topics.push(topic);
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

  /** What answers are made from in this turn. */
  context(details: Details, codes: InterestCodes | null): AnswerContext {
    const { homeRegion } = this.#settings;
    const { store } = this.knowledge;
    return { store, wording: this.wording, details, homeRegion, codes, today: this.#settings.today() };
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
  const placed = now.region || now.everyRegion || now.unknownPlace;
  const place = placed ? {} : { ...(everyRegion && { everyRegion }), ...(region && { region }) };
  return { ...(level && { level }), ...(per && { per }), ...place, ...now };
}
