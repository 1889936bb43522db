import type { TurnContext } from 'botbuilder';
import { ComponentDialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import type { SubjectRef } from './answers/answer.ts';
import { answerKnown } from './question-work.ts';
import { noFindings, report } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import type { SmallTalk } from './understanding/small-talk-en.ts';
import type { Question, Understanding } from './understanding/understanding.ts';

/** What a dialog ends with when the message it was given belongs to the dialog below: to be read as a new message. */
export interface Handover {
  readonly handover: string;
}

/** What a dialog that chooses a subject can end with. */
export type ChoiceResult = SubjectRef | Handover | undefined;

/** The dialog that reads a message and answers its questions; the root has it. */
export const WORK = 'work';

/** Small talk that nobody means as an answer. */
const HANDED_OVER: readonly SmallTalk[] = ['thanks', 'goodbye', 'distress'];

/**
 * A dialog that asks something and can be interrupted: by a command, or by another question, which is answered before the
 * dialog repeats its own. What the dialog itself can use (a choice, a description) goes before the interruptions.
 */
export abstract class InterruptibleDialog extends ComponentDialog {
  protected readonly services: TurnServices;

  protected constructor(id: string, services: TurnServices) {
    super(id);
    this.services = services;
  }

  /** True when the message answers what the dialog asked. */
  protected abstract accepts(inner: DialogContext, message: string): boolean;

  /** True for a question that interrupts; any other is left to the dialog's own prompt. */
  protected abstract interrupts(inner: DialogContext, question: Question): boolean;

  /** True for a question that takes the place of the dialog's own, which is then not asked again. */
  protected isLeftFor(_question: Question): boolean {
    return false;
  }

  /** What helps at this dialog's own question. */
  protected help(context: TurnContext): Promise<void> {
    return this.services.help(context);
  }

  /** A question whose occupation has to be asked for first: the dialog below takes it up. */
  protected unclear(inner: DialogContext, message: string, understood: Understanding): Promise<DialogTurnResult> {
    return this.#handOver(inner, message, understood);
  }

  /** Says what becomes of the dialog when another message takes its place; most say nothing. */
  protected async left(_context: TurnContext, _message: Understanding): Promise<void> {}

  protected override async onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    const { context } = inner;
    const message = context.activity.text ?? '';
    if (this.accepts(inner, message)) return super.onContinueDialog(inner);
    const advisor = this.services.advisor(context);
    const understood = advisor.understand(message);
    const { conversation } = advisor.wording;
    switch (understood.kind) {
      case 'command':
        return this.#command(inner, understood, message);
      case 'out-of-scope':
        await this.services.say(context, [conversation.outOfScope[understood.scope]]);
        return this.#resume(inner);
      case 'small-talk':
        if (HANDED_OVER.includes(understood.talk)) return this.#handOver(inner, message, understood);
        break;
      case 'empty':
      case 'too-long':
        await this.services.say(context, [understood.kind === 'empty' ? conversation.empty[0] : conversation.tooLong]);
        return this.#resume(inner);
      case 'request':
        return this.#handOver(inner, message, understood);
      case 'questions': {
        if (!understood.questions.some((question) => this.interrupts(inner, question))) break;
        // A bare title corrects the one asked about: the dialog below takes it up with the topics of its question.
        const correction = understood.questions.every((question) => question.topics.length === 0);
        const memory = await this.services.memory(context);
        const { codes } = await this.services.person(context);
        const findings = noFindings();
        const replies = await answerKnown(advisor, understood.questions, memory, findings, codes);
        // Words that are no occupation are a failed answer to this dialog's own question.
        if (replies === 'unknown') break;
        if (replies === 'unclear' && !correction) return this.unclear(inner, message, understood);
        const leaves = correction || understood.questions.some((question) => this.isLeftFor(question));
        if (replies === 'unclear' || leaves) return this.#handOver(inner, message, understood);
        report(context, findings);
        await this.services.send(context, replies);
        return this.#resume(inner);
      }
    }
    return super.onContinueDialog(inner);
  }

  async #command(
    inner: DialogContext,
    understood: Extract<Understanding, { kind: 'command' }>,
    message: string,
  ): Promise<DialogTurnResult> {
    const { context } = inner;
    switch (understood.command) {
      case 'help':
        await this.help(context);
        return this.#resume(inner);
      case 'person':
        await this.services.say(context, [await this.services.personSentence(context)]);
        return this.#resume(inner);
      case 'cancel':
        await this.services.say(context, [this.services.advisor(context).wording.conversation.cancelled]);
        return this.#end(inner, undefined);
      case 'back':
      case 'start-over':
        return this.#handOver(inner, message, understood);
    }
  }

  async #resume(inner: DialogContext): Promise<DialogTurnResult> {
    await this.services.say(inner.context, [this.services.advisor(inner.context).wording.conversation.backToQuestion]);
    await inner.repromptDialog();
    return { status: DialogTurnStatus.waiting };
  }

  /** Drops what was asked; the dialog below reads the message as a new one. */
  async #handOver(inner: DialogContext, message: string, understood: Understanding): Promise<DialogTurnResult> {
    await this.left(inner.context, understood);
    const result: Handover = { handover: message };
    return this.#end(inner, result);
  }

  /** Ends this dialog from inside; the SDK gives the result to the dialog below. */
  async #end(inner: DialogContext, result: ChoiceResult): Promise<DialogTurnResult> {
    await inner.cancelAllDialogs(false);
    return { status: DialogTurnStatus.complete, result };
  }
}
