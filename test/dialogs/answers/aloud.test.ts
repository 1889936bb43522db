import { expect } from 'chai';
import fc from 'fast-check';
import { aloud, MOST_WORDS } from '../../../dialogs/answers/aloud.ts';
import { type Fact, type FactUnit, fact } from '../../../dialogs/answers/fact.ts';
import { dollars as dollarsWritten } from '../../../dialogs/answers/numbers.ts';
import {
  code,
  count,
  date,
  edition,
  link,
  name,
  type Parameter,
  period,
  phone,
  quote,
  type Sayable,
  type Sentence,
  say,
  time,
} from '../../../dialogs/answers/sentence.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { builtStore } from '../../knowledge/helpers.ts';
import { parseDigits, parseDollars, parseWhole } from './spoken-numbers.ts';

function told(unit: FactUnit, value: number | string, text?: string, id = 'test'): Fact {
  return fact({ source: 's', period: '', edition: null, code: '' }, id, unit, value, text);
}

function said(value: Sayable): string {
  return aloud([say`It is ${value} here`], en).say.replace(/^It is (.*) here\.$/s, '$1');
}

function hourly(value: number): Fact {
  return told('CAD per hour', value, dollarsWritten(value, 'hour'));
}

const percentile = (text: string): Parameter => ({ parameter: 'percentile', text });

