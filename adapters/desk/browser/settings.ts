import type { Subject } from './calls.ts';

const RECENT = 'career-advisor.desk.recent';
const SINGLE_KEYS = 'career-advisor.desk.single-keys';
const MOST_RECENT = 8;

/** What stays from call to call: nothing of it is about a caller. Without storage it lasts as long as the page. */
export class Settings {
  #recent: readonly Subject[] = asSubjects(read(RECENT));
  #singleKeys = read(SINGLE_KEYS) !== false;

  get recent(): readonly Subject[] {
    return this.#recent;
  }

  lookedUp(subject: Subject): void {
    const others = this.#recent.filter((each) => !isSame(each, subject));
    this.#recent = [subject, ...others].slice(0, MOST_RECENT);
    write(RECENT, this.#recent);
  }

  /** Whether single letters are keys; people who speak to their computer may switch them off. */
  get singleKeys(): boolean {
    return this.#singleKeys;
  }

  set singleKeys(on: boolean) {
    this.#singleKeys = on;
    write(SINGLE_KEYS, on);
  }
}

function isSame(one: Subject, other: Subject): boolean {
  return one.code === other.code && one.occupation === other.occupation;
}

function read(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Lasts as long as the page.
  }
}

function asSubjects(value: unknown): readonly Subject[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (each: Partial<Subject> | null): each is Subject =>
      typeof each?.code === 'string' && typeof each.occupation === 'string' && typeof each.title === 'string',
  );
}
