import type { AdaptiveCard, OpenUrl, ShowCard } from '../../rendering/card-schema.ts';
import { CARD_CONTENT_TYPE } from '../../rendering/card-schema.ts';

/** What Teams is answered, in its own shapes. */

/** A card to drop into a chat, where the bot may be no member: nothing on it talks to the bot. */
export interface DroppedCard extends Omit<AdaptiveCard, 'actions'> {
  readonly actions?: readonly (ShowCard | OpenUrl)[];
}

export interface CardAttachment<Content = DroppedCard> {
  readonly contentType: typeof CARD_CONTENT_TYPE;
  readonly content: Content;
}

export interface Preview {
  readonly contentType: 'application/vnd.microsoft.card.thumbnail';
  readonly content: {
    readonly title: string;
    readonly text: string;
    readonly tap?: { readonly type: 'invoke'; readonly value: { readonly select: string } };
  };
}

export interface PreviewedCard extends CardAttachment {
  readonly preview: Preview;
}

export interface ComposeResult {
  readonly composeExtension:
    | { readonly type: 'result'; readonly attachmentLayout: 'list'; readonly attachments: readonly CardAttachment[] }
    | { readonly type: 'message'; readonly text: string };
  readonly cacheInfo?: { readonly cacheType: 'cache' | 'no-cache'; readonly cacheDuration: number };
}

/** Seconds that Teams may answer the same search or link itself: as long as somebody types and deletes again. */
const CACHE_SECONDS = 180;

/** `kept`: the same question has the same answer for everybody, for a while. */
export function resultOf(attachments: readonly CardAttachment[], kept: boolean): ComposeResult {
  return {
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
    cacheInfo: kept
      ? { cacheType: 'cache', cacheDuration: CACHE_SECONDS }
      : { cacheType: 'no-cache', cacheDuration: 0 },
  };
}

/** Stands in the place of results. */
export function messageOf(text: string): ComposeResult {
  return { composeExtension: { type: 'message', text }, cacheInfo: { cacheType: 'no-cache', cacheDuration: 0 } };
}

export interface TaskResult<Content> {
  readonly task:
    | {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly height: 'medium';
          readonly width: 'medium';
          readonly card: CardAttachment<Content>;
        };
      }
    | { readonly type: 'message'; readonly value: string };
}

export function taskOf<Content>(title: string, content: Content): TaskResult<Content> {
  const card = { contentType: CARD_CONTENT_TYPE, content } as const;
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card } } };
}

export function taskMessageOf(value: string): TaskResult<never> {
  return { task: { type: 'message', value } };
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface SearchResult {
  readonly statusCode: 200;
  readonly type: 'application/vnd.microsoft.search.searchResponse';
  readonly value: { readonly results: readonly Choice[] };
}

export function searchResultOf(results: readonly Choice[]): SearchResult {
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
}
