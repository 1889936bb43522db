import { foldTitle } from '../../knowledge/fold.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * Which of the listed options a reply picks: by number, ordinal, text or a click (which sends the text). The whole reply must
 * be the pick: a sentence that merely contains a number chooses nothing. `byPart` lets a part of a name count, which suits a list
 * of occupations and not a list of questions. Returns the index, or null.
 */
export function choiceIn(reply: string, options: readonly string[], byPart = true): number | null {
  const folded = foldTitle(reply)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '') return null;
  const position = positionIn(folded, options.length);
  if (position !== null) return position < options.length ? position : null;
  const names = options.map((option) =>
    foldTitle(option)
      .replace(/[^\p{L}\p{N}\s]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const exact = names.indexOf(folded);
  if (exact !== -1 || !byPart) return exact === -1 ? null : exact;
  // Part of a name counts when only one option has it, and when it is more than a syllable.
  const spoken = folded
    .replace(/^(the|i mean( the)?|it s( the)?|that s( the)?|i want( the)?|pick|choose|number) /, '')
    .replace(/ (one|please)$/, '');
  if (spoken.length < 4) return null;
  const holding = names.flatMap((name, index) => (` ${name} `.includes(` ${spoken}`) ? [index] : []));
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** Whether a reply is no more than a number to pick by, whatever that stands for. */
export function isNumberPick(reply: string): boolean {
  return /^\W*(?:(?:number|no|option|choice|pick|choose|the)\W+)*\d{1,2}(?:st|nd|rd|th)?(?:\W+(?:one|option|choice|please))*\W*$/i.test(
    reply,
  );
}

/** `2`, `#2`, `number two`, `the second one`, `last`; null when the reply is nothing of the kind. */
function positionIn(folded: string, length: number): number | null {
  const digits =
    /^(?:the |number |no |option |choice |pick |choose |i (?:mean|want|choose|pick) (?:the )?(?:number )?)*(\d{1,2})(?:st|nd|rd|th)?(?: one| option| choice| please)*$/.exec(
      folded,
    )?.[1];
  if (digits !== undefined) return Number(digits) === 0 ? null : Number(digits) - 1;
  const ordinal = /^(?:the |i (?:mean|want|choose|pick) the )?([a-z]+)(?: one| option| choice| please)*$/.exec(
    folded,
  )?.[1];
  if (ordinal === 'last') return length - 1;
  if (ordinal !== undefined && ORDINALS.includes(ordinal)) return ORDINALS.indexOf(ordinal);
  const word = /^(?:number |option |choice )?([a-z]+)(?: please)?$/.exec(folded)?.[1];
  return word !== undefined && NUMBERS.includes(word) ? NUMBERS.indexOf(word) : null;
}
