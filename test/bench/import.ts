import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledgePaths } from '../../bot/paths.ts';
import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import type { JobTitle, TitleKind } from '../../knowledge/model.ts';
import { openKnowledge } from '../../knowledge/open.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { SqliteHandle } from '../../knowledge/store/sqlite.ts';
import { devTitles, everydayTitles, hasShared, type LabelledTitle, nonsense, ROOT, SHARED } from './data.ts';
import { type BenchSection, percent, type Section } from './section.ts';

interface Imported {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The command as an operator runs it, in a process of its own, so that its memory is its own. */
async function importAll(dataDir: string): Promise<Imported> {
  const began = performance.now();
  const script = join(ROOT, 'test/bench/import-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, join(SHARED, 'reference')], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(out);
  const peak = Number(/peak (\d+)/.exec(out)?.[1]);
  return { seconds: (performance.now() - began) / 1000, megabytes: peak / 1024 };
}

function figures(matcher: TitleMatcher, titles: readonly LabelledTitle[]): string[] {
  let one = 0;
  let five = 0;
  for (const { title, accept } of titles) {
    const codes = matcher.match(title).candidates.map((each) => each.code);
    if (accept.includes(codes[0] ?? '')) one += 1;
    if (codes.slice(0, 5).some((code) => accept.includes(code))) five += 1;
  }
  return [percent(one, titles.length), percent(five, titles.length)];
}

/** Which titles the matcher is given: what a server has, and the imported lists that it is not given. */
const KINDS: Readonly<Record<string, readonly TitleKind[]>> = {
  'as served: pack and official': [],
  'with NOC 2016 titles too': ['earlier'],
  'with O*NET titles too': ['foreign'],
};

/** Titles that are kept and not served. */
async function titlesAside(storeDir: string): Promise<JobTitle[]> {
  const file = readdirSync(storeDir).find((name) => name.endsWith('.sqlite')) ?? '';
  const handle = await SqliteHandle.open(join(storeDir, file), 'readonly');
  const titles = await handle.all<JobTitle>(
    "SELECT code, title, language, kind, '' AS standsFor, '' AS occupation, source FROM title WHERE kind IN ('earlier', 'foreign')",
  );
  await handle.close();
  return titles;
}

async function rowsOf(store: KnowledgeStore, aside: readonly JobTitle[]): Promise<string[][]> {
  const [served, groups, employment] = await Promise.all([store.titles(), store.groups(), store.employment()]);
  return Object.entries(KINDS).map(([name, kinds]) => {
    const titles: JobTitle[] = [...served, ...aside.filter((title) => kinds.includes(title.kind))];
    const matcher = new TitleMatcher({ titles, groups, employment });
    const texts = nonsense();
    const refused = texts.filter((text) => matcher.match(text).decision === 'none').length;
    return [
      name,
      String(titles.length),
      ...['federal', 'survey'].flatMap((each) =>
        figures(
          matcher,
          devTitles().filter(({ set }) => set === each),
        ),
      ),
      ...figures(matcher, everydayTitles()),
      percent(refused, texts.length),
    ];
  });
}

async function run(): Promise<Section> {
  const title = 'Import of all reference files, and titles on the store that comes of it';
  if (!hasShared()) return { title, columns: [], rows: [], notes: ['The reference files are not beside the project.'] };
  const dataDir = mkdtempSync(join(tmpdir(), 'advisor-import-'));
  try {
    const { seconds, megabytes } = await importAll(dataDir);
    const store = await openKnowledge(knowledgePaths(dataDir));
    try {
      return {
        title,
        columns: [
          'titles',
          'number',
          'federal 1',
          'federal 5',
          'survey 1',
          'survey 5',
          'everyday 1',
          'everyday 5',
          'nonsense refused',
        ],
        rows: await rowsOf(store, await titlesAside(knowledgePaths(dataDir).storeDir)),
        notes: [
          `Imported in ${seconds.toFixed(1)} s (budget 60), peak memory ${megabytes.toFixed(0)} MB (budget 500).`,
        ],
      };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export const importing: BenchSection = { name: 'import', run };
