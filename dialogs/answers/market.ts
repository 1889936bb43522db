import type { Outlook, Region, RegionalOutlook } from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { AnswerBody } from './answer.ts';
import { type AnswerContext, groupCaveat, profileOf, type Subject } from './context.ts';
import { type Fact, fact, type Provenance } from './fact.ts';
import { grouped, longDate, percent } from './numbers.ts';
import { chainOf, MOST_MEMBERS, membersOf, placeAsRead, regionOf } from './places.ts';
import { capitalized, date, enumerate, name, period, quote, type Sentence } from './sentence.ts';

function provenanceOf(row: Outlook): Provenance {
  return { source: row.source, period: row.period, edition: row.edition, code: row.code, region: 'CA' };
}

export async function outlookAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store, details } = context;
  const group = name(subject.group.title);
  const row = await store.outlook(subject.group.code);
  const place = [
    ...placeAsRead(context),
    ...(details.unknownPlace === undefined ? [] : [wording.market.placeUnknown(quote(details.unknownPlace))]),
  ];
  const lead: Sentence[] = [];
  const notes: { sentence: Sentence; aloud: boolean }[] = [];
  if (row) {
    const provenance = provenanceOf(row);
    const persons = (id: string, value: number): Fact =>
      fact(provenance, `outlook.${id}`, 'persons', value, grouped(value));
    lead.push(
      wording.market.outlook(
        group,
        period(row.period),
        persons('openings', row.openings),
        persons('seekers', row.seekers),
      ),
      wording.market.outlookConditions(
        fact(provenance, 'outlook.recent', 'text', row.recent, wording.common.condition(row.recent)),
        fact(provenance, 'outlook.future', 'text', row.future, wording.common.condition(row.future)),
      ),
      wording.market.outlookParts(
        persons('growth', row.growth),
        persons('retirements', row.retirements),
        persons('employment', row.employment),
        period(row.employmentYear),
      ),
    );
    if (isRatedOtherwise(row)) lead.push(wording.market.outlookWeighed);
    if (Math.min(row.openings, row.seekers, row.growth) < 0) lead.push(wording.market.outlookNegative);
    notes.push(
      { sentence: wording.market.outlookNational, aloud: true },
      { sentence: wording.common.confirm, aloud: false },
    );
  } else {
    lead.push(wording.market.outlookNone(group, period(store.projectionPeriod)));
  }
  const regional = await regionalRatings(context, subject);
  if (regional) return { lead: [...place, ...regional.lead, ...lead], items: regional.items, notes };
  const older = profileOf(subject)?.outlook;
  const around = details.region && chainOf(details.region, store.regions);
  if (older && (!around || around.some(({ id }) => id === older.region))) {
    tellRegional(context, subject, older, lead, notes);
    // Its own words say that its years are over.
    return { lead: [...place, ...lead], notes, dated: [older.source] };
  }
  if (details.region && details.region.id !== 'CA')
    notes.unshift({ sentence: wording.market.outlookRegion(wording.common.place(details.region)), aloud: true });
  return { lead: [...place, ...lead], notes };
}

/** A shortage with fewer openings than seekers, or a surplus with more, looks like a slip of ours. */
function isRatedOtherwise({ openings, seekers, future }: Outlook): boolean {
  return future.endsWith('shortage') ? openings < seekers : future.endsWith('surplus') && openings > seekers;
}

