import { expect } from 'chai';
import { everydayTitles, nonsense } from '../../bench/data.ts';
import { packMatcher } from './helpers.ts';

/** Floors a little under what was measured: a change that loses more than chance would must be looked at. */
describe('accuracy on the frozen sets, shipped pack', () => {
  const rows = everydayTitles().map((each) => ({ ...each, ...packMatcher().match(each.title) }));
  const share = (count: number, of: number): number => (100 * count) / of;

  it('everyday titles: first right in 97 %, among the first five in 99 %', () => {
    const one = rows.filter((row) => row.accept.includes(row.candidates[0]?.code ?? '')).length;
    const five = rows.filter((row) => row.candidates.slice(0, 5).some((each) => row.accept.includes(each.code))).length;
    expect(share(one, rows.length)).to.be.at.least(97);
    expect(share(five, rows.length)).to.be.at.least(99);
  });

  it('answers most of them outright, and 98 % of those rightly', () => {
    const told = rows.filter((row) => row.decision === 'match');
    const right = told.filter((row) => row.accept.includes(row.candidates[0]?.code ?? ''));
    expect(share(told.length, rows.length)).to.be.at.least(60);
    expect(share(right.length, told.length)).to.be.at.least(98);
  });

  it('refuses less than 2 % of real titles and at least 95 % of nonsense', () => {
    expect(share(rows.filter((row) => row.decision === 'none').length, rows.length)).to.be.below(2);
    const texts = nonsense();
    expect(
      share(texts.filter((text) => packMatcher().match(text).decision === 'none').length, texts.length),
    ).to.be.at.least(95);
  });
});
