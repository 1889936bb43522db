import type { Region } from '../../knowledge/model.ts';
import type { AnswerContext } from './context.ts';
import { name, quote, type Sentence } from './sentence.ts';

/** Most regions of an area that one answer tells of: more than that is a table, and no answer. */
export const MOST_MEMBERS = 3;

export function regionOf(id: string, regions: readonly Region[]): Region | undefined {
  return regions.find((region) => region.id === id);
}

/**
 * The places whose figures may speak for a region, the nearest first: itself, its economic region, its province, Canada. Cities and
 * areas have no figures of their own: they lead to what holds them.
 */
export function chainOf(region: Region, regions: readonly Region[]): Region[] {
  const chain: Region[] = [];
  for (let at: Region | undefined = region; at; at = regionOf(at.parent, regions)) {
    if (at.kind !== 'city' && at.kind !== 'area') chain.push(at);
  }
  return chain;
}

/** That a misspelt place was read as another name, for the person to see whether it is the one meant; none where it was not. */
export function placeAsRead({ details, wording }: Pick<AnswerContext, 'details' | 'wording'>): Sentence[] {
  const { region, regionTyped } = details;
  return region && regionTyped !== undefined ? [wording.common.placeAsRead(quote(regionTyped), name(region.name))] : [];
}

/** Economic regions that an area is made of; none for any other region. */
export function membersOf(area: Region, regions: readonly Region[]): Region[] {
  return area.members.flatMap((id) => regionOf(id, regions) ?? []);
}
