import type { Region, Wage } from '../../knowledge/model.ts';
import type { AnswerBody, Note } from './answer.ts';
import { type AnswerContext, groupCaveat, profileOf, type Subject } from './context.ts';
import { fact } from './fact.ts';
import { chainOf, placeAsRead, regionOf } from './places.ts';
import { enumerate, link, name, period, quote, type Sentence, say } from './sentence.ts';
import { amountFact, figures, levelTable } from './wage-figures.ts';
import { wagePicture } from './wage-picture.ts';
import { areaWage, everyRegion, sameFigures, wholeRow } from './wage-regions.ts';
import { tellSingle, tellSurvey } from './wage-told.ts';

/** Older or other figures of the place that are named beside the one told. */
const MOST_ON_RECORD = 3;

/**
 * What a group's work pays. Where several figures could answer, one rule decides (the store hands out its rows in this order):
 * the nearest place that has a figure (the one asked for, its economic region, its province, Canada); there the newest release, and of
 * one year the operator's own import before the pack; a published amount before a derived one. Where a pay level is asked for that only
 * a wider place has, that place answers. What is not told stays to be seen: other releases of the place as "also on record", a newer
 * figure of a wider place by name, every row in the API.
 */
export async function wageAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { store, details, wording, homeRegion } = context;
  const group = name(subject.group.title);
  const rows = await store.wages(subject.group.code);
  if (rows.length === 0) return { lead: [wording.wage.none(group)] };
  const asRead = placeAsRead(context);
  if (details.everyRegion) return headed(asRead, await everyRegion(context, subject, rows));
  const asked = details.region ?? regionOf(homeRegion, store.regions);
  const byMembers = asked?.kind === 'area' ? areaWage(context, subject, asked, rows) : null;
  if (byMembers) return headed(asRead, byMembers);

  const notes: Note[] = [];
  const { region, said } = pickPlace(context, subject, rows, asked);
  const place = wording.common.place(region);
  const here = rows.filter((row) => row.region === region.id);
  const industry =
    details.industry === undefined
      ? []
      : here.filter((row) => row.industry.toLowerCase() === details.industry?.toLowerCase());
  if (details.industry !== undefined && industry.length === 0)
    notes.push({ sentence: wording.wage.industryMissing(place), aloud: true });
  const pool = industry.length > 0 ? industry : here.filter((row) => row.industry === 'all');

  const survey = newestSurvey(pool);
  const single = pool.find((row) => row.level === 'all');
  const [first] = survey;
  const singleFirst = single !== undefined && (!first || outranks(context, single, survey));
  const lead: Sentence[] = [];
  if (singleFirst) lead.push(...tellSingle(context, subject, region, single, notes));
  else if (first) lead.push(...tellSurvey(context, subject, region, survey, notes));
  if (first && single) {
    const overall = survey.find((row) => row.level === 'overall') ?? first;
    const other = singleFirst ? overall : single;
    const measures = singleFirst ? (['average', 'median'] as const) : (['median', 'low', 'high'] as const);
    lead.push(
      wording.wage.second(place, figures(context, other, other.level, measures, other.unit), period(other.period)),
    );
    notes.push({ sentence: wording.wage.notComparable, aloud: true });
  }
  const told = singleFirst ? single : first;
  if (told) {
    notes.unshift(...aroundNotes(context, region, told, rows));
    notes.push({ sentence: groupCaveat(context, subject, told.edition, told.editionCode), aloud: true });
    notes.push(
      ...remarkOf(context, told),
      ...onRecord(context, region, pool, [...survey, ...(single ? [single] : [])]),
    );
  }
  // The survey says what it leaves out; the other sources' tables do not.
  if (first) notes.push({ sentence: wording.wage.excluded, aloud: false });
  const profile = profileOf(subject);
  if (profile?.agreements && region.id === 'AB') {
    notes.push({
      sentence: wording.wage.agreements(say`${name(profile.agreements.name)}, ${link(profile.agreements.url)}`),
      aloud: false,
    });
  }
  const unknown = details.unknownPlace ? [wording.wage.placeUnknown(quote(details.unknownPlace), place)] : [];
  return {
    lead: [...asRead, ...unknown, ...said, ...lead],
    notes,
    table: levelTable(context, survey),
    // Levels say more than one row, and they are what the table tells.
    picture: wagePicture(context, subject.group, survey.length > 1 || !single ? survey : [single]),
  };
}

function headed(first: readonly Sentence[], body: AnswerBody): AnswerBody {
  return { ...body, lead: [...first, ...body.lead] };
}

