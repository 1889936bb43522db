import type { Middleware, TurnContext } from 'botbuilder';
import { reportOf, type TurnReport } from '../dialogs/turn-report.ts';
import type { GapLog } from './gaps.ts';
import type { Logger } from './log.ts';

/** What became of a turn. `gap`: something of it could not be answered. */
export const TURN_OUTCOMES = ['done', 'gap', 'failed'] as const;
export type TurnOutcome = (typeof TURN_OUTCOMES)[number];

export interface RecordedTurn {
  readonly channel: string;
  readonly outcome: TurnOutcome;
  readonly ms: number;
  readonly report: TurnReport;
}

/** Where turns are counted. */
export interface TurnCounter {
  turn(turn: RecordedTurn): void;
}

/**
 * Counts every turn, also one that fails, writes a line of it to the log, and hands on what could not be answered. Nothing of this can
 * fail the turn, nor does the turn wait for it.
 */
export class RecordTurns implements Middleware {
  readonly #counter: TurnCounter;
  readonly #gaps: GapLog;
  readonly #log: Logger;
  readonly #noting = new Set<Promise<void>>();

  constructor(counter: TurnCounter, gaps: GapLog, log: Logger) {
    this.#counter = counter;
    this.#gaps = gaps;
    this.#log = log;
  }

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const began = performance.now();
    let fault: unknown = null;
    try {
      await next();
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      this.#record(context, performance.now() - began, fault);
    }
  }

  /** Resolves when all that was handed on is noted. */
  async settled(): Promise<void> {
    await Promise.all(this.#noting);
  }

  #record(context: TurnContext, ms: number, thrown: unknown): void {
    try {
      const report = reportOf(context);
      report.fault ??= thrown;
      const channel = context.activity.channelId;
      const { decisions, topics, gaps, fault, forget } = report;
      const outcome = fault !== null ? 'failed' : gaps.length > 0 ? 'gap' : 'done';
      this.#counter.turn({ channel, outcome, ms, report });
      this.#log.info({ channel, outcome, ms: Math.round(ms * 10) / 10, decisions, topics }, 'turn');
      // Who asks to be forgotten leaves nothing of this turn either.
      if (gaps.length > 0 && !forget) this.#note(gaps, context.activity.conversation.id);
    } catch (error) {
      this.#log.error({ err: error }, 'a turn could not be recorded');
    }
  }

  #note(gaps: TurnReport['gaps'], conversation: string): void {
    const noting = this.#gaps
      .note(gaps, conversation)
      .catch((error: unknown) => this.#log.error({ err: error }, 'what could not be answered was not noted'))
      .finally(() => this.#noting.delete(noting));
    this.#noting.add(noting);
  }
}
