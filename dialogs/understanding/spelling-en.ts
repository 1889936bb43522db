import { COMMANDS } from './commands.ts';
import { FoldedText } from './folded-text.ts';
import { slipsBetween } from './slips.ts';
import { isOtherLanguage } from './small-talk-en.ts';
import type { Lexicon } from './understand.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary-en.ts';

/** Words as a person wrote them, and the words that they were read as. */
export interface Slip {
  readonly typed: string;
  readonly meant: string;
}

/** A message with its slips of spelling taken out. */
export interface Respelt {
  readonly text: string;
  /** In the order of the message. */
  readonly slips: readonly Slip[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly folded: string;
}

/** A place's name of fewer letters is too near to names of people and firms to be read into a word anywhere. */
const LONG_PLACE = 7;
const BEFORE_PLACE = new Set(['in', 'near', 'around', 'outside', 'from', 'about', 'and', 'or', 'the']);
/** Shortest whole name or command in which one of its short words may be slipped: "quebec cty", "start ovr". */
const LONG_PHRASE = 7;
const SHORT_WORD = 4;

const COMMAND_PHRASES = COMMANDS.flatMap(({ aliases }) => aliases)
  .filter((alias) => alias.length >= LONG_PHRASE && alias.includes(' '))
  .map((alias) => alias.split(' '));

/**
 * The message as it was meant, where words that ask, or that name a place, are misspelt in it; null where nothing is. A word that is known
 * as it stands is left alone, and so is all that a stored job title covers: titles have a speller of their own.
 */
export function respelt(message: string, lexicon: Lexicon): Respelt | null {
  const vocabulary = vocabularyOf(lexicon.regions);
  const words = wordsOf(message);
  const folded = words.map((word) => word.folded);
  const found = [...slippedWords(folded, vocabulary), ...confusedWords(folded)];
  const now = folded.map((word, at) => found.find((slip) => slip.at === at)?.meant ?? word);
  found.push(...slippedPhrases(now, vocabulary));
  if (found.length === 0) return null;
  const titles = lexicon.spot(message);
  const kept = found
    .flatMap(({ at, meant }) => {
      const [word, next] = [words[at], words[at + 1]];
      return word ? { word, meant, inPlace: beginsPlace(meant, next?.folded, vocabulary) } : [];
    })
    .filter(({ word, inPlace }) => inPlace || !titles.some(({ start, end }) => word.start < end && start < word.end))
    .sort((one, other) => one.word.start - other.word.start);
  if (kept.length === 0 || isOtherLanguage(message, new FoldedText(message).folded)) return null;
  let text = '';
  let at = 0;
  const slips = kept.map(({ word, meant }) => {
    const written = inCaseOf(word.typed, meant);
    text += message.slice(at, word.start) + written;
    at = word.end;
    return { typed: word.typed, meant: written };
  });
  return { text: text + message.slice(at), slips };
}

/** A stretch of the respelt message in the person's own words. */
export function asTyped(words: string, slips: readonly Slip[]): string {
  return slips.reduce(
    (before, { typed, meant }) => before.replace(new RegExp(`(?<!\\p{L})${meant}(?!\\p{L})`, 'u'), typed),
    words,
  );
}

interface Found {
  readonly at: number;
  readonly meant: string;
}

function slippedWords(words: readonly string[], vocabulary: Vocabulary): Found[] {
  return words.flatMap((word, at) => {
    if (vocabulary.isKnown(word)) return [];
    const meant = vocabulary.meantBy(word);
    if (meant === null || (vocabulary.isPlaceWord(meant) && !mayBePlace(words, at, meant, vocabulary))) return [];
    return { at, meant };
  });
}

/** "Medecine hat": a word that is a title as it stands, and with the next one a place. */
function beginsPlace(meant: string, next: string | undefined, { placeNames }: Vocabulary): boolean {
  return placeNames.some(([first, second]) => first === meant && second === next);
}

function mayBePlace(words: readonly string[], at: number, meant: string, vocabulary: Vocabulary): boolean {
  if (meant.length >= LONG_PLACE || words.length === 1) return true;
  const [before = '', after = ''] = [words[at - 1], words[at + 1]];
  return BEFORE_PLACE.has(before) || vocabulary.isPlaceWord(before) || vocabulary.isPlaceWord(after);
}

const ASKS = new Set(['what', 'how', 'where', 'which', 'much', 'long', 'well', 'hours', 'who', 'school', 'training']);
const ASKED_OF = new Set([
  'a',
  'an',
  'the',
  'it',
  'this',
  'that',
  'one',
  'someone',
  'somebody',
  'being',
  'he',
  'she',
  'my',
]);

/** "What dose an electrician do": the one slip in a short word that is common and, between such words, can mean nothing else. */
function confusedWords(words: readonly string[]): Found[] {
  return words.flatMap((word, at) =>
    word === 'dose' && ASKS.has(words[at - 1] ?? '') && ASKED_OF.has(words[at + 1] ?? '') ? { at, meant: 'does' } : [],
  );
}

/** A short word with a letter missing, or two exchanged, where all the rest of a place's name or of a command stands around it. */
function slippedPhrases(words: readonly string[], vocabulary: Vocabulary): Found[] {
  const slipped = (typed: readonly string[], phrase: readonly string[], offset: number): Found[] => {
    const wrong = phrase.flatMap((word, at) => (typed[at] === word ? [] : at));
    const [at = -1] = wrong;
    const [short = '', meant = ''] = [typed[at], phrase[at]];
    const fits =
      wrong.length === 1 &&
      meant.length <= SHORT_WORD &&
      short.length >= SHORT_WORD - 1 &&
      short.length <= meant.length &&
      short[0] === meant[0] &&
      !vocabulary.isKnown(short) &&
      [...short].every((letter) => meant.includes(letter)) &&
      slipsBetween(short, meant) === 1;
    return fits ? [{ at: offset + at, meant }] : [];
  };
  const command = COMMAND_PHRASES.filter((phrase) => phrase.length === words.length).flatMap((phrase) =>
    slipped(words, phrase, 0),
  );
  if (command.length > 0) return command.slice(0, 1);
  return words.flatMap((word, offset) =>
    vocabulary.firstWords.has(word)
      ? vocabulary.placeNames
          .filter((name) => name[0] === word && name.join(' ').length >= LONG_PHRASE)
          .flatMap((name) => slipped(words.slice(offset, offset + name.length), name, offset))
          .slice(0, 1)
      : [],
  );
}

/** Words of letters alone; those with digits or signs in them are codes and addresses. */
function wordsOf(message: string): Word[] {
  return [...message.matchAll(/(?<![\p{L}\p{N}@_/#.])\p{L}+(?![\p{L}\p{N}@_/]|\.\p{L})/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    typed: match[0],
    folded: match[0].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
  }));
}

function inCaseOf(typed: string, meant: string): string {
  if (typed === typed.toUpperCase()) return meant.toUpperCase();
  return /^\p{Lu}/u.test(typed) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
