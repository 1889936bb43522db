import type { NocCode, PayUnit, Source, WageLevel } from '../../knowledge/model.ts';
import type { TopicId } from '../understanding/topics.ts';
import type { Fact } from './fact.ts';
import { factsOf, type Parameter, parametersOf, type Sentence, textOf } from './sentence.ts';

/** What an answer is about: a unit group, or an occupation of it that has a profile of its own. */
export interface SubjectRef {
  readonly code: NocCode;
  /** Profile id; empty for the group itself. */
  readonly occupation: string;
}

export interface AnswerTable {
  readonly columns: readonly Sentence[];
  readonly rows: readonly { readonly label: Sentence; readonly cells: readonly Sentence[] }[];
}

/** A caveat: shown, and read out where it is marked so. */
export interface Note {
  readonly sentence: Sentence;
  readonly aloud: boolean;
}

/** Which stored wage rows a picture shows: whoever draws it finds exactly these again, or knows that they are gone. */
export interface PicturedWages {
  readonly code: NocCode;
  readonly region: string;
  readonly source: string;
  readonly released: string;
  readonly period: string;
  readonly editionCode: string;
  readonly industry: string;
  readonly unit: PayUnit;
  readonly levels: readonly WageLevel[];
}

/** What there is to see, for a channel that has it drawn; never an address, since only channels have those. */
export type PictureContent =
  | { readonly kind: 'wages'; readonly rows: PicturedWages }
  /** Two to four groups, with figures that may be compared: all of one source, period, place, level and unit. */
  | { readonly kind: 'compared-wages'; readonly groups: readonly PicturedWages[] };

/** `alt`: the same in words, with every figure that the picture shows. */
export type Picture = PictureContent & { readonly alt: Sentence };

/** What a source contributed to the answer. */
export interface Citation {
  /** The source's name alone, for the ear. */
  readonly aloud: Sentence;
  readonly sentence: Sentence;
  readonly source: Source;
}

/**
 * An answer as data. Channels render it and never word it: `lead` is said aloud and shown, `items` and `table` are shown,
 * `notes` are caveats (those marked aloud are read out too).
 */
export interface Answer {
  readonly topic: TopicId;
  readonly subject: SubjectRef | null;
  readonly lead: readonly Sentence[];
  readonly items: readonly Sentence[];
  readonly table: AnswerTable | null;
  readonly picture: Picture | null;
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
  /** Said aloud after a list that is read only in part; null for a list that is read whole. */
  readonly more: Sentence | null;
  /** Questions to ask next, in words that the bot understands. */
  readonly suggestions: readonly string[];
  /** Things listed that can be picked by number or ordinal ("the second one"). */
  readonly choices: readonly SubjectRef[];
}

/** An answer before its sources, next questions and choices are put to it. */
export type AnswerBody = Pick<Answer, 'lead'> &
  Partial<Pick<Answer, 'items' | 'table' | 'picture' | 'notes'>> & {
    /** What the items stand for, in their order, with the words of a click. */
    readonly choices?: readonly (SubjectRef & { readonly title: string })[];
    /** Sources whose age the answer itself tells. */
    readonly dated?: readonly string[];
  };

export function sentencesOf(
  answer: Pick<Answer, 'lead' | 'items' | 'table' | 'notes'> & Partial<Pick<Answer, 'picture' | 'citations' | 'more'>>,
): Sentence[] {
  return [
    ...answer.lead,
    ...answer.items,
    ...(answer.more ? [answer.more] : []),
    ...(answer.table?.columns ?? []),
    ...(answer.table?.rows.flatMap((row) => [row.label, ...row.cells]) ?? []),
    ...(answer.picture ? [answer.picture.alt] : []),
    ...answer.notes.map((note) => note.sentence),
    ...(answer.citations?.flatMap((citation) => [citation.sentence, citation.aloud]) ?? []),
  ];
}

/** Every fact of the answer, once each. */
export function answerFacts(answer: Answer): Fact[] {
  const facts = new Map<string, Fact>();
  for (const fact of sentencesOf(answer).flatMap(factsOf))
    facts.set(`${fact.id} ${fact.text} ${fact.source} ${fact.region}`, fact);
  return [...facts.values()];
}

export function answerParameters(answer: Answer): Parameter[] {
  return sentencesOf(answer).flatMap(parametersOf);
}

/** The answer as plain text: the equivalent of every card and table. */
export function answerText(answer: Answer): string {
  const { table } = answer;
  const parts = [
    answer.lead.map(textOf).join(' '),
    answer.items.map((item) => `- ${textOf(item)}`).join('\n'),
    table === null
      ? ''
      : table.rows
          .map(
            (row) =>
              `- ${textOf(row.label)}: ${row.cells.map((cell, index) => `${textOf(table.columns[index] ?? cell)} ${textOf(cell)}`).join(', ')}`,
          )
          .join('\n'),
    ...answer.notes.map((note) => textOf(note.sentence)),
    answer.citations.map((citation) => textOf(citation.sentence)).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Items of a longer list that are read aloud: more than a listener keeps in mind. */
export const READ_ALOUD = 10;

/** The sentences fit to be read aloud. */
export function answerSpoken(answer: Answer): string {
  const aloud = answer.items
    .slice(0, answer.more ? READ_ALOUD : undefined)
    .map((item) => textOf(item).replace(/\.$/, ''));
  const listed = aloud.length > 0 ? `${aloud.join('; ')}.` : '';
  const more = answer.more ? textOf(answer.more) : '';
  return [
    answer.lead.map(textOf).join(' '),
    listed,
    more,
    ...answer.notes.filter((note) => note.aloud).map((note) => textOf(note.sentence)),
    ...answer.citations.map((citation) => textOf(citation.aloud)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
