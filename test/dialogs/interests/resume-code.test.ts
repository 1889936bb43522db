import { expect } from 'chai';
import { ALL_CODES } from '../../../dialogs/interests/codes.ts';
import {
  decodeResume,
  encodeResume,
  MOST_SAVED,
  type Resumed,
  resumeCodeIn,
} from '../../../dialogs/interests/resume-code.ts';
import { packInput, seeded } from '../../bench/data.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const always = (): boolean => true;

/** Some hundreds of states, drawn from a fixed seed: every number of groups, with and without codes. */
function states(): Resumed[] {
  const random = seeded(4);
  const groups = packInput().groups.map(({ code }) => code);
  const oneOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: 300 }, (_, index) => ({
    codes: index % 7 === 0 ? null : oneOf(ALL_CODES),
    groups: [...new Set(Array.from({ length: index % (MOST_SAVED + 1) }, () => oneOf(groups)))],
  }));
}

describe('resume code', () => {
  it('carries codes and groups there and back', () => {
    for (const state of states()) {
      const { kind, ...read } = decodeResume(encodeResume(state), always) as Resumed & { kind: string };
      expect(kind).to.equal('resumed');
      expect(read).to.deep.equal({ ...state, gone: [] });
    }
  });

  it('carries every code, and the first and last group that there could be', () => {
    for (const codes of ALL_CODES)
      expect(decodeResume(encodeResume({ codes, groups: [] }), always)).to.deep.include({ kind: 'resumed', codes });
    const groups = ['95999', '00000', '95999'];
    expect(decodeResume(encodeResume({ codes: null, groups }), always)).to.deep.include({ groups: ['95999', '00000'] });
  });

  // Protects a caller who reads it out: short, and no letter that is heard or read as another.
  it('is short: 8 letters with one group, 14 with three, 20 at most', () => {
    const lengths = [0, 1, 2, 3, 4, 5].map(
      (count) =>
        encodeResume({
          codes: ALL_CODES[569] ?? null,
          groups: ['95999', '94999', '93999', '92999', '91999'].slice(0, count),
        }).replaceAll('-', '').length,
    );
    expect(lengths).to.deep.equal([4, 8, 11, 14, 17, 20]);
    for (const state of states()) expect(encodeResume(state)).to.match(/^K[0-9A-HJKMNP-TV-Z-]+$/);
  });

  it('is read however it is typed', () => {
    const state: Resumed = { codes: ALL_CODES[100] ?? null, groups: ['12111', '00010'] };
    const code = encodeResume(state);
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ];
    for (const each of typed) expect(decodeResume(each, always), each).to.deep.include({ kind: 'resumed', ...state });
  });

  // Protects a person from getting somebody else's list: every single wrong letter is noticed, and so are two exchanged neighbours.
  it('notices every wrong letter and every exchange of neighbours', () => {
    for (const state of states().slice(0, 60)) {
      const code = encodeResume(state).replaceAll('-', '');
      for (let at = 0; at < code.length; at += 1) {
        for (const letter of LETTERS) {
          const wrong = code.slice(0, at) + letter + code.slice(at + 1);
          if (wrong !== code && decodeResume(wrong, always).kind !== 'mistyped') expect.fail(`${wrong} for ${code}`);
        }
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (swapped !== code && decodeResume(swapped, always).kind !== 'mistyped')
          expect.fail(`${swapped} for ${code}`);
      }
    }
  });

  it('tells what is no code', () => {
    for (const text of ['', 'K', 'hello', '1252', '12111', 'K000-0000-0000', 'U-U-U-U', '🦫'])
      expect(decodeResume(text, always).kind, text).to.equal('mistyped');
  });

  // A code of the version after this one, with the same check.
  it('tells a later version from a mistyped code', () => {
    const later = [...LETTERS].map((check) => `M00000${check}`);
    expect(later.filter((code) => decodeResume(code, always).kind === 'later-version')).to.have.length(1);
  });

  it('tells which groups the store no longer has', () => {
    const code = encodeResume({
      codes: null,
      groups: ['12111', '99999', '72200'].map((each) => each.replace('99999', '95999')),
    });
    expect(decodeResume(code, (group) => group !== '95999')).to.deep.equal({
      kind: 'resumed',
      codes: null,
      groups: ['12111', '72200'],
      gone: ['95999'],
    });
  });

  it('keeps five groups, each once', () => {
    const groups = ['12111', '12111', '72200', '31301', '00010', '21231', '65100'];
    const read = decodeResume(encodeResume({ codes: null, groups }), always);
    expect(read).to.deep.include({ groups: ['12111', '72200', '31301', '00010', '21231'] });
  });

  it('refuses what is no group', () => {
    expect(() => encodeResume({ codes: null, groups: ['1252'] })).to.throw(RangeError);
  });

  it('is found in a message, and words and other numbers are not', () => {
    for (const state of states()) {
      const code = encodeResume(state);
      expect(resumeCodeIn(`continue with ${code}, please`)).to.equal(code);
    }
    for (const text of [
      'part-time',
      'know-how',
      'call 1-877-644-9992',
      'NOC 12111.00',
      '1252',
      'kitchen',
      'two 2024-2033',
    ])
      expect(resumeCodeIn(text), text).to.equal(null);
  });
});
