import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Advisor } from './advisor.ts';
import { count, name as named, type Sentence, say } from './answers/sentence.ts';
import { type Memory, newMemory } from './memory.ts';
import { newPerson, type Person } from './person.ts';
import { plainReply, type Reply, replyActivity } from './replies.ts';
import { reportOf } from './turn-report.ts';
import type { Wording } from './wording/index.ts';

/** A person is offered each time that as many messages in a row could not be answered. */
const FAILURES_TO_OFFER = 3;

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
    reportOf(context).forget = true;
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

  /** Says something in passing: what was offered before can still be picked. */
  async sayBeside(context: TurnContext, sentences: readonly Sentence[]): Promise<void> {
    const memory = await this.memory(context);
    const { suggestions, choices } = memory;
    await this.say(context, sentences);
    Object.assign(memory, { suggestions, choices });
  }

  /** The wording for the `failures`-th try in a row; once all are used it begins again, so that no two in a row are the same. */
  async nth(context: TurnContext, sentences: readonly Sentence[]): Promise<Sentence> {
    const { failures } = await this.memory(context);
    return sentences[failures % sentences.length] ?? { segments: [] };
  }

  /**
   * Says that a message could not be answered; every third time in a row a person is offered. What was offered before stays to be
   * picked, unless there is something new to pick.
   */
  async fail(context: TurnContext, sentences: readonly Sentence[], suggestions: readonly string[] = []): Promise<void> {
    const memory = await this.memory(context);
    const said = [...sentences, ...(await this.#failed(context, memory))];
    if (suggestions.length > 0) await this.say(context, said, suggestions);
    else await this.sayBeside(context, said);
  }

  /** A number that nothing on offer has: says how far they go, and shows what can be picked again. */
  async failToPick(context: TurnContext): Promise<void> {
    const memory = await this.memory(context);
    const { suggestions, choices } = memory;
    const { conversation } = this.advisor(context).wording;
    const range = conversation.outOfRange(count(1), count(suggestions.length));
    const list = suggestions.map((each): Sentence => (choices.length > 0 ? say`${named(each)}` : { segments: [each] }));
    await this.say(context, [...(await this.#failed(context, memory)), range], suggestions, list);
    memory.choices = choices;
  }

  /** Counts a failure, and gives the offer of a person where one is due. */
  async #failed(context: TurnContext, memory: Memory): Promise<readonly Sentence[]> {
    memory.failures += 1;
    if (memory.failures % FAILURES_TO_OFFER !== 0) return [];
    return [this.advisor(context).wording.conversation.offerPerson, await this.personSentence(context)];
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
