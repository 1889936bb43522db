import { ActionTypes, type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { Source } from '../knowledge/model.ts';
import {
  type Answer,
  answerFacts,
  answerParameters,
  answerSpoken,
  answerText,
  type PictureContent,
  type SubjectRef,
} from './answers/answer.ts';
import type { Fact } from './answers/fact.ts';
import { type Parameter, parametersOf, type Sentence, textOf } from './answers/sentence.ts';
import type { TopicId } from './understanding/topics.ts';

/** Content type of the attachment that carries a reply as data; adapters turn it into what their channel shows. */
export const REPLY_CONTENT_TYPE = 'application/vnd.career-advisor.reply+json';

/** One reply as plain data. `text` alone is enough for any channel; the rest lets a channel do better. */
export interface Reply {
  readonly text: string;
  readonly spoken: string;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  /** Typed values of the wording that are no facts: codes, periods, percentiles, phone numbers ... */
  readonly parameters: readonly Parameter[];
  readonly suggestions: readonly string[];
  /** What the suggestions stand for, where they are a list of occupations; empty otherwise. */
  readonly choices: readonly SubjectRef[];
  /** What the reply is about, for a channel that shows it beside the talk; null for what is about no one occupation. */
  readonly subject: ReplySubject | null;
  /** Lines of the list to pick from, each with its number, as they stand at the end of the text. */
  readonly list: readonly string[];
  /** The parts of an answer; null for everything said around the answers. */
  readonly parts: ReplyParts | null;
}

export interface ReplySubject extends SubjectRef {
  readonly topic: TopicId;
  /** Id of the region that was asked about; null where none was named. */
  readonly region: string | null;
}

export interface ReplyParts {
  readonly lead: readonly string[];
  readonly items: readonly string[];
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  } | null;
  /** What a channel with pictures may have drawn; `alt` says the same in words. */
  readonly picture: ReplyPicture | null;
  readonly notes: readonly string[];
  readonly citations: readonly string[];
}

export type ReplyPicture = PictureContent & { readonly alt: string };

/** `region`: id of the one that was asked about. */
export function answerReply(answer: Answer, region: string | null = null): Reply {
  return {
    text: answerText(answer),
    spoken: answerSpoken(answer),
    facts: answerFacts(answer),
    sources: answer.citations.map((citation) => citation.source),
    parameters: answerParameters(answer),
    suggestions: answer.suggestions,
    choices: answer.choices,
    subject: answer.subject && { ...answer.subject, topic: answer.topic, region },
    list: [],
    parts: {
      lead: answer.lead.map(textOf),
      items: answer.items.map(textOf),
      table: answer.table && {
        columns: answer.table.columns.map(textOf),
        rows: answer.table.rows.map((row) => ({ label: textOf(row.label), cells: row.cells.map(textOf) })),
      },
      picture: answer.picture && { ...answer.picture, alt: textOf(answer.picture.alt) },
      notes: answer.notes.map((note) => textOf(note.sentence)),
      citations: answer.citations.map((citation) => textOf(citation.sentence)),
    },
  };
}

/** A reply of sentences, with an optional list to pick from. */
export function plainReply(
  sentences: readonly Sentence[],
  suggestions: readonly string[] = [],
  list: readonly Sentence[] = [],
): Reply {
  const spoken = sentences.map(textOf).join(' ');
  const numbered = list.map((item, index) => `${index + 1}. ${textOf(item)}`);
  return {
    text: [spoken, ...numbered].join('\n'),
    spoken: [spoken, ...numbered.map((item) => `${item}.`)].join(' '),
    facts: [],
    sources: [],
    parameters: [
      ...[...sentences, ...list].flatMap(parametersOf),
      ...list.map((_, index) => ({ parameter: 'count', text: String(index + 1) }) as const),
    ],
    suggestions,
    choices: [],
    subject: null,
    list: numbered,
    parts: null,
  };
}

/** The reply as a message of the Bot Framework. */
export function replyActivity(reply: Reply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    speak: reply.spoken,
    inputHint: InputHints.ExpectingInput,
    attachments: [{ contentType: REPLY_CONTENT_TYPE, content: reply }],
    ...(reply.suggestions.length > 0 && {
      suggestedActions: {
        to: [],
        actions: reply.suggestions.map((suggestion) => ({
          type: ActionTypes.ImBack,
          title: suggestion,
          value: suggestion,
        })),
      },
    }),
  };
}
