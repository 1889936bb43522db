import { freshness } from '../../knowledge/freshness.ts';
import { CWPI_INTERESTS, type Source } from '../../knowledge/model.ts';
import { periodSaid } from './age.ts';
import type { AnswerBody } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { type Fact, fact } from './fact.ts';
import { longDate, percent } from './numbers.ts';
import { count, date, name, type Sentence } from './sentence.ts';

/** Answers about the data and the systems behind it: they need no occupation. */

export async function reliabilityMeaning({ wording, store }: AnswerContext): Promise<AnswerBody> {
  const defined = (await store.occupations()).find((profile) => profile.reliability)?.reliability;
  const lead = [wording.about.reliabilityLead];
  if (defined) {
    const provenance = { source: defined.source, period: '', edition: null, code: '' };
    const told = (id: string, unit: 'percent' | 'answers', value: number): Fact =>
      fact(provenance, `reliability.${id}`, unit, value, unit === 'percent' ? percent(value) : String(value));
    lead.push(
      wording.about.reliabilityBest(
        fact(provenance, 'reliability.code', 'code', defined.code),
        told('variation', 'percent', defined.coefficient_of_variation_percent),
        told('observations', 'answers', defined.observations),
        told('share', 'percent', defined.or_share_of_employment_percent),
      ),
    );
  }
  return { lead: [...lead, wording.about.reliabilityOthers] };
}

export async function measureMeaning({ wording }: AnswerContext): Promise<AnswerBody> {
  const { medianLead, averageLead, percentileLead } = wording.about;
  return { lead: [medianLead, averageLead, percentileLead] };
}

export async function interestMeaning({ wording }: AnswerContext): Promise<AnswerBody> {
  return {
    lead: [wording.about.interestLead],
    items: CWPI_INTERESTS.map((interest) => wording.about.interests[interest]),
    notes: [
      { sentence: wording.about.interestHolland, aloud: true },
      { sentence: wording.about.interestExercise, aloud: true },
    ],
  };
}

export async function teerMeaning({ wording, store }: AnswerContext): Promise<AnswerBody> {
  const teers = await store.teers();
  return {
    lead: [wording.about.teerLead],
    items: teers.map(({ teer, usualRequirement, source }) =>
      wording.about.teerItem(
        wording.common.teerName(teer),
        fact({ source, period: '', edition: 'noc2021', code: '' }, `teer.${teer}`, 'text', usualRequirement),
      ),
    ),
  };
}

export async function nocMeaning({ wording, store }: AnswerContext): Promise<AnswerBody> {
  return {
    lead: [
      wording.about.nocLead(count(store.info.counts.unit_group ?? 0), wording.common.editionName('noc2021')),
      wording.about.nocOccupation,
    ],
  };
}

export async function dataSources({ wording, store, today }: AnswerContext): Promise<AnswerBody> {
  const [sources, uses, datasets] = await Promise.all([store.sources(), store.sourceUse(), store.datasets()]);
  const ageOf = ({ id, expiry }: Source): Sentence | null => {
    const newest = uses.get(id)?.newest ?? '';
    const { state } = freshness(expiry, newest, today);
    if (state === 'good') return null;
    return (state === 'over' ? wording.about.sourceOver : wording.about.sourceStale)(periodSaid(newest));
  };
  const imported = datasets.map((dataset) => dataset.imported).sort();
  const last = imported.at(-1);
  return {
    lead: [
      wording.about.sourcesLead,
      ...(last ? [wording.about.sourcesImported(count(imported.length), date(longDate(last)))] : []),
    ],
    items: sources.map((source) =>
      wording.about.source(
        name(source.title),
        name(source.publisher),
        name(source.licence),
        date(longDate(source.retrieved)),
        ageOf(source),
      ),
    ),
    notes: [
      { sentence: wording.about.sourcesWho, aloud: false },
      { sentence: wording.common.confirm, aloud: true },
    ],
  };
}
