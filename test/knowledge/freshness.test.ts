import { expect } from 'chai';
import fc from 'fast-check';
import { freshness } from '../../knowledge/freshness.ts';
import type { Expiry } from '../../knowledge/model.ts';

const year = fc.integer({ min: 1950, max: 2200 });
const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.nat(20)).map(([first, length]) => `${first}-${first + length}`),
  day,
);
const years = fc.integer({ min: 1, max: 99 }).map((count): Expiry => `${count} years`);
const expiry = fc.oneof(fc.constant<Expiry>('period-end'), years);

describe('freshness', () => {
  const CASES: readonly (readonly [Expiry, period: string, today: string, state: string, since: string | null])[] = [
    ['3 years', '2021', '2024-12-31', 'good', null],
    ['3 years', '2021', '2025-01-01', 'stale', '2025-01-01'],
    ['2 years', '2022-2024', '2026-12-31', 'good', null],
    ['5 years', '2018-03-16', '2023-03-16', 'good', null],
    ['5 years', '2018-03-16', '2023-03-17', 'stale', '2023-03-17'],
    ['1 years', '2024-02-29', '2025-02-28', 'good', null],
    ['1 years', '2024-02-29', '2025-03-01', 'stale', '2025-03-01'],
    ['4 years', '2024-02-29', '2028-02-29', 'good', null],
    ['period-end', '2019-2023', '2023-12-31', 'good', null],
    ['period-end', '2019-2023', '2026-11-22', 'over', '2024-01-01'],
    ['never', '1971', '2026-11-22', 'good', null],
    ['2 years', '', '2026-11-22', 'good', null],
    ['2 years', 'spring of 2001', '2026-11-22', 'good', null],
  ];
  for (const [rule, published, today, state, since] of CASES) {
    it(`${published || 'no period'} with "${rule}" is ${state} on ${today}`, () => {
      expect(freshness(rule, published, today)).to.deep.equal({ state, since });
    });
  }

  // Protects people from an old figure that looks new again: what is no longer good never becomes good.
  it('only ever gets worse as days go by', () => {
    fc.assert(
      fc.property(expiry, period, day, day, (rule, published, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        if (freshness(rule, published, earlier).state !== 'good')
          expect(freshness(rule, published, later)).to.deep.equal(freshness(rule, published, earlier));
      }),
    );
  });

  it('turns on the very day that it names: bad from then on, good on every day before', () => {
    fc.assert(
      fc.property(expiry, period, (rule, published) => {
        const { since } = freshness(rule, published, '9999-12-31');
        expect(since).to.match(/^\d{4}-\d{2}-\d{2}$/);
        const first = new Date(`${since}T00:00:00Z`);
        expect(freshness(rule, published, since ?? '').since).to.equal(since);
        first.setUTCDate(first.getUTCDate() - 1);
        expect(freshness(rule, published, first.toISOString().slice(0, 10)).state).to.equal('good');
      }),
    );
  });

  it('never ages what does not age, and gives a longer time with more years', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: 1, max: 98 }), (published, count) => {
        expect(freshness('never', published, '9999-12-31').state).to.equal('good');
        const sooner = freshness(`${count} years`, published, '9999-12-31').since ?? '';
        const later = freshness(`${count + 1} years`, published, '9999-12-31').since ?? '';
        expect(later > sooner).to.equal(true);
      }),
    );
  });
});
