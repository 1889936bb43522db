import type { TurnContext } from 'botbuilder';
import { CWPI_INTERESTS, type CwpiInterest } from '../knowledge/model.ts';
import { interestResult } from './answers/interest-result.ts';
import { code, count, enumerate, join, name, type Parameter, type Sentence } from './answers/sentence.ts';
import { tellResult } from './exercise-dialog.ts';
import { type ChangedCodes, type CodeChange, changeCodes, type InterestCodes } from './interests/codes.ts';
import { backInExercise, isFinished, lengthOf, restoreExercise, resultOf, stopExercise } from './interests/exercise.ts';
import { interestWord, interestWords } from './interests/holland.ts';
import { type Person, statementsDone } from './person.ts';
import { answerReply } from './replies.ts';
import type { TurnServices } from './turn-services.ts';
import type { ExerciseRequest } from './understanding/requests.ts';
import type { Wording } from './wording/index.ts';

/** What people say of their own interests, around the exercise: codes told, changed, shown and forgotten. */
export class InterestTalk {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  /** The person's codes with changes made for a moment; null, having said why, where there is nothing to try. */
  async tried(context: TurnContext, changes: readonly CodeChange[]): Promise<InterestCodes | null> {
    const { interests } = this.#wording(context);
    const { codes } = await this.#services.person(context);
    if (!codes) {
      await this.#services.say(context, [interests.nothingToTry], [interests.ask.start, interests.ask.knowCodes]);
      return null;
    }
    const changed = changeCodes(codes, changes);
    const idle = changed.refused.length === changes.length;
    // "What if Social was my strongest" may be half so already, which is no news beside what is tried.
    const news = changed.refused.filter(({ why }) => idle || why !== 'no-change');
    const remarks = this.#remarks(context, { ...changed, refused: news });
    if (idle) {
      await this.#services.say(context, [...remarks, interests.unchanged(codesCode(codes))], [interests.ask.codes]);
      return null;
    }
    await this.#services.say(context, [interests.tried(codesCode(codes), codesCode(changed.codes)), ...remarks]);
    return changed.codes;
  }

  /** Replies; true when the exercise is to begin (or to go on). */
  async handle(context: TurnContext, request: Exclude<ExerciseRequest, { kind: 'what-if' }>): Promise<boolean> {
    const { interests } = this.#wording(context);
    switch (request.kind) {
      case 'exercise':
      case 'exercise-afresh':
        return true;
      case 'exercise-left':
        return this.#goOn(context, request.wish);
      case 'exercise-about':
        await this.#explain(context);
        return false;
      case 'suits-me':
        await this.#suits(context);
        return false;
      case 'codes-told':
        await this.#take(context, request.codes, request.strengthsKnown);
        return false;
      case 'codes-faulty':
        await this.#services.say(context, [interests.faulty[request.why]], [interests.ask.start]);
        return false;
      case 'codes-changed':
        await this.#change(context, request.changes);
        return false;
      case 'codes-shown':
        await this.#show(context);
        return false;
      case 'codes-how':
        await this.#sayHow(context);
        return false;
      case 'forget-codes':
        Object.assign(await this.#services.person(context), { codes: null, origin: null, exercise: null });
        await this.#services.say(context, [interests.forgotCodes], [interests.ask.start]);
        return false;
      case 'forget-me':
        await this.#services.forgetPerson(context);
        await this.#services.say(context, [interests.forgotten]);
        return false;
    }
  }

  async #explain(context: TurnContext): Promise<void> {
    const { interests } = this.#wording(context);
    const person = await this.#services.person(context);
    const { atLeast, atMost, aboutMinutes } = lengthOf('adaptive');
    const intro = interests.intro(count(atLeast), count(atMost), count(aboutMinutes));
    const start = statementsDone(person) > 0 ? interests.ask.resume : interests.ask.start;
    await this.#services.say(context, [intro, interests.why, interests.aid, interests.kept], [start]);
  }

