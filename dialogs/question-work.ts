import type { LookupCandidate } from '../knowledge/lookup.ts';
import type { Advisor, PlannedQuestion } from './advisor.ts';
import type { SubjectRef } from './answers/answer.ts';
import type { InterestCodes } from './interests/codes.ts';
import type { Memory } from './memory.ts';
import type { Reply } from './replies.ts';
import type { Findings } from './turn-report.ts';
import type { Question } from './understanding/understanding.ts';

/** How looking up the next mention of a question went. */
export type Resolution =
  | { readonly kind: 'known'; readonly planned: PlannedQuestion }
  | {
      readonly kind: 'ask';
      readonly planned: PlannedQuestion;
      readonly mention: string;
      readonly candidates: readonly LookupCandidate[];
    }
  | {
      readonly kind: 'unknown';
      readonly planned: PlannedQuestion;
      readonly mention: string;
      readonly isCode: boolean;
    };

/** Looks up a question's mentions one after another, up to the first that is not clear. What was decided goes into `findings`. */
export async function resolve(
  advisor: Advisor,
  planned: PlannedQuestion,
  memory: Memory,
  findings: Findings,
): Promise<Resolution> {
  let current = planned;
  while (current.mentions.length > 0) {
    const [mention = '', ...others] = current.mentions;
    const found = await advisor.find(mention);
    const first = found.candidates[0];
    findings.decisions.push(found.decision);
    if (found.decision === 'ask') return { kind: 'ask', planned: current, mention, candidates: found.candidates };
    if (found.decision === 'match' && first)
      current = withSubject(current, others, { code: first.code, occupation: first.occupation });
    else if (current.refersBack && memory.subject && !found.isCode)
      current = withSubject(current, others, memory.subject);
    else {
      findings.gaps.push({ kind: 'title', text: mention });
      return { kind: 'unknown', planned: current, mention, isCode: found.isCode };
    }
  }
  return { kind: 'known', planned: current };
}

/** The question with its first open mention settled. */
export function withSubject(
  planned: PlannedQuestion,
  mentions: readonly string[],
  subject: SubjectRef,
): PlannedQuestion {
  const known = planned.subjects.some(
    (other) => other.code === subject.code && other.occupation === subject.occupation,
  );
  return { ...planned, mentions, subjects: known ? planned.subjects : [...planned.subjects, subject] };
}

/** Answers to questions whose occupations are all clear; otherwise why they are not. `findings` are good only where they are told. */
export async function answerKnown(
  advisor: Advisor,
  questions: readonly Question[],
  memory: Memory,
  findings: Findings,
  codes: InterestCodes | null = null,
): Promise<readonly Reply[] | 'unclear' | 'unknown'> {
  const replies: Reply[] = [];
  // "The wage of plumbers, and what schooling do I need?": the second question is about plumbers too.
  let current = memory;
  for (const question of questions) {
    const resolved = await resolve(advisor, advisor.plan(question, current), current, findings);
    if (resolved.kind !== 'known') return resolved.kind === 'ask' ? 'unclear' : 'unknown';
    const { subjects } = resolved.planned;
    replies.push(...(await advisor.answer(resolved.planned, subjects, codes, findings)));
    current = { ...current, subject: subjects.at(-1) ?? current.subject };
  }
  return replies.length === 0 ? 'unknown' : replies;
}
