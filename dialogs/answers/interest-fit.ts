import { bandOf, groupFit, sharedInterests } from '../interests/fit.ts';
import { interestWords } from '../interests/holland.ts';
import { type AnswerContext, type Subject, subjectName } from './context.ts';
import { codesOfGroup } from './interest-facts.ts';
import { code, enumerate, name, type Sentence } from './sentence.ts';

/** How an occupation fits the person, and why; empty where the codes of either are not known. A group fits as its best profile, named. */
export async function interestFit(context: AnswerContext, subject: Subject): Promise<Sentence[]> {
  const { codes, wording } = context;
  if (!codes) return [];
  const { interests } = wording;
  const occupations = subject.occupation ? [subject.occupation] : subject.profiles;
  const profiles = await codesOfGroup(context, subject.group.code, occupations);
  const fit = groupFit(codes, profiles);
  if (!fit) return [];
  const { best, band, range } = fit;
  const told = best.estimated ? interests.fitEstimated : interests.fit;
  const nearest = best.estimated ? interests.fitProfileEstimated : interests.fitProfile;
  const shared = sharedInterests(codes, best.codes).map(({ interest, yours, theirs }) =>
    interests.shared(interest, yours, theirs),
  );
  const lowest = bandOf(range[0]);
  return [
    told(band, subjectName(subject), code(interestWords(codes))),
    shared.length > 0 ? interests.fitShared(enumerate(shared, wording.common.and)) : interests.fitNothing,
    ...(profiles.length > 1 ? [nearest(name(best.label), best.fact)] : []),
    ...(lowest === band ? [] : [interests.fitRange(lowest)]),
  ];
}
