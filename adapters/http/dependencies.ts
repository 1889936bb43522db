import type { Knowledge } from '../../dialogs/advisor.ts';
import type { Wording } from '../../dialogs/wording/index.ts';

/** Where the adapter writes what happened; a pino logger fits. It is never handed the text of a question. */
export interface HttpLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What the HTTP adapter needs from the roof. */
export interface HttpDependencies {
  /** What is known now; null until it is loaded. Asked once a request, so that a request keeps what it began with. */
  knowledge(): Knowledge | null;
  readonly wording: Wording;
  /** Today as YYYY-MM-DD: decides whether figures are older than they should be. */
  today(): string;
  readonly log: HttpLog;
}
