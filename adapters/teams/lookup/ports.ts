import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { HttpLog } from '../../http/dependencies.ts';

/** What a member has looked up lately: keys of subject-key.ts, the latest first. `member` is an id that says nothing to people. */
export interface Recents {
  of(member: string): readonly string[];
  add(member: string, key: string): void;
}

/** What the search, the comparison and the link previews need from the roof. */
export interface LookupDependencies {
  /** What is known now; null until it is loaded. */
  knowledge(): Knowledge | null;
  readonly wording: Wording;
  /** Region that figures are told for. */
  readonly homeRegion: string;
  /** Today as YYYY-MM-DD. */
  today(): string;
  /** The configured public address; null without one: cards then have no link, and links are not unfurled. */
  readonly publicUrl: string | null;
  readonly recents: Recents;
  /** The index of what is typed, where other channels share theirs; one of its own unless told. */
  readonly searches?: TypeAheads;
  readonly log: HttpLog;
  /** Teams gives up after five seconds; 4000 unless told. */
  readonly timeLimitMs?: number;
}
