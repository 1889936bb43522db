/** What Teams puts into a text in the place of characters. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const HIGHEST_CHARACTER = 0x10_ff_ff;

/** Somebody named with an @: the bot itself, or people, whose names are none of our business. */
const MENTION = /<at\b[^<>]*>[^<]*<\/at>/gi;

/** The text of a message without mentions, and with characters for what stands in their place. `ownMentions`: of the bot, as they were written. */
export function messageText(text: string, ownMentions: readonly string[]): string {
  let rest = text;
  for (const mention of ownMentions) if (mention.trim() !== '') rest = rest.replaceAll(mention, ' ');
  return decoded(rest.replaceAll(MENTION, ' '))
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Once, so that what a person wrote as an entity stays one. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= HIGHEST_CHARACTER ? String.fromCodePoint(code) : whole;
  });
}
