import type { CountableGap, GapCounter } from '../gaps.ts';
import type { StateFile } from './state-file.ts';

/** A gap as it is listed. */
export interface CountedGap extends CountableGap {
  /** Of a section: its topic and the group's code. */
  readonly topic?: string;
  readonly code?: string;
  readonly count: number;
  /** Moments, ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/** Counts what was asked and could not be answered. What a subject may hold is for the caller to see to. */
export class SqliteGapLog implements GapCounter {
  readonly #file: StateFile;
  readonly #now: () => Date;

  constructor(file: StateFile, now: () => Date) {
    this.#file = file;
    this.#now = now;
  }

  async count(gaps: readonly CountableGap[]): Promise<readonly number[]> {
    if (gaps.length === 0) return [];
    const at = this.#now().toISOString();
    return this.#file.write(async (inside) => {
      const counts: number[] = [];
      for (const { kind, subject } of gaps) {
        const row = await inside.get<{ count: number }>(
          `INSERT INTO gap (kind, subject, count, first, last) VALUES (?, ?, 1, ?, ?)
            ON CONFLICT (kind, subject) DO UPDATE SET count = count + 1, last = max(last, excluded.last) RETURNING count`,
          [kind, subject, at, at],
        );
        counts.push(row?.count ?? 0);
      }
      return counts;
    });
  }

  /** The most frequent first; of equal ones what was asked last. */
  async list(most: number): Promise<readonly CountedGap[]> {
    const rows = await this.#file.all<CountedGap>(
      'SELECT kind, subject, count, first, last FROM gap ORDER BY count DESC, last DESC, kind, subject LIMIT ?',
      [most],
    );
    return rows.map((row) => (row.kind === 'section' ? { ...row, ...sectionOf(row.subject) } : row));
  }
}

function sectionOf(subject: string): { topic: string; code: string } {
  const [topic = '', code = ''] = subject.split(' ');
  return { topic, code };
}
