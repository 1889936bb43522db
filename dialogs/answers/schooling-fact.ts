import type { NocCode, Teer } from '../../knowledge/model.ts';
import { schoolingOf } from '../interests/wishes.ts';
import type { AnswerContext } from './context.ts';
import { type Fact, fact } from './fact.ts';

/** What a group's TEER category usually asks for, in few words; the fact's value holds the whole sentence. */
export async function schoolingFact(
  { wording, store }: Pick<AnswerContext, 'wording' | 'store'>,
  group: { readonly code: NocCode; readonly teer: Teer },
): Promise<Fact> {
  const { source, usualRequirement } = await store.teer(group.teer);
  const provenance = { source, period: '', edition: 'noc2021', code: group.code } as const;
  const words = wording.plans.schooling(schoolingOf(group) ?? 'management');
  return fact(provenance, 'education.teer', 'text', usualRequirement, words);
}
