import type { TurnContext } from 'botbuilder';
import type { CwpiInterest } from '../knowledge/model.ts';
import { interestResult } from './answers/interest-result.ts';
import { code, count, join, name, type Parameter, type Sentence } from './answers/sentence.ts';
import { type ChangedCodes, type CodeChange, changeCodes, type InterestCodes } from './interests/codes.ts';
import { lengthOf, restoreExercise, resultOf } from './interests/exercise.ts';
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
      await this.#services.say(context, [interests.nothingToTry], [interests.ask.start, interests.exampleCodes]);
      return null;
    }
    const changed = changeCodes(codes, changes);
    const remarks = this.#remarks(context, changed);
    if (changed.refused.length === changes.length) {
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
        await this.#services.say(context, [...(await this.#current(context)), interests.how], [interests.exampleCodes]);
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
    return this.#services.say(context, [interests.suitsUnknown], [start, interests.exampleCodes]);
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
        interests.told(this.#inWords(context, codes)),
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
      return this.#services.say(context, [interests.unknown], [interests.ask.start, interests.exampleCodes]);
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
      return this.#services.say(context, [interests.unknown, ...waiting], [start, interests.exampleCodes]);
    }
    const exercise = origin === 'exercise' ? restoreExercise(person.exercise) : null;
    const found = exercise && resultOf(exercise);
    if (found?.kind === 'found' && interestWords(found.codes) === interestWords(codes))
      return this.#services.send(context, [answerReply(interestResult(this.#wording(context), found))]);
    const meanings = codes.map(({ interest }) => about.interests[interest]);
    const from = origin === 'exercise' ? interests.fromExercise : interests.fromPerson;
    return this.#services.say(
      context,
      [interests.shown(this.#inWords(context, codes)), from, ...meanings],
      this.#next(context),
    );
  }

  async #current(context: TurnContext): Promise<Sentence[]> {
    const { codes } = await this.#services.person(context);
    return codes ? [this.#wording(context).interests.shown(this.#inWords(context, codes))] : [];
  }

  /** Changes that could not be made, and what gave way. */
  #remarks(context: TurnContext, { refused, displaced }: ChangedCodes): Sentence[] {
    const { interests } = this.#wording(context);
    return [
      ...refused.map(({ change, why }) => interests.refusals[why](refusedName(change, why))),
      ...displaced.map((interest) => interests.displaced(name(interest))),
    ];
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
