import type { Pack } from '../build/read-pack.ts';
import type { Edition, NocCode } from '../model.ts';
import type { ImportContext } from './format.ts';

/** What importers may know of the pack. */
export function importContext(pack: Pack): ImportContext {
  const editions = new Map<Edition, Map<string, string>>();
  for (const { edition, code, title } of pack.editions) {
    const codes = editions.get(edition) ?? new Map<string, string>();
    editions.set(edition, codes.set(code, title));
  }
  const links = new Map<string, string[]>();
  for (const { from_edition, from_code, to_edition, to_code } of pack.crosswalk) {
    const from = `${from_edition} ${from_code}`;
    links.set(from, [...(links.get(from) ?? []), `${to_edition} ${to_code}`]);
  }
  const known = new Map<string, readonly NocCode[]>();
  const groupsOf = (place: string): readonly NocCode[] => {
    if (place.startsWith('noc2021 ')) return [place.slice('noc2021 '.length)];
    const before = known.get(place);
    if (before) return before;
    // Links lead to the next edition only, so that no way comes back to where it began.
    const groups = [...new Set((links.get(place) ?? []).flatMap(groupsOf))].sort();
    known.set(place, groups);
    return groups;
  };
  const sources = new Map(pack.sources.map(({ at: _at, retrieved: _retrieved, ...source }) => [source.id, source]));
  return {
    groups: new Map(pack.unitGroups.map((row) => [row.code, { title: row.title_en, titleFr: row.title_fr }])),
    editions,
    regions: new Map(pack.regions.map(({ at: _at, ...region }) => [region.id, region])),
    groupsOf: (edition, code) => groupsOf(`${edition} ${code}`),
    source: (id) => sources.get(id),
  };
}
