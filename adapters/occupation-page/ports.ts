import type { TypeAheads } from '../../dialogs/type-ahead/type-ahead.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { HttpDependencies } from '../http/dependencies.ts';

/** What the pages of occupations need from the roof. */
export interface OccupationPageDependencies
  extends Pick<HttpDependencies, 'knowledge' | 'today' | 'log' | 'observe' | 'requestsPerMinute'> {
  readonly wording: Wording;
  /** Region told where the address names none. */
  readonly homeRegion: string;
  /** Where people reach the server: `https://advisor.example.org`. */
  publicUrl(): string;
  /** The index of what is typed, where other channels share theirs; one of its own unless told. */
  readonly searches?: TypeAheads;
}
