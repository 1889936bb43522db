import { type Answer, answerParameters } from '../../dialogs/answers/answer.ts';
import type { AnswerContext, Subject } from '../../dialogs/answers/context.ts';
import { textOf } from '../../dialogs/answers/sentence.ts';
import { answerTopic } from '../../dialogs/answers/topic-answers.ts';
import { isElsewhere, notesOf } from '../rendering/screen/caveats.ts';
import { FIRST_TOPICS } from '../rendering/screen/first-topics.ts';
import { pictureView, tableView } from '../rendering/screen/parts.ts';
import { sourceViews } from '../rendering/screen/sources.ts';
import type { NoteView, PictureView, SourceView, TableView } from '../rendering/screen/views.ts';
import { occupationPath } from './address.ts';

/** A line of a list; `href` is where its first words, `title`, lead to. */
export interface PageItem {
  readonly text: string;
  readonly title: string;
  readonly href: string | null;
}

/** An answer of the bot as the page shows it. */
export interface PageSection {
  readonly lead: readonly string[];
  readonly table: TableView | null;
  readonly picture: PictureView | null;
  readonly notes: readonly NoteView[];
  readonly sources: readonly SourceView[];
  /** The section's anchor. */
  readonly id: string;
  readonly heading: string;
  readonly items: readonly PageItem[];
  /** Addresses that stand in the text. */
  readonly links: readonly string[];
}

/** `region`: the place asked for in the address, which links to other pages keep; empty for none. */
export async function pageSections(context: AnswerContext, subject: Subject, region: string): Promise<PageSection[]> {
  const { occupationPage } = context.wording;
  const told = await Promise.all(
    FIRST_TOPICS.map(async (topic) =>
      pageSection(context, topic, occupationPage.heading(topic), await answerTopic(context, topic, subject), region),
    ),
  );
  const { region: _place, ...details } = context.details;
  const everywhere = { ...context, details: { ...details, everyRegion: true } };
  const across = await answerTopic(everywhere, 'wage', subject);
  const regions = pageSection(everywhere, 'pay-across', occupationPage.everyRegion, across, region);
  const profiles = subject.occupation
    ? []
    : subject.profiles.map(({ id, name }) => profileItem(subject, id, name, region));
  return told.flatMap((section): PageSection[] => {
    if (section.id === 'overview') return [{ ...section, items: [...section.items, ...profiles] }];
    return section.id === 'wage' && regions.table ? [section, regions] : [section];
  });
}

/** An occupation of the group that has a page of its own. */
function profileItem({ group }: Subject, occupation: string, name: string, region: string): PageItem {
  return { text: name, title: name, href: occupationPath({ code: group.code, occupation }, region) };
}

function pageSection(
  { wording, today }: AnswerContext,
  id: string,
  heading: string,
  answer: Answer,
  region: string,
): PageSection {
  const items = answer.items.map(textOf);
  return {
    id,
    heading,
    lead: answer.lead.filter((sentence) => !isElsewhere(sentence, wording)).map(textOf),
    items: items.map((text, at): PageItem => {
      const choice = answer.choices[at];
      const title = answer.suggestions[at] ?? '';
      return choice && text.startsWith(title)
        ? { text, title, href: occupationPath(choice, region) }
        : { text, title: '', href: null };
    }),
    table: tableView(answer),
    picture: pictureView(answer),
    notes: notesOf(answer, wording),
    sources: sourceViews(answer, today),
    links: answerParameters(answer).flatMap(({ parameter, text }) => (parameter === 'link' ? [text] : [])),
  };
}
