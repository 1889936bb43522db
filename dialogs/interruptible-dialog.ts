import { ComponentDialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import type { SubjectRef } from './answers/answer.ts';
import { answerKnown } from './question-work.ts';
import type { TurnServices } from './turn-services.ts';
import type { CommandName } from './understanding/commands.ts';
import type { Question } from './understanding/understanding.ts';

/** What a dialog ends with when the message it was given belongs to the dialog below: to be read as a new message. */
export interface Handover {
  readonly handover: string;
}

/** What a dialog that chooses a subject can end with. */
export type ChoiceResult = SubjectRef | Handover | undefined;

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

  protected override async onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    const { context } = inner;
    const message = context.activity.text ?? '';
    if (this.accepts(inner, message)) return super.onContinueDialog(inner);
    const advisor = this.services.advisor(context);
    const understood = advisor.understand(message);
    const { conversation } = advisor.wording;
    switch (understood.kind) {
      case 'command':
        return this.#command(inner, understood.command, message);
      case 'out-of-scope':
        await this.services.say(context, [conversation.outOfScope[understood.scope]]);
        return this.#resume(inner);
      case 'small-talk':
        if (understood.talk === 'thanks' || understood.talk === 'goodbye') return this.#handOver(inner, message);
        break;
      case 'empty':
      case 'too-long':
        await this.services.say(context, [understood.kind === 'empty' ? conversation.empty[0] : conversation.tooLong]);
        return this.#resume(inner);
      case 'questions': {
        if (!understood.questions.some((question) => this.interrupts(inner, question))) break;
        // A bare title corrects the one asked about: the dialog below takes it up with the topics of its question.
        const correction = understood.questions.every((question) => question.topics.length === 0);
        const replies = await answerKnown(advisor, understood.questions, await this.services.memory(context));
        // Words that are no occupation are a failed answer to this dialog's own question.
        if (replies === 'unknown') break;
        if (replies === 'unclear' || correction) return this.#handOver(inner, message);
        await this.services.send(context, replies);
        return this.#resume(inner);
      }
    }
    return super.onContinueDialog(inner);
  }

  async #command(inner: DialogContext, command: CommandName, message: string): Promise<DialogTurnResult> {
    const { context } = inner;
    switch (command) {
      case 'help':
        await this.services.help(context);
        return this.#resume(inner);
      case 'person':
        await this.services.say(context, [await this.services.personSentence(context)]);
        return this.#resume(inner);
      case 'cancel':
        await this.services.say(context, [this.services.advisor(context).wording.conversation.cancelled]);
        return this.#end(inner, undefined);
      case 'back':
      case 'start-over':
        return this.#handOver(inner, message);
    }
  }

  async #resume(inner: DialogContext): Promise<DialogTurnResult> {
    await this.services.say(inner.context, [this.services.advisor(inner.context).wording.conversation.backToQuestion]);
    await inner.repromptDialog();
    return { status: DialogTurnStatus.waiting };
  }

  /** Drops what was asked; the dialog below reads the message as a new one. */
  async #handOver(inner: DialogContext, message: string): Promise<DialogTurnResult> {
    const result: Handover = { handover: message };
    return this.#end(inner, result);
  }

  /** Ends this dialog from inside; the SDK gives the result to the dialog below. */
  async #end(inner: DialogContext, result: ChoiceResult): Promise<DialogTurnResult> {
    await inner.cancelAllDialogs(false);
    return { status: DialogTurnStatus.complete, result };
  }
}
