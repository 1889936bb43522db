import { expect } from 'chai';
import { STATEMENT_FIELDS, STATEMENTS, statementById } from '../../../dialogs/interests/statements.ts';
import { interestStatements } from '../../../dialogs/wording/en/interest-statements.ts';
import { foldTitle } from '../../../knowledge/fold.ts';
import { CWPI_INTERESTS } from '../../../knowledge/model.ts';
import { packInput } from '../../bench/data.ts';

const TEXTS = STATEMENTS.map(({ id }) => ({ id, text: interestStatements[id] }));
/** Titles of the pack that are words of every day too; abbreviations (two or three letters) are left out below. */
const EVERYDAY = ['cook', 'model'];
const LEANING =
  /\b(he|she|him|her|his|hers|man|men|woman|women|boys?|girls?|lady|ladies|guys?|mother|father|husband|wife|young|old|elderly|youth|teen|kids?|child|children|rich|poor|church|holiday|christmas|degree|university|college|diploma|golf|yacht|rodeo)\b/i;

function syllables(word: string): number {
  return Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 1,
  );
}

/** Flesch-Kincaid grade of texts of one sentence each. */
function grade(texts: readonly string[]): number {
  const all = texts.flatMap((text) => text.split(/[^A-Za-z]+/).filter(Boolean));
  const count = all.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * all.length) / texts.length + (11.8 * count) / all.length - 15.59;
}

describe('statements of the interests exercise', () => {
  // Protects the balance: as many of each interest, each in every field of work.
  it('are twelve for each interest, over all fields of work', () => {
    expect(STATEMENTS.length).to.equal(60);
    for (const interest of CWPI_INTERESTS) {
      const own = STATEMENTS.filter((each) => each.interest === interest);
      expect(own.length).to.equal(12);
      for (const field of STATEMENT_FIELDS)
        expect(own.filter((each) => each.field === field).length, `${interest} ${field}`).to.be.within(2, 4);
      expect(new Set(own.slice(0, 5).map(({ field }) => field)).size).to.equal(5);
    }
    expect(statementById('social-12')?.interest).to.equal('Social');
    expect(statementById('social-13')).to.equal(undefined);
  });

  // Protects the ear: what is read out on the phone is short and said once.
  it('are short and different', () => {
    for (const { id, text } of TEXTS) expect(text.split(/\s+/).length, id).to.be.within(4, 12);
    expect(new Set(TEXTS.map(({ text }) => foldTitle(text))).size).to.equal(60);
    expect(Object.keys(interestStatements).length).to.equal(60);
  });

  // Protects plain language: all together at grade six or lower, none for readers past grade eight by more than one long word.
  it('are easy to read', () => {
    expect(grade(TEXTS.map(({ text }) => text))).to.be.at.most(6);
    expect(TEXTS.filter(({ text }) => grade([text]) > 8).map(({ text }) => text)).to.deep.equal([]);
  });

  // Protects fairness: a statement leans on no gender, age, culture, means or schooling.
  it('lean on no kind of person', () => {
    expect(TEXTS.filter(({ text }) => LEANING.test(text))).to.deep.equal([]);
  });

  // Protects the measure: a liking for the activity is asked, and not for an occupation's name.
  it('name no occupation', () => {
    const { titles } = packInput();
    const names = new Set(
      titles.map(({ title }) => foldTitle(title)).filter((name) => name.length > 3 && !EVERYDAY.includes(name)),
    );
    const named = TEXTS.flatMap(({ text }) => {
      const parts = foldTitle(text).split(/[^a-z]+/);
      const runs = parts.flatMap((_, from) => [1, 2, 3].map((length) => parts.slice(from, from + length).join(' ')));
      return runs.filter((run) => names.has(run)).map((run) => `${run}: ${text}`);
    });
    expect(names.size).to.be.greaterThan(500);
    expect(named).to.deep.equal([]);
  });
});
