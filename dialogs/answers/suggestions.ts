import type { SubjectTopic } from '../understanding/topics.ts';
import type { AnswerContext, Subject } from './context.ts';
import { profileOf } from './context.ts';

/** What people ask next, most asked first; the topic just answered and topics without facts are left out. */
const NEXT: readonly SubjectTopic[] = [
  'wage',
  'education',
  'duties',
  'outlook',
  'interests',
  'similar',
  'employers',
  'certification',
  'codes',
];

/** At most this many, so that a phone's screen and a listener's memory hold them. */
const MOST = 4;

export function suggestionsFor(
  { wording, details, codes }: AnswerContext,
  topic: SubjectTopic,
  subject: Subject,
): string[] {
  const suggestions: string[] = [];
  if (topic === 'wage' && profileOf(subject)?.code === subject.group.code && !details.level && !details.region) {
    suggestions.push(wording.wage.askStarting);
  }
  if (topic === 'wage' && !details.everyRegion) suggestions.push(wording.wage.askEveryRegion);
  if (topic === 'interests') suggestions.push(codes ? wording.interests.ask.fits : wording.interests.ask.start);
  for (const next of NEXT) if (next !== topic) suggestions.push(wording.common.topicQuestion(next));
  return suggestions.slice(0, MOST);
}
