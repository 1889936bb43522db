import { type Answer, answerFacts, READ_ALOUD } from '../../../dialogs/answers/answer.ts';
import type { AnswerContext, Subject } from '../../../dialogs/answers/context.ts';
import { type Sentence, textOf } from '../../../dialogs/answers/sentence.ts';
import { answerTopic } from '../../../dialogs/answers/topic-answers.ts';
import type { SubjectTopic } from '../../../dialogs/understanding/topics.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { Region } from '../../../knowledge/model.ts';
import { isElsewhere, notesOf } from '../../rendering/screen/caveats.ts';
import { pictureView, tableView } from '../../rendering/screen/parts.ts';
import { sourceViews } from '../../rendering/screen/sources.ts';
import type { SectionView } from '../views.ts';
import { readAloud } from './lines.ts';
import { mustNotSay } from './must-not-say.ts';

/** Sections that are addresses to look at: there need be no fact in them. */
const FACTLESS: readonly SubjectTopic[] = ['postings', 'other-sources'];

/** A topic of one subject as the desk shows and says it: the bot's own answer, in another shape. */
export async function sectionView(
  context: AnswerContext,
  topic: SubjectTopic,
  subject: Subject,
  region: Region,
): Promise<SectionView> {
  const { wording, today } = context;
  const answer = await answerTopic(context, topic, subject);
  const available = answerFacts(answer).length > 0 || FACTLESS.includes(topic);
  const sources = sourceViews(answer, today);
  const narrower = topic === 'wage' && answer.table ? await leadsByLevel(context, subject) : [];
  return {
    topic,
    name: wording.desk.section(topic),
    available,
    lead: answer.lead.filter((sentence) => !isElsewhere(sentence, wording)).map(textOf),
    items: answer.items.map(textOf),
    kept: keptOf(answer, wording),
    table: tableView(answer),
    picture: pictureView(answer),
    notes: notesOf(answer, wording),
    sources,
    aloud: readAloud(answer, wording, narrower),
    mustNotSay: mustNotSay({ answer, available, region, sources, wording }),
  };
}

/** A list that is long is kept as far as it is read out. */
function keptOf({ lead, items }: Answer, wording: Wording): string[] {
  const elsewhere = lead.filter((sentence) => isElsewhere(sentence, wording));
  const own = lead.filter((sentence) => !isElsewhere(sentence, wording));
  const listed = items.slice(0, READ_ALOUD).map((item) => textOf(item).replace(/[.;]$/, ''));
  return [...[...elsewhere, ...own].map(textOf), ...(listed.length > 0 ? [`${listed.join('; ')}.`] : [])];
}

/** What a survey's table tells of starting and top pay, in the bot's own sentences. */
async function leadsByLevel(context: AnswerContext, subject: Subject): Promise<(readonly Sentence[])[]> {
  const levels = ['starting', 'top'] as const;
  const answers = await Promise.all(
    levels.map((level) => answerTopic({ ...context, details: { ...context.details, level } }, 'wage', subject)),
  );
  return answers.map(({ lead }) => lead.filter((sentence) => !isElsewhere(sentence, context.wording)));
}
