import { CWPI_INTERESTS, type CwpiInterest, type InterestCode } from '../../knowledge/model.ts';

/** A person's or an occupation's interest codes: one to three interests in order of importance, each strong or weaker. */
export type InterestCodes = readonly InterestCode[];

export const MOST_CODES = 3;

/** Separators between codes: `M i d`, `M, i, d`, `METHODICAL / innovative`. */
const SEPARATORS = /[\s,;:/+>-]+/;

/** The interest that a letter (`M`) or a name (`methodical`) stands for; no two begin alike. */
export function interestNamed(word: string): CwpiInterest | undefined {
  const folded = word.toLowerCase();
  return CWPI_INTERESTS.find((interest) => {
    const name = interest.toLowerCase();
    return folded === name || folded === name.charAt(0);
  });
}

/**
 * Reads codes and nothing but codes: `M i d`, `Mid`, `METHODICAL innovative directive`. A letter is strong when it is a capital, a
 * name when all of it is. Null for anything else, for more than three and for one interest told twice.
 */
export function parseCodes(text: string): InterestCode[] | null {
  const trimmed = text.trim();
  const words = /^[dimos]{2,3}$/i.test(trimmed) ? [...trimmed] : trimmed.split(SEPARATORS);
  const codes: InterestCode[] = [];
  for (const word of words) {
    const interest = interestNamed(word);
    if (!interest || codes.some((code) => code.interest === interest)) return null;
    codes.push({ interest, strong: word === word.toUpperCase() });
  }
  return codes.length <= MOST_CODES ? codes : null;
}

/** `M i d` */
export function formatCodes(codes: InterestCodes): string {
  return codes
    .map(({ interest, strong }) => (strong ? interest.charAt(0) : interest.charAt(0).toLowerCase()))
    .join(' ');
}

/** Every code that there is, 570 of them, in an order that never changes: resume codes count by it. */
export const ALL_CODES: readonly InterestCodes[] = everyCode();

function everyCode(): InterestCodes[] {
  const all: InterestCodes[] = [];
  let longest: InterestCodes[] = [[]];
  for (let length = 1; length <= MOST_CODES; length += 1) {
    longest = longest.flatMap((codes) =>
      CWPI_INTERESTS.filter((interest) => !codes.some((code) => code.interest === interest)).flatMap((interest) => [
        [...codes, { interest, strong: true }],
        [...codes, { interest, strong: false }],
      ]),
    );
    all.push(...longest);
  }
  return all;
}

/** One thing to change about a person's codes. */
export type CodeChange =
  | { readonly kind: 'strength'; readonly interest: CwpiInterest; readonly strong: boolean }
  /** One step up or down, as in "what if I liked routine less": absent, weaker, strong. */
  | { readonly kind: 'step'; readonly interest: CwpiInterest; readonly by: 1 | -1 }
  | { readonly kind: 'place'; readonly interest: CwpiInterest; readonly place: 1 | 2 | 3 }
  | { readonly kind: 'drop'; readonly interest: CwpiInterest }
  | { readonly kind: 'add'; readonly interest: CwpiInterest; readonly strong: boolean }
  | { readonly kind: 'swap'; readonly interest: CwpiInterest; readonly other: CwpiInterest }
  | {
      readonly kind: 'replace';
      readonly interest: CwpiInterest;
      readonly other: CwpiInterest;
      readonly strong: boolean;
    };

/** Why a change cannot be made: the interest is (not) among the codes, is the only one left, or is so already. */
export type ChangeRefusal = 'absent' | 'present' | 'last-one' | 'no-change';

export interface ChangedCodes {
  readonly codes: InterestCode[];
  readonly refused: readonly { readonly change: CodeChange; readonly why: ChangeRefusal }[];
  /** Interests that gave way because there are three at most. */
  readonly displaced: readonly CwpiInterest[];
}

/** Makes the changes one after another; one that cannot be made is told and the others are made all the same. */
export function changeCodes(before: InterestCodes, changes: readonly CodeChange[]): ChangedCodes {
  let codes: InterestCode[] = [...before];
  const refused: ChangedCodes['refused'][number][] = [];
  const displaced: CwpiInterest[] = [];
  for (const change of changes) {
    const result = changeOne(codes, change);
    if (typeof result === 'string') refused.push({ change, why: result });
    else {
      // What has just been added stays; the last of the others gives way.
      const out =
        result.length > MOST_CODES ? result.findLast(({ interest }) => interest !== change.interest) : undefined;
      if (out) displaced.push(out.interest);
      codes = result.filter((code) => code !== out);
    }
  }
  return { codes, refused, displaced };
}

function changeOne(codes: readonly InterestCode[], change: CodeChange): InterestCode[] | ChangeRefusal {
  const { interest } = change;
  const at = codes.findIndex((code) => code.interest === interest);
  const now = codes[at];
  const without = codes.filter((code) => code.interest !== interest);
  if (!now) {
    if (change.kind === 'add') return [...codes, { interest, strong: change.strong }];
    if (change.kind === 'place') return codes.toSpliced(change.place - 1, 0, { interest, strong: false });
    return change.kind === 'step' && change.by > 0 ? [...codes, { interest, strong: false }] : 'absent';
  }
  const withStrength = (strong: boolean): InterestCode[] | ChangeRefusal =>
    now.strong === strong ? 'no-change' : codes.with(at, { interest, strong });
  switch (change.kind) {
    case 'add':
      return 'present';
    case 'strength':
      return withStrength(change.strong);
    case 'step':
      if (change.by > 0) return withStrength(true);
      if (now.strong) return withStrength(false);
      return without.length === 0 ? 'last-one' : without;
    case 'drop':
      return without.length === 0 ? 'last-one' : without;
    case 'place': {
      const place = Math.min(change.place, codes.length) - 1;
      return place === at ? 'no-change' : without.toSpliced(place, 0, now);
    }
    case 'replace':
      if (codes.some((code) => code.interest === change.other)) return 'present';
      return codes.with(at, { interest: change.other, strong: change.strong });
    case 'swap': {
      const to = codes.findIndex((code) => code.interest === change.other);
      const other = codes[to];
      if (!other) return 'absent';
      return to === at ? 'no-change' : codes.with(at, other).with(to, now);
    }
  }
}
