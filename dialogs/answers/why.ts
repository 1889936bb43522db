import type { InterestCodes } from '../interests/codes.ts';
import { bandOf } from '../interests/fit.ts';
import { interestWords } from '../interests/holland.ts';
import type { Suggestion } from '../interests/suggest.ts';
import type { Answer, Note, SubjectRef } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { fact } from './fact.ts';
import { codesFact } from './interest-facts.ts';
import { code, count, enumerate, name, type Sentence } from './sentence.ts';
import { completeAnswer } from './topic-answers.ts';

/** Why an occupation fits a person as it does: the formula's result in words, with the profile's own reasons where it has some. */
export async function whyAnswer(
  context: AnswerContext,
  subject: SubjectRef,
  codes: InterestCodes,
  suggestion: Suggestion,
): Promise<Answer> {
  const { wording, store } = context;
  const words = wording.plans;
  const { entry, band, best, range, shared } = suggestion;
  const interests = best.estimated ? null : ((await store.occupation(best.id))?.interests ?? null);
  const from = interests
    ? { source: interests.source, edition: interests.edition, code: interests.code, estimated: false }
    : { source: best.source, edition: 'oasis2023' as const, code: best.id, estimated: true };
  const told = codesFact(best.codes, from);
  const listed = (all: InterestCodes): Sentence =>
    enumerate(
      all.map(({ interest, strong }) => words.interest(interest, strong)),
      wording.common.and,
    );
  const has = (all: InterestCodes, interest: string): boolean => all.some((each) => each.interest === interest);
  const onlyYours = codes.filter(({ interest }) => !has(best.codes, interest));
  const onlyTheirs = best.codes.filter(({ interest }) => !has(codes, interest));
  const reasons = best.codes.flatMap(({ interest }, index) => {
    const reason = best.reasons[index];
    if (reason === undefined) return [];
    const provenance = { source: from.source, period: '', edition: from.edition, code: from.code };
    return [words.whyReason(interest, fact(provenance, 'interests.reason', 'text', reason))];
  });
  const several = entry.profiles.length > 1;
  const notes: Note[] = [
    ...(several
      ? [
          { sentence: words.whyBest(name(best.label), count(entry.profiles.length)), aloud: true },
          { sentence: words.whyRange(bandOf(range[0]), bandOf(range[1])), aloud: true },
        ]
      : []),
    ...(best.estimated ? [{ sentence: words.whyEstimated, aloud: true }] : []),
    { sentence: words.whyHow, aloud: false },
    { sentence: wording.classification.interestsScale, aloud: false },
  ];
  const body = {
    lead: [
      words.whyLead(name(entry.title), band, code(interestWords(codes)), told),
      ...(shared.length === 0 ? [words.whyNothingShared] : []),
    ],
    items: [
      ...shared.map(({ interest, yours, yoursStrong, theirs, theirsStrong }) =>
        words.whyShared(interest, { rank: yours, strong: yoursStrong }, { rank: theirs, strong: theirsStrong }),
      ),
      ...(onlyYours.length > 0 ? [words.whyOnlyYours(listed(onlyYours))] : []),
      ...(onlyTheirs.length > 0 ? [words.whyOnlyTheirs(listed(onlyTheirs))] : []),
      ...reasons,
    ],
    notes,
  };
  const next = [
    wording.plans.list.saveCode(entry.code),
    ...(['overview', 'wage', 'education'] as const).map(wording.common.topicQuestion),
  ];
  return completeAnswer(context, 'interests', subject, body, next);
}
