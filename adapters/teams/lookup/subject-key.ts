import type { SubjectRef } from '../../../dialogs/answers/answer.ts';

const KEY = /^(\d{5})(?: ([a-z0-9-]{1,100}))?$/;

/** A subject as one string, for choices and for what is remembered: `12111`, or `12111 health-information-management-professional`. */
export function subjectKey({ code, occupation }: SubjectRef): string {
  return occupation === '' ? code : `${code} ${occupation}`;
}

/** Null for what is no key of ours. */
export function readSubjectKey(key: string): SubjectRef | null {
  const [, code, occupation = ''] = KEY.exec(key) ?? [];
  return code === undefined ? null : { code, occupation };
}
