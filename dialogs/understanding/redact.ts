/** What looks like personal data: e-mail addresses, phone numbers, social insurance and health numbers. */
const PERSONAL: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /(?<![\d.])(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}(?!\d)/g,
  /(?<!\d)\d{10}(?!\d)/g,
  /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/g,
  /(?<!\d)\d{4}[\s-]\d{3}[\s-]\d{3}(?!\d)/g,
  /(?<!\d)\d{5}[\s-]\d{4}(?!\d)/g,
];

/** The text without what looks like personal data. Codes of the classification (at most five digits, a point, two more) stay. */
export function redact(text: string): string {
  return PERSONAL.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}
