import type { Parameter, Segment, Sentence } from '../../../dialogs/answers/sentence.ts';

/**
 * Whether a sentence was made by a wording: it begins and ends with the same fixed words, whatever its values are. A wording is
 * given as a sentence of it, made with any values.
 */
export function sameWords(sentence: Sentence, wording: Sentence): boolean {
  if (sentence === wording) return true;
  const [one, other] = [fixed(sentence), fixed(wording)];
  return other.length > 0 && one[0] === other[0] && one.at(-1) === other.at(-1);
}

function fixed({ segments }: Sentence): string[] {
  return segments.filter((segment: Segment): segment is string => typeof segment === 'string');
}

/** Stands for any value of a wording. */
export const ANY: Parameter = { parameter: 'name', text: '' };
