import type { PayUnit, Region, Wage, WageLevel, WageMeasure } from '../../knowledge/model.ts';
import type { AnswerBody, AnswerTable } from './answer.ts';
import { type AnswerContext, groupCaveat, profileOf, type Subject } from './context.ts';
import { type Fact, fact } from './fact.ts';
import { dollars } from './numbers.ts';
import { link, name, type Parameter, period, type Sentence, say } from './sentence.ts';

/** Hours that the publisher's yearly amounts stand for (40 a week, 52 weeks). Only ever used for figures marked as derived. */
const HOURS_A_YEAR = 2080;

/** What a group's work pays: the region asked for (or the home region), the level and measure asked for, and the table. */
export async function wageAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { store, details, wording } = context;
  const group = name(subject.group.title);
  const rows = await store.wages(subject.group.code);
  if (rows.length === 0) return { lead: [wording.wage.none(group)] };
  if (details.everyRegion) return everyRegion(context, subject, rows);

  const notes: { sentence: Sentence; aloud: boolean }[] = [];
  const missing: Sentence[] = [];
  const region = pickRegion(context, group, rows, missing);
  const here = rows.filter((row) => row.region === region.id);
  const industry =
    details.industry === undefined
      ? []
      : here.filter((row) => row.industry.toLowerCase() === details.industry?.toLowerCase());
  if (details.industry !== undefined && industry.length === 0)
    notes.push({ sentence: wording.wage.industryMissing(name(region.name)), aloud: true });
  const pool = industry.length > 0 ? industry : here.filter((row) => row.industry === 'all');

  const survey = pool.filter((row) => row.level !== 'all');
  const single = pool.find((row) => row.level === 'all');
  const lead =
    survey.length > 0
      ? tellSurvey(context, subject, region, survey, notes)
      : single
        ? tellSingle(context, subject, region, single, notes)
        : [];
  if (survey.length > 0 && single) {
    lead.push(
      wording.wage.second(
        name(region.name),
        figures(context, single, 'all', ['median', 'low', 'high'], single.unit),
        period(single.period),
      ),
    );
    notes.push({ sentence: wording.wage.notComparable, aloud: true });
  }
  const first = survey[0] ?? single;
  if (first) notes.push({ sentence: groupCaveat(context, subject, first.edition, first.editionCode), aloud: true });
  // The survey says what it leaves out; the other sources' tables do not.
  if (survey.length > 0) notes.push({ sentence: wording.wage.excluded, aloud: false });
  const profile = profileOf(subject);
  if (profile?.agreements && region.id === 'AB') {
    notes.push({
      sentence: wording.wage.agreements(say`${name(profile.agreements.name)}, ${link(profile.agreements.url)}`),
      aloud: false,
    });
  }
  return {
    lead: [...missing, ...lead],
    notes,
    table: table(context, survey.length > 0 ? survey : single ? [single] : []),
  };
}

/** The nearest region with figures to the one asked for; says so when it is another. */
function pickRegion(
  { store, details, wording, homeRegion }: AnswerContext,
  group: Parameter,
  rows: readonly Wage[],
  missing: Sentence[],
): Region {
  const byId = (id: string): Region | undefined => store.regions.find((region) => region.id === id);
  const has = (id: string): boolean => rows.some((row) => row.region === id);
  let region = details.region ?? byId(homeRegion);
  if (region?.kind === 'city') {
    const province = byId(region.parent);
    if (province) missing.push(wording.wage.cityMissing(name(region.name), name(province.name)));
    region = province;
  }
  if (region && has(region.id)) return region;
  const instead = byId(has('CA') ? 'CA' : (rows[0]?.region ?? 'CA'));
  if (region) missing.push(wording.wage.regionMissing(name(region.name), group));
  if (instead) missing.push(wording.wage.regionMissingInstead(name(instead.name)));
  return instead ?? { id: 'CA', kind: 'country', name: 'Canada', parent: '', aliases: [] };
}

