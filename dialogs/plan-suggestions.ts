import type { TurnContext } from 'botbuilder';
import { suggestedAnswer, wishRemarks } from './answers/suggested.ts';
import { catalogueOf } from './interests/catalogue.ts';
import type { InterestCodes } from './interests/codes.ts';
import { suggest } from './interests/suggest.ts';
import { isFilter, type Wish } from './interests/wishes.ts';
import type { Offer } from './memory.ts';
import { answerReply } from './replies.ts';
import { reportOf } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import type { PlanRequest } from './understanding/requests.ts';

type SuggestRequest = Extract<PlanRequest, { kind: 'suggest' }>;

/** Occupations that may suit the person, five at a time. */
export class PlanSuggestions {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  async suggest(context: TurnContext, request: SuggestRequest): Promise<void> {
    const { wording, knowledge } = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const { wishes, unknown, likeThis } = request;
    reportOf(context).gaps.push(...unknown.map((text) => ({ kind: 'message', text }) as const));
    const relative = likeThis || wishes.some(({ kind }) => kind === 'than-this');
    const like = relative ? memory.subject : null;
    if (relative && !like) return this.#services.say(context, [wording.plans.needBase]);
    if (like && !(await knowledge.store.group(like.code))) {
      memory.offered = null;
      return this.#services.say(context, [wording.plans.baseGone]);
    }
    const codes = request.codes ?? (await this.#services.person(context)).codes;
    if (!codes && !relative && !wishes.some(isFilter)) return this.#sayWhatIsNeeded(context, wishes, unknown);
    const near = likeThis && !wishes.some(({ kind }) => kind === 'like-this');
    await this.#tell(
      context,
      {
        wishes: near ? [...wishes, { kind: 'like-this', words: '' }] : wishes,
        like,
        codes: request.codes ?? null,
        shown: [],
        last: [],
      },
      unknown,
    );
  }

  async more(context: TurnContext): Promise<void> {
    const { wording } = this.#services.advisor(context);
    const { offered } = await this.#services.memory(context);
    if (offered) return this.#tell(context, offered, []);
    const { plans, interests } = wording;
    await this.#services.say(
      context,
      [plans.nothingOffered, plans.needCodes],
      [interests.ask.start, interests.ask.knowCodes, plans.sayWish],
    );
  }

  async #tell(context: TurnContext, offer: Offer, unknown: readonly string[]): Promise<void> {
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const person = await this.#services.person(context);
    const codes: InterestCodes | null = offer.codes ?? person.codes;
    const { wishes, like, shown } = offer;
    if (like && !(await advisor.knowledge.store.group(like.code))) {
      memory.offered = null;
      return this.#services.say(context, [advisor.wording.plans.baseGone]);
    }
    const next = suggest(await catalogueOf(advisor.knowledge.store), {
      codes: codes ?? [],
      wishes,
      region: advisor.homeRegion,
      // Not by place: the codes may have changed since, and then other groups stand there.
      exclude: shown,
      ...(like && { base: like.code }),
    });
    const suggestions = { ...next, total: next.total + shown.length };
    const near = wishes.some(({ kind }) => kind === 'like-this');
    const answer = await suggestedAnswer(advisor.context({}, codes), {
      suggestions,
      codes,
      wishes: wishes.filter(({ words }) => words !== ''),
      unknown,
      like: near && like ? await advisor.subjectName(like) : null,
      offset: shown.length,
    });
    await this.#services.send(context, [answerReply(answer)]);
    const last = suggestions.told.map(({ entry }) => entry.code);
    memory.offered = { ...offer, shown: [...shown, ...last], last: last.length > 0 ? last : offer.last };
    memory.failures = 0;
  }

  async #sayWhatIsNeeded(context: TurnContext, wishes: readonly Wish[], unknown: readonly string[]): Promise<void> {
    const { wording } = this.#services.advisor(context);
    const { plans, interests } = wording;
    const remarks = wishRemarks(wording, wishes, unknown);
    await this.#services.say(
      context,
      [...remarks, plans.needCodes],
      [interests.ask.start, interests.ask.knowCodes, plans.sayWish],
    );
  }
}
