import type { Outlook } from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { AnswerBody } from './answer.ts';
import { type AnswerContext, groupCaveat, profileOf, type Subject } from './context.ts';
import { type Fact, fact, type Provenance } from './fact.ts';
import { grouped, percent } from './numbers.ts';
import { name, period, type Sentence } from './sentence.ts';

function provenanceOf(row: Outlook): Provenance {
  return { source: row.source, period: row.period, edition: row.edition, code: row.code, region: 'CA' };
}

export async function outlookAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store, details } = context;
  const group = name(subject.group.title);
  const row = await store.outlook(subject.group.code);
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
    if (Math.min(row.openings, row.seekers, row.growth) < 0) lead.push(wording.market.outlookNegative);
    notes.push(
      { sentence: wording.market.outlookNational, aloud: true },
      { sentence: wording.common.confirm, aloud: false },
    );
  } else {
    lead.push(wording.market.outlookNone(group, period(store.projectionPeriod)));
  }
  const regional = profileOf(subject)?.outlook;
  const asked = details.region?.kind === 'city' ? details.region.parent : details.region?.id;
  if (regional && (asked === undefined || asked === regional.region))
    tellRegional(context, subject, regional, lead, notes);
  else if (details.region && details.region.id !== 'CA') {
    notes.unshift({ sentence: wording.market.outlookRegion(name(details.region.name)), aloud: true });
  }
  return { lead, notes };
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
