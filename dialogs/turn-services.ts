import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Advisor } from './advisor.ts';
import { name as named, type Sentence } from './answers/sentence.ts';
import { type Memory, newMemory } from './memory.ts';
import { newPerson, type Person } from './person.ts';
import { plainReply, type Reply, replyActivity } from './replies.ts';
import type { Wording } from './wording/index.ts';

/** What the dialogs share in a turn: the advisor of this turn, the conversation's memory, and the ways of replying. */
export class TurnServices {
  readonly #advisorFor: (context: TurnContext) => Advisor;
  readonly #memory: StatePropertyAccessor<Memory>;
  readonly #person: StatePropertyAccessor<Person>;

  constructor(
    advisorFor: (context: TurnContext) => Advisor,
    memory: StatePropertyAccessor<Memory>,
    person: StatePropertyAccessor<Person>,
  ) {
    this.#advisorFor = advisorFor;
    this.#memory = memory;
    this.#person = person;
  }

  advisor(context: TurnContext): Advisor {
    return this.#advisorFor(context);
  }

  memory(context: TurnContext): Promise<Memory> {
    return this.#memory.get(context, newMemory());
  }

  /** What is kept of the person, over conversations. */
  person(context: TurnContext): Promise<Person> {
    return this.#person.get(context, newPerson());
  }

  /** Forgets all but that the person has been asked for an opinion: nobody is asked twice. */
  async forget(context: TurnContext): Promise<void> {
    const { useful } = await this.memory(context);
    await this.#memory.set(context, { ...newMemory(), useful });
  }

  /** Erases all that is kept of the person, and the conversation with it. */
  async forgetPerson(context: TurnContext): Promise<void> {
    await this.#person.set(context, newPerson());
    await this.forget(context);
  }

  async send(context: TurnContext, replies: readonly Reply[]): Promise<void> {
    const memory = await this.memory(context);
    // Of several replies only one has something to pick, so that a number means one thing: the list, or else the last.
    const offering = replies.findLast((reply) => reply.choices.length > 0) ?? replies.at(-1);
    for (const reply of replies) {
      await context.sendActivity(replyActivity(reply === offering ? reply : { ...reply, suggestions: [] }));
    }
    memory.suggestions = offering?.suggestions ?? [];
    memory.choices = offering?.choices ?? [];
  }

  async say(
    context: TurnContext,
    sentences: readonly Sentence[],
    suggestions: readonly string[] = [],
    list: readonly Sentence[] = [],
  ): Promise<void> {
    await this.send(context, [plainReply(sentences, suggestions, list)]);
  }

  /** The wording for the `failures`-th try in a row; the last one is kept once all are used. */
  async nth(context: TurnContext, sentences: readonly Sentence[]): Promise<Sentence> {
    const { failures } = await this.memory(context);
    return sentences[Math.min(failures, sentences.length - 1)] ?? { segments: [] };
  }

  /** Says that a message could not be answered; from the third time in a row a person is offered. */
  async fail(context: TurnContext, sentences: readonly Sentence[], suggestions: readonly string[] = []): Promise<void> {
    const memory = await this.memory(context);
    memory.failures += 1;
    const { conversation } = this.advisor(context).wording;
    const offer = memory.failures >= 3 ? [conversation.offerPerson, await this.personSentence(context)] : [];
    await this.say(context, [...sentences, ...offer], suggestions);
  }

  async personSentence(context: TurnContext): Promise<Sentence> {
    return this.contactSentence(context, 'alberta-supports', this.advisor(context).wording.conversation.person);
  }

  /** A stored contact in the words of `sentence`. */
  async contactSentence(
    context: TurnContext,
    id: string,
    sentence: Wording['conversation']['person'],
  ): Promise<Sentence> {
    const contact = await this.advisor(context).knowledge.store.contact(id);
    const { phone, opens, closes } = contact;
    return sentence(named(contact.name), phone, named(contact.hours), opens, closes, named(contact.note));
  }

  async help(context: TurnContext): Promise<void> {
    const { conversation } = this.advisor(context).wording;
    const examples = conversation.examples.map((example): Sentence => ({ segments: [example] }));
    await this.say(
      context,
      [conversation.helpLead, ...examples, conversation.helpTopics, conversation.helpCommands],
      conversation.examples,
    );
  }
}
