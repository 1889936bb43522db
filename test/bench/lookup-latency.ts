import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import { devTitles, everydayTitles, fullInput, hasShared, packInput } from './data.ts';
import { miniSearch } from './peers.ts';
import { type BenchSection, quantile, type Section } from './section.ts';

const WARM_UP = 200;

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

interface Measured<T> {
  readonly made: T;
  readonly ms: number;
  readonly megabytes: number;
}

function made<T>(make: () => T): Measured<T> {
  const before = heap();
  const start = performance.now();
  const result = make();
  const ms = performance.now() - start;
  return { made: result, ms, megabytes: (heap() - before) / 1024 / 1024 };
}

function latencies(titles: readonly string[], search: (title: string) => unknown): number[] {
  for (const title of titles.slice(0, WARM_UP)) search(title);
  return titles.map((title) => {
    const start = performance.now();
    search(title);
    return performance.now() - start;
  });
}

async function run(): Promise<Section> {
  const shared = hasShared();
  const titles = [...(shared ? devTitles() : []), ...everydayTitles()].map((each) => each.title);
  const indexes = [['pack', packInput()] as const, ...(shared ? [['pack + official', fullInput()] as const] : [])];
  const rows: string[][] = [];
  for (const [index, input] of indexes) {
    const size = String(input.titles.length);
    const matcher = made(() => new TitleMatcher(input));
    const mine = latencies(titles, (title) => matcher.made.match(title));
    const minis = [false, true].map((prefix) => ({ prefix, ...made(() => miniSearch(input.titles, prefix)) }));
    const add = (system: string, times: readonly number[], built: number, megabytes: number): void => {
      rows.push([
        index,
        size,
        system,
        quantile(times, 0.5).toFixed(2),
        quantile(times, 0.95).toFixed(2),
        quantile(times, 1).toFixed(1),
        built.toFixed(0),
        megabytes > 0.5 ? megabytes.toFixed(0) : '-',
      ]);
    };
    add('ours', mine, matcher.ms, matcher.megabytes);
    for (const { made: mini, ms, megabytes } of minis) {
      add(
        mini.name,
        latencies(titles, (title) => mini.search(title, 5)),
        ms,
        megabytes,
      );
    }
  }
  return {
    title: 'Latency of a lookup',
    columns: ['index', 'titles', 'system', 'p50 ms', 'p95 ms', 'max ms', 'build ms', 'memory MB'],
    rows,
    notes: [
      `${titles.length} queries each (federal, survey and everyday titles), one after another, after ${WARM_UP} to warm up.`,
      'Memory is the growth of heap and typed arrays while the index was built; run with --expose-gc for a steady figure.',
    ],
  };
}

export const lookupLatency: BenchSection = { name: 'lookup latency', run };
