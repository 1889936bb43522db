import { expect } from 'chai';
import { answerFacts } from '../../../dialogs/answers/answer.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { GENERAL_TOPICS, SUBJECT_TOPICS, TOPICS } from '../../../dialogs/understanding/topics.ts';
import { LOCALES } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { builtStore } from '../../knowledge/helpers.ts';
import { importedKnowledge } from '../imported-knowledge.ts';
import { faultsOf } from './number-faults.ts';

describe('numbers in answers', () => {
  let store: KnowledgeStore;
  let context: (details?: Details) => AnswerContext;

  before(async () => {
    ({ store } = await builtStore());
    context = (details = {}) => ({
      store,
      wording: LOCALES.en,
      details,
      homeRegion: 'AB',
      codes: null,
      today: '2026-11-22',
    });
  });

  // Protects people from made-up figures: whatever group and topic, each number said can be traced to the store.
  it('are facts or typed parameters, for every group and topic, shown and spoken', async () => {
    const faults: string[] = [];
    let answers = 0;
    for (const group of await store.groups()) {
      for (const topic of SUBJECT_TOPICS) {
        const told = await answer(context(), topic, { code: group.code, occupation: '' });
        expect(told, `${group.code} ${topic}`).to.not.equal(null);
        if (told) faults.push(...faultsOf(told));
        answers += 1;
      }
    }
    expect(faults).to.deep.equal([]);
    expect(answers).to.equal(516 * SUBJECT_TOPICS.length);
  });

  it('are facts or typed parameters for every occupation profile and general topic', async () => {
    const faults: string[] = [];
    for (const group of await store.groups()) {
      for (const { id } of await store.occupationsOf(group.code)) {
        for (const topic of TOPICS) {
          const told = await answer(context({ editions: ['noc2006', 'nocs2006'] }), topic, {
            code: group.code,
            occupation: id,
          });
          if (told) faults.push(...faultsOf(told));
        }
      }
    }
    for (const topic of GENERAL_TOPICS) {
      const told = await answer(context(), topic, null);
      if (told) faults.push(...faultsOf(told));
    }
    expect(faults).to.deep.equal([]);
  });

  // Protects the wage answers in every narrowing: region, level, measure, unit, industry.
  it('are facts or typed parameters for wages however they are asked', async () => {
    const faults: string[] = [];
    const narrowings: Details[] = [
      ...store.regions.map((region) => ({ region })),
      { everyRegion: true },
      { per: 'year' },
      { per: 'hour' },
      { level: 'starting' },
      { level: 'top', per: 'year' },
      { measure: 'average' },
      { measure: 'low' },
      { industry: '' },
      { industry: 'oil and gas' },
    ];
    const groups = (await store.groups()).filter(
      (group, index) => index % 9 === 0 || ['12111', '00013', '31102', '32110'].includes(group.code),
    );
    for (const { code } of groups) {
      for (const details of narrowings) {
        const told = await answer(context(details), 'wage', { code, occupation: '' });
        if (told) faults.push(...faultsOf(told));
      }
    }
    expect(faults).to.deep.equal([]);
  });

  // Protects the same where official files have been imported: regions, other releases, outlooks, quoted texts, ratings.
  it('are facts or typed parameters with imported rows too', async () => {
    const { store: imported } = await importedKnowledge();
    const faults: string[] = [];
    const narrowings: Details[] = [
      {},
      ...imported.regions.map((region) => ({ region })),
      { everyRegion: true },
      ...imported.regions.filter(({ kind }) => kind === 'province').map((region) => ({ everyRegion: true, region })),
      { level: 'starting' },
      { per: 'year' },
      { measure: 'high' },
    ];
    for (const code of ['72106', '12111', '14100', '31301', '73300']) {
      for (const details of narrowings) {
        for (const topic of ['wage', 'outlook'] as const) {
          const told = await answer({ ...context(details), store: imported }, topic, { code, occupation: '' });
          if (told) faults.push(...faultsOf(told));
        }
      }
      for (const topic of TOPICS) {
        const told = await answer({ ...context(), store: imported }, topic, { code, occupation: '' });
        if (told) faults.push(...faultsOf(told));
      }
    }
    expect(faults).to.deep.equal([]);
  });

  // Protects against another group's figures: every wage fact of an answer is a row of that group.
  it('are the rows of the group asked about', async () => {
    const wrong: string[] = [];
    for (const { code } of await store.groups()) {
      const rows = await store.wages(code);
      const stored = new Set(
        rows.flatMap((row) => [
          row.low,
          row.median,
          row.average,
          row.high,
          row.salary,
          row.hoursPerWeek,
          row.monthsOnPayroll,
        ]),
      );
      const told = await answer(context(), 'wage', { code, occupation: '' });
      for (const fact of told ? answerFacts(told) : []) {
        if (fact.derived === '' && !stored.has(Number(fact.value))) wrong.push(`${code} ${fact.id} ${fact.value}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
