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
      .map(({ id, name }) => ({ id, name })),
    homeRegion,
    contact: contact && {
      name: contact.name,
      phone: contact.phone,
      hours: wording.widget.person.hours(contact),
    },
    signOut: signOutPath,
  };
}
