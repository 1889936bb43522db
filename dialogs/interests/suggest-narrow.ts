import { type Setting, sortOf, type Wish } from './wishes.ts';

/** Wishes that count after a message, and what became of those that counted before. */
export interface Narrowed {
  readonly wishes: readonly Wish[];
  /** Those of before that a later one contradicts, with it. */
  readonly replaced: readonly { readonly former: Wish; readonly later: Wish }[];
  readonly givenUp: readonly Wish[];
}

/** Places and postures of which an occupation has one. */
const EITHER_OR: readonly (readonly [Setting, Setting])[] = [
  ['outdoors', 'indoors'],
  ['outdoors', 'office'],
  ['sitting', 'standing'],
  ['sitting', 'physical'],
  ['regular-hours', 'seasonal'],
];

/** Puts what a message wishes for to the wishes that count already: they add up, and of two that contradict each other the later counts. */
export function narrow(before: readonly Wish[], said: readonly Wish[]): Narrowed {
  const change = said.flatMap((wish) => (wish.kind === 'standing' ? [wish.change] : []))[0] ?? 'add';
  const dropped = new Set(said.flatMap((wish) => (wish.kind === 'given-up' ? wish.sorts : [])));
  const named = said.filter((wish) => sortOf(wish) !== null);
  const instead = change === 'instead';
  const isGivenUp = (wish: Wish): boolean => {
    const sort = sortOf(wish);
    if (change === 'clear' || sort === null || dropped.has(sort)) return true;
    // "Instead of outdoors" takes a wish back, and wishes for nothing else.
    return instead && named.some((other) => isOpposite(wish, other));
  };
  const givenUp = before.filter(isGivenUp);
  const kept = before.filter((wish) => !givenUp.includes(wish));
  const added = named.filter((wish) => !(instead && givenUp.some((former) => isOpposite(former, wish))));

  const replaced = kept.flatMap((former) => {
    const later = added.find((wish) => contradicts(former, wish));
    return later ? [{ former, later }] : [];
  });
  const [first] = added;
  const last = kept.at(-1);
  if (instead && first && last && givenUp.length === 0 && replaced.length === 0)
    replaced.push({ former: last, later: first });
  const left = kept.filter(
    (wish) => !replaced.some(({ former }) => former === wish) && !added.some((other) => isSame(wish, other)),
  );
  return {
    wishes: [...left, ...added],
    replaced: replaced.filter(({ former, later }) => !isSame(former, later)),
    givenUp: givenUp.filter(({ words }) => words !== ''),
  };
}

function contradicts(former: Wish, later: Wish): boolean {
  if (former.kind === 'setting' && later.kind === 'setting' && former.wanted && later.wanted) {
    const both = [former.setting, later.setting];
    if (EITHER_OR.some((pair) => pair.every((each) => both.includes(each)))) return true;
  }
  if (former.kind === 'field' && later.kind === 'field')
    return former.wanted && later.wanted ? true : former.field === later.field && former.wanted !== later.wanted;
  if (former.kind === 'pay' && later.kind === 'pay') {
    if (former.comparison === later.comparison) return true;
    const [least, most] = former.comparison === 'at-least' ? [former, later] : [later, former];
    return least.unit === most.unit && least.amount > most.amount;
  }
  return former.kind === later.kind && sortOf(former) === sortOf(later);
}

function isOpposite(former: Wish, later: Wish): boolean {
  if (!('wanted' in former && 'wanted' in later)) return false;
  if (former.kind === 'field' && later.kind === 'field' && former.field !== later.field) return false;
  return sortOf(former) === sortOf(later) && former.wanted && !later.wanted;
}

function isSame({ words: _one, ...former }: Wish, { words: _other, ...later }: Wish): boolean {
  return JSON.stringify(former) === JSON.stringify(later);
}
