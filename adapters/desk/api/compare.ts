import { comparisonAnswer } from '../../../dialogs/answers/comparison.ts';
import type { AnswerContext } from '../../../dialogs/answers/context.ts';
import { factsOf, textOf } from '../../../dialogs/answers/sentence.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import type { NocCode } from '../../../knowledge/model.ts';
import { notesOf } from '../../rendering/screen/caveats.ts';
import { pictureView, tableView } from '../../rendering/screen/parts.ts';
import { sourceViews } from '../../rendering/screen/sources.ts';
import type { CompareView } from '../views.ts';
import { readAloud } from './lines.ts';

/** Two to four groups side by side. Throws UNKNOWN_UNIT_GROUP where the store lacks one of them. */
export async function compareView(context: AnswerContext, codes: readonly NocCode[]): Promise<CompareView> {
  const { store, wording, today } = context;
  const groups = await Promise.all(codes.map((code) => store.group(code)));
  const unknown = codes.filter((_, at) => !groups[at]);
  if (unknown.length > 0) throw new AdvisorError('UNKNOWN_UNIT_GROUP', unknown);
  const answer = await comparisonAnswer(
    context,
    codes.map((code) => ({ code, occupation: '' })),
    [],
  );
  if (!answer) throw new AdvisorError('UNKNOWN_UNIT_GROUP', codes);
  const leading = new Set(answer.lead.flatMap(factsOf).map(({ source }) => source));
  return {
    titles: groups.flatMap((group) => (group ? [{ code: group.code, title: group.title }] : [])),
    lead: answer.lead.map(textOf),
    table: tableView(answer) ?? { columns: [], rows: [] },
    picture: pictureView(answer),
    notes: notesOf(answer, wording),
    sources: sourceViews(answer, today),
    told: sourceViews({ ...answer, citations: answer.citations.filter(({ source }) => leading.has(source.id)) }, today),
    aloud: readAloud(answer, wording),
  };
}
