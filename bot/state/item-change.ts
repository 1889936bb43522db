import { randomUUID } from 'node:crypto';

/** An item of state on its way into the store. */
export interface ItemChange {
  readonly key: string;
  /** JSON without the eTag; null where the item is deleted. */
  readonly value: string | null;
  /** The eTag that it is stored with. */
  readonly etag: string;
  /** What has to be stored now: an eTag, null for nothing, undefined where anything may be. */
  readonly expected: string | null | undefined;
}

/** An item as text, with a new eTag. Made at once: the caller may go on changing its object. */
export function changeOf(key: string, item: unknown): ItemChange {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new TypeError('an item of the state has to be an object');
  }
  const { eTag, ...kept } = item as { eTag?: unknown };
  const any = eTag === undefined || eTag === null || eTag === '*' || eTag === '';
  return { key, value: JSON.stringify(kept), etag: randomUUID(), expected: any ? undefined : String(eTag) };
}
