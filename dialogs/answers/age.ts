import { freshness } from '../../knowledge/freshness.ts';
import type { Note } from './answer.ts';
import type { AnswerContext } from './context.ts';
import type { Fact } from './fact.ts';
import { longDate } from './numbers.ts';
import { date, name, type Parameter, period } from './sentence.ts';

/** A period as it is said: a full date in words. */
export function periodSaid(published: string): Parameter {
  return /^\d{4}-\d{2}-\d{2}$/.test(published) ? date(longDate(published)) : period(published);
}

/** The later of two periods: by the year or day that they end with. */
function later(one: string, other: string): string {
  const end = (published: string): string => published.replace(/^\d{4}-(?=\d{4}$)/, '');
  return end(other) > end(one) ? other : one;
}

/** A warning for each source whose newest facts among these are older than they should be; `dated` are those that the answer itself dates. */
export async function ageNotes(
  { store, wording, today }: AnswerContext,
  facts: readonly Fact[],
  dated: readonly string[],
): Promise<Note[]> {
  const bySource = new Map<string, Fact[]>();
  for (const told of facts) bySource.set(told.source, [...(bySource.get(told.source) ?? []), told]);
  const notes: Note[] = [];
  for (const [id, told] of bySource) {
    if (dated.includes(id)) continue;
    const source = await store.source(id);
    const published = told.map((each) => each.period).reduce(later);
    const figures = told.filter(({ value }) => typeof value === 'number').length > told.length / 2;
    const { state } = freshness(source.expiry, published, today);
    if (state === 'good') continue;
    const words = state === 'over' ? wording.common.over : figures ? wording.common.staleFigures : wording.common.stale;
    notes.push({ sentence: words(name(source.title), periodSaid(published)), aloud: true });
  }
  return notes;
}
