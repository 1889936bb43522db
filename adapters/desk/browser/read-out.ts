import type { ReadAloud } from '../views.ts';
import type { Desk } from './desk.ts';

/** The lines to read to the caller of what is seen now; none of what is hidden behind it. */
export function readOut({ shown, section, comparison, fit }: Desk): readonly ReadAloud[] {
  if (shown === 'compare') return comparison.found.view?.aloud ?? [];
  if (shown !== 'fit') return section?.aloud ?? [];
  const { view } = fit;
  return view ? [...view.suggestions.map(({ aloud }) => aloud), ...view.closing] : [];
}
