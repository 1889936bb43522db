import { expect } from 'chai';
import fc from 'fast-check';
import { scoreInterests, surenessOf } from '../../../dialogs/interests/scoring.ts';
import { estimates, gather, type InterestAnswer, LIKINGS } from '../../../dialogs/interests/scoring-model.ts';
import { cumulative, orderProbability, ranked } from '../../../dialogs/interests/scoring-order.ts';
import { CWPI_INTERESTS, type CwpiInterest } from '../../../knowledge/model.ts';

const interest = fc.constantFrom(...CWPI_INTERESTS);
const answer = fc.record({ interest, liking: fc.constantFrom(...LIKINGS) });
const answers = fc.array(answer, { maxLength: 60 });

/** `5 5 4` for one interest and so on, in the order of the interests. */
function given(...lists: readonly string[]): InterestAnswer[] {
  return lists.flatMap((list, at) =>
    [...list].flatMap((digit): InterestAnswer[] => {
      const liking = LIKINGS.find((each) => String(each) === digit);
      const one: CwpiInterest | undefined = CWPI_INTERESTS[at];
      return liking && one ? [{ interest: one, liking }] : [];
    }),
  );
}

describe('interest scores', () => {
  // Protects the result's form: order, capitals, and nothing told that the person likes less than the rest.
  it('tells strong and weaker interests in order', () => {
    const result = scoreInterests(given('333334', '444434', '555555', '112121', '212121'));
    expect(result.kind).to.equal('found');
    if (result.kind !== 'found') return;
    expect(result.codes[0]).to.deep.equal({ interest: 'Methodical', strong: true });
    expect(result.codes[1]?.interest).to.equal('Innovative');
    expect(result.codes.map((code) => code.interest)).to.not.include.members(['Objective']);
    expect(result.sureness).to.equal('sure');
  });

  // Protects people who like everything, or nothing, from a result that tells their mood.
  it('takes the general liking out', () => {
    const high = scoreInterests(given('555555', '444444', '444444', '444444', '444444'));
    expect(high.kind === 'found' && high.codes.map((code) => code.interest)[0]).to.equal('Directive');
    const low = scoreInterests(given('222222', '111111', '111111', '111111', '111111'));
    if (low.kind === 'found') expect(low.codes.some(({ strong }) => strong)).to.equal(false);
  });

  // Protects against a result made of nothing.
  it('has a reason where there is no result', () => {
    const reason = (list: InterestAnswer[], skipped = 0): string => {
      const result = scoreInterests(list, skipped);
      return result.kind === 'none' ? result.reason : 'found';
    };
    expect(reason([])).to.equal('too few');
    expect(reason([], 12)).to.equal('skips only');
    expect(reason(given('5', '4', '3', '2', '1'))).to.equal('too few');
    expect(reason(given('5555', '1111'))).to.equal('too few');
    expect(reason(given('333', '333', '333', '333', '333'))).to.equal('all the same');
    expect(reason(given('151515', '515151', '155115', '511551', '151551'))).to.equal('contradictory');
    expect(reason(given('343', '334', '433', '343', '334'))).to.equal('nothing stands out');
  });

  // Protects fairness: what counts is the answers, not when they were given.
  it('does not depend on the order of answering', () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(scoreInterests(shuffled)).to.deep.equal(scoreInterests(list));
      }),
    );
  });

  // Protects sense: liking a statement more never lowers its interest, nor its place, nor its lead over another.
  it('never lowers an interest that is liked more', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 60 }), fc.nat(), (list, pick) => {
        const at = pick % list.length;
        const more = list.map((each, index) => {
          const liking = index === at ? LIKINGS.find((value) => value === each.liking + 1) : undefined;
          return liking ? { ...each, liking } : each;
        });
        const place = CWPI_INTERESTS.indexOf(list[at]?.interest ?? 'Social');
        const [before, after] = [list, more].map((each) => estimates(gather(each)).map(({ mean }) => mean));
        const lead = (means: readonly number[] = [], other: number): number =>
          (means[place] ?? 0) - (means[other] ?? 0);
        for (const other of CWPI_INTERESTS.keys())
          expect(lead(after, other)).to.be.at.least(lead(before, other) - 1e-9);
        expect(after?.[place]).to.be.at.least((before?.[place] ?? 0) - 1e-9);
        expect(ranked(after ?? []).indexOf(place)).to.be.at.most(ranked(before ?? []).indexOf(place));
      }),
    );
  });

  // Protects the promise that a told interest is over the person's own average.
  it('tells no interest under the average', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const result = scoreInterests(list);
        const average = result.estimates.reduce((sum, { mean }) => sum + mean, 0) / 5;
        if (result.kind === 'found')
          for (const code of result.codes)
            expect(result.estimates.find((each) => each.interest === code.interest)?.mean).to.be.above(average);
      }),
    );
  });
});

describe('certainty of an order', () => {
  // Protects the closed form: all orders of five together are certain, and equal interests are a draw.
  it('sums to one over all orders', () => {
    const means = [0.4, 0.1, -0.2, 0.9, 0];
    const variances = [0.2, 0.5, 0.3, 0.1, 0.4];
    let total = 0;
    for (const a of means.keys())
      for (const b of means.keys())
        for (const c of means.keys()) {
          if (a === b || b === c || a === c) continue;
          const rest = [...means.keys()].filter((each) => ![a, b, c].includes(each));
          total += orderProbability(means, variances, [a, b, c, ...rest], 3);
        }
    expect(total).to.be.closeTo(1, 0.02);
    expect(orderProbability([0, 0, 0, 0, 0], [1, 1, 1, 1, 1], [0, 1, 2, 3, 4], 3)).to.be.closeTo(1 / 60, 0.001);
    expect(orderProbability([9, 6, 3, 0, -3], [0.1, 0.1, 0.1, 0.1, 0.1], [0, 1, 2, 3, 4], 3)).to.be.closeTo(1, 0.01);
  });

  it('uses a right normal distribution', () => {
    expect(cumulative(0)).to.be.closeTo(0.5, 1e-6);
    expect(cumulative(1.959964)).to.be.closeTo(0.975, 1e-6);
    expect(cumulative(-8)).to.be.closeTo(0, 1e-9);
  });

  // Protects the plain words for it.
  it('is told in three classes', () => {
    expect([0.9, 0.75, 0.6, 0.45, 0.2].map(surenessOf)).to.deep.equal([
      'sure',
      'sure',
      'fairly sure',
      'fairly sure',
      'unsure',
    ]);
  });
});
