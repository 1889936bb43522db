import { SEALED } from './gaps.ts';
import type { CountedGap } from './state/gap-log.ts';

/** The first asking of a text stands with its hash alone. */
const FIRST_SEALED = 1;

export interface ToldGaps {
  /** What can be read, with the number of conversations that asked; the most frequent first. */
  readonly gaps: readonly CountedGap[];
  /** Texts that one conversation alone asked: counted, and not kept in words. */
  readonly sealed: number;
}

/** What is counted, as an editor is told it. */
export function toldGaps(counted: readonly CountedGap[]): ToldGaps {
  const isSealed = ({ subject }: CountedGap): boolean => subject.startsWith(SEALED);
  return {
    gaps: counted
      .filter((gap) => !isSealed(gap))
      .map((gap) => (gap.kind === 'section' ? gap : { ...gap, count: gap.count + FIRST_SEALED }))
      .sort((one, other) => other.count - one.count || other.last.localeCompare(one.last)),
    sealed: counted.filter((gap) => isSealed(gap) && gap.count === 1).length,
  };
}
