import type { TypeAheadView } from '../../../dialogs/type-ahead/view.ts';
import { SUBJECT_TOPICS } from '../../../dialogs/understanding/topics.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { SearchView } from '../views.ts';

/** What was found, with the sections of a sheet whose names begin as was typed. */
export function searchView(found: TypeAheadView, { desk }: Wording): SearchView {
  const begun = found.query.trim().toLowerCase();
  const sections = SUBJECT_TOPICS.filter((topic) =>
    desk.sectionWords(topic).some((words) => words.toLowerCase().startsWith(begun)),
  ).map((topic) => ({ topic, name: desk.section(topic) }));
  // Nobody who names a section means a title in which the word stands.
  const asked = SUBJECT_TOPICS.find((topic) => topic === found.topic);
  const opens = [...(asked ? [desk.section(asked)] : []), ...(found.region ? [found.region.name] : [])].join(', ');
  return {
    ...found,
    topic: asked ?? null,
    sections,
    opens: opens === '' ? null : opens,
    question: sections.length > 0 ? null : found.question,
  };
}
