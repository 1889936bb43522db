import { Recent } from '../../../knowledge/recent.ts';
import type { Recents } from './ports.ts';

const MOST_MEMBERS = 2_000;
/** As many as are seen without scrolling. */
const MOST_EACH = 8;

/** Kept in memory alone and gone with the process; of more members than it holds, those who came last. */
export class MemberRecents implements Recents {
  readonly #keys = new Recent<readonly string[]>(MOST_MEMBERS);

  of(member: string): readonly string[] {
    return this.#keys.get(member) ?? [];
  }

  add(member: string, key: string): void {
    // Who cannot be told from others would be shown what others look up.
    if (member === '') return;
    const others = this.of(member).filter((known) => known !== key);
    this.#keys.set(member, [key, ...others].slice(0, MOST_EACH));
  }

  forget(member: string): void {
    this.#keys.set(member, []);
  }
}
