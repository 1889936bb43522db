import type { PayUnit } from '../../knowledge/model.ts';
import { type Catalogue, wageIn } from './catalogue.ts';
import type { Wish, WishContext } from './wishes.ts';

/** Pay that was published by the other unit and turned into this one to be compared. */
export interface TurnedPay {
  readonly into: PayUnit;
  /** Hours that a year stands for. */
  readonly hours: number;
}

/** What the wishes about pay turned: nobody is to take a comparison for one of published figures alone where it is not. */
export function turnedPay({ entries }: Catalogue, wishes: readonly Wish[], context: WishContext): TurnedPay[] {
  const units = wishes.map((wish): readonly [PayUnit, string] | null => {
    if (wish.kind === 'pay') return [wish.unit, wish.region ?? context.region];
    const compares = wish.kind === 'best-paid' || (wish.kind === 'than-this' && wish.what === 'pay');
    return compares ? ['year', context.region] : null;
  });
  const found = units.flatMap((compared): TurnedPay[] => {
    if (!compared) return [];
    const [into, region] = compared;
    for (const entry of entries) {
      const figure = wageIn(entry, region, context.regions);
      if (into === 'year' && figure?.yearlyDerived) return [{ into, hours: Math.round(figure.yearly / figure.median) }];
      if (into === 'hour' && figure?.hourlyDerived && figure.hourly)
        return [{ into, hours: Math.round(figure.median / figure.hourly) }];
    }
    return [];
  });
  return found.filter(({ into }, at) => found.findIndex((other) => other.into === into) === at);
}
