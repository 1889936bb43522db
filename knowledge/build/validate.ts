import { foldTitle } from '../fold.ts';
import type { RegionKind } from '../model.ts';
import type { FaultList } from './faults.ts';
import { type Add, checkKeys, checkLinks, known } from './keys.ts';
import type { ParsedPack } from './read-pack.ts';
import type { Place } from './tables.ts';
import { checkProfiles } from './validate-profiles.ts';

/** Sources that answers name for facts whose table has no column for it. */
const STANDING_SOURCES = [
  'noc-2021',
  'noc-2016',
  'noc-2011',
  'noc-2006',
  'noc-s-2006',
  'oasis-2023',
  'descriptions',
  'similar-groups',
  'job-titles',
];
const MOST_SIMILAR = 5;
/** A link leads to the next edition, never back or past one. */
const STEPS = new Set(['noc2006 noc2011', 'nocs2006 noc2011', 'noc2011 noc2016', 'noc2016 noc2021']);

/** Checks what no single cell can tell: keys, links between tables, order of amounts. Adds every fault it finds. */
export function validatePack(pack: ParsedPack, faults: FaultList): void {
  const add: Add = (at, message) => faults.add(at.file, at.line, message);
  checkKeys(pack, add);
  checkLinks(pack, add);
  checkSources(pack, add);
  checkGroups(pack, add);
  checkTitles(pack, add);
  checkRegions(pack, add);
  checkEditions(pack, add);
  checkJobBankWages(pack, add);
  checkAlbertaWages(pack, add);
  checkInterests(pack, add);
  checkSimilar(pack, add);
  checkProfiles(pack, add);
}

function checkSources(pack: ParsedPack, add: Add): void {
  const source = known(pack, 'sources', 'id');
  for (const id of STANDING_SOURCES) {
    if (!source(id)) add({ file: 'sources.csv', line: 0 }, `source "${id}" is missing: answers name it`);
  }
}

function checkGroups(pack: ParsedPack, add: Add): void {
  const described = known(pack, 'descriptions', 'code');
  const titled = known(pack, 'titles', 'code');
  for (const { at, cells, faulty } of pack.raw.unitGroups) {
    const { code = '', teer, broad_category: category } = cells;
    if (faulty.has('code')) continue;
    if (!faulty.has('teer') && teer !== code[1]) add(at, `TEER "${teer}" is not the second digit of ${code}`);
    if (!faulty.has('broad_category') && category !== code[0])
      add(at, `broad category "${category}" is not the first digit of ${code}`);
    if (!described(code)) add(at, `group ${code} has no description`);
    if (!titled(code)) add(at, `group ${code} has no title`);
  }
}

function checkTitles(pack: ParsedPack, add: Add): void {
  for (const row of pack.titles) {
    if ((row.kind === 'abbreviation') !== (row.stands_for !== '')) {
      add(row.at, `"${row.title}": stands_for is filled for abbreviations, and for them only`);
    }
  }
}

function checkRegions(pack: ParsedPack, add: Add): void {
  // A kind that has a fault of its own is not held against the regions below it.
  const kinds = new Map(
    pack.raw.regions.map((row) => [row.cells.id, row.faulty.has('kind') ? undefined : row.cells.kind]),
  );
  const above = {
    province: ['country'],
    'economic-region': ['province'],
    area: ['province'],
    city: ['economic-region', 'province'],
  } as const satisfies Record<Exclude<RegionKind, 'country'>, readonly RegionKind[]>;
  const names = new Map<string, Place>();
  for (const row of pack.regions) {
    if (row.kind === 'country') {
      if (row.parent !== '') add(row.at, `a country has no parent (found "${row.parent}")`);
    } else if (!kinds.has(row.parent)) {
      if (!pack.incomplete.has('regions')) add(row.at, `parent "${row.parent}" is not in regions.csv`);
    } else if (!isOneOf(kinds.get(row.parent) ?? above[row.kind][0], above[row.kind])) {
      add(row.at, `the parent of a ${row.kind} is a ${above[row.kind].join(' or a ')}: "${row.parent}" is not`);
    }
    if ((row.kind === 'area') !== row.members.length > 0)
      add(row.at, 'members are the economic regions of an area: an area has some, no other kind has any');
    for (const member of row.members) {
      if (!pack.incomplete.has('regions') && kinds.get(member) !== 'economic-region')
        add(row.at, `member "${member}" is no economic region of regions.csv`);
    }
    for (const name of new Set([row.name, ...row.aliases].map(foldTitle))) {
      const earlier = names.get(name);
      if (earlier) add(row.at, `"${name}" names another region too: ${earlier.file}:${earlier.line}`);
      else names.set(name, row.at);
    }
  }
}

function isOneOf(kind: string, kinds: readonly string[]): boolean {
  return kinds.includes(kind);
}

