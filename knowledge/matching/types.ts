import type { JobTitle, NocCode, UnitGroup } from '../model.ts';

/** Why a candidate was found; wording turns it into words ("also known as", "abbreviation of", "spelling close to" ...). */
export const MATCH_REASONS = [
  'code',
  'group-name',
  'title',
  'alias',
  'everyday',
  'abbreviation',
  'words',
  'spelling',
  'duties',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface MatchCandidate {
  readonly code: NocCode;
  /** Id of the occupation profile the matched title names; empty when it names the group only. */
  readonly occupation: string;
  /** The stored title that matched, as written in the pack. */
  readonly matchedTitle: string;
  readonly reason: MatchReason;
  /** Full words when the matched title is an abbreviation; empty otherwise. */
  readonly standsFor: string;
  /** Estimated probability (0 to 1) that this group is the one meant. */
  readonly score: number;
}

export type MatchDecision = 'match' | 'ask' | 'none';

export interface MatchResult {
  readonly query: string;
  /** `match`: answer directly. `ask`: offer the first five and "none of these". `none`: not recognised. */
  readonly decision: MatchDecision;
  /** Best first, one per group; empty for `none`. */
  readonly candidates: readonly MatchCandidate[];
}

export interface MatchOptions {
  /** Most candidates to return; 10 unless told. */
  readonly limit?: number;
  /** What the person said of their duties, workplace or industry: used to re-rank, and to search by duties. */
  readonly hint?: string;
}

/** A stored title found word for word inside a longer text (case, accents, plural and punctuation folded). */
export interface TitleSpan {
  /** Offsets into the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
}

/** What a matcher is built from. */
export interface MatchIndexInput {
  readonly titles: readonly JobTitle[];
  readonly groups: readonly Pick<UnitGroup, 'code' | 'title' | 'titleFr' | 'gist' | 'whatTheyDo' | 'whereTheyWork'>[];
  /** Persons employed by group, where known: of two equal readings the commoner work is the likelier. */
  readonly employment?: ReadonlyMap<NocCode, number>;
}

export interface Matcher {
  match(text: string, options?: MatchOptions): MatchResult;
  /** Longest stored titles inside the text, left to right, not overlapping. */
  spot(text: string): TitleSpan[];
}
