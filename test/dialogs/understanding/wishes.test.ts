import { expect } from 'chai';
import type { Wish } from '../../../dialogs/interests/wishes.ts';
import type { Lexicon } from '../../../dialogs/understanding/understand.ts';
import { hasWish, understandWishes } from '../../../dialogs/understanding/wishes-en.ts';
import { shippedLexicon } from '../helpers.ts';

/** `setting outdoors true "outdoors"` */
function line({ words, ...wish }: Wish): string {
  return `${Object.values(wish).join(' ')} "${words}"`;
}

describe('what a person wants of an occupation', function () {
  this.timeout(120_000);
  let lexicon: Lexicon;
  before(async () => {
    lexicon = await shippedLexicon();
  });
  const read = (message: string): string[] => understandWishes(message, lexicon).map(line);

  const cases: readonly [message: string, ...wishes: string[]][] = [
    ['no university', 'schooling at-most college "no university"'],
    ['I want a university degree', 'schooling exactly university "a university degree"'],
    ['only high school', 'schooling at-most high-school "only high school"'],
    ['I never finished high school', 'schooling at-most none "never finished high school"'],
    ['up to two years of school', 'schooling at-most college "up to two years of school"'],
    ['less school', 'than-this schooling less "less school"'],
    ['like this but less school', 'like-this "like this"', 'than-this schooling less "less school"'],
    ['something that pays more than this', 'than-this pay more "pays more"'],
    ['an apprenticeship', 'apprenticeship true "an apprenticeship"'],
    ['no licence needed', 'licence false "no licence needed"'],
    ['over $30 an hour in Alberta', 'pay at-least 30 hour AB "over $30 an hour"'],
    ['at least 70,000 a year', 'pay at-least 70000 year  "at least 70,000 a year"'],
    ['70k or more', 'pay at-least 70000 year  "70k or more"'],
    ['$5,000 a month', 'pay at-least 60000 year  "$5,000 a month"'],
    ['more than 30/hr', 'pay at-least 30 hour  "more than 30/hr"'],
    ['between $25 and $35 an hour', 'pay at-least 25 hour  "between $25 and"', 'pay at-most 35 hour  "$35 an hour"'],
    ['outdoors', 'setting outdoors true "outdoors"'],
    ['not in an office', 'setting office false "not in an office"'],
    ["I don't want to work with the public", 'setting public false "don\'t want to work with the public"'],
    ['no heights or driving', 'setting heights false "no heights"', 'setting driving false "driving"'],
    ["I'm afraid of heights", 'setting heights false "afraid of heights"'],
    ['work with my hands', 'setting hands true "work with my hands"'],
    ['a quiet place', 'setting noise false "quiet place"'],
    ['regular hours', 'setting regular-hours true "regular hours"'],
    ['in health care', 'field health true "health care"'],
    ['something in IT', 'field computers true "IT"'],
    ['trades', 'field trades true "trades"'],
    ['anything but retail', 'field sales false "anything but retail"'],
    ['no management', 'management false "no management"'],
    ["I'd rather not manage people", 'management false "rather not manage people"'],
    ['a good outlook', 'outlook shortage "a good outlook"'],
    ['no night shifts', 'no-data shifts "no night shifts"'],
    ["I can't lift heavy things", 'no-data lifting "can\'t lift heavy"'],
    ['work from home', 'no-data remote "work from home"'],
    ['good pay', 'vague pay "good pay"'],
    ['no more school', 'vague schooling "no more school"'],
    ['outdoors and near a lake', 'setting outdoors true "outdoors"', 'not-understood "near a lake"'],
    ['jobs in health in Calgary', 'field health true "health"', 'region calgary "Calgary"'],
    [
      'I want something outdoors, no university, over $30 an hour in Alberta',
      'setting outdoors true "outdoors"',
      'schooling at-most college "no university"',
      'pay at-least 30 hour AB "over $30 an hour"',
    ],
  ];
  for (const [message, ...wishes] of cases) {
    it(`"${message}"`, () => {
      expect(read(message)).to.deep.equal(wishes);
    });
  }

  // Protects questions about an occupation from being answered with suggestions.
  for (const message of [
    'what does a plumber earn',
    'sales manager',
    'school bus driver',
    'hello',
    '12111',
    'at least 2 years of school',
    '',
  ])
    it(`"${message}" holds no wish`, () => {
      expect(hasWish(understandWishes(message, lexicon))).to.equal(false);
    });

  // Protects the promise that nothing is guessed: words that mean nothing to us come back.
  it('gives back what it does not understand, word for word', () => {
    expect(read('somewhere with purple walls, no university')).to.deep.equal([
      'not-understood "somewhere"',
      'not-understood "purple walls"',
      'schooling at-most college "no university"',
    ]);
  });

  it('reads a wish once, however often it is said', () => {
    expect(read('outdoors, OUTDOORS, outside')).to.have.length(1);
  });
});