/** The publisher's rating for the region asked for or the nearest around it; null where there is none for any of them. */
async function regionalRatings(
  { store, wording, details, homeRegion }: AnswerContext,
  subject: Subject,
): Promise<Required<Pick<AnswerBody, 'lead' | 'items'>> | null> {
  const { regions } = store;
  const rows = await store.regionalOutlooks(subject.group.code);
  const asked = details.region ?? regionOf(homeRegion, regions);
  if (!asked || rows.length === 0) return null;
  const rated = (places: readonly Region[]): { place: Region; row: RegionalOutlook }[] =>
    places.flatMap((place) => {
      const row = rows.find(({ region }) => region === place.id);
      return row ? [{ place, row }] : [];
    });
  const members = rated(membersOf(asked, regions)).slice(0, MOST_MEMBERS);
  const chain = chainOf(asked, regions);
  const nearest = rated(chain).slice(0, 1);
  const told = members.length > 0 ? [...members, ...nearest] : nearest;
  if (told.length === 0) return null;
  const lead: Sentence[] = [];
  const [around] = asked.kind === 'city' ? chain : [];
  if (around) lead.push(wording.common.lies(name(asked.name), wording.common.place(around)));
  if (members.length > 0) {
    const places = membersOf(asked, regions).map((member) => wording.common.place(member));
    lead.push(capitalized(wording.common.madeUpOf(name(asked.name), enumerate(places, wording.common.and))));
  }
  const [found] = nearest;
  if (members.length === 0 && found) {
    const missing = [...(asked.kind === 'area' ? [asked] : []), ...chain.slice(0, chain.indexOf(found.place))].map(
      (place) => wording.common.place(place),
    );
    if (missing.length > 0) {
      const words = enumerate(missing, wording.common.or);
      lead.push(wording.market.ratedMissing(words, wording.common.place(found.place)));
    }
  }
  const items: Sentence[] = [];
  for (const { place, row } of told) {
    const { source, edition, code, region } = row;
    const provenance: Provenance = { source, edition, code, region, period: row.period };
    const words = wording.market.rating(row.rating);
    lead.push(
      wording.market.rated(
        wording.common.place(place),
        name(subject.group.title),
        period(row.period),
        fact(provenance, 'outlook.regional.rating', 'text', row.rating, words),
        date(longDate(row.released)),
      ),
    );
    if (row.trend !== '') {
      const quoted = fact(provenance, 'outlook.regional.trend', 'text', row.trend);
      items.push(wording.market.trend(wording.common.place(place), quoted));
    }
  }
  return { lead, items };
}

/** A profile's own regional outlook; one whose years are over is told only with that warning. */
function tellRegional(
  context: AnswerContext,
  subject: Subject,
  outlook: NonNullable<OccupationProfile['outlook']>,
  lead: Sentence[],
  notes: { sentence: Sentence; aloud: boolean }[],
): void {
  const { wording, store, today } = context;
  const { source, edition, code, region } = outlook;
  const provenance: Provenance = { source, edition, code, region, period: outlook.period };
  const regionName = name(store.regions.find((candidate) => candidate.id === region)?.name ?? region);
  const rating = fact(provenance, 'outlook.regional.rating', 'text', outlook.rating);
  const growth = fact(
    provenance,
    'outlook.regional.growth',
    'percent',
    outlook.growth_percent,
    percent(outlook.growth_percent),
  );
  const years = period(outlook.period);
  const group = name(subject.group.title);
  lead.push(
    outlook.expires < today
      ? wording.market.expired(regionName, years, rating, group)
      : wording.market.regional(regionName, years, rating, group),
    outlook.implausible ? wording.market.implausible(growth) : wording.market.growth(growth),
    wording.market.newPositions(fact(provenance, 'outlook.regional.positions', 'persons', outlook.new_positions)),
  );
  notes.push({ sentence: wording.market.newPositionsShared, aloud: true });
  notes.push({ sentence: groupCaveat(context, subject, edition, code), aloud: false });
}

export async function shortageAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const group = name(subject.group.title);
  const section = profileOf(subject)?.shortage;
  const row = await store.outlook(subject.group.code);
  const projected = row
    ? [
        wording.market.shortageProjected(
          period(row.period),
          fact(provenanceOf(row), 'outlook.future', 'text', row.future, wording.common.condition(row.future)),
        ),
      ]
    : [];
  if (!section) return { lead: [wording.market.shortageNone(group), ...projected] };
  const { source, edition, code, region } = section;
  const provenance: Provenance = { source, edition, code, region, period: section.period };
  const share = (id: string, value: number | null): Fact =>
    fact(
      provenance,
      `shortage.${id}`,
      'percent',
      value ?? wording.market.notPublished,
      value === null ? wording.market.notPublished : percent(value),
    );
  const regionName = name(store.regions.find((candidate) => candidate.id === region)?.name ?? region);
  return {
    lead: [wording.market.shortage(group, regionName, period(section.period))],
    items: [
      wording.market.recruited(share('recruited', section.recruited_percent)),
      wording.market.difficulties(share('difficulties', section.hiring_difficulties_percent)),
      wording.market.unfilled(share('unfilled', section.unfilled_over_four_months_percent)),
      wording.market.vacancy(share('vacancy', section.vacancy_rate_percent)),
    ],
    notes: [
      { sentence: wording.market.zeroMeans, aloud: true },
      ...projected.map((sentence) => ({ sentence, aloud: true })),
      { sentence: groupCaveat(context, subject, edition, code), aloud: false },
    ],
  };
}
