/** What stands in the place of what was taken out. */
export const TAKEN_OUT = '[…]';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:19|20)\\d{2}';
/** Ends of a street's name; `st` and `dr` only where what follows shows that no saint and no doctor is meant. */
const STREET =
  '(?:street|avenue|ave|road|rd|drive|boulevard|blvd|crescent|cres|lane|(?:st|dr)(?=\\.?(?:\\s+[ns][ew]\\b|\\s*,|\\s*$)))';
/** Words that stand between a number and "road" or "drive" in a sentence, and in no address: "5 years on the road". */
const NO_ADDRESS =
  '(?!(?:years?|weeks?|months?|days?|hours?|percent|dollars?|jobs?|the|an?|in|on|of|to|for|and|or|per)\\b)';

/** What looks like personal data: e-mail addresses, phone numbers, social insurance and health numbers, postal addresses, full dates. */
const PERSONAL: readonly RegExp[] = [
  // Begins only where a name can: from every letter of a long word on, it would read to the word's end each time.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  // Dates before numbers: their digits would be taken for a part of one.
  new RegExp(`(?<!\\d)${YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\\d|3[01]|[1-9])(?!\\d)`, 'g'),
  new RegExp(`(?<![\\d.$])(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|[12]\\d|3[01])[-/.](?:${YEAR}|\\d{2})(?!\\d)`, 'g'),
  new RegExp(`\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'gi'),
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}\\.?,?\\s+${YEAR}\\b`, 'gi'),
  /(?<![\d.])(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}(?!\d)/g,
  /(?<!\d)\d{10}(?!\d)/g,
  /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/g,
  /(?<!\d)\d{4}[\s-]\d{3}[\s-]\d{3}(?!\d)/g,
  /(?<!\d)\d{5}[\s-]\d{4}(?!\d)/g,
  /(?<![\p{L}\p{N}])[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]?\d[abceghj-nprstv-z]\d(?![\p{L}\p{N}])/giu,
  new RegExp(
    `(?<![\\d.$])\\d{1,6}[a-z]?,?\\s+(?:${NO_ADDRESS}[\\p{L}\\p{N}'’.-]+\\s+){1,3}?${STREET}\\b\\.?(?:\\s+[ns][ew]\\b)?`,
    'giu',
  ),
];

/** A name behind the words that announce one: what follows with a capital belongs to it. */
const NAMED =
  /\b([Mm]y (?:[Ff]ull |[Ff]irst |[Ll]ast )?[Nn]ame(?: is|['’]s|:)\s+)(\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,3})/gu;

/** What leads in what was taken out, and says nothing without it. */
const LED_IN =
  /\b(?:i (?:live|reside) (?:at|on)|my (?:home )?address(?: is|:)|born(?: on)?)\s+\[…\](?:[\s,.]+\[…\])*/giu;

/**
 * The text without what looks like personal data. Codes of the classification (at most five digits, a point, two more), years, periods and
 * amounts stay. It notices shapes, not meanings: a name that nothing announces stays.
 */
export function redact(text: string): string {
  const unnamed = text.replace(NAMED, `$1${TAKEN_OUT}`);
  return PERSONAL.reduce((rest, pattern) => rest.replace(pattern, TAKEN_OUT), unnamed).replace(LED_IN, TAKEN_OUT);
}