/** A survey with starting, overall and top levels. */
function tellSurvey(
  context: AnswerContext,
  subject: Subject,
  region: Region,
  rows: readonly Wage[],
  notes: { sentence: Sentence; aloud: boolean }[],
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
  const place = wording.wage.lead(name(region.name), row.level, shown, period(row.period), name(subject.group.title));
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
function tellSingle(
  context: AnswerContext,
  subject: Subject,
  region: Region,
  row: Wage,
  notes: { sentence: Sentence; aloud: boolean }[],
): Sentence[] {
  const { details, wording } = context;
  if (details.level && details.level !== 'overall') {
    notes.unshift({ sentence: wording.wage.levelMissing(details.level, name(region.name)), aloud: true });
  }
  const asked = details.measure ? figures(context, row, 'all', [details.measure], row.unit) : [];
  if (details.measure && asked.length === 0)
    notes.push({ sentence: wording.wage.measureMissing(details.measure, 'all'), aloud: true });
  const shown = asked.length > 0 ? asked : figures(context, row, 'all', ['median', 'low', 'high'], row.unit);
  const lead = [wording.wage.lead(name(region.name), 'all', shown, period(row.period), name(subject.group.title))];
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

function everyRegion(context: AnswerContext, subject: Subject, rows: readonly Wage[]): AnswerBody {
  const { wording, store } = context;
  // Job Bank's rows alone: a survey with other low and high marks does not belong into one table with them.
  const kept = store.regions.flatMap((region) => {
    const row = rows.find((one) => one.region === region.id && one.industry === 'all' && one.level === 'all');
    return row ? [{ region, row }] : [];
  });
  const apart = store.regions.filter((region) => rows.some((row) => row.region === region.id && row.level !== 'all'));
  const hourly = kept.filter(({ row }) => row.unit === 'hour' && row.median !== null && row.region !== 'CA');
  const best = hourly.reduce<(typeof hourly)[number] | null>(
    (top, next) => ((next.row.median ?? 0) > (top?.row.median ?? 0) ? next : top),
    null,
  );
  const group = name(subject.group.title);
  const cell = (row: Wage, measure: WageMeasure): Sentence => {
    const value = row[measure];
    return value === null
      ? wording.wage.missingCell
      : say`${amountFact(row, row.level, measure, value)} ${wording.wage.per(row.unit)}`;
  };
  const first = kept[0]?.row;
  return {
    lead: [
      best?.row.median
        ? wording.wage.everyRegion(
            group,
            name(best.region.name),
            amountFact(best.row, best.row.level, 'median', best.row.median),
          )
        : wording.wage.everyRegionYearly(group),
    ],
    table: {
      columns: [
        wording.wage.columnLow(wording.wage.percentile(first?.lowPercentile ?? 0)),
        wording.wage.column('median'),
        wording.wage.columnHigh(wording.wage.percentile(first?.highPercentile ?? 0)),
        wording.wage.columnRegion,
      ],
      rows: kept.map(({ region, row }) => ({
        label: say`${name(region.name)}`,
        cells: [cell(row, 'low'), cell(row, 'median'), cell(row, 'high'), say`${period(row.period)}`],
      })),
    },
    notes: [
      ...(first ? [{ sentence: groupCaveat(context, subject, first.edition, first.editionCode), aloud: true }] : []),
      ...apart.map((region) => ({ sentence: wording.wage.surveyApart(name(region.name)), aloud: true })),
      ...(context.details.level && context.details.level !== 'overall'
        ? [{ sentence: wording.wage.levelMissing(context.details.level, name('Canada')), aloud: true }]
        : []),
      { sentence: wording.wage.mixedYears, aloud: true },
    ],
  };
}

function table({ wording }: AnswerContext, rows: readonly Wage[]): AnswerTable | null {
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

function figures(
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

function amountFact(row: Wage, level: WageLevel, measure: WageMeasure, value: number): Fact {
  return wageFact(
    row,
    `${level}.${measure}`,
    row.unit === 'hour' ? 'CAD per hour' : 'CAD per year',
    value,
    dollars(value, row.unit),
  );
}

function wageFact(row: Wage, id: string, unit: Fact['unit'], value: number, text?: string, derived?: string): Fact {
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
