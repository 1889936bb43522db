import type { TurnContext } from 'botbuilder';
import {
  type DialogContext,
  type DialogTurnResult,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { interestResult } from './answers/interest-result.ts';
import { count, type Sentence } from './answers/sentence.ts';
import {
  answerStatement,
  backInExercise,
  changeMode,
  type ExerciseState,
  isFinished,
  lengthOf,
  nextStatement,
  progressOf,
  restoreExercise,
  resultOf,
  skipStatement,
  startExercise,
  stopExercise,
} from './interests/exercise.ts';
import { interestWords } from './interests/holland.ts';
import type { NoResultReason } from './interests/scoring.ts';
import { InterruptibleDialog, WORK } from './interruptible-dialog.ts';
import { answerReply, plainReply, replyActivity } from './replies.ts';
import { reportMessage } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import { commandIn } from './understanding/commands.ts';
import { type ExerciseReply, exerciseReplyIn } from './understanding/exercise-replies-en.ts';
import { FoldedText } from './understanding/folded-text.ts';
import { smallTalkIn } from './understanding/small-talk-en.ts';
import { isGeneralTopic } from './understanding/topics.ts';
import type { Question, Understanding } from './understanding/understanding.ts';
import type { Wording } from './wording/index.ts';

/** What the exercise begins with. */
export interface ExerciseOptions {
  /** All statements, not only as many as it takes. */
  readonly full: boolean;
  /** Forgets the answers of before. */
  readonly afresh: boolean;
}

interface StatementOptions {
  /** Messages in a row that were no answer. */
  readonly missed: number;
}

/** Asked before answers are lost. */
interface RestartOptions {
  /** Begins with all statements. */
  readonly full: boolean;
  /** How often it has been asked. */
  readonly asked: number;
}

const OPEN = 'open';
const STATEMENT = 'statement';
const LIKING = 'liking';
const RESTART = 'restart';
const SURE = 'sure';
/** After this many messages in a row that are no answer a person is offered, and the exercise is left for later. */
const MOST_MISSED = 3;
/** Tells of oneself and asks for nothing, whatever else the words could be: at a statement it is a failed answer. */
const OF_ONESELF = /^\W*i (?:really |also |do not |don.?t )?(?:like|love|enjoy|hate|dislike)\b[^?]*$/i;
/** "More" may be a liking or a wish to go on: it is asked about, and does not leave the exercise for more suggestions. */
const UNCLEAR = /^\W*(?:more|less)\W*$/i;
const YES = /^(?:(?:yes|ok|okay|sure|please)(?: |$))+|^(?:do it|go ahead|lose (?:it|that|them))$/;
const NO = /^no\b|^(?:please )?(?:do not|don t|dont|keep|go on|continue|resume|carry on)\b/;
const ASKS = /\?|^\W*(what|how|who|where|which|when|is|are|does|do|can|tell)\b/i;

/**
 * The interests exercise: one statement a turn. What has been answered is kept with the person and not in the dialog, so that leaving
 * at any statement loses nothing, and another conversation of the same person goes on from there.
 */
export class ExerciseDialog extends InterruptibleDialog {
  static readonly ID = 'exercise';

  constructor(services: TurnServices) {
    super(ExerciseDialog.ID, services);
    this.addDialog(new WaterfallDialog<ExerciseOptions>(OPEN, [this.#open.bind(this)]));
    this.addDialog(new WaterfallDialog<StatementOptions>(STATEMENT, [this.#show.bind(this), this.#take.bind(this)]));
    this.addDialog(
      new WaterfallDialog<RestartOptions>(RESTART, [this.#askRestart.bind(this), this.#restart.bind(this)]),
    );
    this.addDialog(new TextPrompt(LIKING));
    this.addDialog(new TextPrompt(SURE));
    this.initialDialogId = OPEN;
  }

  /** Says what it is and how to answer, or where it goes on. */
  async #open(step: WaterfallStepContext<ExerciseOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    const { interests } = this.#wording(context);
    const { full, afresh } = step.options;
    const stored = (await this.services.person(context)).exercise;
    if ((afresh || isOver(stored, full)) && answeredIn(stored) > 0)
      return step.replaceDialog(RESTART, { full, asked: 0 } satisfies RestartOptions);
    const state = stateFor(afresh ? null : stored, full);
    await this.#keep(context, state);
    const { asked, atMost } = progressOf(state);
    const { atLeast, atMost: longest, aboutMinutes } = lengthOf(state.mode);
    if (asked > 0) {
      const answered = count(asked);
      const lead = state.mode === 'full' ? interests.resumedFull(count(atMost), answered) : interests.resumed(answered);
      await this.services.say(context, [lead, interests.howToAnswer]);
    } else {
      const minutes = count(aboutMinutes);
      const lead =
        state.mode === 'full'
          ? interests.introFull(count(longest), minutes)
          : interests.intro(count(atLeast), count(longest), minutes);
      const { howToAnswer, ways, aid, kept } = interests;
      await this.services.send(context, [plainReply([lead, howToAnswer]), plainReply([ways, aid, kept])]);
    }
    return step.replaceDialog(STATEMENT, { missed: 0 } satisfies StatementOptions);
  }

  async #show(step: WaterfallStepContext<StatementOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    const state = await this.#state(context);
    const statement = nextStatement(state);
    if (!statement) return this.#finish(step, state);
    const { interests, interestStatements } = this.#wording(context);
    const text = interestStatements[statement.id];
    const { asked, atLeast, atMost } = progressOf(state);
    const [number, fewest, most] = [count(asked + 1), count(atLeast), count(atMost)];
    const told =
      state.mode === 'full'
        ? interests.statementOfAll(number, most, text)
        : asked + 1 < atLeast
          ? interests.statement(number, fewest, most, text)
          : interests.statementAtMost(number, most, text);
    // The reply is to the statement that was shown, whatever an update makes the next one meanwhile.
    Object.assign(step.values, { shown: statement.id });
    Object.assign(await this.services.memory(context), { suggestions: [], choices: [] });
    return step.prompt(LIKING, { prompt: replyActivity(plainReply([told], interests.answers)) });
  }

  async #take(step: WaterfallStepContext<StatementOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    const reply = exerciseReplyIn(String(step.result ?? ''));
    if (reply === null) return this.#remind(step);
    const { interests } = this.#wording(context);
    const { shown } = step.values as { shown: string };
    const state = await this.#state(context);
    const { asked, atLeast, atMost } = progressOf(state);
    if (reply === 'pause') {
      await this.services.say(context, [interests.paused(count(asked))], [interests.ask.resume]);
      return step.endDialog();
    }
    if (reply === 'afresh' && answeredIn(state) > 0)
      return step.replaceDialog(RESTART, { full: state.mode === 'full', asked: 0 } satisfies RestartOptions);
    await this.#keep(context, stateAfter(state, shown, reply));
    const remark: Partial<Record<string, Sentence>> = {
      back: asked > 0 ? interests.wentBack : interests.nothingBack,
      afresh: interests.startedAgain,
      full: interests.toFull(count(lengthOf('full').atMost)),
      repeat: interests.again,
      why: interests.why,
      progress:
        state.mode === 'full'
          ? interests.progressOfAll(count(asked), count(atMost))
          : interests.progress(count(asked), count(atLeast), count(atMost)),
    };
    const said = remark[reply];
    if (said) await this.services.say(context, [said]);
    return step.replaceDialog(STATEMENT, { missed: 0 } satisfies StatementOptions);
  }

  /** Other words each time; in the end a person is offered and the exercise waits. */
  async #remind(step: WaterfallStepContext<StatementOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    reportMessage(context);
    const { interests, conversation } = this.#wording(context);
    const { missed } = step.options;
    const reminder = interests.reminders[missed];
    if (missed < MOST_MISSED && reminder) {
      await this.services.say(context, [reminder]);
      return step.replaceDialog(STATEMENT, { missed: missed + 1 } satisfies StatementOptions);
    }
    const person = await this.services.personSentence(context);
    const { asked } = progressOf(await this.#state(context));
    await this.services.say(
      context,
      [interests.gaveUp(count(asked)), conversation.offerPerson, person],
      [interests.ask.resume],
    );
    return step.endDialog();
  }

  /** Nothing that was answered is lost without a yes. */
  async #askRestart(step: WaterfallStepContext<RestartOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    const { interests } = this.#wording(context);
    const state = await this.#state(context);
    const answered = count(answeredIn(state));
    const ask =
      step.options.asked > 0 ? interests.restartOnce : isFinished(state) ? interests.restartDone : interests.restart;
    const clicks = [interests.sure.yes, isFinished(state) ? interests.sure.keep : interests.sure.goOn];
    Object.assign(await this.services.memory(context), { suggestions: [], choices: [] });
    return step.prompt(SURE, { prompt: replyActivity(plainReply([ask(answered)], clicks)) });
  }

  async #restart(step: WaterfallStepContext<RestartOptions>): Promise<DialogTurnResult> {
    const { context } = step;
    const { interests } = this.#wording(context);
    const { full, asked } = step.options;
    const reply = sureIn(String(step.result ?? ''));
    if (reply === null) reportMessage(context);
    if (reply === null && asked === 0) return step.replaceDialog(RESTART, { full, asked: 1 } satisfies RestartOptions);
    const state = await this.#state(context);
    if (reply === 'yes') {
      await this.#keep(context, startExercise(full ? 'full' : 'adaptive'));
      await this.services.say(context, [interests.startedAgain, interests.howToAnswer]);
    } else if (reply === 'pause') {
      await this.services.say(context, [interests.paused(count(progressOf(state).asked))], [interests.ask.resume]);
      return step.endDialog();
    } else if (isFinished(state)) {
      await this.services.say(
        context,
        [interests.keptDone],
        [interests.ask.codes, interests.ask.fits, interests.ask.full],
      );
      return step.endDialog();
    } else await this.services.say(context, [interests.notRestarted]);
    return step.replaceDialog(STATEMENT, { missed: 0 } satisfies StatementOptions);
  }

  async #finish(step: WaterfallStepContext<StatementOptions>, state: ExerciseState): Promise<DialogTurnResult> {
    await tellResult(this.services, step.context, state);
    return step.endDialog();
  }

  protected override accepts(inner: DialogContext, message: string): boolean {
    if (inner.stack.some(({ id }) => id === RESTART)) return sureIn(message) !== null;
    return exerciseReplyIn(message) !== null || OF_ONESELF.test(message) || UNCLEAR.test(message);
  }

  /** Words of an answer may be those of a topic ("I like the hours"): only what is put as a question, or names an occupation, interrupts. */
  protected override interrupts(inner: DialogContext, question: Question): boolean {
    if (question.topics.length === 0) return false;
    const asks = ASKS.test(inner.context.activity.text ?? '');
    return question.mentions.length > 0 || asks || question.topics.every(isGeneralTopic);
  }

  /** The question is settled on top of the statement, which is shown again when that is done. */
  protected override unclear(inner: DialogContext, message: string): Promise<DialogTurnResult> {
    return inner.beginDialog(WORK, { message });
  }

  protected override onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    if (inner.stack.some(({ id }) => id === WORK)) return inner.continueDialog();
    return super.onContinueDialog(inner);
  }

  protected override async help(context: TurnContext): Promise<void> {
    const { howToAnswer, ways, helpElse } = this.#wording(context).interests;
    await this.services.say(context, [howToAnswer, ways, helpElse]);
  }

  protected override async left(context: TurnContext, message: Understanding): Promise<void> {
    const silent =
      (message.kind === 'small-talk' && message.talk === 'distress') ||
      (message.kind === 'request' && message.request.kind.startsWith('forget'));
    if (!silent) await this.services.say(context, [this.#wording(context).interests.waits]);
  }

  async #state(context: TurnContext): Promise<ExerciseState> {
    return restoreExercise((await this.services.person(context)).exercise) ?? startExercise();
  }

  async #keep(context: TurnContext, state: ExerciseState): Promise<void> {
    (await this.services.person(context)).exercise = state;
  }

  #wording(context: TurnContext): Wording {
    return this.services.advisor(context).wording;
  }
}

/** The result of an exercise that has ended, whose codes are then the person's; or why there is none. */
export async function tellResult(services: TurnServices, context: TurnContext, state: ExerciseState): Promise<void> {
  const { wording } = services.advisor(context);
  const person = await services.person(context);
  const result = resultOf(state);
  if (result.kind === 'found') {
    const before = person.codes && interestWords(person.codes) !== interestWords(result.codes) ? person.codes : null;
    Object.assign(person, { codes: result.codes, origin: 'exercise' });
    return services.send(context, [answerReply(interestResult(wording, result, before))]);
  }
  const { interests } = wording;
  const kept = person.codes ? [interests.noResultFirst] : [];
  const sentences = [interests.noResult[result.reason], ...kept, interests.noResultNext];
  return services.say(context, sentences, nextAfter(wording, result.reason, state));
}

/** Where the exercise begins or goes on: one that is finished begins anew, unless more statements are asked for. */
function stateFor(stored: unknown, full: boolean): ExerciseState {
  const before = restoreExercise(stored);
  const open = before?.stopped ? backInExercise(before) : before;
  if (open && full && !(open.mode === 'full' && isFinished(open))) return changeMode(open, 'full');
  return open && !full && !isFinished(open) ? open : startExercise(full ? 'full' : 'adaptive');
}

/** Whether there is nothing left of an exercise to go on with. */
function isOver(stored: unknown, full: boolean): boolean {
  const before = restoreExercise(stored);
  const open = before?.stopped ? backInExercise(before) : before;
  return open !== null && isFinished(open) && (!full || open.mode === 'full');
}

/** Statements that were answered, and not only skipped. */
function answeredIn(stored: unknown): number {
  return restoreExercise(stored)?.given.filter(({ liking }) => liking !== null).length ?? 0;
}

/** What a person says to "start over and lose that?"; null for anything else. */
function sureIn(message: string): 'yes' | 'no' | 'pause' | null {
  const { folded } = new FoldedText(message);
  const talk = smallTalkIn(folded);
  if (talk === 'no' || NO.test(folded)) return 'no';
  if (talk === 'yes' || YES.test(folded)) return 'yes';
  const command = commandIn(folded);
  if (command === 'cancel' || command === 'back') return 'no';
  const reply = exerciseReplyIn(message);
  return reply === 'afresh' ? 'yes' : reply === 'back' ? 'no' : reply === 'pause' ? 'pause' : null;
}

function stateAfter(state: ExerciseState, shown: string, reply: Exclude<ExerciseReply, null>): ExerciseState {
  switch (reply) {
    case 'skip':
      return skipStatement(state, shown);
    case 'back':
      return backInExercise(state);
    case 'stop':
      return stopExercise(state);
    case 'full':
      return changeMode(state, 'full');
    case 'afresh':
      return startExercise(state.mode);
    case 'repeat':
    case 'progress':
    case 'why':
    case 'pause':
      return state;
    default:
      return answerStatement(state, shown, reply);
  }
}

/** What to click after an exercise without a result. */
function nextAfter({ interests }: Wording, reason: NoResultReason, state: ExerciseState): readonly string[] {
  const { resume, again, full } = interests.ask;
  const more = state.mode === 'full' ? [] : [full];
  switch (reason) {
    case 'too few':
      return [resume, interests.ask.knowCodes];
    case 'skips only':
      return [again, interests.ask.knowCodes];
    case 'all the same':
    case 'contradictory':
    case 'nothing stands out':
      return [...more, again, interests.ask.knowCodes];
  }
}
