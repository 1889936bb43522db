/** Reads numbers back from words, for tests: written apart from what makes them, so that a fault in one is no fault in the other. */

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const SCALES = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** `seventy thousand four hundred and eighty-one` -> 70481; NaN for anything else. */
export function parseWhole(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.split(/[\s-]+/)) {
    const small = SMALL.get(word) ?? TENS.get(word);
    const scale = SCALES.get(word);
    if (word === 'and') continue;
    if (small !== undefined) part += small;
    else if (word === 'hundred') part *= 100;
    else if (scale !== undefined) {
      total += part * scale;
      part = 0;
    } else return Number.NaN;
  }
  return total + part;
}

/** `thirty-nine dollars and fifteen cents` -> 39.15 */
export function parseDollars(words: string): number {
  const said = /^(?:(.+?) dollars?)?(?: and )?(?:(.+?) cents?)?$/.exec(words);
  if (!said || words === '') return Number.NaN;
  const [, dollars, cents] = said;
  return (parseWhole(dollars ?? 'zero') * 100 + parseWhole(cents ?? 'zero')) / 100;
}

/** `seven zero, four eight one, point five zero` -> 70481.5 */
export function parseDigits(words: string): number {
  const signs = words.split(/[\s,]+/).map((word) => (word === 'point' ? '.' : String(SMALL.get(word) ?? 'x')));
  return Number(signs.join(''));
}

const SPOKEN = [...SMALL.keys(), ...TENS.keys(), ...SCALES.keys(), 'hundred', 'point', 'minus', 'oh'].join('|');
const SPOKEN_WORD = `(?:${SPOKEN})(?:-(?:${[...SMALL.keys()].join('|')}))?(?![a-z-])`;
const RUN = new RegExp(`(?<![a-z-])${SPOKEN_WORD}(?: (?:and )?${SPOKEN_WORD})*`, 'g');

/** What each run of number words in a text may stand for: a number, a year, or digits one by one. */
export function numbersSpoken(text: string): string[][] {
  return (text.toLowerCase().match(RUN) ?? []).map(readings);
}

function readings(run: string): string[] {
  const words = run.split(' ');
  const [whole = '', fraction] = run.replace(/^minus /, '').split(' point ');
  const digits = words.map((word) => (word === 'point' ? '.' : String(SMALL.get(word) ?? 'x'))).join('');
  const number = parseWhole(whole);
  const found = [
    fraction === undefined
      ? String(number)
      : `${number}.${fraction
          .split(' ')
          .map((word) => SMALL.get(word))
          .join('')}`,
    digits,
  ];
  const [century = '', ...rest] = words;
  const inCentury = rest[0] === 'hundred' ? 0 : parseWhole(rest.filter((word) => word !== 'oh').join(' ') || 'x');
  return [...found, String(parseWhole(century) * 100 + inCentury)].filter((each) => !/NaN|x/.test(each));
}
