import type { TurnContext } from 'botbuilder';
import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { PlannedQuestion } from './advisor.ts';
import { code, name, quote } from './answers/sentence.ts';
import { ChooseOccupationDialog, type ChooseOptions } from './choose-occupation-dialog.ts';
import { Courtesies } from './courtesies.ts';
import { ExerciseDialog, type ExerciseOptions } from './exercise-dialog.ts';
import { InterestTalk } from './interest-talk.ts';
import { type ChoiceResult, WORK } from './interruptible-dialog.ts';
import { focusOn, type Pending, remember } from './memory.ts';
import { PlanTalk } from './plan-talk.ts';
import { resolve, withSubject } from './question-work.ts';
import type { Reply } from './replies.ts';
import { noFindings, reportMessage, reportOf } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import { choiceIn, isNumberPick } from './understanding/choice.ts';
import { isQuotable } from './understanding/quotable-en.ts';
import { isPlanRequest, type Request } from './understanding/requests.ts';
import { isGeneralTopic } from './understanding/topics.ts';
import type { Question } from './understanding/understanding.ts';

/** What the work begins with: a message to be read, or what is left of one. */
interface WorkOptions {
  readonly message?: string;
  /** The question under way. */
  readonly planned?: PlannedQuestion;
  /** Questions of the message that come after it. */
  readonly rest?: readonly Question[];
}

/** The root: reads a message, answers its questions one by one, asks where a title means several things. */
export class MainDialog extends ComponentDialog {
  static readonly ID = 'main';
  readonly #services: TurnServices;
  readonly #courtesies: Courtesies;
  readonly #interests: InterestTalk;
  readonly #plans: PlanTalk;

  constructor(services: TurnServices) {
    super(MainDialog.ID);
    this.#services = services;
    this.#courtesies = new Courtesies(services);
    this.#interests = new InterestTalk(services);
    this.#plans = new PlanTalk(services);
    this.addDialog(new WaterfallDialog<WorkOptions>(WORK, [this.#begin.bind(this), this.#settle.bind(this)]));
    this.addDialog(new ChooseOccupationDialog(services));
    this.addDialog(new ExerciseDialog(services));
    this.initialDialogId = WORK;
  }

  async #begin(step: WaterfallStepContext<WorkOptions>): Promise<DialogTurnResult> {
    const { planned, rest, message } = step.options ?? {};
    if (planned) return this.#work(step, planned, rest ?? []);
    if (rest) return this.#next(step, rest);
    return this.#read(step, message ?? step.context.activity.text ?? '');
  }

  /** Takes what the person chose and goes on with the question. */
  async #settle(step: WaterfallStepContext<WorkOptions>): Promise<DialogTurnResult> {
    const { planned, rest = [] } = step.values as { planned?: PlannedQuestion; rest?: readonly Question[] };
    const chosen = step.result as ChoiceResult;
    if (chosen === undefined) return step.endDialog();
    // The exercise has no question that waits for it.
    if (!planned) {
      return 'handover' in chosen
        ? step.replaceDialog(WORK, { message: chosen.handover } satisfies WorkOptions)
        : step.endDialog();
    }
    if ('handover' in chosen) return this.#takeUp(step, planned, chosen.handover);
    // A topic named while the list was open ("the wage") is the one that is wanted.
    const memory = await this.#services.memory(step.context);
    const wanted = memory.pending ? { ...planned, ...memory.pending } : planned;
    memory.pending = null;
    return step.replaceDialog(WORK, {
      planned: withSubject(wanted, planned.mentions.slice(1), chosen),
      rest,
    } satisfies WorkOptions);
  }

  /** A message that left the choice: "back" drops it; anything else is read anew, a bare title with the topics of before. */
  async #takeUp(
    step: WaterfallStepContext<WorkOptions>,
    planned: PlannedQuestion,
    message: string,
  ): Promise<DialogTurnResult> {
    const memory = await this.#services.memory(step.context);
    const understood = this.#services.advisor(step.context).understand(message);
    const { subject, topics, details } = memory;
    if (understood.kind === 'command' && understood.command === 'back' && subject) {
      return this.#tell(step, await this.#courtesies.again(step.context, { subject, topics, details }), []);
    }
    memory.pending = pendingOf(planned);
    return step.replaceDialog(WORK, { message } satisfies WorkOptions);
  }

