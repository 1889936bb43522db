import type { NocCode } from '../model.ts';

/** What publishers write where there is no figure. */
const NOTHING = /^(|n\/?[ad]\.?|s\.?o\.?|x|f|\.{1,3}|-+|–|—|null|na|nan|\*+|#n\/a)$/i;

/**
 * A number as publishers write it: `39.15`, `1,234.5`, `$1,234`, `1 234,5` (French), `12%`. Null where nothing is published,
 * undefined where it is no number.
 */
export function readNumber(cell: string): number | null | undefined {
  const text = cell
    .trim()
    .replace(/^\$\s*|\s*[$%]$/g, '')
    .trim();
  if (NOTHING.test(text)) return null;
  // A space (also the narrow one of French typing) stands between thousands only.
  const digits = text.replace(/(?<=\d)[\s\u00a0\u202f'](?=\d{3}(\D|$))/g, '');
  if (/^-?\d+(\.\d+)?$/.test(digits)) return Number(digits);
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^-?\d+,\d{1,2}$/.test(digits)) return Number(digits.replace(',', '.'));
  return undefined;
}

/** An amount of money, hours or persons that cannot be below zero; a zero means that nothing is published. */
export function readAmount(cell: string): number | null | undefined {
  const value = readNumber(cell);
  if (value === undefined || value === null) return value;
  return value < 0 ? undefined : value === 0 ? null : value;
}

/**
 * A NOC 2021 code as publishers write it: `12111`, `NOC_12111`, `NOC12111`, `12111.0` and `10` (what a spreadsheet makes of `00010`).
 * Undefined where it is no code of five digits.
 */
export function readNocCode(cell: string): NocCode | undefined {
  const digits = /^(?:(?:NOC|CNP)[\s_-]*)?(\d{1,5})(?:\.0+)?$/i.exec(cell.trim())?.[1];
  return digits?.padStart(5, '0');
}

/** A unit group of an earlier edition: four digits, or in NOC-S 2006 a letter and three digits. Leading zeros are put back. */
export function readEarlierCode(cell: string): string | undefined {
  const text = cell.trim().replace(/^(?:NOC|CNP)(?:-?[SR])?[\s_-]*/i, '');
  if (/^[A-Z]\d{3}$/i.test(text)) return text.toUpperCase();
  return /^\d{1,4}$/.test(text) ? text.padStart(4, '0') : undefined;
}

/** An OaSIS profile code: `12111.00`, and `12111` or `10.01`, whose zeros a spreadsheet has taken. */
export function readOasisCode(cell: string): string | undefined {
  const [, group, sub = ''] = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(cell.trim()) ?? [];
  return group === undefined ? undefined : `${group.padStart(5, '0')}.${sub.padEnd(2, '0')}`;
}

/** A day as publishers write it (`2024-11-19`, `19-Nov-24`, `11/19/2024`, `20241119`), as YYYY-MM-DD; undefined where it is none. */
export function readDate(cell: string): string | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s].*)?$/.exec(text);
  if (iso) return checkedDate(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text);
  if (american) return checkedDate(american[3], american[1], american[2]);
  const named = /^(\d{1,2})[-\s]([A-Za-z]{3})[A-Za-z]*\.?[-\s](\d{2}|\d{4})$/.exec(text);
  const month = named && MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
  if (named && month) return checkedDate((named[3] ?? '').padStart(4, '20'), String(month), named[1]);
  return undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function checkedDate(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** Years of a reference period in any words: `2022-2023`, `2021 Census`, `2022 - 2023`; empty where there is no year. */
export function readPeriod(cell: string): string {
  const years = [...cell.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => match[1] ?? '').sort();
  const [first = '', last = first] = [years[0], years.at(-1)];
  return first === last ? first : `${first}-${last}`;
}

/** One line of text without invisible characters. */
export function readText(cell: string): string {
  return cell
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}
