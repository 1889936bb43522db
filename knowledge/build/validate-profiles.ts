import { foldTitle } from '../fold.ts';
import { type Add, known, knownCode } from './keys.ts';
import type { PackProfile, ParsedPack } from './read-pack.ts';

const SECTIONS = ['interests', 'skills', 'industries', 'outlook', 'shortage'] as const;

/** Checks what a profile's own shape cannot tell: its links to the tables, and its parts against each other. */
export function checkProfiles(pack: ParsedPack, add: Add): void {
  const group = known(pack, 'unitGroups', 'code');
  const code = knownCode(pack);
  const first = new Map<string, PackProfile>();
  for (const profile of pack.profiles) {
    const earlier = first.get(profile.id);
    if (earlier) add(profile.placeOf(['id']), `profile "${profile.id}" is there twice: first in ${earlier.at.file}`);
    else first.set(profile.id, profile);
    if (!group(profile.code)) add(profile.placeOf(['code']), `no unit group has the code "${profile.code}"`);

    for (const [index, own] of profile.codes.entries()) {
      const at = profile.placeOf(['codes', index]);
      if (!code(own.edition, own.code)) add(at, `${own.edition} has no code "${own.code}"`);
      else if (own.edition === 'noc2021' && own.code !== profile.code)
        add(at, `noc2021 "${own.code}" is not the profile's code "${profile.code}"`);
    }
    checkSections(pack, profile, add);
    checkAliases(profile, add);
  }
}

function checkSections(pack: ParsedPack, profile: PackProfile, add: Add): void {
  const source = known(pack, 'sources', 'id');
  const region = known(pack, 'regions', 'id');
  const code = knownCode(pack);
  const sourceAt = (id: string, ...path: string[]): void => {
    if (!source(id)) add(profile.placeOf(path), `source "${id}" is not in sources.csv`);
  };
  sourceAt(profile.source, 'source');
  for (const name of SECTIONS) {
    const section = profile[name];
    if (!section) continue;
    sourceAt(section.source, name, 'source');
    if (!code(section.edition, section.code))
      add(profile.placeOf([name, 'code']), `${section.edition} has no code "${section.code}"`);
    if ('region' in section && !region(section.region)) {
      add(profile.placeOf([name, 'region']), `region "${section.region}" is not in regions.csv`);
    }
  }
  if (profile.industries) sourceAt(profile.industries.listed_source, 'industries', 'listed_source');
  if (profile.skills && profile.skills.from > profile.skills.to) {
    add(profile.placeOf(['skills', 'from']), `skills: from ${profile.skills.from} is after to ${profile.skills.to}`);
  }
  const interests = profile.interests?.codes ?? [];
  for (const [index, { interest }] of interests.entries()) {
    if (interests.findIndex((other) => other.interest === interest) < index) {
      add(profile.placeOf(['interests', 'codes', index]), `interest "${interest}" is there twice`);
    }
  }
}

function checkAliases(profile: PackProfile, add: Add): void {
  const seen = new Set([foldTitle(profile.name)]);
  for (const [index, alias] of profile.aliases.entries()) {
    const folded = foldTitle(alias);
    if (seen.has(folded)) add(profile.placeOf(['aliases', index]), `alias "${alias}" is there twice`);
    seen.add(folded);
  }
}
