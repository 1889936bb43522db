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
  return words.payHighest(
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

export function payNotes(context: AnswerContext, { figures, asked, levelMissing }: ComparedPay): Note[] {
  const { wording, details } = context;
  const words = wording.comparison;
  const elsewhere = asked !== undefined && figures.some((figure) => figure && figure.row.region !== asked.id);
  const level = details.level;
  return [
    ...(elsewhere ? [{ sentence: words.elsewhere(wording.common.place(asked)), aloud: false }] : []),
    ...(levelMissing && level ? [{ sentence: words.levelMissing(level), aloud: true }] : []),
  ];
}
