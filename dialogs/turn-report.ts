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

/** What happened in a turn, for those who run the service: counted, never tied to a person. */
export interface TurnReport {
  /** One for each title that was looked up. */
  readonly decisions: ('match' | 'ask' | 'none')[];
  /** Topics that were answered. */
  readonly topics: TopicId[];
  readonly gaps: Gap[];
  /** The person asked that all that is kept of them be erased. */
  forget: boolean;
}

const REPORT = Symbol('the report of a turn');

/** The report of this turn; begun when it is first asked for. */
export function reportOf(context: TurnContext): TurnReport {
  const known: TurnReport | undefined = context.turnState.get(REPORT);
  if (known) return known;
  const report: TurnReport = { decisions: [], topics: [], gaps: [], forget: false };
  context.turnState.set(REPORT, report);
  return report;
}
