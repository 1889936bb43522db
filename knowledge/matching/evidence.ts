import type { Query, Slot } from './query.ts';
import type { TitleIndex } from './title-index.ts';

/** What the titles of each group say about the query; one entry a group, all arrays parallel to `TitleIndex.codes`. */
export interface Evidence {
  /** Best agreement (harmonic mean of both coverages) of any of its titles, and which form that is (-1: none). */
  readonly best: Float32Array;
  readonly bestForm: Int32Array;
  readonly bestQueryCover: Float32Array;
  readonly bestTitleCover: Float32Array;
  /** Best agreement among titles with the query's head word. */
  readonly bestHead: Float32Array;
  /** Most of the query that any one title of the group covers. */
  readonly cover: Float32Array;
  /** Titles of the group, each counted by its agreement to the 4th, and by its coverage of the query to the 8th. */
  readonly support: Float32Array;
  readonly coverSupport: Float32Array;
  /** Count of titles with the slot's word, by slot and group. */
  readonly slotGroups: readonly Float32Array[];
}

/** Counts the query's words through the posting lists. Holds working arrays: one at a time, which a synchronous match is. */
export class EvidenceCollector {
  readonly #index: TitleIndex;
  readonly #cover: Float32Array;
  readonly #titleCover: Float32Array;
  readonly #slotBest: Float32Array;
  readonly #slotTitle: Float32Array;
  readonly #option: Float32Array;
  readonly #optionTitle: Float32Array;
  readonly #seen: Uint8Array;

  constructor(index: TitleIndex) {
    const size = index.formTitle.length;
    this.#index = index;
    this.#cover = new Float32Array(size);
    this.#titleCover = new Float32Array(size);
    this.#slotBest = new Float32Array(size);
    this.#slotTitle = new Float32Array(size);
    this.#option = new Float32Array(size);
    this.#optionTitle = new Float32Array(size);
    this.#seen = new Uint8Array(size);
  }

  collect(query: Query, skip?: (form: number) => boolean): Evidence {
    const { codes, formGroup, formWeight, formHead } = this.#index;
    const size = codes.length;
    const touched: number[] = [];
    const slotGroups = query.slots.map((slot) => this.#countSlot(slot, touched));
    const best = new Float32Array(size);
    const bestForm = new Int32Array(size).fill(-1);
    const bestQueryCover = new Float32Array(size);
    const bestTitleCover = new Float32Array(size);
    const bestHead = new Float32Array(size);
    const cover = new Float32Array(size);
    const support = new Float32Array(size);
    const coverSupport = new Float32Array(size);
    const total = Math.max(query.total, 1e-6);
    for (const form of touched) {
      const q = Math.min(1, (this.#cover[form] ?? 0) / total);
      const t = Math.min(1, (this.#titleCover[form] ?? 0) / Math.max(formWeight[form] ?? 0, 1e-6));
      this.#cover[form] = 0;
      this.#titleCover[form] = 0;
      this.#seen[form] = 0;
      if (skip?.(form)) continue;
      const group = formGroup[form] ?? 0;
      const f = (2 * q * t) / (q + t || 1);
      const head = query.heads.get(formHead[form] ?? -1) ?? 0;
      // Among equal titles the one with the query's head word is shown.
      if (f + head * 1e-3 > (best[group] ?? 0)) {
        best[group] = f + head * 1e-3;
        bestForm[group] = form;
        bestQueryCover[group] = q;
        bestTitleCover[group] = t;
      }
      if (f * head > (bestHead[group] ?? 0)) bestHead[group] = f * head;
      if (q > (cover[group] ?? 0)) cover[group] = q;
      support[group] = (support[group] ?? 0) + f ** 4;
      coverSupport[group] = (coverSupport[group] ?? 0) + q ** 8;
    }
    return { best, bestForm, bestQueryCover, bestTitleCover, bestHead, cover, support, coverSupport, slotGroups };
  }

  #countSlot(slot: Slot, touched: number[]): Float32Array {
    const { forms, idf, groups, codes } = this.#index;
    const slotTouched: number[] = [];
    const groupCounts = new Float32Array(codes.length);
    for (const option of slot.options) {
      const part = option.weight / option.ids.length;
      const optionTouched: number[] = [];
      for (const id of option.ids) {
        const rarity = idf[id] ?? 0;
        for (let at = forms.start[id] ?? 0; at < (forms.start[id + 1] ?? 0); at += 1) {
          const form = forms.items[at] ?? 0;
          if (this.#option[form] === 0) optionTouched.push(form);
          this.#option[form] = (this.#option[form] ?? 0) + part;
          this.#optionTitle[form] = (this.#optionTitle[form] ?? 0) + option.weight * rarity * (forms.weights[at] ?? 0);
        }
        for (let at = groups.start[id] ?? 0; at < (groups.start[id + 1] ?? 0); at += 1) {
          const group = groups.items[at] ?? 0;
          const count = part * (groups.weights[at] ?? 0);
          if (count > (groupCounts[group] ?? 0)) groupCounts[group] = count;
        }
      }
      for (const form of optionTouched) {
        if ((this.#option[form] ?? 0) > (this.#slotBest[form] ?? 0)) {
          if (this.#slotBest[form] === 0) slotTouched.push(form);
          this.#slotBest[form] = this.#option[form] ?? 0;
          this.#slotTitle[form] = this.#optionTitle[form] ?? 0;
        }
        this.#option[form] = 0;
        this.#optionTitle[form] = 0;
      }
    }
    for (const form of slotTouched) {
      if (this.#seen[form] === 0) {
        this.#seen[form] = 1;
        touched.push(form);
      }
      this.#cover[form] = (this.#cover[form] ?? 0) + slot.weight * (this.#slotBest[form] ?? 0);
      this.#titleCover[form] = (this.#titleCover[form] ?? 0) + (this.#slotTitle[form] ?? 0);
      this.#slotBest[form] = 0;
      this.#slotTitle[form] = 0;
    }
    return groupCounts;
  }
}
