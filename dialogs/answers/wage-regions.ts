import type { Region, Wage, WageMeasure } from '../../knowledge/model.ts';
import type { AnswerBody, Note } from './answer.ts';
import { type AnswerContext, groupCaveat, type Subject } from './context.ts';
import { MOST_MEMBERS, membersOf, regionOf } from './places.ts';
import { capitalized, enumerate, name, period, type Sentence, say } from './sentence.ts';
import { amountFact, figures } from './wage-figures.ts';

/** The row that counts for a region as a whole: one level, all industries. Surveys with other low and high marks do not mix with it. */
export function wholeRow(rows: readonly Wage[], region: string): Wage | undefined {
  return rows.find((row) => row.region === region && row.industry === 'all' && row.level === 'all');
}

/** Whether two rows of one release tell the same: the publisher gives a region its province's figures where it has too few answers. */
export function sameFigures(one: Wage, other: Wage): boolean {
  return (
    one.released === other.released &&
    one.unit === other.unit &&
    one.low === other.low &&
    one.median === other.median &&
    one.high === other.high
  );
}

/** Provinces side by side, or the economic regions of the one that was named. */
export function everyRegion(context: AnswerContext, subject: Subject, rows: readonly Wage[]): AnswerBody {
  const { wording, store, details } = context;
  const within = details.region?.kind === 'province' ? details.region : undefined;
  const parts = within
    ? store.regions.filter((region) => region.parent === within.id && wholeRow(rows, region.id))
    : [];
  const listed =
    within && parts.length > 0
      ? [within, ...parts]
      : store.regions.filter(({ kind }) => kind === 'country' || kind === 'province');
  const kept = listed.flatMap((region) => {
    const row = wholeRow(rows, region.id);
    return row ? [{ region, row }] : [];
  });
  const apart = listed.filter((region) => rows.some((row) => row.region === region.id && row.level !== 'all'));
  const around = parts.length > 0 ? within : regionOf('CA', store.regions);
  const hourly = kept.filter(({ row, region }) => row.unit === 'hour' && row.median !== null && region !== around);
  const highest = Math.max(...hourly.map(({ row }) => row.median ?? 0));
  const best = hourly.filter(({ row }) => row.median === highest);
  const group = name(subject.group.title);
  const cell = (row: Wage, measure: WageMeasure): Sentence => {
    const value = row[measure];
    return value === null
      ? wording.wage.missingCell
      : say`${amountFact(row, row.level, measure, value)} ${wording.wage.per(row.unit)}`;
  };
  const first = kept[0]?.row;
  const whole = within && wholeRow(rows, within.id);
  const notes: Note[] = [
    ...(first ? [{ sentence: groupCaveat(context, subject, first.edition, first.editionCode), aloud: true }] : []),
    ...apart.map((region) => ({ sentence: wording.wage.surveyApart(wording.common.place(region)), aloud: true })),
    ...(details.level && details.level !== 'overall'
      ? [{ sentence: wording.wage.levelMissing(details.level, name('Canada')), aloud: true }]
      : []),
    ...(parts.length > 0 && whole && kept.some(({ row }) => row !== whole && sameFigures(row, whole))
      ? [{ sentence: wording.wage.someSameAsProvince(name(within.name)), aloud: true }]
      : []),
    { sentence: wording.wage.mixedYears, aloud: true },
  ];
  return {
    lead: [
      ...(within && parts.length === 0 ? [wording.wage.partsMissing(name(within.name))] : []),
      best[0]
        ? wording.wage.everyRegion(
            group,
            enumerate(
              best.map(({ region }) => wording.common.place(region)),
              wording.common.and,
            ),
            amountFact(best[0].row, best[0].row.level, 'median', highest),
            kept.every(({ row }) => row.unit === 'hour'),
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
    notes,
  };
}

/** An area by the economic regions that it is made of, with its province beside them; null where none of them has a figure. */
export function areaWage(
  context: AnswerContext,
  subject: Subject,
  area: Region,
  rows: readonly Wage[],
): AnswerBody | null {
  const { wording, store, details } = context;
  const members = membersOf(area, store.regions);
  const told = members
    .flatMap((region) => {
      const row = wholeRow(rows, region.id);
      return row ? [{ region, row }] : [];
    })
    .slice(0, MOST_MEMBERS);
  const first = told[0]?.row;
  if (!first) return null;
  const province = regionOf(area.parent, store.regions);
  const whole = wholeRow(rows, area.parent);
  const item = (region: Region, row: Wage): Sentence => {
    const asked = details.measure ? figures(context, row, 'all', [details.measure], row.unit) : [];
    const shown = asked.length > 0 ? asked : figures(context, row, 'all', ['median', 'low', 'high'], row.unit);
    return wording.wage.inPlace(wording.common.place(region), shown, period(row.period));
  };
  const notes: Note[] = [{ sentence: groupCaveat(context, subject, first.edition, first.editionCode), aloud: true }];
  if (details.level && details.level !== 'overall')
    notes.push({ sentence: wording.wage.levelMissing(details.level, name(area.name)), aloud: true });
  if (details.per === 'year' && told.some(({ row }) => row.unit === 'hour'))
    notes.push({ sentence: wording.wage.yearMissing('all'), aloud: true });
  if (details.per === 'hour' && told.some(({ row }) => row.basis === 'year'))
    notes.push({ sentence: wording.wage.hourMissing, aloud: true });
  if (province && whole && told.some(({ row }) => sameFigures(row, whole)))
    notes.push({ sentence: wording.wage.someSameAsProvince(name(province.name)), aloud: true });
  const silent = members.filter((member) => !wholeRow(rows, member.id)).map((member) => wording.common.place(member));
  if (silent.length > 0)
    notes.unshift({ sentence: wording.wage.membersMissing(enumerate(silent, wording.common.or)), aloud: true });
  const places = members.map((member) => wording.common.place(member));
  return {
    lead: [
      capitalized(wording.common.madeUpOf(name(area.name), enumerate(places, wording.common.and))),
      wording.wage.areaLead(name(subject.group.title)),
    ],
    items: [
      ...told.map(({ region, row }) => item(region, row)),
      ...(province && whole ? [wording.wage.comparison(item(province, whole))] : []),
    ],
    notes,
  };
}
