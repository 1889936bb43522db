import { AdvisorError } from '../../../knowledge/errors.ts';

const PLACEHOLDERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\{\{|\}\}/, 'braces of a template'],
  [/\$\{/, 'a variable of a template'],
  [/TODO/, 'the word TODO'],
  // The domains that are kept for examples, and what stands in manuals.
  [/example\./i, 'an address of an example'],
  [/0{8}-(?:0{4}-){3}0{12}/, 'an id of zeros'],
];

/** What in the text somebody still had to fill in; null where nothing is left. */
export function placeholderIn(text: string): string | null {
  if (text.trim() === '') return 'nothing at all';
  return PLACEHOLDERS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Throws TEAMS_APP_UNRESOLVED naming every place of the document, by its path, where a placeholder is left. */
export function refuseUnresolved(file: string, document: unknown): void {
  const left = unresolvedIn(document, '');
  if (left.length > 0)
    throw new AdvisorError(
      'TEAMS_APP_UNRESOLVED',
      left.map((place) => `${file}: ${place}`),
    );
}

function unresolvedIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    const placeholder = placeholderIn(value);
    return placeholder === null ? [] : [`${path} holds ${placeholder}`];
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => unresolvedIn(each, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => unresolvedIn(each, path === '' ? key : `${path}.${key}`));
}
