import { expect } from 'chai';
import {
  type Answer,
  answerFacts,
  answerParameters,
  answerSpoken,
  answerText,
  sentencesOf,
} from '../../../dialogs/answers/answer.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { GENERAL_TOPICS, SUBJECT_TOPICS, TOPICS } from '../../../dialogs/understanding/topics.ts';
import { LOCALES } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { builtStore } from '../../knowledge/helpers.ts';

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

/** Numbers of the rendered text that are neither in a fact of the answer nor in a typed parameter of its wording. */
function strayNumbers(answer: Answer): string[] {
  const known = new Set([...answerFacts(answer), ...answerParameters(answer)].flatMap((told) => numbersIn(told.text)));
  return [answerText(answer), answerSpoken(answer)].flatMap(numbersIn).filter((number) => !known.has(number));
}

/** Digits in the fixed words of a sentence: a number that nobody could trace. */
function untypedDigits(answer: Answer): string[] {
  return sentencesOf(answer).flatMap(
    (sentence) => sentence.segments.filter((segment) => typeof segment === 'string' && /\d/.test(segment)) as string[],
  );
}

function faultsOf(answer: Answer): string[] {
  const { code } = answer.subject ?? { code: '' };
  return [
    ...strayNumbers(answer).map((number) => `${code} ${answer.topic}: ${number} is no fact and no parameter`),
    ...untypedDigits(answer).map((words) => `${code} ${answer.topic}: digits in fixed words "${words}"`),
    ...answerFacts(answer)
      .filter(
        (fact) => typeof fact.value === 'number' && Number.parseFloat(fact.text.replace(/[$,]/g, '')) !== fact.value,
      )
      .map((fact) => `${code} ${answer.topic}: ${fact.id} is ${fact.value} and told as ${fact.text}`),
    ...answerFacts(answer)
      .filter((fact) => fact.source === '')
      .map((fact) => `${code} ${answer.topic}: ${fact.id} has no source`),
    ...(answerFacts(answer).length > 0 && answer.citations.length === 0 && answer.topic !== 'data-sources'
      ? [`${code} ${answer.topic}: facts without a citation`]
      : []),
    ...(answerText(answer).trim() === '' || answerSpoken(answer).trim() === ''
      ? [`${code} ${answer.topic}: nothing said`]
      : []),
    ...(/undefined|null|NaN|\[object/.test(answerText(answer))
      ? [`${code} ${answer.topic}: ${answerText(answer)}`]
      : []),
  ];
}

describe('numbers in answers', () => {
  let store: KnowledgeStore;
  let context: (details?: Details) => AnswerContext;

  before(async () => {
    ({ store } = await builtStore());
    context = (details = {}) => ({ store, wording: LOCALES.en, details, homeRegion: 'AB', today: '2026-11-22' });
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
