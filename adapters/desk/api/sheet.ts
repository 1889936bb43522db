import type { AnswerContext } from '../../../dialogs/answers/context.ts';
import { loadSubject } from '../../../dialogs/answers/topic-answers.ts';
import { SUBJECT_TOPICS, type SubjectTopic } from '../../../dialogs/understanding/topics.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { NocCode, Region } from '../../../knowledge/model.ts';
import { FIRST_TOPICS } from '../../rendering/screen/first-topics.ts';
import type { SheetView } from '../views.ts';
import { sectionView } from './section.ts';

/** Those that callers ask for most have the number keys. */
const FIRST: readonly SubjectTopic[] = FIRST_TOPICS;

/** Every section of a sheet in its order. */
export const SECTIONS: readonly SubjectTopic[] = [
  ...FIRST,
  ...SUBJECT_TOPICS.filter((topic) => !FIRST.includes(topic)),
];

/** Everything of one occupation. Throws UNKNOWN_UNIT_GROUP. */
export async function sheetView(
  context: AnswerContext,
  reference: { readonly code: NocCode; readonly occupation: string },
  region: Region,
): Promise<SheetView> {
  const subject = await loadSubject(context, reference);
  if (!subject) throw new AdvisorError('UNKNOWN_UNIT_GROUP', [reference.code]);
  const { group, occupation } = subject;
  return {
    code: group.code,
    occupation: occupation?.id ?? '',
    title: occupation?.name ?? group.title,
    group: group.title,
    region: { id: region.id, name: region.name },
    sections: await Promise.all(SECTIONS.map((topic) => sectionView(context, topic, subject, region))),
  };
}
