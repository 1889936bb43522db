import { expect } from 'chai';
import fc from 'fast-check';
import { isJump, list, number, word } from '../../../knowledge/compare/columns.ts';
import { compareRows, type KindSpec } from '../../../knowledge/compare/comparison.ts';
import { MARKET_CONDITIONS } from '../../../knowledge/model.ts';

interface Row {
  readonly key: string;
  readonly release: number;
  readonly value: number | null;
}

const spec: KindSpec<Row> = {
  kind: 'test',
  what: 'Test',
  sql: '',
  key: (row) => [row.key],
  subject: (row) => row.key,
  columns: [number('value', (row) => row.value)],
};
const names = { group: (code: string) => code, region: (id: string) => id };
const row = (key: string, value: number | null): Row => ({ key, release: 1, value });
const compare = (before: readonly Row[], after: readonly Row[], threshold = 5) =>
  compareRows(spec, before, after, names, { threshold });

describe('comparing rows of two stores', () => {
  it('tells a number with its change in percent, and counts one within the threshold without telling it', () => {
    const found = compare(
      [row('a', 100), row('b', 100), row('c', 100)],
      [row('a', 105.5), row('b', 105), row('c', 95)],
    );
    expect(found.changed).to.have.length(1);
    expect(found.changed[0]).to.include({ subject: 'a', from: 100, to: 105.5, percent: 5.5, implausible: false });
    expect(found.slight).to.equal(2);
  });

  it('tells every change at a threshold of zero, and no figure that stayed', () => {
    const found = compare([row('a', 100), row('b', 7)], [row('a', 100.1), row('b', 7)], 0);
    expect(found.changed.map(({ subject }) => subject)).to.deep.equal(['a']);
    expect(found.slight).to.equal(0);
  });

  it('marks what is more than double or less than half, and not double or half itself', () => {
    const marks = [
      [10, 20, false],
      [10, 20.01, true],
      [10, 5, false],
      [10, 4.99, true],
      [0, 1, true],
      [1, 0, true],
      [-10, 10, true],
      [-10, -15, false],
      [-10, -21, true],
    ] as const;
    for (const [from, to, jump] of marks) {
      expect(isJump(from, to), `${from} to ${to}`).to.equal(jump);
      expect(compare([row('a', from)], [row('a', to)]).changed[0]?.implausible, `${from} to ${to}`).to.equal(jump);
    }
  });

  it('does not mark a difference that passes through zero', () => {
    const growth = number<Row>('growth', (each) => each.value, { isDifference: true });
    expect(growth.compare(row('a', -100), row('a', 300))).to.include({ implausible: false, percent: 400 });
  });

  it('tells a figure that is published no more, whatever the threshold, and without a percentage', () => {
    const found = compare([row('a', 10), row('b', null)], [row('a', null), row('b', 10)], 1000);
    expect(found.changed).to.have.length(2);
    expect(found.changed[0]).to.include({ from: 10, to: null, percent: null, implausible: false });
    expect(found.changed[1]).to.include({ from: null, to: 10, percent: null });
  });

  it('puts the hard to believe first, then figures lost, the biggest change, and new figures; a tenth before a ninefold', () => {
    const keys = ['rise', 'lost', 'fall', 'ninefold', 'tenth'];
    const before = [row('appeared', null), ...keys.map((key) => row(key, 100))];
    const after = [110, null, 85, 900, 10].map((value, index) => row(keys[index] ?? '', value));
    after.push(row('appeared', 5));
    expect(compare(before, after).changed.map(({ subject }) => subject)).to.deep.equal([
      'tenth',
      'ninefold',
      'lost',
      'fall',
      'rise',
      'appeared',
    ]);
  });

  it('compares the newest release of a key only', () => {
    const newest: KindSpec<Row> = { ...spec, release: ({ release }) => String(release) };
    const before = [
      { key: 'a', release: 2, value: 20 },
      { key: 'a', release: 1, value: 10 },
    ];
    const after = [{ key: 'a', release: 3, value: 30 }, ...before];
    const found = compareRows(newest, before, after, names, { threshold: 5 });
    expect(found).to.deep.include({ added: [], gone: [], rows: [1, 1] });
    expect(found.changed).to.have.length(1);
    expect(found.changed[0]).to.include({ from: 20, to: 30 });
  });

  it('keeps rows of one key apart by their variant, and pairs one with one whatever it is', () => {
    const varied: KindSpec<Row> = { ...spec, variant: ({ release }) => String(release) };
    const one = { key: 'a', release: 1, value: 10 };
    const two = { key: 'a', release: 2, value: 20 };
    const split = compareRows(varied, [one, two], [{ ...two, value: 40 }], names, { threshold: 5 });
    expect(split.gone).to.have.length(1);
    expect(split.changed[0]).to.include({ from: 20, to: 40 });
    const moved = compareRows(varied, [one], [two], names, { threshold: 5 });
    expect(moved).to.deep.include({ added: [], gone: [] });
    expect(moved.changed[0]).to.include({ from: 10, to: 20 });
  });

  it('measures a word on a scale by its steps', () => {
    const condition = word<{ is: string }>('condition', ({ is }) => is, MARKET_CONDITIONS);
    expect(condition.compare({ is: 'balance' }, { is: 'balance' })).to.equal(null);
    expect(condition.compare({ is: 'strong-shortage' }, { is: 'strong-surplus' })).to.include({ size: 4 });
    expect(condition.compare({ is: 'balance' }, { is: 'something else' })).to.include({ size: 1 });
  });

  it('counts a list, and sees one of the same length with other texts', () => {
    const texts = list<{ is: string }>('titles', ({ is }) => is);
    expect(texts.compare({ is: 'a\nb' }, { is: 'a\nc' })).to.include({
      from: 2,
      to: 2,
      note: '1 new, 1 gone',
      moved: 100,
    });
    expect(texts.compare({ is: 'a\nb' }, { is: 'b\na' })).to.include({ note: 'in another order', moved: 0 });
    expect(texts.value({ is: '' })).to.equal(0);
  });

  // Protects an editor from a comparison that depends on which side is looked from.
  it('has as new what is gone the other way round, and finds nothing between a store and itself', () => {
    const rows = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c'),
        release: fc.integer({ min: 1, max: 3 }),
        value: fc.option(fc.integer({ min: -20, max: 20 })),
      }),
      { selector: ({ key, release }) => `${key} ${release}` },
    );
    const specs: KindSpec<Row>[] = [
      { ...spec, release: ({ release }) => String(release) },
      { ...spec, variant: ({ release }) => String(release) },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...specs), rows, rows, fc.integer({ min: 0, max: 200 }), (of, a, b, threshold) => {
        const there = compareRows(of, a, b, names, { threshold });
        const back = compareRows(of, b, a, names, { threshold });
        expect(there.added).to.deep.equal(back.gone);
        expect(there.gone).to.deep.equal(back.added);
        expect(there.rows).to.deep.equal([...back.rows].reverse());
        expect(there.changed.length + there.slight).to.equal(back.changed.length + back.slight);
        expect(there.rows[0] - there.gone.length).to.equal(there.rows[1] - there.added.length);
        const same = compareRows(of, a, a, names, { threshold });
        expect(same).to.deep.include({ added: [], gone: [], changed: [], slight: 0 });
      }),
    );
  });
});
