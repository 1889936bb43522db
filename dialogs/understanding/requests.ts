import type { CodeChange, InterestCodes } from '../interests/codes.ts';
import type { Wish } from '../interests/wishes.ts';
import type { FaultyCodes } from './interest-codes-en.ts';

/** What people ask about themselves and their plans, where a question about an occupation is no fit. */
export type Request = ExerciseRequest | PlanRequest;

/** About their own interests. */
export type ExerciseRequest =
  /** Begins the exercise, or goes on with one that was left in the middle. */
  | { readonly kind: 'exercise'; readonly full: boolean }
  | { readonly kind: 'exercise-afresh' }
  /** "continue", "stop here": about an exercise that was left in the middle, where there is one. */
  | { readonly kind: 'exercise-left'; readonly wish: 'resume' | 'stop' }
  /** "what is the interests exercise?" */
  | { readonly kind: 'exercise-about' }
  /** "what job suits me?": nobody can say, but the exercise and its suggestions help. */
  | { readonly kind: 'suits-me' }
  | {
      readonly kind: 'codes-told';
      readonly codes: InterestCodes;
      /** False where nothing told strong from weaker: all are then taken as equals. */
      readonly strengthsKnown: boolean;
    }
  | { readonly kind: 'codes-faulty'; readonly why: FaultyCodes }
  | { readonly kind: 'codes-changed'; readonly changes: readonly CodeChange[] }
  /** "what if I liked routine less?": suggestions for other codes, which are not kept. */
  | { readonly kind: 'what-if'; readonly changes: readonly CodeChange[] }
  | { readonly kind: 'codes-shown' }
  /** "change my codes": how that is said. */
  | { readonly kind: 'codes-how' }
  | { readonly kind: 'forget-codes' }
  | { readonly kind: 'forget-me' };

/** About occupations that may suit them. */
export type PlanRequest =
  | {
      readonly kind: 'suggest';
      readonly wishes: readonly Wish[];
      /** What was wished for and is not understood, in the person's words. */
      readonly unknown: readonly string[];
      /** "like this": near the occupation last talked about. */
      readonly likeThis: boolean;
      /** Other codes than the person's own, tried out for these suggestions alone ("what if"). */
      readonly codes?: InterestCodes;
    }
  | { readonly kind: 'more' }
  /** "why this one?", "why the second?": position in the list told last, or null for the occupation last talked about. */
  | { readonly kind: 'why'; readonly which: number | null }
  | { readonly kind: 'save'; readonly mention: string | null; readonly which: number | null }
  | { readonly kind: 'unsave'; readonly mention: string | null; readonly which: number | null }
  | { readonly kind: 'list' }
  | { readonly kind: 'clear-list' }
  | { readonly kind: 'compare-list' }
  /** "Compare 1 and 3": places in the list told last, from 0, -1 for the last one. */
  | { readonly kind: 'compare-shown'; readonly which: readonly number[] }
  /** The list as text to copy or print, with a code to go on with elsewhere. */
  | { readonly kind: 'send' }
  | { readonly kind: 'resume'; readonly code: string };

const PLAN_KINDS: ReadonlySet<string> = new Set<PlanRequest['kind']>([
  'suggest',
  'more',
  'why',
  'save',
  'unsave',
  'list',
  'clear-list',
  'compare-list',
  'compare-shown',
  'send',
  'resume',
]);

export function isPlanRequest(request: Request): request is PlanRequest {
  return PLAN_KINDS.has(request.kind);
}
