import type { TurnContext } from 'botbuilder';
import type { Region } from '../knowledge/model.ts';
import type { PlannedQuestion } from './advisor.ts';
import { suggestedAnswer, wishRemarks } from './answers/suggested.ts';
import { tellResult } from './exercise-dialog.ts';
import { type Catalogue, catalogueOf } from './interests/catalogue.ts';
import { isFinished, restoreExercise } from './interests/exercise.ts';
import { type SuggestRequest, suggest } from './interests/suggest.ts';
import { type Narrowed, narrow } from './interests/suggest-narrow.ts';
import { filterByWishes, isFilter, sortOf, type Wish } from './interests/wishes.ts';
import type { Offer } from './memory.ts';
import { changeRemarks, type InTheWay, withRemarks } from './plan-remarks.ts';
import { answerReply } from './replies.ts';
import { reportOf } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';
import type { PlanRequest } from './understanding/requests.ts';

type Request = Extract<PlanRequest, { kind: 'suggest' }>;

/** What a message says of its wishes beside those that count. */
interface Said {
  readonly wishes: readonly Wish[];
  readonly unknown: readonly string[];
  readonly change: Pick<Narrowed, 'replaced' | 'givenUp'>;
}

const UNCHANGED: Said['change'] = { replaced: [], givenUp: [] };
const NOTHING_SAID: Said = { wishes: [], unknown: [], change: UNCHANGED };

/** Occupations that may suit the person, five at a time. */
export class PlanSuggestions {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  /** Suggests; gives back a question where the words turn out to be about the occupation under way. */
  async suggest(context: TurnContext, asked: Request): Promise<PlannedQuestion | null> {
    const request = { ...asked, wishes: this.#named(context, asked.wishes) };
    reportOf(context).gaps.push(...request.unknown.map((text) => ({ kind: 'message', text }) as const));
    const change = request.wishes.find(({ kind }) => kind === 'standing' || kind === 'given-up');
    if (!change) {
      await this.#begin(context, request);
      return null;
    }
    const { offered, subject } = await this.#services.memory(context);
    const counting = request.wishes.filter((wish) => sortOf(wish) !== null);
    const regionAlone = counting.length > 0 && counting.every(({ kind }) => kind === 'region');
    if (offered && !(offered.aside && regionAlone)) {
      await this.#narrow(context, offered, request);
      return null;
    }
    if (subject && !(change.kind === 'standing' && change.begins)) {
      const question = await this.#question(context);
      if (question) return question;
    }
    // A place alone, or "forget the pay", begins nothing.
    const begins = request.wishes.some(({ kind }) => !['region', 'standing', 'given-up'].includes(kind));
    if (begins) await this.#begin(context, request);
    else await this.more(context);
    return null;
  }

  async more(context: TurnContext): Promise<void> {
    const { wording } = this.#services.advisor(context);
    const { offered } = await this.#services.memory(context);
    if (offered) return this.#tell(context, offered, NOTHING_SAID);
    const { plans, interests } = wording;
    await this.#services.say(
      context,
      [plans.nothingOffered, plans.needCodes],
      [interests.ask.start, interests.ask.knowCodes, plans.sayWish],
    );
  }

  async #begin(context: TurnContext, request: Request): Promise<void> {
    const { wording, knowledge } = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const { wishes, unknown, likeThis } = request;
    const relative = likeThis || wishes.some(({ kind }) => kind === 'than-this');
    const like = relative ? memory.subject : null;
    if (relative && !like) return this.#services.say(context, [wording.plans.needBase]);
    if (like && !(await knowledge.store.group(like.code))) {
      memory.offered = null;
      return this.#services.say(context, [wording.plans.baseGone]);
    }
    const codes = request.codes ?? (await this.#services.person(context)).codes;
    const said: Said = { wishes, unknown, change: UNCHANGED };
    if (!codes && !relative && !wishes.some(isFilter)) return this.#sayWhatIsNeeded(context, said);
    const near = likeThis && !wishes.some(({ kind }) => kind === 'like-this');
    const counting = wishes.filter((wish) => sortOf(wish) !== null);
    const offer: Offer = {
      wishes: near ? [...counting, { kind: 'like-this', words: '' }] : counting,
      like,
      codes: request.codes ?? null,
      shown: [],
      last: [],
    };
    await this.#tell(context, offer, said);
  }

  /** Goes on with the wishes that count already. */
  async #narrow(context: TurnContext, offer: Offer, { wishes, unknown }: Request): Promise<void> {
    const { wording } = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const relative = wishes.some(({ kind }) => kind === 'than-this');
    const like = offer.like ?? (relative ? memory.subject : null);
    if (relative && !like) return this.#services.say(context, [wording.plans.needBase]);
    const narrowed = narrow(offer.wishes, wishes);
    const near = narrowed.wishes.some(({ kind }) => kind === 'like-this' || kind === 'than-this');
    const next: Offer = { ...offer, wishes: narrowed.wishes, like: near ? like : null, shown: [], last: [] };
    const said: Said = { wishes, unknown, change: narrowed };
    const codes = offer.codes ?? (await this.#services.person(context)).codes;
    if (codes || near || narrowed.wishes.some(isFilter)) return this.#tell(context, next, said);
    await this.#sayWhatIsNeeded(context, said);
    memory.offered = next;
  }