/** The nearest place with figures to the one asked for, with what is to be said where it is another. */
function pickPlace(
  { store, details, wording }: AnswerContext,
  subject: Subject,
  rows: readonly Wage[],
  asked: Region | undefined,
): { region: Region; said: Sentence[] } {
  const { regions } = store;
  const chain = asked ? chainOf(asked, regions) : [];
  const level = details.level === 'overall' ? undefined : details.level;
  const has = ({ id }: Region): boolean => rows.some((row) => row.region === id);
  const hasLevel = ({ id }: Region): boolean => rows.some((row) => row.region === id && row.level === level);
  const foundLevel = chain.find(hasLevel);
  const found = foundLevel ?? chain.find(has);
  const instead = (missing: Region, other: Region): Sentence[] => [
    wording.wage.regionMissing(wording.common.place(missing), name(subject.group.title)),
    wording.wage.regionMissingInstead(wording.common.place(other)),
  ];
  const said: Sentence[] = [];
  const around = asked?.kind === 'city' ? regionOf(asked.parent, regions) : undefined;
  if (asked && around) said.push(wording.common.lies(name(asked.name), wording.common.place(around)));
  if (found) {
    const missing = [...(asked?.kind === 'area' ? [asked] : []), ...chain.slice(0, chain.indexOf(found))];
    const [nearest] = missing;
    if (nearest?.kind === 'province') said.push(...instead(nearest, found));
    else if (nearest) {
      const places = missing.map((place) => wording.common.place(place));
      const words = enumerate(places, wording.common.or);
      said.push(wording.wage.placeMissing(words, wording.common.place(found), foundLevel && level));
    }
    return { region: found, said };
  }
  const other = regionOf(rows[0]?.region ?? 'CA', regions) ?? CANADA;
  const [nearest] = chain;
  return { region: other, said: nearest ? [...said, ...instead(nearest, other)] : said };
}

const CANADA: Region = { id: 'CA', kind: 'country', name: 'Canada', parent: '', aliases: [], members: [] };

/** The levels of the newest survey, under one code: two former groups that lead to this one are not mixed. */
function newestSurvey(pool: readonly Wage[]): Wage[] {
  const levels = pool.filter((row) => row.level !== 'all');
  const [first] = levels;
  return levels.filter((row) => row.source === first?.source && row.editionCode === first.editionCode);
}

/** Whether a newer figure goes before a survey's: not where only the survey has published what is asked for. */
function outranks({ details }: AnswerContext, single: Wage, survey: readonly Wage[]): boolean {
  if (single.released <= (survey[0]?.released ?? '')) return false;
  if (details.level !== undefined) return false;
  if (details.measure !== undefined && single[details.measure] === null) return false;
  return !(details.per === 'year' && single.unit === 'hour' && survey.some((row) => row.salary !== null));
}

/** How a region's figure stands to its province's: the same, or older. */
function aroundNotes({ store, wording }: AnswerContext, region: Region, told: Wage, rows: readonly Wage[]): Note[] {
  const province = region.kind === 'economic-region' ? regionOf(region.parent, store.regions) : undefined;
  const whole = province && wholeRow(rows, province.id);
  if (!whole) return [];
  if (sameFigures(told, whole))
    return [{ sentence: wording.wage.sameAsProvince(wording.common.place(region), name(province.name)), aloud: true }];
  if (whole.released <= told.released || whole.median === null) return [];
  const median = amountFact(whole, whole.level, 'median', whole.median);
  const figure = say`${median} ${wording.wage.per(whole.unit)}`;
  return [{ sentence: wording.wage.newerAround(name(province.name), figure, period(whole.period)), aloud: true }];
}

/** The publisher's own remark on the figure, quoted. */
function remarkOf({ wording }: AnswerContext, row: Wage): Note[] {
  if (row.comment === '') return [];
  const { source, period: reference, edition, editionCode: code, region } = row;
  const quoted = fact({ source, period: reference, edition, code, region }, 'wage.comment', 'text', row.comment);
  return [{ sentence: wording.wage.remark(quoted), aloud: false }];
}

/** Other figures of the place, which the rule has set aside. */
function onRecord({ wording }: AnswerContext, region: Region, pool: readonly Wage[], told: readonly Wage[]): Note[] {
  const others = pool
    .filter((row) => !told.includes(row) && (row.level === 'all' || row.level === 'overall'))
    .flatMap((row) =>
      row.median === null
        ? []
        : [
            wording.wage.record(
              amountFact(row, `record.${row.level}`, 'median', row.median),
              row.unit,
              period(row.period),
            ),
          ],
    )
    .slice(0, MOST_ON_RECORD);
  if (others.length === 0) return [];
  return [
    {
      sentence: wording.wage.onRecord(wording.common.place(region), enumerate(others, wording.common.and)),
      aloud: false,
    },
  ];
}
