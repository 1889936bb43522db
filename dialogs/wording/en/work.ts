import type { Fact } from '../../answers/fact.ts';
import { type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

/** What the work is, where it is done, what it asks of a person. */
export const work = {
  overview: (subject: Parameter, group: Sentence): Sentence => say`${subject} is part of the group ${group}.`,
  overviewGroup: (group: Sentence): Sentence => say`This is the group ${group}.`,
  summary: (text: Fact): Sentence => say`${text}`,
  schoolingInShort: (requirement: Fact): Sentence => say`Schooling: ${requirement}`,
  profiled: (occupation: Parameter): Sentence =>
    say`We have a full profile of one occupation in this group: ${occupation}.`,

  alsoKnownAs: (subject: Parameter): Sentence => say`${subject} is also known as:`,
  groupTitles: (group: Parameter, some: Parameter): Sentence =>
    say`${some} of the job titles that belong to the group ${group}:`,
  abbreviated: (short: Fact, long: Parameter): Sentence => say`${short} (${long})`,

  duties: (text: Fact): Sentence => say`${text}`,
  dutiesList: (subject: Parameter): Sentence => say`In general, ${subject}:`,
  dutiesShort: say`A list of single duties is not available for this group; that is the work in short.`,

  conditions: (text: Fact): Sentence => say`${text}`,
  strength: (value: Fact): Sentence => say`Strength needed: lifting up to ${value}.`,

  needs: (subject: Parameter): Sentence =>
    say`People who work as a ${subject} need the first group of these traits, and should enjoy the second:`,
  need: (text: Fact): Sentence => say`needed: ${text}`,
  enjoy: (text: Fact): Sentence => say`to enjoy: ${text}`,

  skills: (subject: Parameter, postings: Fact, from: Parameter, to: Parameter): Sentence =>
    say`Skills named in the ${postings} most recent Alberta job postings for the group ${subject}, collected between ${from} and ${to}:`,
  skillsNoValues: say`The publisher lists them without values, so we cannot say how often each was asked for. So few postings are a small sample.`,

  employers: (text: Fact): Sentence => say`${text}`,
  employersList: (subject: Parameter): Sentence => say`Employers of ${subject}:`,
  noAdvancement: (subject: Parameter): Sentence =>
    say`A path of advancement is not available for ${subject}: the profile's section names employers and says nothing of advancement.`,
  advancement: (text: Fact): Sentence => say`${text}`,

  industryShare: (share: Fact, group: Parameter, region: Parameter, census: Parameter): Sentence =>
    say`According to the ${census} Census, ${share} of the people in ${group} in ${region} work in the industries where most of them are; the publisher's page does not name those industries.`,
  industryShareNamed: (
    share: Fact,
    group: Parameter,
    region: Parameter,
    census: Parameter,
    industries: Sentence,
  ): Sentence =>
    say`According to the ${census} Census, ${share} of the people in ${group} in ${region} work in: ${industries}.`,
  industriesListed: (industries: Sentence): Sentence =>
    say`A separate list, from the wage survey and without figures, names: ${industries}.`,
  industriesNotJoined: say`The share and the list come from different sources and are not to be joined.`,

  postings: (group: Parameter, place: Sayable): Sentence => say`For current postings in ${group}, search ${place}.`,
  postingsAlso: (place: Sayable): Sentence => say`For Alberta see also ${place}.`,
  postingsNone: say`I hold no postings myself: they change every day.`,
  jobBank: { name: 'Job Bank', url: 'https://www.jobbank.gc.ca/jobsearch/' },

  otherSources: (subject: Parameter): Sentence => say`Other places to look for ${subject}:`,
  otherSourcesGroup: (group: Parameter): Sentence => say`Public pages to look further for ${group}:`,
  place: (place: Parameter, url: Parameter): Sentence => say`${place}: ${url}`,
  nocSite: { name: 'the official description on the NOC site', url: 'https://noc.esdc.gc.ca/' },

  similar: (subject: Parameter): Sentence => say`Groups close to ${subject} in field and duties:`,
  similarItem: (title: Parameter, code: Parameter, gist: Fact): Sentence => say`${title} (${code}): ${gist}`,
  similarHow: say`Our editors chose them by field and duties. Say a number to hear about one.`,
};
