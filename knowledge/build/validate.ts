import { foldTitle } from '../fold.ts';
import type { FaultList } from './faults.ts';
import type { Pack } from './read-pack.ts';
import type { Place } from './tables.ts';

type Add = (at: Place, message: string) => void;

/** Checks what no single row can tell: keys, links between tables, order of amounts. Adds every fault it finds. */
export function validatePack(pack: Pack, faults: FaultList): void {
  const add: Add = (at, message) => faults.add(at.file, at.line, message);
  checkKeys(pack, add);
  checkLinks(pack, add);
  checkGroups(pack, add);
  checkWages(pack, add);
  checkInterests(pack, add);
  checkProfiles(pack, add);
}

function unique<T extends { at: Place }>(rows: readonly T[], key: (row: T) => string, what: string, add: Add): void {
  const first = new Map<string, Place>();
  for (const row of rows) {
    const value = key(row);
    const earlier = first.get(value);
    if (earlier) add(row.at, `${what} "${value}" is there twice: first at ${earlier.file}:${earlier.line}`);
    else first.set(value, row.at);
  }
}

function checkKeys(pack: Pack, add: Add): void {
  unique(pack.sources, (row) => row.id, 'source', add);
  unique(pack.contacts, (row) => row.id, 'contact', add);
  unique(pack.regions, (row) => row.id, 'region', add);
  unique(pack.broadCategories, (row) => row.code, 'broad category', add);
  unique(pack.teer, (row) => row.teer, 'TEER', add);
  unique(pack.unitGroups, (row) => row.code, 'unit group', add);
  unique(pack.descriptions, (row) => row.code, 'description of', add);
  unique(pack.titles, (row) => `${row.code} ${row.language} ${foldTitle(row.title)}`, 'title', add);
  unique(pack.editions, (row) => `${row.edition} ${row.code}`, 'code', add);
  unique(pack.crosswalk, (row) => `${row.from_edition} ${row.from_code} to ${row.to_edition} ${row.to_code}`, 'link', add);
  unique(pack.jobBankWages, (row) => `${row.code} ${row.region} ${row.period}`, 'wage', add);
  unique(pack.albertaWages, (row) => `${row.code} ${row.industry} ${row.level} ${row.period}`, 'wage', add);
  unique(pack.education, (row) => row.code, 'education of', add);
  unique(pack.outlook, (row) => row.code, 'outlook of', add);
  unique(pack.interests, (row) => row.oasis_code, 'interests of', add);
  unique(pack.similar, (row) => `${row.code} to ${row.similar}`, 'similar', add);
  unique(pack.profiles, (row) => row.id, 'profile', add);
}

function checkLinks(pack: Pack, add: Add): void {
  const sources = new Set(pack.sources.map((row) => row.id));
  const groups = new Set(pack.unitGroups.map((row) => row.code));
  const regions = new Set(pack.regions.map((row) => row.id));
  const codes = new Set(pack.editions.map((row) => `${row.edition} ${row.code}`));
  for (const group of groups) codes.add(`noc2021 ${group}`);

  const sourced = [
    pack.contacts, pack.teer, pack.unitGroups, pack.editions, pack.crosswalk, pack.jobBankWages, pack.albertaWages,
    pack.education, pack.outlook, pack.interests, pack.profiles,
  ];
  for (const row of sourced.flat()) if (!sources.has(row.source)) add(row.at, `source "${row.source}" is not in sources.csv`);

  const grouped = [
    pack.descriptions, pack.titles, pack.jobBankWages, pack.albertaWages, pack.education, pack.outlook, pack.similar, pack.profiles,
  ];
  for (const row of grouped.flat()) if (!groups.has(row.code)) add(row.at, `no unit group has the code "${row.code}"`);

  for (const row of [...pack.jobBankWages, ...pack.albertaWages]) {
    if (!regions.has(row.region)) add(row.at, `region "${row.region}" is not in regions.csv`);
  }
  for (const row of pack.regions) {
    if (row.kind === 'country' ? row.parent !== '' : !regions.has(row.parent)) add(row.at, `parent "${row.parent}" is not in regions.csv`);
  }
  for (const row of pack.crosswalk) {
    if (!codes.has(`${row.from_edition} ${row.from_code}`)) add(row.at, `${row.from_edition} has no code "${row.from_code}"`);
    if (!codes.has(`${row.to_edition} ${row.to_code}`)) add(row.at, `${row.to_edition} has no code "${row.to_code}"`);
  }
  for (const row of pack.similar) {
    if (!groups.has(row.similar)) add(row.at, `no unit group has the code "${row.similar}"`);
    if (row.similar === row.code) add(row.at, 'a group is not similar to itself');
  }
  for (const row of pack.interests) {
    if (!groups.has(row.oasis_code.slice(0, 5))) add(row.at, `no unit group has the code "${row.oasis_code.slice(0, 5)}"`);
  }
  for (const row of pack.albertaWages) {
    if (!codes.has(`${row.edition} ${row.edition_code}`)) add(row.at, `${row.edition} has no code "${row.edition_code}"`);
  }
}