  async #suits(context: TurnContext): Promise<void> {
    const { interests } = this.#wording(context);
    const person = await this.#services.person(context);
    const { codes } = person;
    if (codes) return this.#services.say(context, [interests.suitsKnown(codesCode(codes))], this.#next(context));
    const start = statementsDone(person) > 0 ? interests.ask.resume : interests.ask.start;
    return this.#services.say(context, [interests.suitsUnknown], [start, interests.ask.knowCodes]);
  }

  async #take(context: TurnContext, codes: InterestCodes, strengthsKnown: boolean): Promise<void> {
    const { interests, about } = this.#wording(context);
    const person = await this.#services.person(context);
    const before = person.codes;
    Object.assign(person, { codes, origin: 'told' } satisfies Partial<Person>);
    const replaced = before && interestWords(before) !== interestWords(codes);
    await this.#services.say(
      context,
      [
        (codes.length > 1 ? interests.told : interests.toldOne)(this.#inWords(context, codes)),
        ...codes.map(({ interest }) => about.interests[interest]),
        ...(strengthsKnown ? [] : [interests.strengthsUnknown]),
        ...(replaced ? [interests.replaced(codesCode(before))] : []),
        interests.keptCodes,
      ],
      this.#next(context),
    );
  }

  async #change(context: TurnContext, changes: readonly CodeChange[]): Promise<void> {
    const { interests } = this.#wording(context);
    const person = await this.#services.person(context);
    const before = person.codes;
    if (!before) {
      // "Add objective" with no codes yet begins them.
      const added = changeCodes([], changes);
      if (added.codes.length > 0) return this.#take(context, added.codes, true);
      return this.#services.say(context, [interests.unknown], [interests.ask.start, interests.ask.knowCodes]);
    }
    const changed = changeCodes(before, changes);
    const remarks = this.#remarks(context, changed);
    const same = interestWords(before) === interestWords(changed.codes);
    Object.assign(person, { codes: changed.codes, ...(!same && { origin: 'told' }) } satisfies Partial<Person>);
    const told = same
      ? interests.unchanged(codesCode(before))
      : interests.changed(codesCode(before), codesCode(changed.codes));
    return this.#services.say(context, [told, ...remarks], this.#next(context));
  }

  /** The whole result where the exercise found the codes; otherwise the codes, or how to get some. */
  async #show(context: TurnContext): Promise<void> {
    const { interests, about } = this.#wording(context);
    const person = await this.#services.person(context);
    const { codes, origin } = person;
    if (!codes) {
      const answered = statementsDone(person);
      const waiting = answered > 0 ? [interests.waiting(count(answered))] : [];
      const start = answered > 0 ? interests.ask.resume : interests.ask.start;
      return this.#services.say(context, [interests.unknown, ...waiting], [start, interests.ask.knowCodes]);
    }
    const exercise = origin === 'exercise' ? restoreExercise(person.exercise) : null;
    const found = exercise && resultOf(exercise);
    if (found?.kind === 'found' && interestWords(found.codes) === interestWords(codes))
      return this.#services.send(context, [answerReply(interestResult(this.#wording(context), found))]);
    const meanings = codes.map(({ interest }) => about.interests[interest]);
    const from = origin === 'exercise' ? interests.fromExercise : interests.fromPerson;
    return this.#services.say(context, [this.#shown(context, codes), from, ...meanings], this.#next(context));
  }

  /** Goes on with the exercise that was left in the middle, or ends it; says so where there is none. */
  async #goOn(context: TurnContext, wish: 'resume' | 'stop'): Promise<boolean> {
    const { interests } = this.#wording(context);
    const person = await this.#services.person(context);
    const stored = restoreExercise(person.exercise);
    const open = stored?.stopped ? backInExercise(stored) : stored;
    if (!open || isFinished(open)) await this.#services.say(context, [interests.noExercise], [interests.ask.start]);
    else if (wish === 'resume') return true;
    else {
      person.exercise = stopExercise(open);
      await tellResult(this.#services, context, person.exercise);
    }
    return false;
  }

  /** How codes are told and changed, with examples that can be made of those the person has. */
  async #sayHow(context: TurnContext): Promise<void> {
    const { interests, common } = this.#wording(context);
    const { codes } = await this.#services.person(context);
    const [first] = codes ?? [];
    const last = codes?.at(-1);
    if (!codes || !first || !last) return this.#services.say(context, [interests.which], [interests.ask.start]);
    const { weaker, stronger, first: toFront, drop, add } = interests.howExamples;
    const absent = CWPI_INTERESTS.find((interest) => !codes.some((own) => own.interest === interest));
    const examples = [
      (first.strong ? weaker : stronger)(name(first.interest)),
      ...(codes.length > 1 ? [toFront(name(last.interest)), drop(name(last.interest))] : []),
      ...(absent && codes.length === 1 ? [add(name(absent))] : []),
    ];
    const shown = this.#shown(context, codes);
    return this.#services.say(context, [shown, interests.how(enumerate(examples, common.or))], [interests.ask.start]);
  }

  /** Changes that could not be made, and what gave way. */
  #remarks(context: TurnContext, { refused, displaced }: ChangedCodes): Sentence[] {
    const { interests } = this.#wording(context);
    return [
      ...refused.map(({ change, why }) => interests.refusals[why](refusedName(change, why))),
      ...displaced.map((interest) => interests.displaced(name(interest))),
    ];
  }

  /** One code alone has no order. */
  #shown(context: TurnContext, codes: InterestCodes): Sentence {
    const { interests } = this.#wording(context);
    return (codes.length > 1 ? interests.shown : interests.shownOne)(this.#inWords(context, codes));
  }

  #inWords(context: TurnContext, codes: InterestCodes): Sentence {
    const { interests } = this.#wording(context);
    return join(
      codes.map((own) => (own.strong ? interests.strong : interests.weaker)(name(interestWord(own)))),
      ', ',
    );
  }

  #next(context: TurnContext): readonly string[] {
    const { ask } = this.#wording(context).interests;
    return [ask.fits, ask.list, ask.change];
  }

  #wording(context: TurnContext): Wording {
    return this.#services.advisor(context).wording;
  }
}

function codesCode(codes: InterestCodes): Parameter {
  return code(interestWords(codes));
}

/** Of a swap or a replacement the other interest may be the one that stands in the way. */
function refusedName(change: CodeChange, why: ChangedCodes['refused'][number]['why']): Parameter {
  const other: CwpiInterest | null = why === 'present' && change.kind === 'replace' ? change.other : null;
  return name(other ?? change.interest);
}
