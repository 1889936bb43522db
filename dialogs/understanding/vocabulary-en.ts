import type { Region } from '../../knowledge/model.ts';
import { COMMANDS } from './commands.ts';
import { DETAIL_PATTERNS } from './details-en.ts';
import { EXERCISE_PATTERNS } from './exercise-en.ts';
import { FoldedText } from './folded-text.ts';
import { FRAME, SOFT } from './mentions.ts';
import { NEAR_WORDS } from './near-words-en.ts';
import { wordsOfPattern } from './pattern-words.ts';
import { TOPIC_PHRASES } from './phrases-en.ts';
import { PLAN_PATTERNS } from './plans-en.ts';
import { SlipIndex } from './slips.ts';
import { FRENCH_WORDS, TALK_PATTERNS } from './small-talk-en.ts';
import { TOPICS } from './topics.ts';
import { BEHIND_IN } from './unknown-place-en.ts';
import { PHRASES } from './wish-phrases-en.ts';
import { FILLERS } from './wishes-en.ts';

/** The words that a message may have misspelt, and those that it has not, whatever they are near to. */
export interface Vocabulary {
  /** Which word of questions, commands or places a misspelt one was meant for; null where it is too far from all, or as near to two. */
  meantBy(word: string): string | null;
  /** Never taken for another word. */
  isKnown(word: string): boolean;
  /** Stands in a place's name, and asks for nothing. */
  isPlaceWord(word: string): boolean;
  /** Names of places in several words, each as its words. */
  readonly placeNames: readonly (readonly string[])[];
  /** Words that begin a place's name of several words, for a quick look whether there may be one. */
  readonly firstWords: ReadonlySet<string>;
}

/** Words that ask, in the order in which they are meant more often; read off the patterns, so that a new phrase is forgiven at once. */
const ASKING: ReadonlySet<string> = new Set([
  ...TOPICS.flatMap((topic) => TOPIC_PHRASES[topic]).flatMap(words),
  ...DETAIL_PATTERNS.flatMap(words),
  ...FRAME,
  ...COMMANDS.flatMap(({ aliases, patterns }) => [
    ...aliases.flatMap((alias) => alias.split(' ')),
    ...patterns.flatMap(words),
  ]),
  ...[...EXERCISE_PATTERNS, ...PLAN_PATTERNS].flatMap(words),
]);

/** Words of other tables, and those that are too near to one that asks: correct as they stand. */
const AS_THEY_STAND: ReadonlySet<string> = new Set([
  ...ASKING,
  ...SOFT,
  ...FILLERS,
  ...BEHIND_IN,
  ...FRENCH_WORDS,
  ...NEAR_WORDS,
  ...TALK_PATTERNS.flatMap(words),
  ...PHRASES.flatMap(([pattern]) => words(pattern)),
]);

function words(pattern: RegExp): string[] {
  return [...wordsOfPattern(pattern)];
}

/** A plural that English has not: "salarys" for "salaries". */
const Y_PLURAL = /(?<=[^aeiou])ys$/;

/** Made once for each store. */
const vocabularies = new WeakMap<readonly Region[], Vocabulary>();

export function vocabularyOf(regions: readonly Region[]): Vocabulary {
  const made = vocabularies.get(regions);
  if (made) return made;
  const names = regions
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map((each) => new FoldedText(each).folded.split(' '));
  const places = new Set(names.flat());
  const placeNames = names.filter((name) => name.length > 1);
  const index = new SlipIndex([...ASKING, ...places]);
  const vocabulary: Vocabulary = {
    meantBy: (word) => {
      const plural = word.replace(Y_PLURAL, 'ies');
      return plural !== word && ASKING.has(plural) ? plural : index.nearest(word);
    },
    isKnown: (word) => AS_THEY_STAND.has(word) || places.has(word) || isFormOfKnown(word, places),
    isPlaceWord: (word) => places.has(word) && !ASKING.has(word),
    placeNames,
    firstWords: new Set(placeNames.flatMap(([first = '']) => first)),
  };
  vocabularies.set(regions, vocabulary);
  return vocabulary;
}

/** A plural or another form of a known word is no slip: "outlooks", "employing"; but "dutys" is. */
function isFormOfKnown(word: string, places: ReadonlySet<string>): boolean {
  if (Y_PLURAL.test(word)) return false;
  const stems = [
    word.replace(/(?:(?<!s)s|es|ed|d|ing|ly|er|ers|or|ors|able|less|al)$/, ''),
    word.replace(/(?<!s)s$/, ''),
    word.replace(/(?:ed|ing|er|ers|able)$/, 'e'),
    word.replace(/(?:ies|ied|ier)$/, 'y'),
  ];
  return stems.some((stem) => stem !== word && stem.length >= 4 && (AS_THEY_STAND.has(stem) || places.has(stem)));
}
