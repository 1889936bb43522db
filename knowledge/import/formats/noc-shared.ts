import type { NocCode } from '../../model.ts';
import { readNocCode, readNumber } from '../cells.ts';
import { type ColumnSpec, foldHeader, type ImportContext, type ImportSource, type RowSink } from '../format.ts';

/** What the readers of classification files share: codes, languages, sources and rows that come twice. */

export type Language = 'en' | 'fr';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' };

/** A publisher takes the five senior management groups together under this code. */
const MERGED_CODES: ReadonlySet<string> = new Set(['00018']);

/** The group that a cell names; otherwise the sink is told why there is none. */
export function readGroup(cell: string, context: ImportContext, out: RowSink): NocCode | undefined {
  const code = readNocCode(cell);
  if (code === undefined) {
    out.bad(`"${cell}" is no NOC 2021 code: five digits are expected`);
    return undefined;
  }
  if (context.groups.has(code)) return code;
  out.drop(MERGED_CODES.has(code) ? 'merged-group' : 'unknown-code');
  return undefined;
}

/** As readGroup, for files that hold every level: "10" is a major group at level 2 and a group that lost its zeros at level 5. */
export function readGroupAtLevel(
  cells: { readonly level: string; readonly code: string },
  context: ImportContext,
  out: RowSink,
): NocCode | undefined {
  return isUnitGroupLevel(cells.level, 5, out) ? readGroup(cells.code, context, out) : undefined;
}

/** Whether a row stands at the level of the unit groups, which is the edition's last; otherwise the sink is told. */
export function isUnitGroupLevel(cell: string, last: 4 | 5, out: RowSink): boolean {
  const level = readNumber(cell);
  if (level === last) return true;
  if (typeof level === 'number' && Number.isInteger(level) && level > 0 && level < last) out.drop('not-a-unit-group');
  else out.bad(`"${cell}" is no level of the classification: 1 to ${last} is expected`);
  return false;
}

/** Names of a column in both languages. */
export type ColumnNames = Readonly<Record<Language, readonly string[]>>;

export function inBoth(names: ColumnNames): ColumnSpec {
  return { names: [...names.en, ...names.fr] };
}

/** The language of a file by the name of one of its columns. */
export function headerLanguage(header: readonly string[], { en, fr }: ColumnNames): Language {
  const names = new Map([
    ...fr.map((name) => [foldHeader(name), 'fr'] as const),
    ...en.map((name) => [foldHeader(name), 'en'] as const),
  ]);
  for (const cell of header) {
    const language = names.get(foldHeader(cell));
    if (language) return language;
  }
  return 'en';
}

/** The pack's account of a source, or ours where the pack has none. Classifications do not age. */
export function openSource(
  context: ImportContext,
  source: Pick<ImportSource, 'id' | 'title' | 'publisher' | 'url' | 'note'>,
): ImportSource {
  return (
    context.source(source.id) ?? {
      ...source,
      licence: 'Open Government Licence - Canada',
      attribution: 'Contains information licensed under the Open Government Licence - Canada.',
      expiry: 'never',
    }
  );
}

const NOC_PUBLISHER = 'Statistics Canada and Employment and Social Development Canada';
const NOC_URL = 'https://noc.esdc.gc.ca/';

export function noc2021Source(context: ImportContext): ImportSource {
  return openSource(context, {
    id: 'noc-2021',
    title: 'National Occupational Classification (NOC) 2021 version 1.0',
    publisher: NOC_PUBLISHER,
    url: NOC_URL,
    note: '',
  });
}

export function noc2021TitlesSource(context: ImportContext): ImportSource {
  return openSource(context, {
    id: 'noc-2021-titles',
    title: 'Example titles of NOC 2021 version 1.0',
    publisher: NOC_PUBLISHER,
    url: NOC_URL,
    note: 'Titles that the classification itself gives as examples of its groups.',
  });
}

export function noc2016TitlesSource(context: ImportContext): ImportSource {
  return openSource(context, {
    id: 'noc-2016-titles',
    title: 'Example titles of NOC 2016',
    publisher: NOC_PUBLISHER,
    url: NOC_URL,
    note: 'Titles of an earlier edition, taken where all of their group became one group of NOC 2021.',
  });
}
