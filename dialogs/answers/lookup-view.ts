import type { LookupResult } from '../../knowledge/lookup.ts';
import type { MatchDecision } from '../../knowledge/matching/types.ts';
import type { Wording } from '../wording/index.ts';

/** A lookup as other programs see it (command line and HTTP); candidates best first. */
export interface LookupView {
  readonly query: string;
  readonly decision: MatchDecision;
  readonly candidates: readonly {
    readonly code: string;
    readonly title: string;
    readonly matchedTitle: string;
    /** In words. */
    readonly why: string;
    /** Estimated probability that this group is meant, 0 to 1. */
    readonly score: number;
  }[];
}

export function lookupView(result: LookupResult, wording: Wording): LookupView {
  return {
    query: result.query,
    decision: result.decision,
    candidates: result.candidates.map(({ code, title, matchedTitle, reason, standsFor, score, reading }) => ({
      code,
      title,
      matchedTitle,
      why: reading
        ? wording.matching.whyCode(
            wording.common.editionName(reading.from.edition).text,
            reading.from.code,
            reading.from.title,
          )
        : wording.matching.why(reason, matchedTitle, standsFor),
      score: Math.round(score * 1000) / 1000,
    })),
  };
}
