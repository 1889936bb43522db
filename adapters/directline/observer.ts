import type { ErrorCode } from '../../knowledge/errors.ts';

/** What those who run the service want counted. It tells nothing of anybody. */
export interface DirectLineObserver {
  socketOpened(): void;
  socketClosed(): void;
  /** A request, a socket or an activity was turned away. */
  refused(reason: ErrorCode): void;
}
