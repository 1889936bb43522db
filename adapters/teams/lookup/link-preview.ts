import type { Activity } from 'botbuilder';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { SubjectRef } from '../../../dialogs/answers/answer.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { readOccupationAddress } from '../../occupation-page/address.ts';
import { resolveCode } from '../../occupation-page/resolve.ts';
import type { OccupationCards } from './occupation-cards.ts';
import { type ComposeResult, type PreviewedCard, resultOf } from './results.ts';
import { linkValue, readValue } from './values.ts';

/** The card of an occupation for a link to its page; no result for any other address. */
export async function linkPreview(
  activity: Activity,
  knowledge: Knowledge,
  publicUrl: string,
  cards: OccupationCards,
  wording: Wording,
): Promise<ComposeResult> {
  const asked = readOccupationAddress(readValue(linkValue, activity).url, publicUrl);
  const resolved = asked && (await resolveCode(knowledge.store, asked.code, asked.occupation));
  if (!asked || resolved?.kind !== 'one') return resultOf([], true);
  const card = await cards.of(knowledge, resolved.subject, asked.region);
  const preview = await previewOf(knowledge.store, resolved.subject, wording);
  const previewed: PreviewedCard[] = card ? [{ ...card, preview }] : [];
  return resultOf(previewed, true);
}

async function previewOf(
  store: KnowledgeStore,
  { code, occupation }: SubjectRef,
  { teamsLookup: words }: Wording,
): Promise<PreviewedCard['preview']> {
  const group = await store.group(code);
  const profile = occupation === '' ? undefined : await store.occupation(occupation);
  const title = words.previewTitle(profile?.name ?? group?.title ?? code, code);
  return { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: group?.gist ?? '' } };
}
