import type { TurnContext } from 'botbuilder';
import type { PlannedQuestion } from './advisor.ts';
import { PlanResume } from './plan-resume.ts';
import { PlanShortlist } from './plan-shortlist.ts';
import { PlanSuggestions } from './plan-suggestions.ts';
import { PlanWhy } from './plan-why.ts';
import type { TurnServices } from './turn-services.ts';
import type { PlanRequest } from './understanding/requests.ts';

/** What people ask about occupations that may suit them: suggestions, reasons, and the shortlist. */
export class PlanTalk {
  readonly #suggestions: PlanSuggestions;
  readonly #why: PlanWhy;
  readonly #shortlist: PlanShortlist;
  readonly #resume: PlanResume;

  constructor(services: TurnServices) {
    this.#suggestions = new PlanSuggestions(services);
    this.#why = new PlanWhy(services);
    this.#shortlist = new PlanShortlist(services);
    this.#resume = new PlanResume(services);
  }

  /** Replies; gives back a question to be answered in the usual way (a comparison of the shortlist, a place said of the occupation under way). */
  async handle(context: TurnContext, request: PlanRequest): Promise<PlannedQuestion | null> {
    switch (request.kind) {
      case 'suggest':
        return this.#suggestions.suggest(context, request);
      case 'more':
        await this.#suggestions.more(context);
        return null;
      case 'why':
        await this.#why.tell(context, request.which);
        return null;
      case 'save':
        await this.#shortlist.save(context, request.mention, request.which);
        return null;
      case 'unsave':
        await this.#shortlist.remove(context, request.mention, request.which);
        return null;
      case 'list':
        await this.#shortlist.show(context);
        return null;
      case 'clear-list':
        await this.#shortlist.clear(context);
        return null;
      case 'compare-shown':
        return this.#shortlist.compareShown(context, request.which);
      case 'compare-list':
        return this.#shortlist.compare(context);
      case 'send':
        await this.#resume.send(context);
        return null;
      case 'resume':
        await this.#resume.restore(context, request.code);
        return null;
    }
  }
}
