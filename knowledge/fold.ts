/** Lower case, no accents, single spaces: two spellings that a person would call the same title fold to the same string. */
export function foldTitle(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
