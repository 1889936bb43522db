import type { Request } from 'express';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import type { TypeAheads } from '../../../dialogs/type-ahead/type-ahead.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { HttpLog, HttpObserver } from '../../http/dependencies.ts';

/** Who asks, and what they may do; `name` is null where nobody has to sign in. */
export interface DeskIdentity {
  readonly name: string | null;
  readonly roles: readonly ('agent' | 'editor')[];
}

/** Whom callers are handed over to. */
export interface DeskContact {
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  readonly opens: string;
  readonly closes: string;
}

/** What was asked and could not be answered. Moments in ISO 8601. */
export interface DeskGap {
  readonly kind: 'title' | 'message' | 'section';
  /** What was asked in words; of a section its topic and the group's code. */
  readonly subject: string;
  readonly topic?: string;
  readonly code?: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

export interface DeskGaps {
  /** What may be read, the most frequent first, and how many texts are counted and may not be read. */
  list(most: number): Promise<{ readonly gaps: readonly DeskGap[]; readonly sealed: number }>;
}

/** What the desk's interface needs from the roof. */
export interface DeskApiDependencies {
  /** What is known now; null until it is loaded. Asked once a request. */
  knowledge(): Knowledge | null;
  readonly wording: Wording;
  /** Region told where none is asked for. */
  readonly homeRegion: string;
  /** Today as YYYY-MM-DD. */
  today(): string;
  /** Null while that is not known. */
  contact(): Promise<DeskContact | null>;
  /** The index of what is typed, where other channels share theirs; one of its own unless told. */
  readonly searches?: TypeAheads;
  readonly gaps: DeskGaps;
  identity(request: Request): DeskIdentity;
  /** Address that signs out; null where nobody has to sign in. */
  readonly signOutPath: string | null;
  readonly log: HttpLog;
  readonly observe?: HttpObserver;
}
