import type { SubjectRef } from './answers/answer.ts';
import type { InterestCodes } from './interests/codes.ts';
import { backInExercise, type ExerciseState, isFinished, progressOf, restoreExercise } from './interests/exercise.ts';

/** What is kept of a person over conversations, and only until they say "forget me": interests and a list of occupations, nothing else. */
export interface Person {
  /** In order of importance; null until told or found. */
  codes: InterestCodes | null;
  /** Where the codes come from. */
  origin: 'exercise' | 'told' | null;
  /** An exercise that is under way, was left in the middle, or is done: then its whole result can be shown again. */
  exercise: ExerciseState | null;
  /** The shortlist, in the order of saving. */
  saved: readonly SubjectRef[];
}

/** Longest shortlist: what a resume code can carry. */
export const MOST_SAVED = 5;

export function newPerson(): Person {
  return { codes: null, origin: null, exercise: null, saved: [] };
}

/** Statements done of an exercise that can be gone on with, also after it was stopped early; 0 without one. */
export function statementsDone({ exercise }: Person): number {
  const stored = restoreExercise(exercise);
  const open = stored?.stopped ? backInExercise(stored) : stored;
  return open && !isFinished(open) ? progressOf(open).asked : 0;
}
