import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { MatchIndexInput } from '../../knowledge/matching/types.ts';
import type { JobTitle, TitleKind } from '../../knowledge/model.ts';

/** What the benchmark and the matching tests read: the pack as files, the official index and the title sets. */

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACK = `${ROOT}knowledge/pack/`;
/** Beside the repository; absent in a plain clone. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

type Row = Readonly<Record<string, string>>;

export function readCsv(path: string): Row[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, skip_empty_lines: true, trim: true });
}

export function hasShared(): boolean {
  return existsSync(`${SHARED}bench/titles-dev.csv`);
}

export interface LabelledTitle {
  readonly set: string;
  readonly kind: string;
  readonly title: string;
  readonly accept: readonly string[];
}

function labelled(row: Row, set: string): LabelledTitle {
  return { set, kind: row.kind ?? '', title: row.title ?? '', accept: (row.accept ?? row.noc2021 ?? '').split(';') };
}

export function everydayTitles(): LabelledTitle[] {
  return readCsv(`${ROOT}test/data/everyday-titles.csv`).map((row) => labelled(row, 'everyday'));
}

export function nonsense(): string[] {
  return readCsv(`${ROOT}test/data/nonsense.csv`).map((row) => row.text ?? '');
}

export function devTitles(): LabelledTitle[] {
  return readCsv(`${SHARED}bench/titles-dev.csv`).map((row) => labelled(row, row.set ?? ''));
}

export function onetTitles(): LabelledTitle[] {
  return readCsv(`${SHARED}reference/titles/onet-titles.csv`).map((row) => labelled(row, 'onet'));
}

/** "Also known as" of the one occupation with a full profile. */
const SEED_CODE = '12111';
const SEED_ID = 'health-information-management-professional';
const SEED_ALIASES = [
  'Health information management professional',
  'Access and Disclosure Specialist',
  'Coding Specialist',
  'Data Analyst',
  'Health Record Administrator',
  'Information Specialist',
  'Release of Information Specialist',
];

function job(code: string, title: string, kind: TitleKind, more: Partial<JobTitle> = {}): JobTitle {
  return { code, title, kind, language: 'en', standsFor: '', occupation: '', source: '', ...more };
}

let pack: MatchIndexInput | null = null;

/** The index as shipped: pack titles, group names and the aliases of the profiled occupation. */
export function packInput(): MatchIndexInput {
  if (pack) return pack;
  const descriptions = new Map(readCsv(`${PACK}descriptions.csv`).map((row) => [row.code ?? '', row]));
  const groups = readCsv(`${PACK}unit-groups.csv`).map((row) => {
    const words = descriptions.get(row.code ?? '');
    return {
      code: row.code ?? '',
      title: row.title_en ?? '',
      titleFr: row.title_fr ?? '',
      gist: words?.gist ?? '',
      whatTheyDo: words?.what_they_do ?? '',
      whereTheyWork: words?.where_they_work ?? '',
    };
  });
  const titles: JobTitle[] = [];
  for (const group of groups) {
    titles.push(job(group.code, group.title, 'group'));
    titles.push(job(group.code, group.titleFr, 'group', { language: 'fr' }));
  }
  for (const alias of SEED_ALIASES) titles.push(job(SEED_CODE, alias, 'alias', { occupation: SEED_ID }));
  for (const file of readdirSync(`${PACK}titles`).sort()) {
    if (!file.endsWith('.csv')) continue;
    for (const row of readCsv(`${PACK}titles/${file}`)) {
      titles.push(
        job(row.code ?? '', row.title ?? '', (row.kind ?? 'usual') as TitleKind, {
          language: row.language === 'fr' ? 'fr' : 'en',
          standsFor: row.stands_for ?? '',
        }),
      );
    }
  }
  const employment = new Map(
    readCsv(`${PACK}outlook.csv`).map((row) => [row.code ?? '', Number(row.employment_2023)] as const),
  );
  pack = { groups, titles, employment };
  return pack;
}

/** Pack and official English titles together: what an operator has after importing the official file. */
export function fullInput(): MatchIndexInput {
  const base = packInput();
  const official = readCsv(`${SHARED}reference/noc2021/titles-en.csv`).map((row) =>
    job(row.noc2021 ?? '', row.title ?? '', 'official'),
  );
  return { ...base, titles: [...base.titles, ...official] };
}

/** Small seeded generator (mulberry32): the same draw on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
