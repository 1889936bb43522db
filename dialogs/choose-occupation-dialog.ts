import type { TurnContext } from 'botbuilder';
import {
  type DialogContext,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { LookupCandidate } from '../knowledge/lookup.ts';
import { MOST_CHOICES } from './advisor.ts';
import type { SubjectRef } from './answers/answer.ts';
import { quote } from './answers/sentence.ts';
import { InterruptibleDialog } from './interruptible-dialog.ts';
import { plainReply, replyActivity } from './replies.ts';
import { reportMessage, reportOf } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import { choiceIn, isNumberPick } from './understanding/choice.ts';
import { FoldedText } from './understanding/folded-text.ts';
import { isQuotable } from './understanding/quotable-en.ts';
import { smallTalkIn } from './understanding/small-talk-en.ts';
import { isGeneralTopic } from './understanding/topics.ts';
import type { Question } from './understanding/understanding.ts';

export interface ChooseOptions {
  /** The person's words that mean several things. */
  readonly asked: string;
  /** What was typed last, where the list is of that: the duties. */
  readonly label?: string;
  readonly candidates: readonly LookupCandidate[];
  /** Replies to this list that picked nothing. */
  readonly missed?: number;
  /** How often the duties have been asked for. */
  readonly described?: number;
}

const CHOOSE = 'choose';
const DESCRIBE = 'describe';
const WHICH = 'which';
const DUTIES = 'duties';
/** A list is asked about, and the duties are asked for, this often before a person is offered. */
const MOST_TRIES = 2;
const MOST_DESCRIPTIONS = 2;

const ASKS = /\?|^\W*(what|how|who|where|which|is|are|does|do|can|tell)\b/i;

/**
 * "Which one do you mean?": up to five occupations and "none of these", after which the duties are asked for and used to look
 * again. Ends with the chosen subject; without a result when nothing was found, which has then been said.
 */
export class ChooseOccupationDialog extends InterruptibleDialog {
  static readonly ID = 'choose-occupation';

  constructor(services: TurnServices) {
    super(ChooseOccupationDialog.ID, services);
    this.addDialog(
      new WaterfallDialog<ChooseOptions>(CHOOSE, [this.#showList.bind(this), this.#takeChoice.bind(this)]),
    );
    this.addDialog(
      new WaterfallDialog<ChooseOptions>(DESCRIBE, [this.#askDuties.bind(this), this.#takeDuties.bind(this)]),
    );
    this.addDialog(new TextPrompt(WHICH));
    this.addDialog(new TextPrompt(DUTIES));
    this.initialDialogId = CHOOSE;
  }

  async #showList(step: WaterfallStepContext<ChooseOptions>): Promise<DialogTurnResult> {
    const { asked, label = asked, candidates, missed = 0 } = step.options;
    const advisor = this.services.advisor(step.context);
    const { choose, chooseUnquoted, chooseAgain, noneOfThese } = advisor.wording.conversation;
    const clicks = [...candidates.map((candidate) => candidate.title), noneOfThese];
    (await this.services.memory(step.context)).suggestions = [];
    // The list has been seen: whole again it would only bury what was just said.
    if (missed > 0)
      return step.prompt(WHICH, { prompt: replyActivity(plainReply([chooseAgain(noneOfThese)], clicks)) });
    const items = await Promise.all(candidates.map((candidate) => advisor.choiceSentence(candidate)));
    const question = isQuotable(label) ? choose(quote(label.slice(0, 80))) : chooseUnquoted;
    const list = [...items, { segments: [noneOfThese] }];
    return step.prompt(WHICH, { prompt: replyActivity(plainReply([question], clicks, list)) });
  }

  async #takeChoice(step: WaterfallStepContext<ChooseOptions>): Promise<DialogTurnResult> {
    const { candidates, missed = 0 } = step.options;
    const picked = pick(String(step.result ?? ''), candidates);
    if (picked === 'none') return step.replaceDialog(DESCRIBE, step.options);
    if (picked) return step.endDialog({ code: picked.code, occupation: picked.occupation } satisfies SubjectRef);
    if (!(await this.#noteTopics(step))) reportMessage(step.context);
    if (missed + 1 >= MOST_TRIES) return this.#giveUp(step, false);
    return step.replaceDialog(CHOOSE, { ...step.options, missed: missed + 1 });
  }

  /** "The wage" said at the list picks nothing, but tells what is wanted of the one that will be picked. True where it does. */
  async #noteTopics(step: WaterfallStepContext<ChooseOptions>): Promise<boolean> {
    const understood = this.services.advisor(step.context).understand(String(step.result ?? ''));
    if (understood.kind !== 'questions') return false;
    const asked = understood.questions.find((question) => question.topics.length > 0 && question.mentions.length === 0);
    if (!asked) return false;
    (await this.services.memory(step.context)).pending = { topics: asked.topics, details: asked.details };
    return true;
  }

  async #askDuties(step: WaterfallStepContext<ChooseOptions>): Promise<DialogTurnResult> {
    const { describeWork } = this.services.advisor(step.context).wording.conversation;
    const question = describeWork[Math.min(step.options.described ?? 0, describeWork.length - 1)] ?? describeWork[0];
    return step.prompt(DUTIES, { prompt: replyActivity(plainReply([question])) });
  }

  /** Looks again with the duties, leaving out what has been refused. What is found this way is always offered as a choice. */
  async #takeDuties(step: WaterfallStepContext<ChooseOptions>): Promise<DialogTurnResult> {
    const advisor = this.services.advisor(step.context);
    const { asked, candidates, described = 0 } = step.options;
    const duties = String(step.result ?? '');
    // A number says nothing of the work, but the list that was refused can still be seen.
    const picked = isNumberPick(duties) ? pick(duties, candidates) : undefined;
    if (picked && picked !== 'none')
      return step.endDialog({ code: picked.code, occupation: picked.occupation } satisfies SubjectRef);
    const refused = new Set(candidates.map((candidate) => candidate.code));
    const found = [...(await advisor.find(asked, duties)).candidates, ...(await advisor.find(duties)).candidates];
    const fresh = found.filter(
      (candidate, index) =>
        !refused.has(candidate.code) && found.findIndex((other) => other.code === candidate.code) === index,
    );
    const next = { asked, label: duties, candidates: fresh.slice(0, MOST_CHOICES), described: described + 1 };
    if (fresh.length > 0) return step.replaceDialog(CHOOSE, next);
    if (described + 1 < MOST_DESCRIPTIONS)
      return step.replaceDialog(DESCRIBE, { ...step.options, described: described + 1 });
    // Of the title, and never of the duties: those are a person's own words about their work.
    reportOf(step.context).gaps.push({ kind: 'title', text: asked });
    return this.#giveUp(step, true);
  }

  async #giveUp(step: WaterfallStepContext<ChooseOptions>, searched: boolean): Promise<DialogTurnResult> {
    const { conversation } = this.services.advisor(step.context).wording;
    await this.services.say(step.context, [
      searched ? conversation.describeFailed : conversation.chooseFailed,
      conversation.offerPerson,
      await this.services.personSentence(step.context),
    ]);
    return step.endDialog();
  }

  protected override accepts(inner: DialogContext, message: string): boolean {
    const waterfall = inner.stack.find(({ id }) => id === CHOOSE);
    const options: unknown = waterfall?.state?.options;
    return isChooseOptions(options) && pick(message, options.candidates) !== undefined;
  }

  /** Whether a message is a stored job title and nothing else. */
  #isTitle(context: TurnContext, message: string): boolean {
    const title = message.trim();
    const spans = this.services.advisor(context).knowledge.lookup.matcher.spot(title);
    return spans.some(({ start, end }) => start === 0 && end === title.length);
  }

  protected override interrupts(inner: DialogContext, question: Question): boolean {
    const general = question.topics.length > 0 && question.topics.every(isGeneralTopic);
    if (question.mentions.length === 0) return general;
    // A description of duties may hold job words and say what is done all day: only what is put as a question interrupts it.
    const describing = inner.stack.some(({ id }) => id === DESCRIBE);
    const message = inner.context.activity.text ?? '';
    if (!describing || this.#isTitle(inner.context, message)) return true;
    return question.topics.length > 0 && ASKS.test(message);
  }

  /** Who asks about another occupation has left the list behind: its buttons would mislead from then on. */
  protected override isLeftFor(question: Question): boolean {
    return question.mentions.length > 0;
  }
}

function pick(message: string, candidates: readonly LookupCandidate[]): LookupCandidate | 'none' | undefined {
  if (smallTalkIn(new FoldedText(message).folded) === 'none-of-these') return 'none';
  const byCode = candidates.find((candidate) => candidate.code === message.trim());
  if (byCode) return byCode;
  const index = choiceIn(message, [...candidates.map((candidate) => candidate.title), '']);
  return index === null ? undefined : (candidates[index] ?? 'none');
}

function isChooseOptions(value: unknown): value is ChooseOptions {
  return typeof value === 'object' && value !== null && 'candidates' in value && Array.isArray(value.candidates);
}
