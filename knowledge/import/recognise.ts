import { type Format, foldHeader } from './format.ts';

/** Where each column of a format stands in a file; -1 for an optional one that is not there. */
export type ColumnPlaces = Readonly<Record<string, number>>;

export type Recognition =
  | {
      readonly kind: 'known';
      readonly format: Format;
      readonly places: ColumnPlaces;
      /** Columns of the file that the format does not read. */
      readonly unread: readonly string[];
      /** Optional columns of the format that the file does not have. */
      readonly absent: readonly string[];
    }
  /** Nearly a known format: columns that it cannot do without are gone. */
  | { readonly kind: 'nearly'; readonly format: Format; readonly missing: readonly string[] }
  | { readonly kind: 'unknown' };

/** Share of a format's required columns from which on a file is taken for a broken one of it, and not for something else. */
const NEARLY = 0.6;

/** Tells a file's format by the names of its columns, whatever their order and whatever stands beside them. */
export function recognise(header: readonly string[], formats: readonly Format[]): Recognition {
  const folded = header.map(foldHeader);
  let best: Extract<Recognition, { kind: 'known' }> | null = null;
  let near: { format: Format; missing: string[]; share: number } | null = null;
  for (const format of formats) {
    const places: Record<string, number> = {};
    const missing: string[] = [];
    let required = 0;
    for (const [key, { names, optional }] of Object.entries(format.columns)) {
      const wanted = new Set(names.map(foldHeader));
      const place = folded.findIndex((name) => wanted.has(name));
      places[key] = place;
      if (!optional) required += 1;
      if (place < 0 && !optional) missing.push(names[0] ?? key);
    }
    if (missing.length === 0) {
      const used = new Set(Object.values(places));
      const unread = header.filter((name, index) => !used.has(index) && name.trim() !== '');
      const absent = Object.entries(format.columns).flatMap(([key, column]) =>
        (places[key] ?? -1) < 0 ? [column.names[0] ?? key] : [],
      );
      const found: Extract<Recognition, { kind: 'known' }> = { kind: 'known', format, places, unread, absent };
      if (!best || columnsRead(found) > columnsRead(best)) best = found;
    } else {
      const share = (required - missing.length) / required;
      if (share >= NEARLY && required > 2 && share > (near?.share ?? 0)) near = { format, missing, share };
    }
  }
  return best ?? (near ? { kind: 'nearly', format: near.format, missing: near.missing } : { kind: 'unknown' });
}

/** How many columns of the file the format reads: the one that reads more knows it better. */
function columnsRead(found: { places: ColumnPlaces }): number {
  return Object.values(found.places).filter((place) => place >= 0).length;
}

const OTHER_DELIMITERS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
] as const;

/** The name of the sign that separates the columns, when it is not the comma and the file would be known otherwise. */
export function wrongDelimiter(header: readonly string[], formats: readonly Format[]): string | undefined {
  const line = header.join(',');
  return OTHER_DELIMITERS.find(
    ([sign]) => line.includes(sign) && recognise(line.split(sign).map(unquoted), formats).kind !== 'unknown',
  )?.[1];
}

function unquoted(cell: string): string {
  return cell.replace(/^"|"$/g, '');
}
