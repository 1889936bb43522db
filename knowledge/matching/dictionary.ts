import { createRequire } from 'node:module';

/**
 * Ordinary English words, from the lexicon that `natural` brings for its tagger. A word that is spelt right is not "mended" into the
 * word of some title: "glacier" is no glazier, "avocado" no advocate. Names (written with a capital) are left out: "Bakker" is one
 * more way to write baker.
 */
const LEXICON = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

let words: ReadonlySet<string> | null = null;

/** Read through `require`: as a typed import, its ninety thousand keys would all be part of the program's types. */
function load(): ReadonlySet<string> {
  const lexicon: unknown = createRequire(import.meta.url)(LEXICON);
  const all = typeof lexicon === 'object' && lexicon !== null ? Object.keys(lexicon) : [];
  return new Set(all.filter((word) => /^[a-z]{3,}$/.test(word)));
}

export function isEnglishWord(word: string): boolean {
  words ??= load();
  return words.has(word) || (word.length > 4 && word.endsWith('s') && words.has(word.slice(0, -1)));
}
