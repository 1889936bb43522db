import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildStoreOf, type CheckedPack, checkPack, removeOtherStores } from '../build/build.ts';
import type { BuildProgress } from '../build/write-store.ts';
import { AdvisorError } from '../errors.ts';
import { importContext } from './context.ts';
import type { Dataset, Format, ImportContext } from './format.ts';
import {
  adopt,
  DatasetWriter,
  hashOfDataset,
  type Imports,
  type KeptDataset,
  type KeptSource,
  READERS_VERSION,
  readImports,
  tidyImports,
  writeManifest,
} from './imports-folder.ts';
import { readProfileFile } from './profile-file.ts';
import { type FileToRead, readFile } from './read-file.ts';
import type { FileReport, ImportReport, ReadReport } from './report.ts';

export interface ImportOptions {
  /** Folder of the publishers' files; folders inside it are looked into. */
  readonly dir: string;
  readonly packDir: string;
  readonly storeDir: string;
  readonly importsDir: string;
  readonly formats: readonly Format[];
  /** Reads and checks everything, and changes nothing. */
  readonly dryRun?: boolean;
  /** Takes a file that has far fewer rows than the one that it replaces. */
  readonly allowSmaller?: boolean;
  /** Now; the day of it is the day of retrieval. */
  readonly now: Date;
  readonly onProgress?: (step: ImportStep) => void;
}

/** Told as the work goes on. */
export type ImportStep =
  | { readonly phase: 'read'; readonly file: string; readonly bytes: number; readonly ofBytes: number }
  | ({ readonly phase: 'build' } & Parameters<BuildProgress>[0]);

/** A file that has less than this share of the rows of the one that it replaces is taken for one that did not arrive whole. */
const LEAST_SHARE = 0.9;
const TABLE_FILE = /\.(csv|tsv|txt|json)$/i;
const PROFILE_FILE = /\.ya?ml$/i;
/** Files that an operator may have meant as data. */
const MEANT_AS_DATA = /\.(xlsx?|ods|zip|gz|7z|pdf|html?|xml|sav|parquet)$/i;

/**
 * Imports every file of a folder that is of a known format, or nothing at all: all files are read and checked first, a new store is
 * built beside the old, and only then the new datasets and the new store go into service, in one step. Throws what is wrong with the
 * folder or the disk; what is wrong with a file is in the report.
 */
export async function importFolder(options: ImportOptions): Promise<ImportReport> {
  const { importsDir, now } = options;
  const files = await listFiles(options.dir);
  const pack = await checkPack(options.packDir);
  const before = await readImports(importsDir);
  const draft = join(importsDir, `${randomUUID()}.draft`);
  const report = (
    outcome: ImportReport['outcome'],
    told: readonly FileReport[],
    datasets: readonly KeptDataset[],
    store = '',
  ) => ({
    outcome,
    started: now.toISOString(),
    seconds: Math.round((Date.now() - now.getTime()) / 100) / 10,
    files: told,
    datasets: datasets.map((dataset) => dataset.id),
    store,
  });
  try {
    const read = await readAll(files, pack, before, draft, options);
    const told = read.map((each) => each.report);
    if (told.some((each) => each.status === 'refused')) return report('refused', told, before.datasets);
    const taken = read.flatMap((each) => (each.kept ? [each.kept] : []));
    if (taken.length === 0)
      throw new AdvisorError(
        'IMPORT_EMPTY',
        told.map((each) => `${each.file}: ${each.faults.join('; ')}`),
      );
    const replaced = new Set(taken.map((dataset) => dataset.id));
    const datasets = [...before.datasets.filter((dataset) => !replaced.has(dataset.id)), ...taken].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    if (options.dryRun) return report('checked', told, datasets);
    const unchanged = taken.every((dataset) => before.datasets.some((each) => each.hash === dataset.hash));
    if (unchanged) return report('unchanged', told, before.datasets);
    const store = await commit(pack, before, datasets, draft, options);
    return report('imported', told, datasets, store);
  } catch (cause) {
    if (cause instanceof AdvisorError) throw cause;
    throw new AdvisorError('IMPORT_WRITE_FAILED', [cause instanceof Error ? cause.message : String(cause)], { cause });
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Files in a fixed order; hidden ones and texts for people are passed over. Throws IMPORT_UNREADABLE. */
async function listFiles(dir: string): Promise<FileToRead[]> {
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => [TABLE_FILE, PROFILE_FILE, MEANT_AS_DATA].some((kind) => kind.test(path)))
      .sort();
    return await Promise.all(
      paths.map(async (path) => ({
        path,
        name: relative(dir, path).replaceAll('\\', '/'),
        modified: (await stat(path)).mtime.toISOString().slice(0, 10),
      })),
    );
  } catch (cause) {
    throw new AdvisorError('IMPORT_UNREADABLE', [dir, cause instanceof Error ? cause.message : String(cause)], {
      cause,
    });
  }
}

interface ReadOne {
  readonly report: FileReport;
  readonly kept: KeptDataset | null;
}

