import { CWPI_INTERESTS } from '../../knowledge/model.ts';
import type { AnswerBody } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { fact } from './fact.ts';
import { count, name } from './sentence.ts';

/** Answers about the data and the systems behind it: they need no occupation. */

export async function reliabilityMeaning({ wording }: AnswerContext): Promise<AnswerBody> {
  return { lead: [wording.about.reliabilityLead, wording.about.reliabilityBest, wording.about.reliabilityOthers] };
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

export async function dataSources({ wording, store }: AnswerContext): Promise<AnswerBody> {
  const sources = await store.sources();
  return {
    lead: [wording.about.sourcesLead],
    items: sources.map((source) =>
      wording.about.source(name(source.title), name(source.publisher), name(source.licence)),
    ),
    notes: [
      { sentence: wording.about.sourcesWho, aloud: false },
      { sentence: wording.common.confirm, aloud: true },
    ],
  };
}
