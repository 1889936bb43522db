import type { Analysis, MatchEngine } from '../../knowledge/matching/engine.ts';
import { FEATURES } from '../../knowledge/matching/features.ts';
import { devTitles, hasShared, type LabelledTitle, onetTitles, packInput, seeded } from './data.ts';
import { PHRASES } from './fit-phrases.ts';
import type { Choice } from './logit.ts';

/** Titles that the ranker and its confidence are fitted on. None of the frozen sets (everyday, nonsense) is among them. */

export interface Example extends LabelledTitle {
  /** Fold of cross-validation; the same title never stands on both sides. */
  readonly fold: number;
  readonly weight: number;
}

export const FOLDS = 5;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, at: random() }));
  order.sort((a, b) => a.at - b.at);
  return order.map((each) => each.item);
}

/** One or two slips of the keyboard in the longest words: swap, drop, double, change. */
export function mistype(text: string, random: () => number): string {
  const letters = [...text];
  const slips = text.length > 9 && random() < 0.4 ? 2 : 1;
  for (let slip = 0; slip < slips; slip += 1) {
    const at = 1 + Math.floor(random() * Math.max(1, letters.length - 2));
    if (letters[at] === ' ' || letters[at + 1] === ' ') continue;
    const kind = random();
    const here = letters[at] ?? 'e';
    const next = letters[at + 1] ?? 'e';
    if (kind < 0.3) letters.splice(at, 2, next, here);
    else if (kind < 0.55) letters.splice(at, 1);
    else if (kind < 0.75) letters.splice(at, 0, here);
    else letters.splice(at, 1, 'aeioulrstn'[Math.floor(random() * 10)] ?? 'e');
  }
  return letters.join('');
}

export function examples(onet = 2000): Example[] {
  if (!hasShared()) throw new Error('fitting needs ../shared');
  const random = seeded(20_241);
  const all: Example[] = [];
  for (const each of devTitles()) {
    all.push({ ...each, fold: Math.floor(random() * FOLDS), weight: 1 });
  }
  const silver = shuffled(
    onetTitles().filter((each) => each.accept.length <= 4),
    random,
  );
  for (const each of silver.slice(0, onet)) all.push({ ...each, fold: Math.floor(random() * FOLDS), weight: 0.3 });
  const owners = new Map<string, Set<string>>();
  for (const title of packInput().titles) {
    const key = title.title.toLowerCase();
    owners.set(key, (owners.get(key) ?? new Set()).add(title.code));
  }
  const pack = shuffled(
    packInput().titles.filter((title) => title.kind === 'usual' || title.kind === 'everyday'),
    random,
  );
  for (const title of pack.slice(0, 700)) {
    const accept = [...(owners.get(title.title.toLowerCase()) ?? [])];
    const kind = title.language;
    all.push({
      set: 'typo',
      kind,
      title: mistype(title.title, random),
      accept,
      fold: Math.floor(random() * FOLDS),
      weight: 0.3,
    });
  }
  for (const [title, accept] of PHRASES) {
    const fold = Math.floor(random() * FOLDS);
    all.push({ set: 'phrase', kind: 'phrase', title, accept: accept.split(';'), fold, weight: 0.5 });
  }
  return all;
}

/** An example on one index: the features of its candidates in a row, and which of them are accepted. */
export interface Question extends Choice {
  readonly example: Example;
  readonly index: string;
  readonly analysis: Analysis;
}

export function questionsOf(engine: MatchEngine, index: string, list: readonly Example[]): Question[] {
  return list.map((example) => {
    const analysis = engine.analyse(example.title);
    const features = new Float32Array(analysis.scored.length * FEATURES.length);
    analysis.scored.forEach((each, at) => {
      features.set(each.features, at * FEATURES.length);
    });
    const right = Uint8Array.from(analysis.scored, (each) =>
      example.accept.includes(engine.index.codes[each.group] ?? '') ? 1 : 0,
    );
    return { example, index, analysis, features, right, weight: example.weight };
  });
}
