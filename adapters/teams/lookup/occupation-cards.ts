import { Advisor, type Knowledge } from '../../../dialogs/advisor.ts';
import type { SubjectRef } from '../../../dialogs/answers/answer.ts';
import { subjectName } from '../../../dialogs/answers/context.ts';
import { answerTopic, loadSubject } from '../../../dialogs/answers/topic-answers.ts';
import { Recent } from '../../../knowledge/recent.ts';
import { occupationAddress } from '../../occupation-page/address.ts';
import { CARD_CONTENT_TYPE, type OpenUrl } from '../../rendering/card-schema.ts';
import type { LookupDependencies } from './ports.ts';
import type { CardAttachment, DroppedCard } from './results.ts';
import { type ToldSection, toldCard } from './told-card.ts';

/** Some 8 kB each. */
const MOST_KEPT = 600;
/** What somebody in a chat wants to know of an occupation, in this order. */
const TOPICS = ['overview', 'wage', 'education', 'outlook'] as const;

/** Cards of occupations to drop into a chat: what they do, pay, schooling and outlook, told as the bot tells them. */
export class OccupationCards {
  readonly #dependencies: LookupDependencies;
  readonly #kept = new Recent<DroppedCard>(MOST_KEPT);

  constructor(dependencies: LookupDependencies) {
    this.#dependencies = dependencies;
  }

  /** For the region at home unless told; null for a subject that the store does not have (any more). */
  async of(knowledge: Knowledge, subject: SubjectRef, regionId = ''): Promise<CardAttachment | null> {
    const { homeRegion, today, wording, publicUrl } = this.#dependencies;
    const { store } = knowledge;
    // What is kept is shown to everybody: nothing of an address that somebody wrote may stand in it.
    const asked = store.regions.find(({ id }) => id === regionId);
    const region = asked ?? store.regions.find(({ id }) => id === homeRegion);
    const { code, occupation } = subject;
    const key = JSON.stringify([store.info.hash, today(), code, occupation, asked?.id]);
    const known = this.#kept.get(key);
    if (known) return attached(known);
    const context = new Advisor(knowledge, wording, { homeRegion, today }).context(region ? { region } : {}, null);
    const loaded = await loadSubject(context, subject);
    if (!loaded) return null;
    const sections = await Promise.all(
      TOPICS.map(async (topic): Promise<ToldSection> => {
        const heading = topic === 'overview' ? null : wording.occupationPage.heading(topic);
        return { heading, answer: await answerTopic(context, topic, loaded), notes: 'aloud' };
      }),
    );
    const open: OpenUrl | null =
      publicUrl === null
        ? null
        : {
            type: 'Action.OpenUrl',
            title: wording.teamsLookup.openPage,
            url: occupationAddress(publicUrl, subject, asked?.id),
          };
    const card = toldCard(subjectName(loaded).text, sections, open, wording);
    this.#kept.set(key, card);
    return attached(card);
  }
}

function attached(content: DroppedCard): CardAttachment {
  return { contentType: CARD_CONTENT_TYPE, content };
}
