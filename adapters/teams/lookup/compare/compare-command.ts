import type { Activity } from 'botbuilder';
import { Advisor, type Knowledge } from '../../../../dialogs/advisor.ts';
import { comparisonAnswer } from '../../../../dialogs/answers/comparison.ts';
import { textOf } from '../../../../dialogs/answers/sentence.ts';
import type { TypeAheads } from '../../../../dialogs/type-ahead/type-ahead.ts';
import type { Region } from '../../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../../knowledge/store/knowledge-store.ts';
import { CARD_CONTENT_TYPE } from '../../../rendering/card-schema.ts';
import { choiceOf, listedAtFirst } from '../listed.ts';
import { MOST_CHOICES } from '../occupation-search.ts';
import type { LookupDependencies } from '../ports.ts';
import { type ComposeResult, resultOf, type TaskResult, taskMessageOf, taskOf } from '../results.ts';
import { subjectKey } from '../subject-key.ts';
import { toldCard } from '../told-card.ts';
import { compareCommand, memberOf, readValue, submitValue } from '../values.ts';
import { compareForm, type FormContent } from './form.ts';
import type { FormCard } from './form-schema.ts';
import { readForm } from './read-form.ts';

/** Two to four occupations side by side, from a form to a card in the chat. */
export class CompareCommand {
  readonly #dependencies: LookupDependencies;
  readonly #searches: TypeAheads;

  constructor(dependencies: LookupDependencies, searches: TypeAheads) {
    this.#dependencies = dependencies;
    this.#searches = searches;
  }

  async form(activity: Activity, knowledge: Knowledge): Promise<TaskResult<FormCard>> {
    readValue(compareCommand, activity);
    const { homeRegion } = this.#dependencies;
    return this.#show(activity, knowledge, { fields: [], others: '', faults: [], region: homeRegion });
  }

  /** The comparison as a card; or the form again, with what is wrong and what is to be chosen. */
  async submit(activity: Activity, knowledge: Knowledge): Promise<TaskResult<FormCard> | ComposeResult> {
    const { data } = readValue(submitValue, activity);
    const { wording, homeRegion, today, recents } = this.#dependencies;
    const { store } = knowledge;
    const read = await readForm(data, knowledge, await this.#searches.of(knowledge), wording);
    const asked = this.#regions(store).find(({ id }) => id === data.region);
    if (read.faults.length > 0) return this.#show(activity, knowledge, { ...read, region: asked?.id ?? homeRegion });
    const region = asked ?? store.regions.find(({ id }) => id === homeRegion);
    const context = new Advisor(knowledge, wording, { homeRegion, today }).context(region ? { region } : {}, null);
    const answer = await comparisonAnswer(context, read.subjects, []);
    if (!answer) return taskMessageOf(wording.teamsLookup.failed);
    const title = wording.teamsLookup.compared((answer.table?.columns ?? []).map(textOf));
    const content = toldCard(title, [{ heading: null, answer, notes: 'all' }], null, wording);
    for (const subject of read.subjects) recents.add(memberOf(activity), subjectKey(subject));
    return resultOf([{ contentType: CARD_CONTENT_TYPE, content }], false);
  }

  async #show(
    activity: Activity,
    { store }: Knowledge,
    content: Omit<FormContent, 'offered' | 'regions'>,
  ): Promise<TaskResult<FormCard>> {
    const { wording, recents } = this.#dependencies;
    const listed = await listedAtFirst(store, recents.of(memberOf(activity)), wording);
    const offered = listed.slice(0, MOST_CHOICES).map((each) => choiceOf(each, wording));
    const form = compareForm({ ...content, offered, regions: this.#regions(store) }, wording);
    return taskOf(wording.teamsLookup.compareTitle, form);
  }

  /** Country and provinces, and the place at home where it is another. */
  #regions({ regions }: KnowledgeStore): readonly Region[] {
    const { homeRegion } = this.#dependencies;
    return regions.filter(({ id, kind }) => kind === 'country' || kind === 'province' || id === homeRegion);
  }
}
