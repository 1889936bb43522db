import { expect } from 'chai';
import {
  ALL_CODES,
  type CodeChange,
  changeCodes,
  formatCodes,
  type InterestCodes,
  parseCodes,
} from '../../../dialogs/interests/codes.ts';
import { interestWords } from '../../../dialogs/interests/holland.ts';

function codes(text: string): InterestCodes {
  const read = parseCodes(text);
  if (!read) throw new Error(`"${text}" are no codes`);
  return read;
}

describe('interest codes', () => {
  // Protects the notation that a person has from CAREERinsite.
  it('are read in every form that they are written in', () => {
    for (const text of ['M i d', 'Mid', 'M, i, d', 'METHODICAL innovative directive', ' M/i/d '])
      expect(formatCodes(codes(text)), text).to.equal('M i d');
  });

  it('are none in anything else', () => {
    for (const text of ['', 'M i d o', 'M m', 'M i x', 'Methodically', 'mids', '12111', 'M i d please'])
      expect(parseCodes(text), text).to.equal(null);
  });

  // Protects resume codes and exercises alike: what is written is read back as it was.
  it('are read back as written, all 570 of them', () => {
    expect(ALL_CODES).to.have.length(570);
    expect(new Set(ALL_CODES.map(formatCodes)).size).to.equal(570);
    for (const each of ALL_CODES) {
      expect(parseCodes(formatCodes(each))).to.deep.equal(each);
      expect(parseCodes(interestWords(each))).to.deep.equal(each);
    }
  });
});

describe('changes to interest codes', () => {
  const cases: readonly [before: string, change: CodeChange, after: string][] = [
    ['M i d', { kind: 'strength', interest: 'Innovative', strong: true }, 'M I d'],
    ['M i d', { kind: 'place', interest: 'Directive', place: 1 }, 'd M i'],
    ['M i', { kind: 'place', interest: 'Methodical', place: 3 }, 'i M'],
    ['M i d', { kind: 'drop', interest: 'Methodical' }, 'i d'],
    ['M i', { kind: 'add', interest: 'Objective', strong: true }, 'M i O'],
    ['M i d', { kind: 'swap', interest: 'Methodical', other: 'Directive' }, 'd i M'],
    ['M i d', { kind: 'replace', interest: 'Innovative', other: 'Social', strong: true }, 'M S d'],
    ['M i d', { kind: 'step', interest: 'Methodical', by: -1 }, 'm i d'],
    ['M i d', { kind: 'step', interest: 'Innovative', by: -1 }, 'M d'],
    ['M i d', { kind: 'step', interest: 'Innovative', by: 1 }, 'M I d'],
    ['M i', { kind: 'step', interest: 'Social', by: 1 }, 'M i s'],
  ];
  for (const [before, change, after] of cases) {
    it(`${before}, ${change.kind} ${change.interest}: ${after}`, () => {
      const result = changeCodes(codes(before), [change]);
      expect(formatCodes(result.codes)).to.equal(after);
      expect(result.refused).to.deep.equal([]);
    });
  }

  const refusals: readonly [before: string, change: CodeChange, why: string][] = [
    ['M i d', { kind: 'drop', interest: 'Social' }, 'absent'],
    ['M i d', { kind: 'add', interest: 'Methodical', strong: false }, 'present'],
    ['M', { kind: 'drop', interest: 'Methodical' }, 'last-one'],
    ['m', { kind: 'step', interest: 'Methodical', by: -1 }, 'last-one'],
    ['M i d', { kind: 'strength', interest: 'Methodical', strong: true }, 'no-change'],
    ['M i d', { kind: 'place', interest: 'Methodical', place: 1 }, 'no-change'],
    ['M i d', { kind: 'replace', interest: 'Methodical', other: 'Directive', strong: true }, 'present'],
  ];
  for (const [before, change, why] of refusals) {
    it(`${before}, ${change.kind} ${change.interest}: told as ${why}, and nothing changed`, () => {
      const result = changeCodes(codes(before), [change]);
      expect(result.refused).to.deep.equal([{ change, why }]);
      expect(formatCodes(result.codes)).to.equal(before);
    });
  }

  // A code that is not there yet comes in at the place that was named.
  for (const [place, after] of [
    [1, 's M i'],
    [2, 'M s i'],
    [3, 'M i s'],
  ] as const) {
    it(`take in an absent interest at place ${place}`, () => {
      const result = changeCodes(codes('M i d'), [{ kind: 'place', interest: 'Social', place }]);
      expect(formatCodes(result.codes)).to.equal(after);
      expect(result.displaced).to.deep.equal(['Directive']);
    });
  }

  // Protects a person from losing a code without a word.
  it('tell which code gave way to a fourth', () => {
    const result = changeCodes(codes('M i d'), [{ kind: 'add', interest: 'Social', strong: false }]);
    expect(formatCodes(result.codes)).to.equal('M i s');
    expect(result.displaced).to.deep.equal(['Directive']);
  });

  it('are made one after another, whatever is refused between them', () => {
    const result = changeCodes(codes('M i d'), [
      { kind: 'drop', interest: 'Directive' },
      { kind: 'drop', interest: 'Objective' },
      { kind: 'add', interest: 'Objective', strong: true },
      { kind: 'place', interest: 'Objective', place: 1 },
    ]);
    expect(formatCodes(result.codes)).to.equal('O M i');
    expect(result.refused).to.have.length(1);
    expect(result.displaced).to.deep.equal([]);
  });
});
