import type { Region } from '../../model.ts';
import { foldHeader, type ImportContext } from '../format.ts';

/** Statistics Canada's code of each province and territory: the first two digits of its economic regions. */
const PROVINCES: Readonly<Record<string, string>> = {
  '10': 'NL',
  '11': 'PE',
  '12': 'NS',
  '13': 'NB',
  '24': 'QC',
  '35': 'ON',
  '46': 'MB',
  '47': 'SK',
  '48': 'AB',
  '59': 'BC',
  '60': 'YT',
  '61': 'NT',
  '62': 'NU',
};

/** Provinces and territories whose one economic region is the whole of them. */
const WHOLE_PROVINCES: Readonly<Record<string, string>> = { '1110': 'PE', '6010': 'YT', '6110': 'NT', '6210': 'NU' };

/** What publishers write that is no name or alias in the program's own list of regions. */
const PUBLISHERS_NAMES: Readonly<Record<string, string>> = {
  nat: 'CA',
  can: 'CA',
  national: 'CA',
  canada: 'CA',
  pei: 'PE',
  yk: 'YT',
  nwt: 'NT',
  nvt: 'NU',
};

/** Finds the program's region for what a publisher writes; undefined where there is none. */
export type FindRegion = (place: string) => string | undefined;

/**
 * Finds regions by code (`ER00`, `ER48`, `48`, `4800`, `ER4850`), by letters (`AB`, `NAT`) or by name. A name of an economic region is
 * taken only within `province`: there is a "Northeast" in Ontario and one in British Columbia.
 */
export function regionFinder(context: ImportContext, province = ''): FindRegion {
  const named = new Map<string, string>(Object.entries(PUBLISHERS_NAMES));
  for (const region of context.regions.values()) {
    if (!hasFigures(region, province)) continue;
    for (const name of [region.id, region.name, ...region.aliases]) {
      if (!named.has(foldName(name))) named.set(foldName(name), region.id);
    }
  }
  return (place) => {
    const digits = /^(?:ER|RE)?[\s_-]*(\d{1,4})(?:\.0+)?$/i.exec(place.trim())?.[1];
    const found = digits === undefined ? named.get(foldName(place)) : byCode(digits);
    return found !== undefined && context.regions.has(found) ? found : undefined;
  };
}

/** "Calgary", "Calgary region" and "Calgary economic region" are one place. */
function foldName(name: string): string {
  return foldHeader(name).replace(/ (?:economic )?region$/, '');
}

function hasFigures({ kind, parent }: Region, province: string): boolean {
  return kind === 'country' || kind === 'province' || (kind === 'economic-region' && parent === province);
}

function byCode(digits: string): string | undefined {
  if (Number(digits) === 0) return 'CA';
  const [, whole] = /^(\d\d)(?:00)?$/.exec(digits) ?? [];
  if (whole !== undefined) return PROVINCES[whole];
  return WHOLE_PROVINCES[digits] ?? `ER${digits}`;
}