  async #tell(context: TurnContext, offer: Offer, said: Said): Promise<void> {
    const advisor = this.#services.advisor(context);
    const memory = await this.#services.memory(context);
    const person = await this.#services.person(context);
    const codes = offer.codes ?? person.codes;
    const { wishes, like, shown } = offer;
    if (like && !(await advisor.knowledge.store.group(like.code))) {
      memory.offered = null;
      return this.#services.say(context, [advisor.wording.plans.baseGone]);
    }
    const catalogue = await catalogueOf(advisor.knowledge.store);
    const request: SuggestRequest = {
      codes: codes ?? [],
      wishes,
      region: advisor.homeRegion,
      // Not by place: the codes may have changed since, and then other groups stand there.
      exclude: shown,
      ...(like && { base: like.code }),
    };
    const next = suggest(catalogue, request);
    const suggestions = { ...next, total: next.total + shown.length };
    const near = wishes.some(({ kind }) => kind === 'like-this');
    const besides = said.wishes.filter((wish) => sortOf(wish) === null);
    const answer = await suggestedAnswer(advisor.context({}, codes), {
      suggestions,
      codes,
      wishes: [...wishes, ...besides].filter(
        ({ kind, words }) => words !== '' && kind !== 'given-up' && kind !== 'standing',
      ),
      unknown: said.unknown,
      like: near && like ? await advisor.subjectName(like) : null,
      offset: shown.length,
    });
    const told = withRemarks(advisor.wording, answer, {
      suggestions,
      counting: shown.length === 0 ? wishes : [],
      added: said.wishes,
      change: said.change,
      sorted: codes ? 'by-interests' : 'unsorted',
      place: advisor.wording.common.place(regionOf(catalogue, wishes, advisor.homeRegion)),
      inTheWay: suggestions.total === 0 ? inTheWay(catalogue, request) : null,
    });
    await this.#services.send(context, [answerReply(told)]);
    const last = suggestions.told.map(({ entry }) => entry.code);
    const { aside: _, ...open } = offer;
    memory.offered = { ...open, shown: [...shown, ...last], last: last.length > 0 ? last : offer.last };
    memory.failures = 0;
  }

  async #sayWhatIsNeeded(context: TurnContext, { wishes, unknown, change }: Said): Promise<void> {
    const { wording } = this.#services.advisor(context);
    const { plans, interests } = wording;
    const exercise = restoreExercise((await this.#services.person(context)).exercise);
    // Who has just done the exercise is not sent to it as if it were news.
    if (exercise && isFinished(exercise) && wishes.length + unknown.length === 0)
      return tellResult(this.#services, context, exercise);
    const remarks = [...changeRemarks(wording, change), ...wishRemarks(wording, wishes, unknown)];
    await this.#services.say(
      context,
      [...remarks, plans.needCodes],
      [interests.ask.start, interests.ask.knowCodes, plans.sayWish],
    );
  }

  /** The message as a question about the occupation under way ("only in Alberta" after its pay); null where it is none. */
  async #question(context: TurnContext): Promise<PlannedQuestion | null> {
    const advisor = this.#services.advisor(context);
    // A question mark keeps it from being read as a wish.
    const understood = advisor.understand(`${context.activity.text ?? ''}?`);
    const [question] = understood.kind === 'questions' ? understood.questions : [];
    if (!question) return null;
    const planned = advisor.plan(question, await this.#services.memory(context));
    return planned.mentions.length === 0 && planned.topics.length > 0 ? planned : null;
  }

  /** A place is a wish of its own, by its name, so that another place can take its turn. */
  #named(context: TurnContext, wishes: readonly Wish[]): readonly Wish[] {
    const { regions } = this.#services.advisor(context).knowledge.store;
    const found = wishes.flatMap((wish) => (wish.kind === 'pay' && wish.region !== null ? [wish.region] : []))[0];
    const apart = wishes.map((wish): Wish => (wish.kind === 'pay' ? { ...wish, region: null } : wish));
    const region = regions.find(({ id }) => id === found);
    return region ? [...apart, { kind: 'region', region: region.id, words: region.name }] : apart;
  }
}

/** Where pay counts. */
function regionOf({ regions }: Catalogue, wishes: readonly Wish[], home: string): Pick<Region, 'kind' | 'name'> {
  const wished = wishes.flatMap((wish) => (wish.kind === 'region' ? [wish.region] : []))[0] ?? home;
  return regions.find(({ id }) => id === wished) ?? { kind: 'province', name: wished };
}

/** The wish that leaves out most by itself, of those without which there would be any at all if there are such; null without a filter. */
function inTheWay(catalogue: Catalogue, request: SuggestRequest): InTheWay | null {
  const { wishes = [], region, base } = request;
  const context = { regions: catalogue.regions, region, base: (base && catalogue.byCode.get(base)) || null };
  const found = wishes
    .filter((wish) => isFilter(wish) && wish.words !== '')
    .map((wish): InTheWay => {
      const others = wishes.filter((other) => other !== wish);
      const { kept } = filterByWishes(catalogue, [wish], context);
      return {
        wish,
        leavesOut: catalogue.entries.length - kept.length,
        without: suggest(catalogue, { ...request, wishes: others }).total,
      };
    });
  found.sort((one, other) => other.leavesOut - one.leavesOut);
  return found.find(({ without }) => without > 0) ?? found[0] ?? null;
}
