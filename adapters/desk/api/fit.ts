import { aloud } from '../../../dialogs/answers/aloud.ts';
import type { AnswerContext } from '../../../dialogs/answers/context.ts';
import { type Sentence, textOf } from '../../../dialogs/answers/sentence.ts';
import { suggestedAnswer } from '../../../dialogs/answers/suggested.ts';
import { catalogueOf } from '../../../dialogs/interests/catalogue.ts';
import type { InterestCodes } from '../../../dialogs/interests/codes.ts';
import { interestWords } from '../../../dialogs/interests/holland.ts';
import { suggest } from '../../../dialogs/interests/suggest.ts';
import type { Region } from '../../../knowledge/model.ts';
import { notesAloud, notesOf } from '../../rendering/screen/caveats.ts';
import { sourceViews } from '../../rendering/screen/sources.ts';
import type { FitView } from '../views.ts';

/** Occupations that go with a caller's interest codes, those after the first `offset`. */
export async function fitView(
  context: AnswerContext,
  codes: InterestCodes,
  region: Region,
  offset: number,
): Promise<FitView> {
  const { store, wording, today } = context;
  const named = new Set<string>();
  const suggestions = suggest(await catalogueOf(store), { codes, region: region.id, offset });
  const answer = await suggestedAnswer(
    { ...context, codes },
    { suggestions, codes, wishes: [], unknown: [], like: null, offset },
  );
  const caveats: readonly Sentence[] = [wording.plans.estimated, wording.plans.wholeGroups];
  // Once, behind all of them: said with each, the sources would be most of what is heard.
  const closing =
    suggestions.told.length > 0
      ? [...answer.citations.map((citation) => citation.aloud), ...notesAloud(answer, wording)]
      : [];
  return {
    codes: interestWords(codes),
    suggestions: suggestions.told.flatMap(({ entry }, at) => {
      const line = answer.items[at];
      return line
        ? [{ code: entry.code, title: entry.title, line: textOf(line), aloud: aloud([line], wording, named) }]
        : [];
    }),
    closing: closing.map((sentence) => aloud([sentence], wording, named)),
    caveats: answer.notes
      .map(({ sentence }) => sentence)
      .filter((sentence) => caveats.includes(sentence))
      .map(textOf),
    more: suggestions.more,
    notes: notesOf(answer, wording).map(({ text }) => text),
    sources: sourceViews(answer, today),
  };
}
