import type { CwpiInterest, InterestCode } from '../../knowledge/model.ts';

/** Which CWPI interest a Holland letter is taken for when a code has to be estimated. */
const ESTIMATES: Readonly<Record<string, CwpiInterest>> = {
  C: 'Methodical',
  E: 'Directive',
  I: 'Innovative',
  A: 'Innovative',
  R: 'Objective',
  S: 'Social',
};

/**
 * Estimates a CWPI code from the Holland letters of one OaSIS profile: order and capitals are kept, and of two letters that
 * lead to one interest the first wins. The result is an estimate, to be told as "estimated from OaSIS" at every mention.
 */
export function estimateCwpi(letters: readonly string[]): InterestCode[] {
  const codes: InterestCode[] = [];
  for (const letter of letters) {
    const interest = ESTIMATES[letter.toUpperCase()];
    if (interest && !codes.some((code) => code.interest === interest))
      codes.push({ interest, strong: letter === letter.toUpperCase() });
  }
  return codes;
}

/** `METHODICAL innovative`: capitals strong, lower case weaker. */
export function interestWords(codes: readonly InterestCode[]): string {
  return codes.map(interestWord).join(' ');
}

export function interestWord({ interest, strong }: InterestCode): string {
  return strong ? interest.toUpperCase() : interest.toLowerCase();
}
