import type { SubjectTopic } from '../../understanding/topics.ts';

/** Headings of the sections, in the words of somebody who looks for a job. */
const headings = {
  overview: 'What they do',
  wage: 'Pay',
  education: 'Schooling',
  certification: 'Certification and licences',
  outlook: 'Outlook',
  duties: 'Duties',
  interests: 'Interests',
  similar: 'Similar occupations',
  codes: 'Codes of the classification',
} as const satisfies Partial<Record<SubjectTopic, string>>;

/** Topics that the page of an occupation tells. */
export type PageTopic = keyof typeof headings;

/** What stands on the pages of occupations besides the answers. Plain strings: codes and names are put in as they are stored. */
export const occupationPage = {
  site: 'Career Advisor',
  skip: 'Skip to the content',
  heading: (topic: PageTopic): string => headings[topic],
  everyRegion: 'Pay across Canada',
  title: (name: string, edition: string, code: string): string =>
    `${name} (${edition} ${code}): pay, schooling and outlook`,
  code: (edition: string, code: string): string => `${edition} ${code}`,
  /** Under the name: which group of the classification it is. */
  group: (edition: string, code: string, group: string): string => `${edition} ${code}, ${group}`,
  contents: 'On this page',
  regionLabel: 'Figures for',
  regionShow: 'Show',
  sources: 'Sources',
  sourceStale: 'Older than it should be',
  sourceOver: 'Over',
  warning: 'Please note',
  /** Below a heading that says what they are, a caveat and a citation need not begin with it. */
  warned: (text: string): string => text.replace(/^Note: (.)/, (_note, first: string) => first.toUpperCase()),
  cited: (citation: string): string => citation.replace(/^Source: /, ''),
  /** Above what is true of several sections. */
  sharedNotes: 'About all of this',
  corner: 'Details',
  askHeading: 'Ask about it',
  askLead: 'The career advisor answers questions about this occupation, and every figure comes with its source.',
  ask: (name: string, code: string): string => `Tell me about ${name} (${code})`,
  askPay: (name: string, code: string): string => `What does ${name} (${code}) pay?`,
  askSchooling: (name: string, code: string): string => `What schooling does ${name} (${code}) take?`,
  openChat: 'Open the chat',

  searchTitle: 'Find an occupation',
  searchLead:
    'Type a job title in your own words, or a code of any edition of the National Occupational Classification.',
  searchLabel: 'Job title or code',
  search: 'Search',
  found: 'These fit best:',
  nothing: 'No occupation was recognized. Try the title as it stands in a job ad, or fewer words.',
  tooLong: 'That is too long for a job title. Type fewer words.',
  common: 'Occupations that many people work in:',
  severalTitle: 'Several occupations have this code',
  several: 'This code of an earlier edition was split up. Choose the occupation that is meant:',
  unknownTitle: 'There is no such occupation',
  unknown:
    'No edition of the classification that is stored here has this code, or it is kept no longer. Search by a title:',
  regionUnknownTitle: 'This place is not known',
  regionUnknown:
    'Figures are told for Canada, its provinces and territories, and their regions. Open the page without a place:',
  withoutRegion: 'The occupation without a place',
  loadingTitle: 'One moment, please',
  loading: 'The knowledge is still being loaded. Load this page again in a few seconds.',
  tooManyTitle: 'Too many pages at once',
  tooMany: 'Wait a minute, then go on more slowly.',
  faultTitle: 'Something went wrong',
  fault: 'This page could not be made. Try again in a moment, or begin at the first page.',
  badAddressTitle: 'This address cannot be read',
  badAddress: 'Check the address, or search for the occupation:',
};
