import { expect } from 'chai';
import fc from 'fast-check';
import { readAmount, readNumber } from '../../../knowledge/import/cells.ts';

/** Protects that figures are what the publisher wrote, in whichever language a table was saved. */
describe('numbers as publishers write them', () => {
  const cents = (least: number): fc.Arbitrary<number> =>
    fc.integer({ min: least, max: 10 ** 11 }).map((value) => value / 100);

  it('gives back any number formatted in English or French', () => {
    const formats = ['en-CA', 'fr-CA', 'fr-FR'].flatMap((locale) =>
      [true, false].map((useGrouping) => new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 2 })),
    );
    fc.assert(
      fc.property(cents(-(10 ** 11)), fc.constantFrom(...formats), (value, format) => {
        expect(readNumber(format.format(value))).to.equal(value);
      }),
    );
  });

  it('gives back any amount of dollars formatted in English or French', () => {
    const formats = ['en-CA', 'fr-CA'].map(
      (locale) =>
        new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' }),
    );
    fc.assert(
      fc.property(cents(1), fc.constantFrom(...formats), (value, format) => {
        expect(readAmount(format.format(value))).to.equal(value);
      }),
    );
  });

  it('takes no text for a number and no sign of absence for zero', () => {
    fc.assert(
      fc.property(fc.constantFrom('N/A', 'N/D', 'n/a', 's.o.', 'x', 'F', '..', '-', '', '0', '0.00'), (cell) => {
        expect(readAmount(cell)).to.equal(null);
      }),
    );
    for (const cell of ['about 20', '12-15', '1,2,3', '20 or so', '1.2.3'])
      expect(readNumber(cell), cell).to.equal(undefined);
  });
});
