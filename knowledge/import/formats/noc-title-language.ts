import { AdvisorError } from '../../errors.ts';
import type { ImportContext } from '../format.ts';
import type { Language } from './noc-shared.ts';

/** Small words that are of one language only, for the case that few group names are known. */
const SMALL_WORDS: Readonly<Record<Language, string>> = {
  en: 'of and the for in with except other',
  fr: 'de du des d l la le les et en à au aux pour sauf',
};

const ACCENTED = /[àâçèéêëîïôùûœ]/i;

/**
 * Tells the language of a list of titles, which its columns do not. Each word that stands in group names of one language only is a
 * voice for it, and so is a French accent; each title has one vote. Single titles mislead ("chef de cuisine" is English too); a list does not.
 */
export function titlesLanguage(titles: readonly string[], context: ImportContext): Language {
  const english = wordsOf(SMALL_WORDS.en);
  const french = wordsOf(SMALL_WORDS.fr);
  for (const { title, titleFr } of context.groups.values()) {
    for (const word of wordsOf(title)) english.add(word);
    for (const word of wordsOf(titleFr)) french.add(word);
  }
  let balance = 0;
  for (const title of titles) {
    let voices = Number(ACCENTED.test(title));
    for (const word of wordsOf(title)) voices += Number(french.has(word)) - Number(english.has(word));
    balance += Math.sign(voices);
  }
  if (balance === 0) {
    throw new AdvisorError('IMPORT_REFUSED', [
      'its first titles do not tell whether they are English or French: import the whole list',
    ]);
  }
  return balance > 0 ? 'fr' : 'en';
}

/** Names are in the plural, titles in the singular: both without the last s. */
function wordsOf(title: string): Set<string> {
  return new Set(
    title
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.map((word) => word.replace(/(?<=..)s$/, '')),
  );
}
