import type { Note } from './answer.ts';
import type { ComparedPay, PayFigure } from './compared-pay.ts';
import type { AnswerContext } from './context.ts';
import { regionOf } from './places.ts';
import { enumerate, name, type Parameter, period, type Sentence } from './sentence.ts';
import { amountFact } from './wage-figures.ts';

/** How the figures that were picked for a comparison are told: in a sentence, and in a row of the table. */

function amount({ wording }: AnswerContext, { row, measure, value }: PayFigure): Sentence {
  return wording.comparison.amount(amountFact(row, row.level, measure, value), wording.wage.per(row.unit));
}

/** The amount with where and when it is of, for figures that differ in that. */
function amountInFull({ wording, store }: AnswerContext, { row, measure, value }: PayFigure): Sentence {
  return wording.comparison.amountOf(
    amountFact(row, row.level, measure, value),
    wording.wage.per(row.unit),
    measure,
    placeOf({ wording, store }, row.region),
    period(row.period),
  );
}

function placeOf({ wording, store }: Pick<AnswerContext, 'wording' | 'store'>, id: string): Sentence {
  const region = regionOf(id, store.regions);
  return region ? wording.common.place(region) : { segments: [name(id)] };
}

interface Told {
  readonly title: Parameter;
  readonly figure: PayFigure;
}

/** That the place asked for is left, and for whose sake; null where it is not. */
export function placeSentence(
  context: AnswerContext,
  titles: readonly Parameter[],
  { figures, comparable, asked, absent }: ComparedPay,
): Sentence | null {
  const { wording } = context;
  const used = figures.find((figure) => figure !== null && figure.row.region !== asked?.id)?.row.region;
  if (!asked || used === undefined) return null;
  const place = wording.common.place(asked);
  const missing = titles.filter((_, index) => absent[index]);
  const without = missing.length > 0 ? enumerate(missing, wording.common.or) : null;
  if (comparable) return wording.comparison.placeLeft(place, without, placeOf(context, used));
  return without && wording.comparison.placeLeftByOne(place, without);
}

/** Who is paid most and least; where that must not be said, each figure by itself. */
export function paySentence(context: AnswerContext, titles: readonly Parameter[], pay: ComparedPay): Sentence {
  const { wording } = context;
  const words = wording.comparison;
  const told = titles.flatMap((title, index): Told[] => {
    const figure = pay.figures[index];
    return figure ? [{ title, figure }] : [];
  });
  const [first] = told;
  if (!first) return words.payNone;
  if (told.length === 1) return words.payOne(first.title, amountInFull(context, first.figure));
  if (!pay.comparable)
    return words.payApart(told.map(({ title, figure }) => words.payOf(title, amountInFull(context, figure))));
  const values = told.map(({ figure }) => figure.value);
  const at = (value: number): Told[] => told.filter(({ figure }) => figure.value === value);
  const titlesOf = (all: readonly Told[]): Sentence =>
    enumerate(
      all.map(({ title }) => title),
      wording.common.and,
    );
  const { row, measure } = first.figure;
  const basis = [measure, row.level, placeOf(context, row.region), period(row.period)] as const;
  const most = at(Math.max(...values));
  const least = at(Math.min(...values));
  const [highest = first] = most;
  const [lowest = first] = least;
  if (highest.figure.value === lowest.figure.value)
    return words.paySame(...basis, titlesOf(told), amount(context, highest.figure));
  return (told.length === 2 ? words.payHigher : words.payHighest)(
    ...basis,
    titlesOf(most),
    amount(context, highest.figure),
    titlesOf(least),
    amount(context, lowest.figure),
  );
}

export function payLabel(context: AnswerContext, { figures, comparable }: ComparedPay): Sentence {
  const words = context.wording.comparison;
  const first = figures.find((figure) => figure !== null);
  if (!first || !comparable) return words.rowPayApart;
  const { row, measure } = first;
  return words.rowPay(measure, row.level, placeOf(context, row.region), period(row.period));
}

export function payCells(context: AnswerContext, { figures, comparable }: ComparedPay): Sentence[] {
  return figures.map((figure) => {
    if (!figure) return context.wording.comparison.missing;
    return comparable ? amount(context, figure) : amountInFull(context, figure);
  });
}

export function payNotes({ wording, details }: AnswerContext, { levelMissing }: ComparedPay): Note[] {
  const { level } = details;
  return levelMissing && level ? [{ sentence: wording.comparison.levelMissing(level), aloud: true }] : [];
}
