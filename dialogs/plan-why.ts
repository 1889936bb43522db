import type { TurnContext } from 'botbuilder';
import { code, count, name } from './answers/sentence.ts';
import { whyAnswer } from './answers/why.ts';
import { catalogueOf } from './interests/catalogue.ts';
import { whyThis } from './interests/suggest.ts';
import { focusOn } from './memory.ts';
import { pointedAt } from './plan-pointing.ts';
import { answerReply } from './replies.ts';
import type { TurnServices } from './turn-services.ts';

/** Why an occupation fits the person as it does. */
export class PlanWhy {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  async tell(context: TurnContext, which: number | null): Promise<void> {
    const advisor = this.#services.advisor(context);
    const { plans, interests } = advisor.wording;
    const memory = await this.#services.memory(context);
    const pointed = pointedAt(memory, which);
    if (pointed.kind === 'nothing') return this.#services.say(context, [plans.whyNothing], [interests.ask.fits]);
    if (pointed.kind === 'which') return this.#keepingList(context, [plans.whyWhich]);
    if (pointed.kind === 'out-of-range')
      return this.#keepingList(context, [plans.whyOutOfRange(count(pointed.listed))]);
    const { subject } = pointed;
    const { store } = advisor.knowledge;
    if (!(await store.group(subject.code))) return this.#services.say(context, [plans.gone(code(subject.code))]);
    const codes = memory.offered?.codes ?? (await this.#services.person(context)).codes;
    const title = name(await advisor.subjectName(subject));
    if (!codes)
      return this.#services.say(context, [plans.whyNoCodes(title)], [interests.ask.start, interests.ask.knowCodes]);
    const fit = whyThis(await catalogueOf(store), codes, subject.code, advisor.homeRegion);
    if (!fit) return this.#services.say(context, [plans.whyNoProfile(title)]);
    await this.#services.send(context, [answerReply(await whyAnswer(advisor.context({}, codes), subject, codes, fit))]);
    focusOn(memory, subject);
    memory.failures = 0;
  }

  /** Says something about the list that is on show, which can still be picked from. */
  async #keepingList(context: TurnContext, sentences: Parameters<TurnServices['say']>[1]): Promise<void> {
    const memory = await this.#services.memory(context);
    const { suggestions, choices } = memory;
    await this.#services.say(context, sentences);
    Object.assign(memory, { suggestions, choices });
  }
}
