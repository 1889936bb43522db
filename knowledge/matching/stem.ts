import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { VARIANTS } from './lexicon.ts';

/**
 * Words -> lemma (number, gender and spelling folded: what a title's head is compared by) and -> stem (what titles are found by).
 * "technician" and "technical" share no stem on purpose; "administrator" and "administrative" do.
 */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `men:man women:woman children:child people:person wives:wife knives:knife staff:staff gas:gas bus:bus buses:bus class:class press:press series:series species:species waitress:server waiter:server waitresses:server actress:actor hostess:host lens:lens news:news mathematics:mathematics statistics:statistics electronics:electronic sales:sales human:human german:german talisman:talisman drove:drive driving:driving taught:teach sold:sell built:build wrote:write`
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const PERSON = /^(\p{L}{3,})(?:man|men|woman|women|person|persons|people|lady|girl)$/u;

function variantOf(word: string): string {
  return VARIANTS.get(word)?.[0] ?? word;
}

/** English: plural and gender folded, variant spellings united. */
export function lemmaEn(word: string): string {
  const variant = variantOf(word);
  const irregular = IRREGULAR.get(variant);
  if (irregular !== undefined) return irregular;
  const person = PERSON.exec(variant);
  if (person?.[1] !== undefined) return `${person[1]}person`;
  const single = singular(variant);
  const again = variantOf(single);
  return PERSON.test(again) ? again.replace(PERSON, '$1person') : again;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ics)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Feminine endings -> masculine, and the plural off: "infirmieres", "infirmiere" -> "infirmier". Order matters. */
const FRENCH_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/aux$/, 'al'],
  [/eaux$/, 'eau'],
  [/([^s])s$/, '$1'],
  [/trices?$/, 'teur'],
  [/euses?$/, 'eur'],
  [/ieres?$/, 'ier'],
  [/iennes?$/, 'ien'],
  [/onnes?$/, 'on'],
  [/elles?$/, 'el'],
  [/ives?$/, 'if'],
  [/eures?$/, 'eur'],
  [/esses?$/, ''],
  [/ees?$/, 'e'],
];

/** French: gender and number folded. Given without accents. */
export function lemmaFr(word: string): string {
  let folded = word;
  for (const [ending, plain] of FRENCH_ENDINGS) {
    if (folded.length > 4) folded = folded.replace(ending, plain);
  }
  if (folded.length > 4 && folded.endsWith('e')) folded = folded.slice(0, -1);
  return folded;
}

const stems = new Map<string, string>();
const STEM_CACHE = 50_000;

/** Stem of an English lemma. The cache is bounded: words come from visitors. */
export function stemEn(lemma: string): string {
  let stem = stems.get(lemma);
  if (stem === undefined) {
    stem = lemma.endsWith('person') && lemma.length > 6 ? `${lemma.slice(0, -6)}person` : porter.stem(lemma);
    if (stems.size < STEM_CACHE) stems.set(lemma, stem);
  }
  return stem;
}
