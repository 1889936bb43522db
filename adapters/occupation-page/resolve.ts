import type { SubjectRef } from '../../dialogs/answers/answer.ts';
import type { CodeReading, KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';

/** What a code of any edition stands for today. */
export type Resolved =
  | { readonly kind: 'one'; readonly subject: SubjectRef }
  /** A former group that was split up: the readings that lead to several of today's. */
  | { readonly kind: 'several'; readonly readings: readonly CodeReading[] }
  | { readonly kind: 'none' };

/** `occupation`: id of a profile; one that is none of the group's is passed over. */
export async function resolveCode(store: KnowledgeStore, code: string, occupation = ''): Promise<Resolved> {
  const readings = (await store.readCode(code)).filter(({ groups }) => groups.length > 0);
  const groups = [...new Set(readings.flatMap((reading) => reading.groups))];
  const [group] = groups;
  if (group === undefined) return { kind: 'none' };
  if (groups.length > 1) return { kind: 'several', readings };
  const meant = occupation === '' ? (readings[0]?.occupation ?? '') : occupation;
  const known = (await store.occupationsOf(group)).some(({ id }) => id === meant);
  return { kind: 'one', subject: { code: group, occupation: known ? meant : '' } };
}