function checkGroups(pack: Pack, add: Add): void {
  const categories = new Set(pack.broadCategories.map((row) => row.code));
  const described = new Set(pack.descriptions.map((row) => row.code));
  const titled = new Set(pack.titles.map((row) => row.code));
  for (const row of pack.unitGroups) {
    if (row.teer !== row.code[1]) add(row.at, `TEER "${row.teer}" is not the second digit of ${row.code}`);
    if (row.broad_category !== row.code[0]) add(row.at, `broad category "${row.broad_category}" is not the first digit of ${row.code}`);
    if (!categories.has(row.broad_category)) add(row.at, `broad category "${row.broad_category}" is not in broad-categories.csv`);
    if (!described.has(row.code)) add(row.at, `group ${row.code} has no description`);
    if (!titled.has(row.code)) add(row.at, `group ${row.code} has no title`);
  }
  for (const row of pack.titles) {
    if ((row.kind === 'abbreviation') !== (row.stands_for !== '')) {
      add(row.at, `"${row.title}": stands_for is filled for abbreviations, and for them only`);
    }
  }
}

function checkWages(pack: Pack, add: Add): void {
  const inOrder = (at: Place, low: number | null, middle: number | null, high: number | null, name: string): void => {
    if (low !== null && middle !== null && low > middle) add(at, `low ${low} is above the ${name} ${middle}`);
    if (middle !== null && high !== null && middle > high) add(at, `the ${name} ${middle} is above high ${high}`);
    if (low !== null && high !== null && low > high) add(at, `low ${low} is above high ${high}`);
  };
  for (const row of pack.jobBankWages) {
    inOrder(row.at, row.low, row.median, row.high, 'median');
    if (row.median === null) add(row.at, 'a wage row needs a median (leave the row out where none is published)');
    const median = row.median ?? 0;
    // A mistaken unit is the costliest slip in a wage table: nobody is paid $1,000 an hour or $1,000 a year.
    if (row.unit === 'hour' && median > 1000) add(row.at, `${median} an hour cannot be: is the unit "year"?`);
    if (row.unit === 'year' && row.median !== null && median < 1000) add(row.at, `${median} a year cannot be: is the unit "hour"?`);
    if (row.unit === 'hour' && row.basis === 'year') add(row.at, 'an hourly amount has the basis "hour"');
  }
  for (const row of pack.albertaWages) {
    inOrder(row.at, row.low, row.median, row.high, 'median');
    inOrder(row.at, row.low, row.average, row.high, 'average');
  }
}

function checkInterests(pack: Pack, add: Add): void {
  for (const row of pack.interests) {
    if (row.holland_2 === '' && row.holland_3 !== '') add(row.at, 'a third Holland letter needs a second');
    const letters = [row.holland_1, row.holland_2, row.holland_3].filter((letter) => letter !== '').map((letter) => letter.toUpperCase());
    if (new Set(letters).size !== letters.length) add(row.at, `a Holland letter is there twice: ${letters.join(' ')}`);
  }
}

function checkProfiles(pack: Pack, add: Add): void {
  const sources = new Set(pack.sources.map((row) => row.id));
  const regions = new Set(pack.regions.map((row) => row.id));
  const codes = new Set(pack.editions.map((row) => `${row.edition} ${row.code}`));
  for (const profile of pack.profiles) {
    for (const section of [profile.interests, profile.skills, profile.industries, profile.outlook, profile.shortage]) {
      if (section && !sources.has(section.source)) add(profile.at, `source "${section.source}" is not in sources.csv`);
      if (section && 'region' in section && !regions.has(section.region)) add(profile.at, `region "${section.region}" is not in regions.csv`);
    }
    if (profile.industries && !sources.has(profile.industries.listed_source)) {
      add(profile.at, `source "${profile.industries.listed_source}" is not in sources.csv`);
    }
    for (const { edition, code } of profile.codes) {
      // Career Handbook sub-codes (1413.3) and OaSIS codes (12111.00) hang on the group before the point.
      const group = code.split('.')[0] ?? code;
      const known = edition === 'noc2021' || edition === 'oasis2023' ? pack.unitGroups.some((row) => row.code === group) : codes.has(`${edition} ${group}`);
      if (!known) add(profile.at, `${edition} has no code "${code}"`);
    }
    unique(profile.aliases.map((alias) => ({ alias, at: profile.at })), (row) => foldTitle(row.alias), 'alias', add);
  }
}
