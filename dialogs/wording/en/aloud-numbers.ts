/** Numbers as they are spoken in English. */

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const SCALES = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
] as const;
/** From here on nobody follows: such a number is said digit by digit. */
const TOO_LARGE = 1_000_000_000_000;

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function belowHundred(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]}`;
}

function belowThousand(value: number): string {
  if (value < 100) return belowHundred(value);
  const hundreds = `${ONES[Math.floor(value / 100)]} hundred`;
  return value % 100 === 0 ? hundreds : `${hundreds} and ${belowHundred(value % 100)}`;
}

/** `seventy thousand four hundred and eighty-one`; of a whole number, also a negative one. */
export function whole(value: number): string {
  if (value < 0) return `minus ${whole(-value)}`;
  if (!Number.isSafeInteger(value) || value >= TOO_LARGE) return digits(String(value));
  const parts: string[] = [];
  let rest = value;
  for (const [scale, word] of SCALES) {
    if (rest >= scale) parts.push(`${belowThousand(Math.floor(rest / scale))} ${word}`);
    rest %= scale;
  }
  if (rest > 0 || parts.length === 0) {
    const glue = parts.length > 0 && rest < 100 ? 'and ' : '';
    parts.push(`${glue}${belowThousand(rest)}`);
  }
  return parts.join(' ');
}

/** A number as it is written: `1,300`, `-300`, `34.7`. */
export function written(text: string): string {
  const plain = text.replaceAll(',', '');
  const [integer = '', fraction] = plain.replace(/^[-−]/, '').split('.');
  const sign = /^[-−]/.test(plain) ? 'minus ' : '';
  const said = `${sign}${whole(Number(integer))}`;
  return fraction === undefined ? said : `${said} point ${digits(fraction)}`;
}

/** `one two one one one`, `B five one three`, `one four one three point three`. */
export function digits(text: string): string {
  return [...text]
    .map((sign) => (sign === '.' ? 'point' : /[0-9]/.test(sign) ? (ONES[Number(sign)] ?? sign) : sign))
    .filter((word) => word.trim() !== '')
    .join(' ');
}

/** `thirty-nine dollars and fifteen cents`; to the cent. */
export function dollars(amount: number): string {
  const all = Math.round(Math.abs(amount) * 100);
  const [whole_, cents] = [Math.floor(all / 100), all % 100];
  const sign = amount < 0 ? 'minus ' : '';
  const centsSaid = `${whole(cents)} ${cents === 1 ? 'cent' : 'cents'}`;
  if (whole_ === 0 && cents > 0) return `${sign}${centsSaid}`;
  const dollarsSaid = `${sign}${whole(whole_)} ${whole_ === 1 ? 'dollar' : 'dollars'}`;
  return cents === 0 ? dollarsSaid : `${dollarsSaid} and ${centsSaid}`;
}

/** The same for somebody who writes along: `three nine, point one five`; `seven zero, four eight one`. */
export function dollarDigits(amount: number): string {
  const all = Math.round(Math.abs(amount) * 100);
  const grouped = Math.floor(all / 100)
    .toLocaleString('en-CA')
    .split(',')
    .map(digits)
    .join(', ');
  return all % 100 === 0 ? grouped : `${grouped}, point ${digits(String(all % 100).padStart(2, '0'))}`;
}

/** `twenty twenty-one`, `two thousand and nine`, `nineteen ninety-eight`. */
export function year(value: number): string {
  const [century, rest] = [Math.floor(value / 100), value % 100];
  if (value >= 2000 && value < 2010) return whole(value);
  if (rest === 0) return `${belowHundred(century)} hundred`;
  return `${belowHundred(century)} ${rest < 10 ? `oh ${belowHundred(rest)}` : belowHundred(rest)}`;
}

/** `sixteenth` */
export function ordinal(value: number): string {
  const said = whole(value);
  const at = Math.max(said.lastIndexOf(' '), said.lastIndexOf('-')) + 1;
  const last = said.slice(at);
  const raised = IRREGULAR_ORDINALS[last] ?? `${last.replace(/y$/, 'ie')}th`;
  return `${said.slice(0, at)}${raised}`;
}

/** `1-877-644-9992` group by group: `one, eight seven seven, six four four, nine nine nine two`. */
export function phone(text: string): string {
  return text
    .split(/\D+/)
    .filter((group) => group !== '')
    .map(digits)
    .join(', ');
}

/** `7:30` of the 24-hour clock: `seven thirty a.m.` */
export function time(text: string): string {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  const hour = whole(hours % 12 === 0 ? 12 : hours % 12);
  const past = minutes === 0 ? '' : minutes < 10 ? ` oh ${whole(minutes)}` : ` ${whole(minutes)}`;
  return `${hour}${past} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
}
