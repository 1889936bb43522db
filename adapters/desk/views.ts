import type { TypeAheadView } from '../../dialogs/type-ahead/view.ts';
import type { NoteView, PictureView, SourceView, TableView } from '../rendering/screen/views.ts';

/**
 * What the desk's pages get from `/desk/api`: types alone, shared by the server and the browser. Every figure in them was told by the
 * same answers that the bot gives.
 */

export type { CandidateView } from '../../dialogs/type-ahead/view.ts';
export type { SourceView, TableView } from '../rendering/screen/views.ts';

/** How a line is read to a caller. */
export interface ReadAloud {
  /** A sentence for the ear, numbers as they are spoken: "thirty-nine dollars and fifteen cents an hour". */
  readonly say: string;
  /** The same in parts for a caller who writes along; amounts and codes digit by digit where that is clearer. */
  readonly slowly: readonly string[];
}

/** What an agent must not say, and why, in words meant for the agent. */
export type MustNotSay = string;

/** One section of the sheet: an answer, as it is shown and as it is said. */
export interface SectionView {
  /** Id of the topic: `wage`, `education` ... */
  readonly topic: string;
  readonly name: string;
  /** False where nothing is stored: then `lead` says so. */
  readonly available: boolean;
  readonly lead: readonly string[];
  readonly items: readonly string[];
  /** What the call note keeps of it, in order: whose figures they are where they are not the place's own, the lead, what it lists. */
  readonly kept: readonly string[];
  readonly table: TableView | null;
  /** Address of a picture on this server and the same in words. */
  readonly picture: PictureView | null;
  /** Caveats: `warning` for what the eye must fall on (expired, estimated, derived, another place), `note` for the rest. */
  readonly notes: readonly NoteView[];
  readonly sources: readonly SourceView[];
  readonly aloud: readonly ReadAloud[];
  readonly mustNotSay: readonly MustNotSay[];
}

/** `GET /desk/api/occupations/:code?region=AB&occupation=`: everything of one occupation on one sheet. */
export interface SheetView {
  readonly code: string;
  /** Id of the profile that is meant; empty for the group. */
  readonly occupation: string;
  readonly title: string;
  readonly group: string;
  readonly region: { readonly id: string; readonly name: string };
  /** In the order of the number keys: 1 overview, 2 wage, 3 education ... then the others. */
  readonly sections: readonly SectionView[];
}

/** `GET /desk/api/search?q=`: what an agent has typed so far. */
export interface SearchView extends TypeAheadView {
  /** Sections whose names begin with what was typed, for a jump on the open sheet. */
  readonly sections: readonly { readonly topic: string; readonly name: string }[];
  /** What opens beside the title, in words: "Wage, British Columbia"; null where nothing was asked. */
  readonly opens: string | null;
}

/** `GET /desk/api/compare?codes=12111,72300&region=AB`: two to four side by side. */
export interface CompareView {
  readonly titles: readonly { readonly code: string; readonly title: string }[];
  readonly lead: readonly string[];
  readonly table: TableView;
  readonly picture: PictureView | null;
  readonly notes: readonly NoteView[];
  readonly sources: readonly SourceView[];
  /** Those of them that the lead rests on. */
  readonly told: readonly SourceView[];
  readonly aloud: readonly ReadAloud[];
}

/** `GET /desk/api/fit?codes=M i d&region=AB&offset=0`: occupations that go with a caller's interest codes. */
export interface FitView {
  /** The codes as they were understood. */
  readonly codes: string;
  readonly suggestions: readonly {
    readonly code: string;
    readonly title: string;
    readonly line: string;
    readonly aloud: ReadAloud;
  }[];
  /** Said behind the list: where it is from, and what of it is estimated. */
  readonly closing: readonly ReadAloud[];
  /** The same caveats for the call note. */
  readonly caveats: readonly string[];
  readonly more: boolean;
  readonly notes: readonly string[];
  readonly sources: readonly SourceView[];
}

/** A place whose figures may be asked for. */
export interface RegionView {
  readonly id: string;
  readonly name: string;
  /** Province or territory that it lies in; its own id for one of those, empty for the country. */
  readonly province: string;
}

/** `GET /desk/api/me`: who is signed in, what they may do, and what the page needs to begin. */
export interface MeView {
  /** Null on loopback, where nobody has to sign in. */
  readonly name: string | null;
  readonly roles: readonly ('agent' | 'editor')[];
  /** The country and the provinces first, then what lies in them. */
  readonly regions: readonly RegionView[];
  readonly homeRegion: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly hours: string } | null;
  /** Address that signs out; null on loopback. */
  readonly signOut: string | null;
}

/** `GET /desk/api/gaps` and `/desk/api/freshness`: for the role editor. */
export interface GapsView {
  readonly gaps: readonly {
    readonly kind: 'title' | 'message' | 'section';
    readonly words: string;
    readonly count: number;
    readonly first: string;
    readonly last: string;
  }[];
  /** Texts that one conversation alone has asked: counted, and not readable. */
  readonly sealed: number;
}

export interface FreshnessView {
  readonly sources: readonly {
    readonly title: string;
    readonly periods: string;
    readonly facts: number;
    readonly freshness: 'good' | 'stale' | 'over';
    readonly since: string | null;
  }[];
}
