/** One part of the benchmark: measured by `run`, shown as a table that can go into the README as it is. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know about the figures. */
  readonly notes: readonly string[];
}

export interface BenchSection {
  readonly name: string;
  run(): Promise<Section>;
}

/** Value below which the share `q` of the samples lies (nearest rank); NaN for no samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

/** Markdown with columns padded, so that it is readable as plain text too. */
export function toMarkdown(section: Section): string {
  const widths = section.columns.map((column, at) =>
    Math.max(column.length, ...section.rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [
    `### ${section.title}`,
    '',
    line(section.columns),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...section.rows.map(line),
    ...(section.notes.length > 0 ? ['', ...section.notes.map((note) => `- ${note}`)] : []),
    '',
  ].join('\n');
}
