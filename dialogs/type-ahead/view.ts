/** An occupation that may be meant by what was typed so far. */
export interface CandidateView {
  readonly code: string;
  /** Id of the profile that is meant; empty for the group. */
  readonly occupation: string;
  readonly title: string;
  /** What tells it from the others, in a few words. */
  readonly gist: string;
  readonly matchedTitle: string;
  readonly why: string;
  readonly score: number;
}

/** What was typed so far, as it is understood: plain data, for a browser too. */
export interface TypeAheadView {
  readonly query: string;
  readonly decision: 'match' | 'ask' | 'none';
  /** Best first. */
  readonly candidates: readonly CandidateView[];
  /** What to ask so that one is left: "Do they code records, or analyse data?"; null where it is not ambiguous. */
  readonly question: string | null;
  /** The query as it was understood where it was misspelt; null where it was not. */
  readonly didYouMean: string | null;
  /** What was asked beside the title, null where nothing was: id of a topic, and a region. */
  readonly topic: string | null;
  readonly region: { readonly id: string; readonly name: string } | null;
}
