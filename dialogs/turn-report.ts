import type { TurnContext } from 'botbuilder';
import type { NocCode } from '../knowledge/model.ts';
import type { TopicId } from './understanding/topics.ts';

/** What was asked and could not be answered, without a word about who asked. */
export type Gap =
  /** Words that were taken for an occupation and led to none. */
  | { readonly kind: 'title'; readonly text: string }
  /** A message that could not be understood. */
  | { readonly kind: 'message'; readonly text: string }
  /** A section that is not stored for an occupation. */
  | { readonly kind: 'section'; readonly topic: TopicId; readonly code: NocCode };

/** What became of looking up titles, and what was answered and could not be. */
export interface Findings {
  /** One for each title that was looked up. */
  readonly decisions: ('match' | 'ask' | 'none')[];
  /** Topics that were answered. */
  readonly topics: TopicId[];
  readonly gaps: Gap[];
}

/** What happened in a turn, for those who run the service: counted, never tied to a person. */
export interface TurnReport extends Findings {
  /** The person asked that all that is kept of them be erased. */
  forget: boolean;
  /** What ended the turn, where it was a fault of ours that the person was told of. */
  fault: unknown;
}

const REPORT = Symbol('the report of a turn');

/** The report of this turn; begun when it is first asked for. */
export function reportOf(context: TurnContext): TurnReport {
  const known: TurnReport | undefined = context.turnState.get(REPORT);
  if (known) return known;
  const begun: TurnReport = { ...noFindings(), forget: false, fault: null };
  context.turnState.set(REPORT, begun);
  return begun;
}

export function noFindings(): Findings {
  return { decisions: [], topics: [], gaps: [] };
}

/** Adds what was found on trial, once it has been told. */
export function report(context: TurnContext, { decisions, topics, gaps }: Findings): void {
  const told = reportOf(context);
  told.decisions.push(...decisions);
  told.topics.push(...topics);
  told.gaps.push(...gaps);
}

/** Notes a message that could not be understood. */
export function reportMessage(context: TurnContext): void {
  reportOf(context).gaps.push({ kind: 'message', text: context.activity.text ?? '' });
}