  async #read(step: WaterfallStepContext<WorkOptions>, message: string): Promise<DialogTurnResult> {
    const { context } = step;
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const picked = choiceIn(message, memory.suggestions, memory.choices.length > 0);
    const subject = picked === null ? undefined : memory.choices[picked];
    if (subject) {
      const chosen = {
        topics: ['overview'],
        details: {},
        mentions: [],
        subjects: [subject],
        compare: false,
        refersBack: false,
      } as const;
      return this.#tell(step, chosen, []);
    }
    if (picked === null && memory.suggestions.length > 0 && isNumberPick(message)) {
      await this.#services.failToPick(context);
      return step.endDialog();
    }
    const text = picked === null ? message : (memory.suggestions[picked] ?? message);

    const understood = advisor.understand(text);
    if (understood.kind === 'request') return this.#request(step, understood.request);
    if (understood.kind !== 'questions') {
      const again = await this.#courtesies.reply(context, understood);
      if (again) return this.#tell(step, again, []);
      return this.#next(step, understood.kind === 'out-of-scope' ? understood.questions : []);
    }
    const { conversation } = advisor.wording;
    if (understood.otherLanguage) await this.#services.sayBeside(context, [conversation.otherLanguage]);
    const asked = understood.questions.filter(
      ({ topics, mentions, details, compare }) =>
        compare || topics.length + mentions.length + Object.keys(details).length > 0,
    );
    const answerable = understood.otherLanguage ? await this.#recognized(context, asked) : asked;
    if (answerable.length > 0) return this.#next(step, answerable);
    reportMessage(context);
    if (!understood.otherLanguage)
      await this.#services.fail(context, [await this.#services.nth(context, conversation.notUnderstood)]);
    return step.endDialog();
  }

  /** Of a message in another language, what names an occupation or a topic: more cannot be asked of it. */
  async #recognized(context: TurnContext, questions: readonly Question[]): Promise<readonly Question[]> {
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const resolved = await Promise.all(
      questions.map((question) => resolve(advisor, advisor.plan(question, memory), memory, noFindings())),
    );
    return questions.filter((_, index) => resolved[index]?.kind !== 'unknown');
  }

  /** What is asked about the person and their plans: replied to at once, but for the exercise, which takes many turns. */
  async #request(step: WaterfallStepContext<WorkOptions>, request: Request): Promise<DialogTurnResult> {
    if (request.kind === 'what-if') {
      const codes = await this.#interests.tried(step.context, request.changes);
      if (!codes) return step.endDialog();
      return this.#request(step, { kind: 'suggest', wishes: [], unknown: [], likeThis: false, codes });
    }
    if (isPlanRequest(request)) {
      const planned = await this.#plans.handle(step.context, request);
      return planned ? this.#tell(step, planned, []) : step.endDialog();
    }
    if (!(await this.#interests.handle(step.context, request))) return step.endDialog();
    const options: ExerciseOptions = {
      full: request.kind === 'exercise' && request.full,
      afresh: request.kind === 'exercise-afresh',
    };
    return step.beginDialog(ExerciseDialog.ID, options);
  }

  async #next(step: WaterfallStepContext<WorkOptions>, questions: readonly Question[]): Promise<DialogTurnResult> {
    const [question, ...rest] = questions;
    if (!question) return step.endDialog();
    const memory = await this.#services.memory(step.context);
    return this.#work(step, this.#services.advisor(step.context).plan(question, memory), rest);
  }

  /** Looks up the occupations of a question; stops to ask where one is not clear. */
  async #work(
    step: WaterfallStepContext<WorkOptions>,
    planned: PlannedQuestion,
    rest: readonly Question[],
  ): Promise<DialogTurnResult> {
    const { context } = step;
    const memory = await this.#services.memory(context);
    const resolved = await resolve(this.#services.advisor(context), planned, memory, reportOf(context));
    switch (resolved.kind) {
      case 'known':
        return this.#tell(step, resolved.planned, rest);
      case 'ask': {
        Object.assign(step.values, { planned: resolved.planned, rest });
        memory.pending = null;
        const options: ChooseOptions = { asked: resolved.mention, candidates: resolved.candidates };
        return step.beginDialog(ChooseOccupationDialog.ID, options);
      }
      case 'unknown':
        await this.#notRecognized(context, resolved.mention, resolved.isCode);
        memory.pending = pendingOf(resolved.planned);
        // What follows would be answered for the occupation of before: only what names its own is gone on with.
        return this.#next(
          step,
          rest.filter((question) => question.mentions.length > 0 || question.topics.every(isGeneralTopic)),
        );
    }
  }

  async #notRecognized(context: TurnContext, mention: string, isCode: boolean): Promise<void> {
    const { conversation } = this.#services.advisor(context).wording;
    const asked = mention.slice(0, 80);
    const said = isCode
      ? conversation.codeUnknown(code(asked))
      : isQuotable(mention)
        ? conversation.notRecognized(quote(asked))
        : conversation.notRecognizedUnquoted;
    const hints = isCode ? conversation.codeHint : conversation.notRecognizedHint;
    await this.#services.fail(context, [said, await this.#services.nth(context, hints)]);
  }

  /** A comparison of less than two: the one that is known is kept, and compared with the next title. */
  async #askForSecond(context: TurnContext, planned: PlannedQuestion): Promise<void> {
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const words = advisor.wording.comparison;
    const [subject] = planned.subjects;
    if (!subject) return this.#services.fail(context, [words.needsAny]);
    focusOn(memory, subject);
    memory.pending = pendingOf(planned);
    await this.#services.say(context, [words.needsTwo(name(await advisor.subjectName(subject)))]);
  }

  /** Tells the answers and goes on with the next question. */
  async #tell(
    step: WaterfallStepContext<WorkOptions>,
    planned: PlannedQuestion,
    rest: readonly Question[],
  ): Promise<DialogTurnResult> {
    const { context } = step;
    const advisor = this.#services.advisor(context);
    const { conversation } = advisor.wording;
    const memory = await this.#services.memory(context);
    const { codes } = await this.#services.person(context);
    const replies = await advisor.answer(planned, planned.subjects, codes, reportOf(context));
    if (replies.length === 0 && planned.sideBySide) {
      await this.#askForSecond(context, planned);
      return step.endDialog();
    }
    if (replies.length === 0) {
      if (planned.topics.length === 0) reportMessage(context);
      const sentences = planned.topics.length > 0 ? conversation.askSubject : conversation.notUnderstood;
      await this.#services.fail(context, [await this.#services.nth(context, sentences)], conversation.examples);
      // The topic is kept, so that the occupation alone answers it next.
      if (planned.topics.length > 0) memory.pending = { topics: planned.topics, details: planned.details };
      return step.endDialog();
    }
    await this.#services.send(context, replies);
    if (planned.sideBySide) memory.compared = planned.subjects;
    else if (planned.subjects.length > 1) {
      memory.compared = planned.subjects;
      if (isPayMixed(replies)) await this.#services.sayBeside(context, [conversation.payNotComparable]);
      else if (isMixed(replies)) await this.#services.sayBeside(context, [conversation.compareSources]);
    }
    memory.sideBySide = planned.sideBySide !== undefined;
    remember(memory, planned.subjects.at(-1) ?? null, planned.topics, planned.details);
    if (rest.length === 0) await this.#courtesies.askUseful(context);
    return this.#next(step, rest);
  }
}

/** What of a question waits for the next title. */
function pendingOf({ topics, details, sideBySide, subjects, mentions }: PlannedQuestion): Pending {
  return { topics, details, ...(sideBySide && { beside: { subjects, mentions: mentions.slice(1) } }) };
}

/** True where replies that tell pay first of all tell it of different places, years, sources or pay units. */
function isPayMixed(replies: readonly Reply[]): boolean {
  const bases = replies.flatMap(({ facts: [first] }) =>
    first?.id.startsWith('wage.') ? `${first.source} ${first.period} ${first.region} ${first.unit}` : [],
  );
  return new Set(bases).size > 1;
}

/** True where replies about several occupations rest on different sources or periods. */
function isMixed(replies: readonly Reply[]): boolean {
  const bases = replies.map((reply) =>
    [...new Set(reply.facts.map((fact) => `${fact.source} ${fact.period} ${fact.region}`))].sort().join(),
  );
  return new Set(bases).size > 1;
}
