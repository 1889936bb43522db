import { chainOf } from '../../../dialogs/answers/places.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { Region, RegionKind } from '../../../knowledge/model.ts';
import type { MeView } from '../views.ts';
import type { DeskContact, DeskIdentity } from './ports.ts';

/** Places with figures of their own first, then those that lead to them. */
const KINDS: readonly RegionKind[] = ['country', 'province', 'economic-region', 'area', 'city'];

export interface MeParts {
  readonly identity: DeskIdentity;
  readonly signOutPath: string | null;
  readonly regions: readonly Region[];
  readonly homeRegion: string;
  readonly contact: DeskContact | null;
  readonly wording: Wording;
}

export function meView({ identity, signOutPath, regions, homeRegion, contact, wording }: MeParts): MeView {
  return {
    name: identity.name,
    roles: identity.roles,
    regions: regions
      .toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
      .map((region) => ({ id: region.id, name: region.name, province: provinceOf(region, regions) })),
    homeRegion,
    contact: contact && {
      name: contact.name,
      phone: contact.phone,
      hours: wording.widget.person.hours(contact),
    },
    signOut: signOutPath,
  };
}

/** The province or territory that a region is or lies in; empty for the country. */
function provinceOf(region: Region, all: readonly Region[]): string {
  return chainOf(region, all).find(({ kind }) => kind === 'province')?.id ?? '';
}