function checkEditions(pack: ParsedPack, add: Add): void {
  for (const row of pack.editions) {
    if ((row.edition === 'nocs2006') !== /^[A-Z]/.test(row.code))
      add(row.at, `"${row.code}" is not written as a code of ${row.edition}`);
  }
  for (const row of pack.crosswalk) {
    if (!STEPS.has(`${row.from_edition} ${row.to_edition}`)) {
      add(row.at, `a link leads to the next edition: none goes from ${row.from_edition} to ${row.to_edition}`);
    }
  }
}

/** Amounts from low to high with a middle one between; each may be blank. */
function checkOrder(
  add: Add,
  at: Place,
  low: number | null,
  middle: number | null,
  high: number | null,
  name: string,
): void {
  if (low !== null && middle !== null && low > middle) add(at, `low ${low} is above the ${name} ${middle}`);
  if (middle !== null && high !== null && middle > high) add(at, `the ${name} ${middle} is above high ${high}`);
  if (middle === null && low !== null && high !== null && low > high) add(at, `low ${low} is above high ${high}`);
}

/** A mistaken unit is the costliest slip in a wage table: nobody is paid $1,000 an hour or $1,000 a year. */
function checkUnit(add: Add, at: Place, unit: 'hour' | 'year', amounts: readonly (number | null)[]): void {
  const odd = amounts.find((amount) => amount !== null && (unit === 'hour' ? amount > 1000 : amount < 1000));
  if (odd != null)
    add(
      at,
      unit === 'hour'
        ? `${odd} an hour cannot be: is the unit "year"?`
        : `${odd} a year cannot be: is the unit "hour"?`,
    );
}

function checkJobBankWages(pack: ParsedPack, add: Add): void {
  for (const row of pack.jobBankWages) {
    checkOrder(add, row.at, row.low, row.median, row.high, 'median');
    checkUnit(add, row.at, row.unit, [row.low, row.median, row.high]);
    if (row.median === null) add(row.at, 'a wage row needs a median (leave the row out where none is published)');
    if (row.unit === 'hour' && row.basis === 'year') add(row.at, 'an hourly amount has the basis "hour"');
  }
}

function checkAlbertaWages(pack: ParsedPack, add: Add): void {
  const next = new Map<string, string[]>();
  for (const row of pack.crosswalk) {
    const from = `${row.from_edition} ${row.from_code}`;
    next.set(from, [...(next.get(from) ?? []), `${row.to_edition} ${row.to_code}`]);
  }
  const leadsTo = (from: string, to: string): boolean =>
    from === to || (next.get(from) ?? []).some((step) => leadsTo(step, to));
  const wholeCrosswalk =
    !pack.incomplete.has('crosswalk') &&
    pack.crosswalk.every((row) => STEPS.has(`${row.from_edition} ${row.to_edition}`));
  for (const row of pack.albertaWages) {
    const amounts = [row.low, row.median, row.average, row.high];
    checkOrder(add, row.at, row.low, row.median, row.high, 'median');
    checkOrder(add, row.at, row.low, row.average, row.high, 'average');
    checkUnit(add, row.at, 'hour', amounts);
    checkUnit(add, row.at, 'year', [row.salary_average]);
    if (amounts.every((amount) => amount === null))
      add(row.at, 'a wage row needs an amount (leave the row out where none is published)');
    if ((row.hours_week ?? 0) > 168) add(row.at, `a week has no ${row.hours_week} hours`);
    if ((row.months_payroll ?? 0) > 12) add(row.at, `a year has no ${row.months_payroll} months`);
    if (wholeCrosswalk && !leadsTo(`${row.edition} ${row.edition_code}`, `noc2021 ${row.code}`)) {
      add(row.at, `${row.edition} ${row.edition_code} does not lead to the group ${row.code} (see crosswalk.csv)`);
    }
  }
}

function checkInterests(pack: ParsedPack, add: Add): void {
  for (const row of pack.interests) {
    if (row.holland_2 === '' && row.holland_3 !== '') add(row.at, 'a third Holland letter needs a second');
    const letters = [row.holland_1, row.holland_2, row.holland_3]
      .filter((letter) => letter !== '')
      .map((letter) => letter.toUpperCase());
    if (new Set(letters).size !== letters.length) add(row.at, `a Holland letter is there twice: ${letters.join(' ')}`);
  }
}

function checkSimilar(pack: ParsedPack, add: Add): void {
  const found = new Map<string, number>();
  for (const row of pack.similar) {
    const position = (found.get(row.code) ?? 0) + 1;
    found.set(row.code, position);
    if (row.similar === row.code) add(row.at, 'a group is not similar to itself');
    if (position === MOST_SIMILAR + 1) add(row.at, `group ${row.code} has more than ${MOST_SIMILAR} similar groups`);
  }
}
