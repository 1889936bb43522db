import { expect } from 'chai';
import { type Answer, answerFacts } from '../../../dialogs/answers/answer.ts';
import { comparePay } from '../../../dialogs/answers/compared-pay.ts';
import { comparedPayPicture } from '../../../dialogs/answers/compared-pay-picture.ts';
import { comparisonAnswer } from '../../../dialogs/answers/comparison.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { textOf } from '../../../dialogs/answers/sentence.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { enough, findPictured } from '../../../dialogs/answers/wage-picture.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { builtStore } from '../../knowledge/helpers.ts';
import { TODAY } from '../helpers.ts';
import { importedKnowledge, NURSES, TRUCKERS, WELDERS } from '../imported-knowledge.ts';

describe('pictures of answers', () => {
  let store: KnowledgeStore;

  before(async () => {
    ({ store } = await builtStore());
  });

  const contextOf = (details: Details = {}, from = store): AnswerContext => {
    return { store: from, wording: en, details, homeRegion: 'AB', codes: null, today: TODAY };
  };
  const wageOf = async (code: string, details: Details = {}, from = store): Promise<Answer> => {
    const told = await answer(contextOf(details, from), 'wage', { code, occupation: '' });
    if (!told) throw new Error(`there is no answer for ${code}`);
    return told;
  };
  const comparedOf = (codes: readonly string[], from = store): Promise<Answer | null> =>
    comparisonAnswer(
      contextOf({}, from),
      codes.map((code) => ({ code, occupation: '' })),
      ['wage'],
    );

  it('say in words what they show', async () => {
    const { picture } = await wageOf('12111');
    expect(picture && textOf(picture.alt)).to.equal(
      'Bar chart. Hourly pay: Health information management occupations. In Alberta, 2021 figures. ' +
        'Starting: $26.80 (5th percentile) to $37.30 (95th percentile), median $27.78, average $29.41; ' +
        'Overall: $34.63 (5th percentile) to $47.85 (95th percentile), median $39.35, average $39.15; ' +
        'Top: $37.38 (5th percentile) to $57.26 (95th percentile), median $47.30, average $46.93.',
    );
  });

  // Protects from a picture that shows other figures than the answer tells: its rows are in the store, and told in the words.
  it('are of the rows that the answer tells, for every group', async () => {
    let pictures = 0;
    for (const { code } of await store.groups()) {
      const told = await wageOf(code);
      const { picture } = told;
      if (picture?.kind !== 'wages') continue;
      pictures += 1;
      expect(await findPictured(store, picture.rows), code).to.have.lengthOf(picture.rows.levels.length);
      const words = textOf(picture.alt);
      const facts = answerFacts(told).filter(({ id }) => /^wage\.\w+\.(low|median|high|average)$/.test(id));
      expect(facts.length, code).to.be.greaterThan(1);
      expect(
        facts.filter(({ text }) => !words.includes(text)),
        code,
      ).to.deep.equal([]);
    }
    expect(pictures).to.be.greaterThan(500);
  });

  it('are of the levels of a survey where the answer tells those beside a newer figure', async () => {
    const { store: imported } = await importedKnowledge();
    const { picture } = await wageOf('12111', {}, imported);
    expect(picture).to.have.nested.property('rows.source', 'alberta-wage-survey-2021');
    expect(picture).to.have.nested.property('rows.levels').that.deep.equals(['starting', 'overall', 'top']);
  });

  it('are not made of a single figure, of many places, or of none', async () => {
    const region = store.regions.find(({ id }) => id === 'BC');
    const alone = await wageOf('32110', region ? { region } : {});
    expect(answerFacts(alone).map(({ text }) => text)).to.deep.equal(['$44,400']);
    expect(alone.picture).to.equal(null);
    expect((await wageOf('31301', { everyRegion: true })).picture).to.equal(null);
    expect(enough([])).to.equal(false);
    const duties = await answer(contextOf(), 'duties', { code: '31301', occupation: '' });
    expect(duties?.picture).to.equal(null);
  });

  it('put groups side by side where their figures may be compared', async () => {
    const told = await comparedOf([WELDERS, NURSES]);
    expect(told?.picture?.kind).to.equal('compared-wages');
    expect(told?.picture && textOf(told.picture.alt)).to.equal(
      'Bar chart. Hourly pay, side by side. In Alberta, 2024 figures. ' +
        'Welders and related machine operators (72106): $25.00 (10th percentile) to $51.92 (90th percentile), median $38.00; ' +
        'Registered nurses and registered psychiatric nurses (31301): $30.50 (10th percentile) to $54.00 (90th percentile), median $47.00.',
    );
  });

  // Protects from bars beside each other that must not be compared.
  it('do not put figures side by side that are of different sources, years or units', async () => {
    const groups = (await store.groups()).filter(({ code }) => [WELDERS, NURSES].includes(code));
    const pay = comparePay(contextOf(), await Promise.all(groups.map(({ code }) => store.wages(code))));
    expect(comparedPayPicture(contextOf(), groups, pay)?.kind).to.equal('compared-wages');
    expect(comparedPayPicture(contextOf(), groups, { ...pay, comparable: false })).to.equal(null);
    const [first, ...others] = pay.figures;
    const older = first && { ...first, row: { ...first.row, released: '2020' } };
    expect(comparedPayPicture(contextOf(), groups, { ...pay, figures: [older ?? null, ...others] })).to.equal(null);
    expect(comparedPayPicture(contextOf(), groups, { ...pay, figures: [first ?? null, null] })).to.equal(null);
    const { store: imported } = await importedKnowledge();
    const years = await comparedOf([WELDERS, TRUCKERS], imported);
    const shown = years?.picture?.kind === 'compared-wages' ? years.picture.groups : [];
    expect(new Set(shown.map(({ released, source }) => `${released} ${source}`)).size).to.equal(1);
  });

  it('do not put a group beside itself', async () => {
    expect((await comparedOf([NURSES, NURSES]))?.picture ?? null).to.equal(null);
  });
});
