import type { JobTitle, TitleKind } from '../model.ts';
import type { Analysis } from './engine.ts';
import { KIND_ORDER, type TitleIndex } from './title-index.ts';
import type { MatchReason } from './types.ts';

export interface Explained {
  readonly title: JobTitle | null;
  readonly reason: MatchReason;
}

const REASON_OF_KIND: Readonly<Record<TitleKind, MatchReason>> = {
  group: 'group-name',
  usual: 'title',
  official: 'title',
  earlier: 'title',
  foreign: 'title',
  everyday: 'everyday',
  abbreviation: 'abbreviation',
  alias: 'alias',
};

/** Agreement from which on a title counts as the same words, and below which it explains nothing. */
const SAME = 0.93;
const WEAK = 0.3;

function best(index: TitleIndex, forms: readonly number[], group: number): JobTitle | null {
  let found: JobTitle | null = null;
  for (const form of forms) {
    if (index.formGroup[form] !== group) continue;
    const title = index.titles[index.formTitle[form] ?? 0];
    if (title && (!found || KIND_ORDER.indexOf(title.kind) < KIND_ORDER.indexOf(found.kind))) found = title;
  }
  return found;
}

/** The stored title that speaks for a group, and in what way it does. */
export function explain(index: TitleIndex, analysis: Analysis, group: number): Explained {
  const { evidence, query } = analysis;
  const literal = best(index, analysis.exact, group) ?? best(index, analysis.core, group);
  if (literal) return { title: literal, reason: REASON_OF_KIND[literal.kind] };
  const form = evidence.bestForm[group] ?? -1;
  const title = form < 0 ? null : (index.titles[index.formTitle[form] ?? 0] ?? null);
  const agreement = evidence.best[group] ?? 0;
  const byDuties = (analysis.duties[group] ?? 0) > agreement || (query.sentence && agreement < 0.75);
  if (!title || agreement < WEAK || byDuties) return { title, reason: 'duties' };
  if (query.slots.some((slot) => slot.source === 'spelling') && agreement > 0.5) return { title, reason: 'spelling' };
  if (agreement >= SAME) return { title, reason: REASON_OF_KIND[title.kind] };
  return { title, reason: 'words' };
}
