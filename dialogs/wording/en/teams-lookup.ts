/** What Teams shows around a search, the comparison and the cards that they put into a chat. Plain strings, no answers. */
export const teamsLookup = {
  /** In the place of results. */
  loading: 'The knowledge is still being loaded. Try again in a few seconds.',
  nothing: 'No occupation was recognized. Try the title as it stands in a job ad, fewer words, or a NOC code.',
  tooLong: 'That is too long for a job title. Type fewer words.',
  tooSlow: 'That took too long. Try again in a moment.',
  failed: 'Something went wrong on our side. Try again in a moment.',

  recent: 'Looked up before',
  common: 'Many people work in it',
  previewText: (gist: string, why: string): string => (gist === '' ? why : `${gist} · ${why}`),
  previewTitle: (title: string, code: string): string => `${title} (${code})`,
  choice: (title: string, code: string, gist: string): string =>
    gist === '' ? `${title} (${code})` : `${title} (${code}): ${gist}`,

  openPage: 'Open the page',

  compareTitle: 'Compare occupations',
  compareLead: 'Choose two to four occupations. Pay, schooling, outlook and interests go side by side on a card.',
  first: 'First occupation',
  second: 'Second occupation',
  another: 'Another occupation',
  search: 'Type a title or a code',
  others: 'More titles or codes, with commas between them',
  othersHint: 'plumber, gas fitter',
  region: 'Figures for',
  compare: 'Compare',
  compared: (titles: readonly string[]): string => `Compared: ${titles.join('; ')}`,
  which: (words: string): string => `Which one is meant by “${words}”?`,
  unknownTitle: (words: string): string => `No occupation was recognized in “${words}”. Write it another way.`,
  twice: (title: string): string => `${title} is there twice. Choose another occupation beside it.`,
  needsTwo: 'Two occupations are needed to compare.',
  tooMany: 'Four occupations at most can be compared. Leave some out.',
  choose: 'Choose which occupation is meant, then compare again.',
};
