import { foldTitle } from '../fold.ts';
import type { ParsedPack, RawRow } from './read-pack.ts';
import type { PackTables, Place, TableName } from './tables.ts';

export type Add = (at: Place, message: string) => void;

type Column<Name extends TableName> = Exclude<keyof PackTables[Name][number] & string, 'at'>;

/** What a row of a table is called, and the columns that no two rows may share. */
const KEYS: { readonly [Name in TableName]: readonly [what: string, ...columns: Column<Name>[]] } = {
  sources: ['source', 'id'],
  contacts: ['contact', 'id'],
  regions: ['region', 'id'],
  broadCategories: ['broad category', 'code'],
  teer: ['TEER', 'teer'],
  unitGroups: ['unit group', 'code'],
  descriptions: ['description of', 'code'],
  titles: ['title', 'code', 'language', 'title'],
  editions: ['code', 'edition', 'code'],
  crosswalk: ['link', 'from_edition', 'from_code', 'to_edition', 'to_code'],
  jobBankWages: ['wage', 'code', 'region', 'period'],
  albertaWages: ['wage', 'edition_code', 'code', 'region', 'industry', 'level', 'period'],
  education: ['education of', 'code'],
  outlook: ['outlook of', 'code'],
  interests: ['interests of', 'oasis_code'],
  workContext: ['work context of', 'oasis_code'],
  similar: ['similar group', 'code', 'similar'],
};

/** Whether a key is in the pack. */
export type Known = (...key: string[]) => boolean;

/**
 * The keys of one table. A table that could not be read whole is taken to have every key: its own fault is told, and not
 * another one at each row that points into it.
 */
export function known<Name extends TableName>(pack: ParsedPack, name: Name, ...columns: Column<Name>[]): Known {
  if (pack.incomplete.has(name)) return () => true;
  const keys = new Set(pack.raw[name].map((row) => keyOf(row, columns)));
  return (...key) => keys.has(key.join(' '));
}

/** The same thing told twice: which of the two holds? */
export function checkKeys(pack: ParsedPack, add: Add): void {
  for (const [name, [what, ...columns]] of Object.entries(KEYS) as [TableName, [string, ...string[]]][]) {
    const first = new Map<string, Place>();
    for (const row of pack.raw[name]) {
      if (columns.some((column) => row.faulty.has(column))) continue;
      const key = keyOf(row, columns);
      // Capitals and accents do not make another title.
      const folded = foldTitle(key);
      const earlier = first.get(folded);
      if (earlier) add(row.at, `${what} "${key}" is there twice: first at ${earlier.file}:${earlier.line}`);
      else first.set(folded, row.at);
    }
  }
}

/** Every cell that points into another table points at a row that is there. */
export function checkLinks(pack: ParsedPack, add: Add): void {
  const source = known(pack, 'sources', 'id');
  const group = known(pack, 'unitGroups', 'code');
  const region = known(pack, 'regions', 'id');
  const teer = known(pack, 'teer', 'teer');
  const category = known(pack, 'broadCategories', 'code');
  const code = knownCode(pack);

  const link = (tables: readonly TableName[], column: string, to: Known, message: (value: string) => string): void => {
    for (const row of tables.flatMap((name) => pack.raw[name])) {
      const value = row.cells[column] ?? '';
      if (!row.faulty.has(column) && !to(value)) add(row.at, message(value));
    }
  };
  const codeLink = (tables: readonly TableName[], edition: string, column: string): void => {
    for (const row of tables.flatMap((name) => pack.raw[name])) {
      const [from, value] = [row.cells[edition] ?? '', row.cells[column] ?? ''];
      if (!row.faulty.has(edition) && !row.faulty.has(column) && !code(from, value))
        add(row.at, `${from} has no code "${value}"`);
    }
  };
  const noGroup = (value: string): string => `no unit group has the code "${value}"`;

  const sourced = (Object.keys(KEYS) as TableName[]).filter((name) =>
    pack.raw[name].some((row) => 'source' in row.cells),
  );
  link(sourced, 'source', source, (value) => `source "${value}" is not in sources.csv`);
  const grouped = [
    'descriptions',
    'titles',
    'jobBankWages',
    'albertaWages',
    'education',
    'outlook',
    'similar',
  ] as const;
  link(grouped, 'code', group, noGroup);
  link(['similar'], 'similar', group, noGroup);
  // The publisher's tables do not all have the same profiles of a group; the group has to be there.
  link(
    ['interests', 'workContext'],
    'oasis_code',
    (value) => group(value.slice(0, 5)),
    (value) => noGroup(value.slice(0, 5)),
  );
  link(['jobBankWages', 'albertaWages'], 'region', region, (value) => `region "${value}" is not in regions.csv`);
  link(['unitGroups'], 'teer', teer, (value) => `TEER "${value}" is not in teer.csv`);
  link(
    ['unitGroups'],
    'broad_category',
    category,
    (value) => `broad category "${value}" is not in broad-categories.csv`,
  );
  codeLink(['crosswalk'], 'from_edition', 'from_code');
  codeLink(['crosswalk'], 'to_edition', 'to_code');
  codeLink(['albertaWages'], 'edition', 'edition_code');
}

/** Whether an edition has a code: called with both. */
export function knownCode(pack: ParsedPack): (edition: string, code: string) => boolean {
  const group = known(pack, 'unitGroups', 'code');
  const earlier = known(pack, 'editions', 'edition', 'code');
  const oasis = known(pack, 'interests', 'oasis_code');
  return (edition, code) => {
    if (edition === 'noc2021') return group(code);
    if (edition === 'oasis2023') return oasis(code);
    // Sub-codes of the 2006 Career Handbook (1413.3) hang on the group before the point.
    return earlier(edition, edition === 'noc2006' ? code.replace(/^(\d{4})\.\d{1,2}$/, '$1') : code);
  };
}

function keyOf(row: RawRow, columns: readonly string[]): string {
  return columns.map((column) => (row.cells[column] ?? '').trim()).join(' ');
}
