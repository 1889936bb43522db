import type { UnitGroup } from '../../knowledge/model.ts';
import type { Picture } from './answer.ts';
import type { ComparedPay } from './compared-pay.ts';
import type { AnswerContext } from './context.ts';
import { code, name } from './sentence.ts';
import { altOf, enough, keyOf, type PicturedRow } from './wage-picture.ts';

/**
 * The rows that a comparison was made of, side by side; null where they must not be compared. Rows are whole groups', so the groups'
 * own titles stand by them.
 */
export function comparedPayPicture(
  context: AnswerContext,
  groups: readonly UnitGroup[],
  { figures, comparable }: ComparedPay,
): Picture | null {
  const { wording } = context;
  const pictured = groups.flatMap((group, index): PicturedRow[] => {
    const row = figures[index]?.row;
    return row ? [{ label: wording.charts.group(name(group.title), code(group.code)), row }] : [];
  });
  const [first] = pictured;
  const distinct = new Set(pictured.map(({ row }) => row.code));
  if (!comparable || !first || pictured.length < 2 || distinct.size < pictured.length) return null;
  if (pictured.some(({ row }) => row.released !== first.row.released || !enough([row]))) return null;
  return {
    kind: 'compared-wages',
    groups: pictured.map(({ row }) => keyOf(row, [row])),
    alt: altOf(context, wording.charts.title(first.row.unit, null), pictured),
  };
}
