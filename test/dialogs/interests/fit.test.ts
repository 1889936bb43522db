import { expect } from 'chai';
import { ALL_CODES, formatCodes, type InterestCodes, parseCodes } from '../../../dialogs/interests/codes.ts';
import { bandOf, fitOf, groupFit, sharedInterests, strengthOf } from '../../../dialogs/interests/fit.ts';

const codes = (text: string): InterestCodes => parseCodes(text) ?? [];
const strengths = (each: InterestCodes): number[] => each.map(({ strong }) => strengthOf(strong));

/** Same interests in the same order, all strengths in one proportion. */
function inProportion(one: InterestCodes, other: InterestCodes): boolean {
  const ratio = (strengths(one)[0] ?? 0) / (strengths(other)[0] ?? 1);
  return (
    formatCodes(one).toLowerCase() === formatCodes(other).toLowerCase() &&
    strengths(one).every((strength, index) => strength === ratio * (strengths(other)[index] ?? 0))
  );
}

describe('fit of a person and an occupation', function () {
  this.timeout(120_000);

  // Protects the promise that nothing fits a person better than their own code, for every code that there is.
  it('lies in 0..1, is the same both ways, and is 1 for the own code and no other', () => {
    for (const person of ALL_CODES) {
      for (const occupation of ALL_CODES) {
        const fit = fitOf(person, occupation);
        const pair = `${formatCodes(person)} and ${formatCodes(occupation)}`;
        if (fit < 0 || fit > 1) expect.fail(`${pair}: ${fit}`);
        if (fit !== fitOf(occupation, person)) expect.fail(`${pair}: not the same both ways`);
        if ((fit === 1) !== inProportion(person, occupation)) expect.fail(`${pair}: ${fit}`);
      }
    }
  });

  it('is nought where nothing is shared, or where there are no codes', () => {
    expect(fitOf(codes('M i'), codes('S o'))).to.equal(0);
    expect(fitOf([], codes('S o'))).to.equal(0);
    expect(fitOf([], [])).to.equal(0);
  });

  it('minds order: a code in another order fits worse', () => {
    for (const person of ALL_CODES.filter((each) => each.length > 1 && each.every(({ strong }) => strong))) {
      expect(fitOf(person, person.toReversed()), formatCodes(person)).to.be.below(1);
    }
    expect(fitOf(codes('M I D'), codes('M D I'))).to.be.above(fitOf(codes('M I D'), codes('I M D')));
    expect(fitOf(codes('M I D'), codes('I M D'))).to.be.above(fitOf(codes('M I D'), codes('D I M')));
  });

  it('minds strength: a strong first interest in common counts for more than a weaker one', () => {
    expect(fitOf(codes('M i d'), codes('M s o'))).to.be.above(fitOf(codes('m I D'), codes('M s o')));
    expect(fitOf(codes('M i d'), codes('M i d'))).to.be.above(fitOf(codes('M i d'), codes('m I D')));
  });

  // Computed by hand from the formula: (22 + 5 * 0.5 * 0.5 ...) would hide a wrong weight if it were taken from the code.
  it('is what the formula says', () => {
    // s(u,o) = 22 + 5 * 0.5; s(u,u) = 22 + 5 * 0.25 + 1 * 0.25; s(o,o) = 22 + 5
    expect(fitOf(codes('M i d'), codes('M I'))).to.be.closeTo(24.5 / Math.sqrt(23.5 * 27), 1e-6);
    // First and third places exchanged: 4 and 4 beside 22, 5 and 1; the second stays.
    expect(fitOf(codes('M I D'), codes('D I M'))).to.be.closeTo(13 / 28, 1e-6);
  });

  it('names what is shared, what counts most first', () => {
    expect(
      sharedInterests(codes('s M i'), codes('M i o')).map(({ interest, points }) => [interest, points]),
    ).to.deep.equal([
      ['Methodical', 10],
      ['Innovative', 0.5],
    ]);
  });
});

describe('bands of fit', () => {
  // Protects what a counsellor would say of these pairs.
  const cases: readonly [person: string, occupation: string, band: string][] = [
    ['M i d', 'M i d', 'strong'],
    ['M i d', 'M d i', 'strong'],
    ['M i d', 'M I O', 'strong'],
    ['M I D', 'M S O', 'fair'],
    ['M I D', 'I M D', 'fair'],
    ['M I D', 'D I M', 'weak'],
    ['M i d', 'O M I', 'weak'],
    ['M i d', 'S O', 'weak'],
  ];
  for (const [person, occupation, band] of cases) {
    it(`${occupation} is a ${band} fit of ${person}`, () => {
      expect(bandOf(fitOf(codes(person), codes(occupation)))).to.equal(band);
    });
  }
});

describe('fit of a group', () => {
  const profile = (id: string, text: string, estimated = true) => ({ id, codes: codes(text), estimated });

  it('is its best profile, named, with the range over all of them', () => {
    const result = groupFit(codes('M i d'), [profile('a', 'S o'), profile('b', 'M i d'), profile('c', 'O M')]);
    expect(result?.best.id).to.equal('b');
    expect(result?.fit).to.equal(1);
    expect(result?.range).to.deep.equal([0, 1]);
  });

  // Protects published codes from hiding behind an estimate that says the same.
  it('names the published code where an estimate fits as well, else the first', () => {
    const published = profile('p', 'M i d', false);
    expect(groupFit(codes('M i d'), [profile('a', 'M i d'), published])?.best.id).to.equal('p');
    expect(groupFit(codes('M i d'), [published, profile('a', 'M i d')])?.best.id).to.equal('p');
    expect(groupFit(codes('M i d'), [profile('a', 'M i d'), profile('b', 'M i d')])?.best.id).to.equal('a');
  });

  it('is none without profiles', () => {
    expect(groupFit(codes('M'), [])).to.equal(null);
  });
});
