import type { TurnContext } from 'botbuilder';
import type { PlannedQuestion } from './advisor.ts';
import { name, type Sentence } from './answers/sentence.ts';
import { focusOn, type Memory } from './memory.ts';
import { statementsDone } from './person.ts';
import type { TurnServices } from './turn-services.ts';
import type { CommandName } from './understanding/commands.ts';
import type { SmallTalk } from './understanding/small-talk-en.ts';
import type { Understanding } from './understanding/understanding.ts';

/** Answers after which a person is asked, once, whether this was useful. */
const ENOUGH_ANSWERS = 5;

/** Everything that is no question about an occupation: commands, small talk, what is out of scope, and empty messages. */
export class Courtesies {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  /** Replies; gives back a question to be answered again after "back". */
  async reply(
    context: TurnContext,
    understood: Exclude<Understanding, { kind: 'questions' | 'request' }>,
  ): Promise<PlannedQuestion | null> {
    const { conversation } = this.#services.advisor(context).wording;
    switch (understood.kind) {
      case 'empty':
        await this.#services.fail(context, [await this.#services.nth(context, conversation.empty)]);
        return null;
      case 'too-long':
        await this.#services.fail(context, [conversation.tooLong]);
        return null;
      case 'command':
        return this.#command(context, understood.command);
      case 'small-talk':
        await this.#smallTalk(context, understood.talk);
        return null;
      case 'out-of-scope':
        await this.#outOfScope(context, understood.about, conversation.outOfScope[understood.scope]);
        return null;
    }
  }

  /** "Was this useful?": after a good many answers, or when the person takes leave; never twice. */
  async askUseful(context: TurnContext, leaving = false): Promise<void> {
    const memory = await this.#services.memory(context);
    if (memory.useful !== 'not-asked' || memory.answered < (leaving ? 1 : ENOUGH_ANSWERS)) return;
    const { conversation } = this.#services.advisor(context).wording;
    memory.useful = 'asked';
    await this.#services.say(
      context,
      [{ segments: [conversation.useful] }],
      [conversation.usefulYes, conversation.usefulNo],
    );
  }

  /** Says what is gone back to, and gives its question to be answered again. */
  async again(context: TurnContext, earlier: Memory['before'][number]): Promise<PlannedQuestion> {
    const advisor = this.#services.advisor(context);
    const { subject, topics, details } = earlier;
    await this.#services.say(context, [advisor.wording.conversation.backTo(name(await advisor.subjectName(subject)))]);
    return {
      topics: topics.length > 0 ? topics : ['overview'],
      details,
      mentions: [],
      subjects: [subject],
      compare: false,
      refersBack: false,
    };
  }

  async #command(context: TurnContext, command: CommandName): Promise<PlannedQuestion | null> {
    const advisor = this.#services.advisor(context);
    const { conversation } = advisor.wording;
    switch (command) {
      case 'help':
        await this.#services.help(context);
        return null;
      case 'person':
        await this.#services.say(context, [await this.#services.personSentence(context)]);
        return null;
      case 'cancel':
        await this.#services.say(context, [conversation.nothingToCancel]);
        return null;
      case 'start-over':
        await this.#services.forget(context);
        await this.#services.say(
          context,
          [conversation.startedOver, ...(await this.#kept(context))],
          conversation.examples,
        );
        return null;
      case 'back': {
        const memory = await this.#services.memory(context);
        const earlier = memory.before.at(-1);
        if (!earlier) {
          await this.#services.say(context, [conversation.nothingBefore]);
          return null;
        }
        memory.before = memory.before.slice(0, -1);
        memory.subject = null;
        return this.again(context, earlier);
      }
    }
  }

  /** "Start over" is of the conversation: what is kept of the person stays, and is told to stay. */
  async #kept(context: TurnContext): Promise<Sentence[]> {
    const { codes, exercise, saved } = await this.#services.person(context);
    const { interests } = this.#services.advisor(context).wording;
    return codes || exercise || saved.length > 0 ? [interests.stillKept] : [];
  }

  async #smallTalk(context: TurnContext, talk: SmallTalk): Promise<void> {
    const { conversation } = this.#services.advisor(context).wording;
    const memory = await this.#services.memory(context);
    switch (talk) {
      case 'hello':
        return this.#services.say(context, [conversation.hello], conversation.examples);
      case 'thanks':
        await this.#services.say(context, [conversation.thanks]);
        return this.askUseful(context, true);
      case 'goodbye':
        return this.#services.say(context, [conversation.goodbye]);
      case 'yes':
      case 'no': {
        if (memory.useful !== 'asked') return this.#services.say(context, [conversation.ok]);
        memory.useful = 'answered';
        if (talk === 'yes') return this.#services.say(context, [conversation.usefulThanks]);
        return this.#services.say(context, [conversation.usefulSorry, await this.#services.personSentence(context)]);
      }
      case 'distress':
        return this.#services.say(context, [
          conversation.distress,
          await this.#services.contactSentence(context, 'crisis-line', conversation.crisis),
        ]);
      case 'complaint':
        return this.#services.say(context, [conversation.usefulSorry, await this.#services.personSentence(context)]);
      case 'job-lost': {
        const { interests } = this.#services.advisor(context).wording;
        const started = statementsDone(await this.#services.person(context)) > 0;
        // The next title that is named is the job that is gone.
        memory.pending = { topics: ['similar'], details: {} };
        return this.#services.say(
          context,
          [conversation.jobLost, await this.#services.personSentence(context)],
          [started ? interests.ask.resume : interests.ask.start, conversation.askPerson],
        );
      }
      case 'who-are-you':
        return this.#services.say(context, [conversation.whoAreYou]);
      case 'how-are-you':
        return this.#services.say(context, [conversation.smallTalk]);
      case 'remind':
        return this.#remind(context);
      case 'ok':
      case 'none-of-these':
        return this.#services.say(context, [conversation.ok]);
    }
  }

  /** Nothing is ever sent to a person who has not written first: what can be told is how to find the list again. */
  async #remind(context: TurnContext): Promise<void> {
    const { conversation, plans } = this.#services.advisor(context).wording;
    const { saved } = await this.#services.person(context);
    if (saved.length === 0) return this.#services.say(context, [conversation.noReminders, plans.list.empty]);
    await this.#services.say(
      context,
      [conversation.noReminders, conversation.listAgain],
      [plans.list.show, plans.list.send],
    );
  }

  /** Declines, and keeps the occupation that was named, so that facts about it can be asked next. */
  async #outOfScope(
    context: TurnContext,
    about: string | null,
    declined: Parameters<TurnServices['say']>[1][number],
  ): Promise<void> {
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const found = about === null ? null : await advisor.find(about);
    const first = found?.candidates[0];
    if (found?.decision === 'match' && first) focusOn(memory, { code: first.code, occupation: first.occupation });
    const next = memory.subject
      ? (['wage', 'education', 'outlook'] as const).map((topic) => advisor.wording.common.topicQuestion(topic))
      : [];
    await this.#services.say(context, [declined, await this.#services.personSentence(context)], next);
  }
}
