import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import type { MatchIndexInput } from '../../knowledge/matching/types.ts';
import { devTitles, everydayTitles, fullInput, hasShared, type LabelledTitle, nonsense, packInput } from './data.ts';
import { FusePool } from './fuse-pool.ts';
import { miniSearch } from './peers.ts';
import { type BenchSection, percent, type Section } from './section.ts';

interface TitleSet {
  readonly name: string;
  readonly titles: readonly LabelledTitle[];
}

interface Found {
  readonly codes: readonly string[];
  readonly told: boolean;
}

interface Index {
  readonly id: 'pack' | 'full';
  readonly name: string;
  readonly input: MatchIndexInput;
}

/** Plain Fuse.js compares every query with every title, up to a second each: a quarter of an hour for all of them. */
const FUSE_EVERY = { pack: 10, full: 5 };
const EVERYDAY_KINDS = ['plain', 'typo', 'abbreviation', 'slang', 'french', 'ambiguous', 'phrase'];

function row(set: TitleSet, index: string, system: string, answers: readonly Found[], outright: boolean): string[] {
  let one = 0;
  let five = 0;
  let told = 0;
  let right = 0;
  set.titles.forEach(({ accept }, at) => {
    const found = answers[at];
    const first = accept.includes(found?.codes[0] ?? '');
    if (first) one += 1;
    if (found?.codes.slice(0, 5).some((code) => accept.includes(code))) five += 1;
    if (!found?.told) return;
    told += 1;
    if (first) right += 1;
  });
  const n = set.titles.length;
  return [
    set.name,
    String(n),
    index,
    system,
    percent(one, n),
    percent(five, n),
    outright ? percent(told, n) : '-',
    outright ? percent(right, told) : '-',
  ];
}

function ours(matcher: TitleMatcher, set: TitleSet): Found[] {
  return set.titles.map(({ title }) => {
    const { decision, candidates } = matcher.match(title);
    return { codes: candidates.map((each) => each.code), told: decision === 'match' };
  });
}

/** Rows of one set on one index; plain Fuse.js works in the background and its row is waited for at the end. */
function rowsOf(set: TitleSet, index: Index, matcher: TitleMatcher, pool: FusePool): Promise<string[]>[] {
  const rows = [row(set, index.name, 'ours', ours(matcher, set), true)];
  for (const prefix of [false, true]) {
    const peer = miniSearch(index.input.titles, prefix);
    const answers = set.titles.map(({ title }) => ({ codes: peer.search(title, 5), told: false }));
    rows.push(row(set, index.name, peer.name, answers, false));
  }
  const every = FUSE_EVERY[index.id];
  const some = { name: set.name, titles: set.titles.filter((_, at) => at % every === 0) };
  const asked = pool
    .ask(
      index.id,
      some.titles.map((each) => each.title),
    )
    .then((lists) => {
      const answers = lists.map((codes) => ({ codes, told: false }));
      return row(some, index.name, `Fuse.js, one title in ${every}`, answers, false);
    });
  return [...rows.map(async (each) => each), asked];
}

async function run(): Promise<Section> {
  const shared = hasShared();
  const sets: TitleSet[] = [];
  if (shared) {
    for (const name of ['federal', 'survey'])
      sets.push({ name, titles: devTitles().filter((each) => each.set === name) });
  }
  sets.push({ name: 'everyday', titles: everydayTitles() });
  const indexes: Index[] = [{ id: 'pack', name: 'pack', input: packInput() }];
  if (shared) indexes.push({ id: 'full', name: 'pack + official', input: fullInput() });
  const pool = new FusePool();
  const rows: Promise<string[]>[] = [];
  try {
    for (const index of indexes) {
      const matcher = new TitleMatcher(index.input);
      for (const set of sets) rows.push(...rowsOf(set, index, matcher, pool));
      for (const kind of EVERYDAY_KINDS) {
        const part = { name: `everyday: ${kind}`, titles: everydayTitles().filter((each) => each.kind === kind) };
        rows.push(Promise.resolve(row(part, index.name, 'ours', ours(matcher, part), true)));
      }
      const texts = nonsense();
      const refused = texts.filter((text) => matcher.match(text).decision === 'none').length;
      const share = `refused ${percent(refused, texts.length)}`;
      rows.push(Promise.resolve(['nonsense', String(texts.length), index.name, 'ours', share, '-', '-', '-']));
    }
    pool.start();
    return {
      title: 'Accuracy of title matching',
      columns: COLUMNS,
      rows: await Promise.all(rows),
      notes: notes(shared),
    };
  } finally {
    pool.close();
  }
}

const COLUMNS = ['set', 'n', 'index', 'system', 'top-1 %', 'top-5 %', 'answered outright %', 'of those right %'];

function notes(shared: boolean): string[] {
  return [
    'top-1: the first group is an accepted one; top-5: one of the first five is. A refused title counts as wrong.',
    'Peers: the first distinct groups among their hits on the same titles. They neither refuse nor answer outright.',
    'Federal and survey titles are the development sets: ranker and confidence are fitted on them (held-out figures: test/bench/fit-ranker.ts).',
    'About 15 % of the survey labels are doubtful: that caps what anyone can get right there, outright answers included.',
    ...(shared ? [] : ['Skipped: federal and survey titles and the official index, because ../shared is absent.']),
  ];
}

export const accuracy: BenchSection = { name: 'accuracy', run };