async function readAll(
  files: readonly FileToRead[],
  pack: CheckedPack,
  before: Imports,
  draft: string,
  options: ImportOptions,
): Promise<ReadOne[]> {
  const context = importContext(pack.pack);
  const read: ReadOne[] = [];
  const first = new Map<string, ReadReport>();
  for (const file of files) {
    let one = await readOne(file, pack, context, draft, read.length, options);
    if ('dataset' in one.report && one.kept) {
      const same = first.get(one.report.dataset);
      if (!same) first.set(one.report.dataset, one.report);
      else one = doubled(one.report, same);
    }
    if (one.kept && !options.allowSmaller) one = shrunk(one, one.kept, before) ?? one;
    read.push(one);
  }
  return read;
}

async function readOne(
  file: FileToRead,
  pack: CheckedPack,
  context: ImportContext,
  draft: string,
  index: number,
  { formats, now, onProgress = () => undefined }: ImportOptions,
): Promise<ReadOne> {
  if (MEANT_AS_DATA.test(file.name)) {
    const fault = 'is no table that can be read: unpack it, or save it as CSV';
    return { report: { file: file.name, status: 'left', faults: [fault] }, kept: null };
  }
  const { size } = await stat(file.path);
  const folder = join(draft, String(index));
  await mkdir(draft, { recursive: true });
  const writer = new DatasetWriter(folder);
  let bytes = 0;
  const onBytes = (more: number): void => {
    bytes += more;
    onProgress({ phase: 'read', file: file.name, bytes, ofBytes: size });
  };
  const write = writer.write.bind(writer);
  let result: Awaited<ReturnType<typeof readFile>>;
  let tables: KeptDataset['tables'];
  try {
    result = PROFILE_FILE.test(file.name)
      ? await readProfileFile(file, pack.parsed, write)
      : await readFile(file, formats, context, write, onBytes);
  } finally {
    tables = writer.close();
  }
  const { report, dataset } = result;
  if (!dataset || !('rows' in report)) return { report, kept: null };
  return { report, kept: keep(report, dataset, tables, String(index), now) };
}

function keep(
  report: ReadReport,
  dataset: Dataset,
  tables: KeptDataset['tables'],
  folder: string,
  now: Date,
): KeptDataset {
  const day = now.toISOString().slice(0, 10);
  const sources: KeptSource[] = dataset.sources.map((source) => ({ ...source, retrieved: day }));
  return {
    id: dataset.id,
    format: report.format,
    file: report.file,
    sha256: report.sha256,
    imported: day,
    folder,
    hash: hashOfDataset(dataset.id, tables, dataset.sources),
    rows: report.rows,
    kept: report.kept,
    dropped: report.rows - report.kept,
    tables,
    sources,
  };
}

/** The same file twice is taken once; two files that each claim to be the same release are not chosen between. */
function doubled(report: ReadReport, first: ReadReport): ReadOne {
  const same = report.sha256 === first.sha256;
  return {
    report: same
      ? { file: report.file, status: 'left', faults: [`is the same file as ${first.file}`] }
      : {
          ...report,
          status: 'refused',
          faults: [`is ${report.what} of the same release as ${first.file}: keep one of them`],
        },
    kept: null,
  };
}

function shrunk(one: ReadOne, kept: KeptDataset, before: Imports): ReadOne | undefined {
  const former = before.datasets.find((dataset) => dataset.id === kept.id);
  if (!former || kept.kept >= former.kept * LEAST_SHARE || !('rows' in one.report)) return undefined;
  const fault = `has ${kept.kept} rows where ${former.file}, which it would replace, had ${former.kept}: is it whole? (--allow-smaller takes it)`;
  return { report: { ...one.report, status: 'refused', faults: [fault] }, kept: null };
}

/** Everything is checked: build beside the old store, then put datasets and store into service by replacing one small file. */
async function commit(
  pack: CheckedPack,
  before: Imports,
  datasets: readonly KeptDataset[],
  draft: string,
  { importsDir, storeDir, onProgress = () => undefined }: ImportOptions,
): Promise<string> {
  const named: KeptDataset[] = [];
  for (const dataset of datasets) {
    const folder = `${dataset.id}-${dataset.hash.slice(0, 16)}`;
    if (!before.datasets.includes(dataset)) await adopt(importsDir, join(draft, dataset.folder), folder);
    named.push({ ...dataset, folder });
  }
  const built = await buildStoreOf(
    pack,
    { dir: importsDir, readers: READERS_VERSION, datasets: named },
    { storeDir, onProgress: (step) => onProgress({ phase: 'build', ...step }) },
  );
  const now = await readImports(importsDir);
  if (JSON.stringify(now.datasets) !== JSON.stringify(before.datasets)) throw new AdvisorError('IMPORT_OVERTAKEN');
  await writeManifest(importsDir, named);
  // The new knowledge is in service. What is left over may stay where the disk does not let it go.
  await tidyImports(importsDir, named).catch(() => undefined);
  await removeOtherStores(storeDir, built.path).catch(() => undefined);
  return built.hash;
}
