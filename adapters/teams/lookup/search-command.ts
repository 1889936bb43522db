import type { Activity } from 'botbuilder';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import { QUERY_PARAMETER } from '../app/extension-ids.ts';
import { type Listed, LONGEST_QUERY, listedFor } from './listed.ts';
import type { OccupationCards } from './occupation-cards.ts';
import type { LookupDependencies } from './ports.ts';
import { type ComposeResult, messageOf, type Preview, type PreviewedCard, resultOf } from './results.ts';
import { readSubjectKey, subjectKey } from './subject-key.ts';
import { lookupValue, memberOf, readValue, selectValue } from './values.ts';

/**
 * The search from the compose box, as it is typed. Where several occupations may be meant, all of them are listed, each with the words that
 * tell it from the others: Teams shows either results or a message, and what a question would ask is decided by one click on the list.
 */
export class SearchCommand {
  readonly #dependencies: LookupDependencies;
  readonly #searches: TypeAheads;
  readonly #cards: OccupationCards;

  constructor(dependencies: LookupDependencies, searches: TypeAheads, cards: OccupationCards) {
    this.#dependencies = dependencies;
    this.#searches = searches;
    this.#cards = cards;
  }

  async query(activity: Activity, knowledge: Knowledge): Promise<ComposeResult> {
    const { wording, recents } = this.#dependencies;
    const words = wording.teamsLookup;
    const { parameters, queryOptions } = readValue(lookupValue, activity);
    // The first run comes with a parameter of Teams' own, and without ours.
    const query = parameters.find(({ name }) => name === QUERY_PARAMETER)?.value ?? '';
    if (query.length > LONGEST_QUERY) return messageOf(words.tooLong);
    const typed = query.trim() !== '';
    const listed = await listedFor(knowledge, this.#searches, query, recents.of(memberOf(activity)), wording);
    const { skip, count } = queryOptions;
    const page = await Promise.all(listed.slice(skip, skip + count).map((each) => this.#previewed(knowledge, each)));
    const found = page.flatMap((each) => each ?? []);
    // A page beyond the last is empty, and no message: that would take the place of what is shown already.
    if (found.length === 0 && skip === 0) return messageOf(words.nothing);
    return resultOf(found, typed);
  }

  /** The card of what was clicked on; from now on it is among the first of that member. */
  async select(activity: Activity, knowledge: Knowledge): Promise<ComposeResult> {
    const { wording, recents } = this.#dependencies;
    const { select } = readValue(selectValue, activity);
    const subject = readSubjectKey(select);
    const card = subject && (await this.#cards.of(knowledge, subject));
    if (!card) return messageOf(wording.teamsLookup.nothing);
    recents.add(memberOf(activity), select);
    return resultOf([card], false);
  }

  async #previewed(knowledge: Knowledge, listed: Listed): Promise<PreviewedCard | null> {
    const card = await this.#cards.of(knowledge, listed);
    return card && { ...card, preview: this.#preview(listed) };
  }

  #preview(listed: Listed): Preview {
    const { previewTitle, previewText } = this.#dependencies.wording.teamsLookup;
    return {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: previewTitle(listed.title, listed.code),
        text: previewText(listed.gist, listed.why),
        tap: { type: 'invoke', value: { select: subjectKey(listed) } },
      },
    };
  }
}
