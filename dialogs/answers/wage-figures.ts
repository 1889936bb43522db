import type { PayUnit, Wage, WageLevel, WageMeasure } from '../../knowledge/model.ts';
import type { AnswerTable } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { type Fact, fact } from './fact.ts';
import { dollars } from './numbers.ts';
import { type Sentence, say } from './sentence.ts';

/** The levels of a survey side by side; null where there is one only. */
export function levelTable({ wording }: AnswerContext, rows: readonly Wage[]): AnswerTable | null {
  const first = rows[0];
  if (!first || rows.length < 2) return null;
  const measures: WageMeasure[] = ['low', 'high', 'average', 'median'];
  return {
    columns: [
      wording.wage.columnLow(wording.wage.percentile(first.lowPercentile)),
      wording.wage.columnHigh(wording.wage.percentile(first.highPercentile)),
      wording.wage.column('average'),
      wording.wage.column('median'),
    ],
    rows: rows.map((row) => ({
      label: wording.wage.level(row.level),
      cells: measures.map((measure) => {
        const value = row[measure];
        return value === null ? wording.wage.missingCell : say`${amountFact(row, row.level, measure, value)}`;
      }),
    })),
  };
}

/** Measures that the row has, in words. */
export function figures(
  { wording }: AnswerContext,
  row: Wage,
  level: WageLevel,
  measures: readonly WageMeasure[],
  unit: PayUnit,
): Sentence[] {
  return measures.flatMap((measure) => {
    const value = row[measure];
    if (value === null) return [];
    const percentile =
      measure === 'low'
        ? wording.wage.percentile(row.lowPercentile)
        : measure === 'high'
          ? wording.wage.percentile(row.highPercentile)
          : null;
    return [wording.wage.measure[measure](amountFact(row, level, measure, value), unit, percentile)];
  });
}

export function amountFact(
  row: Wage,
  level: WageLevel | `record.${WageLevel}`,
  measure: WageMeasure,
  value: number,
): Fact {
  // Some releases publish merged groups with fractions of a cent: nobody is told those, and what is told says so.
  const told = Math.round(value * 100) / 100;
  return wageFact(
    row,
    `${level}.${measure}`,
    row.unit === 'hour' ? 'CAD per hour' : 'CAD per year',
    told,
    dollars(told, row.unit),
    told === value ? '' : `rounded to the cent from ${value}`,
  );
}

export function wageFact(
  row: Wage,
  id: string,
  unit: Fact['unit'],
  value: number,
  text?: string,
  derived?: string,
): Fact {
  const { source, period: reference, edition, editionCode: code, region, reliability } = row;
  return fact(
    { source, period: reference, edition, code, region, reliability },
    `wage.${id}`,
    unit,
    value,
    text,
    derived,
  );
}
