import type { TitleSpan } from '../../knowledge/matching/types.ts';
import type { Region } from '../../knowledge/model.ts';
import type { Details } from '../answers/context.ts';
import { commandIn } from './commands.ts';
import { detailsIn } from './details-en.ts';
import { FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';
import { mentionsIn } from './mentions.ts';
import { inOwnWords } from './own-words.ts';
import { TOPIC_PHRASES } from './phrases-en.ts';
import { saidAsPlace } from './places-en.ts';
import type { Request } from './requests.ts';
import { requestIn } from './requests-en.ts';
import { COURTESY, isJobLost, isOtherLanguage, outOfScopeIn, smallTalkIn } from './small-talk-en.ts';
import { respelt } from './spelling-en.ts';
import { isGeneralTopic, TOPICS, type TopicId } from './topics.ts';
import type { Question, Understanding } from './understanding.ts';
import { unknownPlaceIn } from './unknown-place-en.ts';
import { vocabularyOf } from './vocabulary-en.ts';

/** What understanding needs to know of the store. */
export interface Lexicon {
  readonly regions: readonly Region[];
  /** Finds stored job titles inside a text. */
  spot(text: string): TitleSpan[];
}

/** A message longer than this is no question; a pasted page would only be misread. */
const LONGEST = 600;

const FOLLOW_UP =
  /^(and|what about|how about|and what about|and how about|also|same for|or|but|then|plus|and for|and in)\b/;
const ALL =
  /\b(both|them all|all of them|each of them|the two|which( one| of them)? (pays|is|has|earns|needs|takes))\b/;
const COMPARE = /\b(compared?|compares|comparison|versus|vs|difference between|(more|less|better|worse) than)\b/;
/** Where one thing is compared, "that" and "these" are occupations too. */
const POINTS_BACK = /\b(it|its|they|them|their|that|this|these|those)\b/;
/** What one thing alone is compared with: "compared to a welder", "vs welders". */
const COMPARED_WITH =
  /\b(?:(?:compare[sd]?|comparison) (?:with|to|against)|versus|vs|than)(?: for| of)?(?: an?| the)? $/;
const REFERS_BACK = /\b(it|its|they|them|their)\b/;
/** Where a second question begins inside one sentence. */
const NEXT_QUESTION =
  /[?;\n]+|(?:[.,]\s*|\s)and\s+(?=(?:what|how|who|where|which|is|are|does|do|can)\b)|,\s*(?=(?:what|how|who|where|which)\b)|[.!]\s+(?=\S)/gi;

/** Reads a message: commands first, then small talk, then questions. Pure: the same text and lexicon give the same result. */
export function understand(message: string, lexicon: Lexicon): Understanding {
  const cleaned = clean(message);
  if (cleaned === '') return { kind: 'empty' };
  if (cleaned.length > LONGEST) return { kind: 'too-long' };
  const plain = wholeMeaning(cleaned, lexicon);
  if (plain && !leavesWords(plain)) return plain;
  const read = respelt(cleaned, lexicon);
  if (!read) return plain ?? questionsAsked(cleaned, lexicon);
  const meant = wholeMeaning(read.text, lexicon);
  if (meant && !erases(meant)) return inOwnWords(meant, read);
  return plain ?? inOwnWords(questionsAsked(meant ? cleaned : read.text, lexicon), read);
}

/** What a message means as a whole: a command, small talk or a request; null for one that is to be searched for questions. */
function wholeMeaning(message: string, lexicon: Lexicon): Understanding | null {
  const whole = new FoldedText(message);
  const command = commandIn(message === '?' ? '?' : whole.folded);
  if (command) return { kind: 'command', command };
  const talk = smallTalkIn(whole.folded);
  if (talk) return { kind: 'small-talk', talk };
  const request = requestIn(whole, lexicon);
  if (request) return { kind: 'request', request };
  return tellsOfLostWork(whole, lexicon) ? { kind: 'small-talk', talk: 'job-lost' } : null;
}

/** Topics that people without work ask for with no occupation in mind: "what else can I do", "I need to find a job". */
const LOOKING: readonly TopicId[] = ['similar', 'postings', 'overview'];

/** "I got laid off": with neither a title nor a question there is nothing to look up. */
function tellsOfLostWork(whole: FoldedText, lexicon: Lexicon): boolean {
  if (!isJobLost(whole.folded) || outOfScopeIn(whole.folded) || lexicon.spot(whole.original).length > 0) return false;
  return topicStretches(whole.folded).every(({ topic }) => LOOKING.includes(topic));
}

/** Wishes that are not understood may be misspelt. */
function leavesWords(understood: Understanding): boolean {
  return (
    understood.kind === 'request' && understood.request.kind === 'suggest' && understood.request.unknown.length > 0
  );
}

/** What is lost for good is never read into a slip of spelling. */
const ERASING: readonly Request['kind'][] = ['forget-me', 'forget-codes', 'clear-list', 'unsave', 'exercise-afresh'];

function erases(understood: Understanding): boolean {
  return understood.kind === 'request' && ERASING.includes(understood.request.kind);
}

function questionsAsked(cleaned: string, lexicon: Lexicon): Understanding {
  const whole = new FoldedText(cleaned);
  const masked = mask(whole, lexicon.spot(cleaned));
  const scope = outOfScopeIn(masked);
  const questions = questionsIn(cleaned, lexicon);
  // A code can be told to anyone, whatever it is wanted for.
  const harmless = scope === 'immigration' && questions.some((question) => question.topics.includes('codes'));
  if (scope && !harmless) {
    // "I have a work permit. What does a welder earn?": the second sentence is a question like any other.
    const others = cleaned.split(/[.?!;\n]+/).filter((part) => {
      const folded = new FoldedText(part);
      return outOfScopeIn(mask(folded, lexicon.spot(part))) === null;
    });
    const askable = others.length === 0 ? [] : questionsIn(others.join('. '), lexicon);
    return {
      kind: 'out-of-scope',
      scope,
      about: questions.flatMap((question) => question.mentions)[0] ?? null,
      questions: askable.filter((question) => question.topics.length > 0 && question.mentions.length > 0),
    };
  }
  return { kind: 'questions', questions, otherLanguage: isOtherLanguage(cleaned, masked) };
}

/** Control characters and odd white space out, ends trimmed. */
function clean(message: string): string {
  return message
    .slice(0, LONGEST * 4)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim();
}

/** The folded message without the job titles in it. */
function mask(text: FoldedText, spans: readonly TitleSpan[]): string {
  let masked = text.folded;
  for (const span of spans) {
    const start = text.toFolded(span.start);
    const end = text.toFolded(span.end);
    masked = `${masked.slice(0, start)}${' '.repeat(end - start)}${masked.slice(end)}`;
  }
  return masked;
}

function questionsIn(message: string, lexicon: Lexicon): Question[] {
  const parts = message.split(NEXT_QUESTION).filter((part) => part.trim() !== '');
  const questions = parts.flatMap((part) => questionsOfPart(part.trim(), lexicon));
  // Without a topic in each part the cut may have gone through a job title or a description: read the message whole.
  const whole = parts.length > 1 && !questions.every((question) => question.topics.length > 0 || hasDetails(question));
  if (whole) return questionsOfPart(message, lexicon);
  // "NOC, what is that?" asks for the meaning alone.
  const general = questions.some((question) => question.topics.some(isGeneralTopic));
  return general
    ? questions.filter((question) => question.mentions.length > 0 || question.topics[0] !== 'overview')
    : questions;
}

function hasDetails(question: Question): boolean {
  return Object.keys(question.details).length > 0;
}

/** Codes as they stand in a sentence; four digits alone may be a year or an amount and are left to the look-up. */
const CODE_IN_TEXT = /\b(\d{5}(\.\d{2})?|[a-z]\d{3}|\d{4}\.\d)\b/;

/** The questions of one part: one, or one for each region that it names. */
function questionsOfPart(part: string, lexicon: Lexicon): Question[] {
  const text = new FoldedText(withoutCourtesy(part));
  const spans = lexicon
    .spot(text.original)
    .map((span) => ({ start: text.toFolded(span.start), end: text.toFolded(span.end) }))
    .filter((span) => !saidAsPlace(text.folded, lexicon.regions, span));
  const found = topicStretches(text.folded);
  // A title of several words keeps its words ("school bus driver"); a single word gives way to a topic's phrase.
  const spotted = spans.filter(
    (span) =>
      text.folded.slice(span.start, span.end).includes(' ') ||
      !found.some(({ stretch }) => stretch.start <= span.start && stretch.end >= span.end),
  );
  const codes = stretchesOf(CODE_IN_TEXT, text.folded).filter((code) => !spotted.some((span) => overlaps(span, code)));
  const titles = [...spotted, ...codes];
  const heard = found.filter(({ stretch }) => !titles.some((title) => overlaps(title, stretch)));
  const { details: read, regions, stretches } = detailsIn(text, lexicon.regions, titles);
  const asked = heard.flatMap(({ topic, stretch }) => (topic === 'wage' || topic === 'outlook' ? stretch : []));
  const { isKnown } = vocabularyOf(lexicon.regions);
  const free = (one: Stretch): boolean => ![...titles, ...stretches].some((other) => overlaps(one, other));
  const unknown = unknownPlaceIn(text, asked, titles, isKnown, free);
  const details = unknown ? { ...read, unknownPlace: unknown.quoted } : read;
  const taken = [...heard.map(({ stretch }) => stretch), ...stretches, ...(unknown ? [unknown.stretch] : [])];
  const mentions = mentionsIn(text, titles, taken, taken.length > 0);
  const topics = orderOf(withoutSubsumed(text, heard));
  const question: Question = {
    topics: topics.length === 0 && isAboutPay(details, mentions) ? ['wage'] : topics,
    mentions,
    details,
    followUp: FOLLOW_UP.test(text.folded),
    refersBack: REFERS_BACK.test(text.folded) && !mentions.some((mention) => isIntroduced(mention, text.folded)),
    compare: COMPARE.test(text.folded),
    besideBefore: isBesideBefore(text.folded, mentions),
    all: ALL.test(text.folded),
  };
  return regions.length < 2 ? [question] : regions.map((region) => ({ ...question, details: { ...details, region } }));
}

/** A level, measure or unit alone asks for pay; beside an occupation only a level or a unit does ("at least" says little). */
function isAboutPay(details: Details, mentions: readonly string[]): boolean {
  const { level, per, measure, everyRegion } = details;
  if (level !== undefined || per !== undefined) return true;
  return mentions.length === 0 && (measure !== undefined || everyRegion === true);
}

/** Whether a comparison has the occupation of before for its other side. */
function isBesideBefore(folded: string, mentions: readonly string[]): boolean {
  if (!COMPARE.test(folded)) return false;
  const [first, ...others] = mentions;
  if (first === undefined || (others.length === 0 ? POINTS_BACK : REFERS_BACK).test(folded)) return true;
  return COMPARED_WITH.test(folded.slice(0, folded.indexOf(new FoldedText(first).folded)));
}

/** "a flibbertigibbet": something new is named, whatever else in the message points back. */
function isIntroduced(mention: string, folded: string): boolean {
  return (
    folded.includes(` a ${new FoldedText(mention).folded}`) || folded.includes(` an ${new FoldedText(mention).folded}`)
  );
}

function withoutCourtesy(part: string): string {
  let rest = part;
  for (let tries = 0; tries < 3; tries += 1) {
    const match = COURTESY.exec(new FoldedText(rest).folded);
    if (!match) break;
    const words = match[0].trim().split(' ').length;
    const shorter = rest.replace(new RegExp(`^(?:\\W*[\\p{L}\\p{N}'’]+){${words}}[\\s,.!]*`, 'u'), '');
    if (shorter === '' || shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

interface TopicStretch {
  readonly topic: TopicId;
  readonly stretch: Stretch;
}

/** All phrases of a topic in one pattern: most topics are ruled out by one look at the message. */
const ANY_PHRASE = Object.fromEntries(
  TOPICS.map((topic) => [topic, new RegExp(TOPIC_PHRASES[topic].map((pattern) => pattern.source).join('|'))]),
) as Record<TopicId, RegExp>;

/** Where each topic is asked for; of overlapping phrases the longest wins. */
function topicStretches(folded: string): TopicStretch[] {
  const all = TOPICS.filter((topic) => ANY_PHRASE[topic].test(folded)).flatMap((topic) =>
    TOPIC_PHRASES[topic].flatMap((pattern) => stretchesOf(pattern, folded).map((stretch) => ({ topic, stretch }))),
  );
  all.sort((one, other) => length(other.stretch) - length(one.stretch) || one.stretch.start - other.stretch.start);
  const kept: TopicStretch[] = [];
  for (const candidate of all)
    if (!kept.some((other) => overlaps(other.stretch, candidate.stretch))) kept.push(candidate);
  return kept;
}

/**
 * Topics whose words are only part of how another is asked for: "which schools offer the training" asks for schools, not
 * for the training as well. They count as a second question only behind "and" or a comma.
 */
const SUBSUMES: Partial<Record<TopicId, readonly TopicId[]>> = {
  skills: ['postings', 'employers', 'traits'],
  schools: ['education'],
  certification: ['education'],
  shortage: ['employers', 'outlook'],
  industries: ['employers'],
  'fields-of-study': ['education'],
  traits: ['education', 'wage'],
  conditions: ['education', 'duties'],
  advancement: ['education', 'outlook'],
  postings: ['outlook', 'other-sources'],
  outlook: ['postings'],
  'data-sources': ['wage', 'outlook'],
  'interest-meaning': ['interests'],
  'noc-meaning': ['codes', 'overview'],
  'teer-meaning': ['overview'],
  'measure-meaning': ['wage', 'overview'],
  employers: ['education'],
};

function withoutSubsumed(text: FoldedText, found: readonly TopicStretch[]): TopicStretch[] {
  return found.filter(
    (weak) =>
      !found.some((strong) => {
        if (strong === weak || !SUBSUMES[strong.topic]?.includes(weak.topic)) return false;
        const from = Math.min(strong.stretch.end, weak.stretch.end);
        const to = Math.max(strong.stretch.start, weak.stretch.start);
        return !/\b(and|plus|also)\b|,/i.test(text.quote(from, Math.max(to, from)));
      }),
  );
}

function length(stretch: Stretch): number {
  return stretch.end - stretch.start;
}

/** Topics in the order asked, once each. "Tell me about" is no topic beside another. */
function orderOf(found: readonly TopicStretch[]): TopicId[] {
  const ordered = [...found].sort((one, other) => one.stretch.start - other.stretch.start).map(({ topic }) => topic);
  let topics = [...new Set(ordered)];
  if (topics.length > 1) topics = topics.filter((topic) => topic !== 'overview');
  if (topics.includes('wage')) topics = topics.filter((topic) => topic !== 'industries');
  return topics;
}
