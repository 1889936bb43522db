import type { Region, Wage, WageMeasure } from '../../knowledge/model.ts';
import type { Note } from './answer.ts';
import type { AnswerContext, Subject } from './context.ts';
import { dollars } from './numbers.ts';
import { name, type Parameter, period, type Sentence } from './sentence.ts';
import { figures, wageFact } from './wage-figures.ts';

/** Hours that the publisher's yearly amounts stand for (40 a week, 52 weeks). Only ever used for figures marked as derived. */
const HOURS_A_YEAR = 2080;

/** A survey with starting, overall and top levels. */
export function tellSurvey(
  context: AnswerContext,
  subject: Subject,
  region: Region,
  rows: readonly Wage[],
  notes: Note[],
): Sentence[] {
  const { details, wording } = context;
  const level = details.level ?? 'overall';
  const row = rows.find((candidate) => candidate.level === level) ?? rows[0];
  if (!row) return [];
  const lead: Sentence[] = [];
  if (details.per === 'year' && row.salary === null)
    notes.push({ sentence: wording.wage.yearMissing(row.level), aloud: true });
  const measures: WageMeasure[] = details.measure ? [details.measure] : ['average', 'median'];
  const told = figures(context, row, row.level, measures, row.unit);
  const shown = told.length > 0 ? told : figures(context, row, row.level, ['average', 'median'], row.unit);
  if (details.measure && told.length === 0)
    notes.push({ sentence: wording.wage.measureMissing(details.measure, row.level), aloud: true });
  const place = wording.wage.lead(
    wording.common.place(region),
    row.level,
    shown,
    period(row.period),
    name(subject.group.title),
  );
  const salary =
    row.salary === null
      ? null
      : wording.wage.salary(wageFact(row, 'salary', 'CAD per year', row.salary, dollars(row.salary, 'year')));
  if (salary && details.per === 'year') lead.push(salary, place);
  else lead.push(place);
  if (!details.level && !details.measure) {
    if (salary && details.per !== 'year') lead.push(salary);
    if (row.hoursPerWeek !== null)
      lead.push(wording.wage.hours(wageFact(row, 'hours', 'hours per week', row.hoursPerWeek)));
    if (row.monthsOnPayroll !== null)
      lead.push(wording.wage.months(wageFact(row, 'months', 'months per year', row.monthsOnPayroll)));
  }
  return lead;
}

/** A source with one level: low, median and high by the hour or by the year. */
export function tellSingle(
  context: AnswerContext,
  subject: Subject,
  region: Region,
  row: Wage,
  notes: Note[],
): Sentence[] {
  const { details, wording } = context;
  if (details.level && details.level !== 'overall') {
    notes.unshift({ sentence: wording.wage.levelMissing(details.level, wording.common.place(region)), aloud: true });
  }
  const asked = details.measure ? figures(context, row, 'all', [details.measure], row.unit) : [];
  if (details.measure && asked.length === 0)
    notes.push({ sentence: wording.wage.measureMissing(details.measure, 'all'), aloud: true });
  const shown = asked.length > 0 ? asked : figures(context, row, 'all', ['median', 'low', 'high'], row.unit);
  const lead = [
    wording.wage.lead(wording.common.place(region), 'all', shown, period(row.period), name(subject.group.title)),
  ];
  if (row.basis === 'year') {
    if (details.per === 'hour') notes.push({ sentence: wording.wage.hourMissing, aloud: true });
    return lead;
  }
  const wanted = details.per ?? 'hour';
  const hours: Parameter = { parameter: 'factor', text: HOURS_A_YEAR.toLocaleString('en-CA') };
  if (row.unit === 'year' && wanted === 'hour' && row.median !== null) {
    const hour = Math.round((row.median / HOURS_A_YEAR) * 100) / 100;
    lead.push(
      wording.wage.derivedHour(
        wageFact(
          row,
          'all.median.derived-hour',
          'CAD per hour',
          hour,
          dollars(hour, 'hour'),
          `median a year / ${HOURS_A_YEAR}`,
        ),
        hours,
      ),
    );
  }
  if (row.unit === 'hour' && wanted === 'year' && row.median !== null) {
    const year = Math.round(row.median * HOURS_A_YEAR);
    lead.push(
      wording.wage.derivedYear(
        wageFact(
          row,
          'all.median.derived-year',
          'CAD per year',
          year,
          dollars(year, 'year'),
          `median an hour x ${HOURS_A_YEAR}`,
        ),
        hours,
      ),
    );
  }
  return lead;
}