describe('what is read aloud', () => {
  const cases: readonly (readonly [Sayable, string])[] = [
    [hourly(39.15), 'thirty-nine dollars and fifteen cents'],
    [hourly(1.01), 'one dollar and one cent'],
    [hourly(0.05), 'five cents'],
    [hourly(40), 'forty dollars'],
    [told('CAD per year', 70_481, '$70,481'), 'seventy thousand four hundred and eighty-one dollars'],
    [told('CAD per year', 100_000, '$100,000'), 'one hundred thousand dollars'],
    [told('CAD per year', 101_005, '$101,005'), 'one hundred and one thousand and five dollars'],
    [told('percent', 80.7, '80.7%'), 'eighty point seven percent'],
    [told('percent', 'not available'), 'not available'],
    [told('persons', 2900, '2,900'), 'two thousand nine hundred'],
    [told('persons', -300, '-300'), 'minus three hundred'],
    [told('hours per week', 34.7), 'thirty-four point seven'],
    [told('kg', 5, '5 kg'), 'five kilograms'],
    [told('years', 2, '2 years'), 'two years'],
    [told('code', 'B513'), 'B five one three'],
    [told('code', '1413.3'), 'one four one three point three'],
    [told('letters', 'METHODICAL innovative'), 'Methodical, strong; Innovative, weaker'],
    [code('12111'), 'one two one one one'],
    [code('00010'), 'zero zero zero one zero'],
    [code('TEER 2'), 'TEER category two'],
    [code('METHODICAL innovative'), 'Methodical, strong; Innovative, weaker'],
    [
      say`${edition('NOC 2021')} ${code('12111')}`,
      'National Occupational Classification twenty twenty-one, code one two one one one',
    ],
    [count(20), 'twenty'],
    [period('2021'), 'twenty twenty-one'],
    [period('2009'), 'two thousand and nine'],
    [period('2000'), 'two thousand'],
    [period('1998'), 'nineteen ninety-eight'],
    [period('1905'), 'nineteen oh five'],
    [period('2019-2023'), 'twenty nineteen to twenty twenty-three'],
    [date('March 16, 2018'), 'March sixteenth, twenty eighteen'],
    [phone('1-877-644-9992'), 'one, eight seven seven, six four four, nine nine nine two'],
    [time('7:30'), 'seven thirty a.m.'],
    [time('20:00'), 'eight p.m.'],
    [percentile('5th percentile'), 'where one in twenty is paid less'],
    [percentile('90th percentile'), 'where nine in ten are paid less'],
    [name('2021 Alberta Wage and Salary Survey'), 'twenty twenty-one Alberta Wage and Salary Survey'],
    [name('Classification (NOC) 2016'), 'Classification twenty sixteen'],
    [
      told('text', 'lift 20-25 kg, e.g. in CO2 rooms, $1,200 & more'),
      'lift twenty to twenty-five kilograms, for example in CO two rooms, one thousand two hundred dollars and more',
    ],
    [name('backend; .NET'), 'backend; .NET'],
    [quote('\u{f0000}<b>7</b>\u0007'), '<b>seven</b>'],
  ];
  for (const [value, words] of cases) {
    it(words.slice(0, 90), () => expect(said(value)).to.equal(words));
  }

  it('leaves addresses out, and the punctuation around them', () => {
    const sentence = say`See ${name('Job Bank')}, ${link('https://www.jobbank.gc.ca/a/')}. Or ${name('alis')}: ${link('https://alis.alberta.ca/')}.`;
    expect(aloud([sentence], en).say).to.equal('See Job Bank. Or alis.');
  });

  // Protects a caller's ear and pencil from a wrong amount: whatever can be published is heard as it is.
  it('says every amount so that it can be written down again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (cents) => {
        const amount = cents / 100;
        const { slowly } = aloud([say`It is ${hourly(amount)} here`], en);
        expect(parseDollars(said(hourly(amount)))).to.equal(amount);
        const figures = slowly.filter((part) => part.startsWith('in figures: '));
        expect(figures.map((part) => parseDigits(part.slice('in figures: '.length)))).to.deep.equal([amount]);
      }),
      { numRuns: 500 },
    );
  });

  it('says every count so that it can be written down again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(parseWhole(said(count(value)))).to.equal(value);
      }),
    );
  });

  // Protects the figures themselves: all wages that are shipped, as the answers tell them.
  it('says all shipped wages exactly', async () => {
    const { store } = await builtStore();
    const amounts = new Set<number>();
    for (const { code: group } of await store.groups())
      for (const { low, median, average, high, salary } of await store.wages(group))
        for (const amount of [low, median, average, high, salary]) if (amount !== null) amounts.add(amount);
    expect(amounts.size).to.be.greaterThan(1_000);
    const wrong = [...amounts]
      .map((amount) => Math.round(amount * 100) / 100)
      .filter((amount) => parseDollars(said(hourly(amount))) !== amount);
    expect(wrong).to.deep.equal([]);
  });

  // Protects listeners from what only eyes need, and from the same long name before each of ten codes.
  const forTheEar: readonly (readonly [Sentence, string])[] = [
    [say`${name('Plumbers')} (${code('72300')}): fix pipes.`, 'Plumbers: fix pipes.'],
    [say`${name('Plumbers')} (OaSIS ${code('72300.00')}): fix pipes.`, 'Plumbers: fix pipes.'],
    [
      say`It was ${code('72300')} (since ${period('2021')}).`,
      'It was seven two three zero zero, since twenty twenty-one.',
    ],
    [
      say`In ${edition('NOC 2016')} and ${edition('NOC 2011')}`,
      'In National Occupational Classification twenty sixteen and NOC twenty eleven.',
    ],
    [say`${told('letters', 'SOCIAL OBJECTIVE METHODICAL')}`, 'Social, Objective and Methodical, all strong.'],
    [say`${told('letters', 'SOCIAL objective methodical')}`, 'Social, strong; Objective and Methodical, both weaker.'],
    [
      say`It is ${hourly(40)} an hour at the median (${period('2024')} figures).`,
      'It is forty dollars an hour at the median, where half are paid less, twenty twenty-four figures.',
    ],
    [say`I hold no list, and our store holds none.`, 'We hold no list, and we hold none.'],
    [say`It is so. Our store has no figure. I hold no list.`, 'It is so. We have no figure. We hold no list.'],
  ];
  for (const [sentence, words] of forTheEar) {
    it(words.slice(0, 90), () => expect(aloud([sentence], en).say).to.equal(words));
  }

  it('says a long name in full once to a listener, in however many lines', () => {
    const named = new Set<string>();
    const lines = [1, 2].map(() => aloud([say`${name('OaSIS')} tells it`], en, named).say);
    expect(lines).to.deep.equal(['Occupational and Skills Information System tells it.', 'Oasis tells it.']);
  });

  it('comes in parts of a breath each, which together are the whole', () => {
    const sentence = say`In ${name('Alberta')}, overall pay in the group ${name('Health information management occupations')} was ${hourly(39.15)} an hour on average and ${hourly(39.35)} an hour at the median (${period('2021')} figures).`;
    const { say: whole, slowly } = aloud([sentence], en);
    const parts = slowly.filter((part) => !part.startsWith('in figures: '));
    expect(parts.join(' ').replaceAll(',', '')).to.equal(whole.replaceAll(',', ''));
    for (const part of parts) expect(part.split(' ').length, part).to.be.at.most(MOST_WORDS + 2);
    expect(slowly).to.include.members([
      'in figures: three nine, point one five',
      'in figures: three nine, point three five',
    ]);
  });

  it('takes any text of whoever typed it, and says no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { say: whole, slowly } = aloud([say`You asked "${quote(text)}".`], en);
        expect([whole, ...slowly].join(' ')).not.to.match(/[0-9]/);
      }),
    );
  });
});
