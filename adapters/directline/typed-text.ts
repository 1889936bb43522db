/** The beginning of a text, never with half of a character at its end. */
export function firstCharacters(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** Without control characters but line ends and tabs, and with half a character replaced: no database keeps either. */
export function cleaned(text: string): string {
  const whole = Buffer.from(text, 'utf8').toString('utf8');
  return whole.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
