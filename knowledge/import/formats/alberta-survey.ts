import { AdvisorError } from '../../errors.ts';
import type { Edition, NocCode, Reliability, WageLevel } from '../../model.ts';
import { readEarlierCode, readNocCode, readPeriod, readText } from '../cells.ts';
import {
  type Cells,
  type ColumnSpec,
  foldHeader,
  type ImportContext,
  type ImportSource,
  type Reader,
  type RowSink,
  tableFormat,
} from '../format.ts';
import { commonest, editionOf, orderFault, PLAIN_WAGE, readAmounts, unitOf } from './job-bank-figures.ts';
import { regionFinder } from './job-bank-regions.ts';
import { SeenRows } from './seen-rows.ts';

/**
 * The Alberta Wage and Salary Survey is published as pages and workbooks, not as one file. These are the two shapes in which an
 * operator may have it as a table: a row for each pay level, or one row with the three levels side by side (`Starting Low`, `Top Median`).
 * Without a region a row is Alberta's, without an industry it is of all.
 */
const SHARED = {
  code: { names: ['NOC Code', 'NOC', 'NOC 2016', 'NOC 2021', 'NOC 2016 Code', 'NOC 2021 Code', 'Occupation Code'] },
  region: { names: ['Region', 'Economic Region', 'Geography', 'Area'], optional: true },
  industry: { names: ['Industry', 'Industry Group', 'Industry Name'], optional: true },
  salary: { names: ['Average Annual Salary', 'Average Salary', 'Annual Salary'], optional: true },
  hours: {
    names: ['Average Weekly Hours', 'Average Hours per Week', 'Weekly Hours', 'Hours per Week'],
    optional: true,
  },
  months: { names: ['Months on Payroll', 'Average Months on Payroll'], optional: true },
  year: { names: ['Survey Year', 'Year', 'Reference Year'] },
} as const satisfies Record<string, ColumnSpec>;

type SharedKey = keyof typeof SHARED;

const FIGURES = ['low', 'median', 'average', 'high'] as const;
type Figure = (typeof FIGURES)[number];

const FIGURE_NAMES: Readonly<Record<Figure, readonly string[]>> = {
  low: ['Low', 'Low (5th percentile)', '5th percentile', 'Low Wage'],
  median: ['Median', 'Median Wage'],
  average: ['Average', 'Average Wage', 'Mean'],
  high: ['High', 'High (95th percentile)', '95th percentile', 'High Wage'],
};

const RELIABILITY_NAMES = ['Reliability', 'Reliability Code', 'Data Reliability'];

const LEVELS = ['starting', 'overall', 'top'] as const;
type Level = Extract<WageLevel, (typeof LEVELS)[number]>;

type LongKey = SharedKey | Figure | 'level' | 'reliability';

export const albertaSurvey = tableFormat<LongKey>({
  id: 'alberta-survey',
  what: 'Alberta Wage and Salary Survey of one year, a row for each pay level',
  columns: {
    ...SHARED,
    level: { names: ['Wage Level', 'Level', 'Pay Level', 'Wage Type'] },
    low: { names: FIGURE_NAMES.low },
    median: { names: FIGURE_NAMES.median },
    average: { names: FIGURE_NAMES.average },
    high: { names: FIGURE_NAMES.high },
    reliability: { names: RELIABILITY_NAMES },
  },
  open(context, { rows }) {
    const survey = new Survey(context, rows);
    return {
      dataset: survey.dataset,
      row(cells, out) {
        const level = LEVELS.find((name) => foldHeader(cells.level).startsWith(name));
        if (!level) return out.bad(`"${cells.level}" is no pay level (starting, overall, top)`);
        survey.row(cells, [{ level, figures: cells, reliability: cells.reliability }], out);
      },
    };
  },
});

type WideKey = SharedKey | `${Level} ${Figure}` | `${Level} reliability` | 'reliability';

export const albertaSurveyWide = tableFormat<WideKey>({
  id: 'alberta-survey-wide',
  what: 'Alberta Wage and Salary Survey of one year, the pay levels side by side',
  columns: {
    ...SHARED,
    reliability: { names: RELIABILITY_NAMES, optional: true },
    ...wideColumns(),
  },
  open(context, { rows }) {
    const survey = new Survey(context, rows);
    return {
      dataset: survey.dataset,
      row(cells, out) {
        const levels = LEVELS.map((level) => ({
          level,
          figures: {
            low: cells[`${level} low`],
            median: cells[`${level} median`],
            average: cells[`${level} average`],
            high: cells[`${level} high`],
          },
          reliability: cells[`${level} reliability`] || cells.reliability,
        }));
        survey.row(cells, levels, out);
      },
    };
  },
});

function wideColumns() {
  const columns: Record<string, ColumnSpec> = {};
  for (const level of LEVELS) {
    const named = (names: readonly string[]) => names.flatMap((name) => [`${level} ${name}`, `${level} wage ${name}`]);
    for (const figure of FIGURES) columns[`${level} ${figure}`] = { names: named(FIGURE_NAMES[figure]) };
    columns[`${level} reliability`] = { names: named(RELIABILITY_NAMES), optional: true };
  }
  return columns as Record<`${Level} ${Figure}` | `${Level} reliability`, ColumnSpec>;
}

interface LevelCells {
  readonly level: Level;
  readonly figures: Readonly<Record<Figure, string>>;
  readonly reliability: string;
}

/** What both shapes have alike: the occupation, the place and the industry that the figures are of. */
class Survey {
  readonly dataset: Reader['dataset'];
  readonly #context: ImportContext;
  readonly #year: string;
  readonly #edition: Extract<Edition, 'noc2021' | 'noc2016'>;
  readonly #findRegion;
  readonly #seen = new SeenRows();

  constructor(context: ImportContext, sample: readonly Cells<SharedKey>[]) {
    const year = commonest(sample.map((row) => readPeriod(row.year)));
    if (year === undefined) throw new AdvisorError('IMPORT_REFUSED', ['tells no survey year that can be read']);
    const source = sourceOf(context, year);
    this.dataset = { id: source.id, sources: [source] };
    this.#context = context;
    this.#year = year;
    this.#edition = editionOf(
      sample.map((row) => row.code),
      year,
    );
    this.#findRegion = regionFinder(context, 'AB');
  }

  row(cells: Cells<SharedKey>, levels: readonly LevelCells[], out: RowSink) {
    if (readPeriod(cells.year) !== this.#year) {
      return out.bad(`is of "${cells.year}" and the file of ${this.#year}: make a file for each survey year`);
    }
    const editionCode = this.#edition === 'noc2021' ? readNocCode(cells.code) : readEarlierCode(cells.code);
    if (editionCode === undefined)
      return out.bad(`"${cells.code}" is no code of the file's edition (${this.#edition})`);
    const groups = this.#groups(editionCode);
    if (groups.length === 0) return out.drop('unknown-code');
    const region = cells.region === '' ? 'AB' : this.#findRegion(cells.region);
    if (!region) return out.drop('unknown-region');
    const yearly = readAmounts(cells, ['salary', 'hours', 'months']);
    if (typeof yearly === 'string') return out.bad(yearly);
    let published = false;
    for (const { level, figures, reliability } of levels) {
      const amounts = readAmounts(figures, FIGURES);
      if (typeof amounts === 'string') return out.bad(`${level}: ${amounts}`);
      const { low, median, average, high } = amounts;
      const fault = orderFault({ low, median, high });
      if (fault !== '') return out.bad(`${level}: ${fault}`);
      if (unitOf(Object.values(amounts)) !== 'hour') return out.bad(`${level}: has amounts that are not by the hour`);
      // A letter beyond D means that the publisher withholds the figure, whatever stands beside it.
      const letter = readReliability(reliability);
      if (letter === 'withheld') continue;
      const isOverall = levels.length === 1 || level === 'overall';
      const { salary, hours, months } = isOverall ? yearly : { salary: null, hours: null, months: null };
      if (salary === null && Object.values(amounts).every((amount) => amount === null)) continue;
      const industry = readIndustry(cells.industry);
      published = true;
      const key = `${editionCode} ${region} ${industry} ${level}`;
      if (!this.#seen.isNew(key, [...Object.values(amounts), letter, salary, hours, months].join(' '), out)) continue;
      for (const code of groups) {
        out.keep('wage', {
          ...PLAIN_WAGE,
          code,
          region,
          level,
          industry,
          low,
          median,
          average,
          high,
          unit: 'hour',
          basis: 'hour',
          low_percentile: 5,
          high_percentile: 95,
          reliability: letter,
          salary,
          hours_week: hours,
          months_payroll: months,
          period: this.#year,
          released: this.#year,
          edition: this.#edition,
          edition_code: editionCode,
          source: this.dataset.id,
        });
      }
    }
    if (!published) out.drop('nothing-published');
  }

  /** One group of NOC 2016 may be several now: its figure is told for each, with the code that it was published under. */
  #groups(editionCode: string): readonly NocCode[] {
    const groups = this.#edition === 'noc2021' ? [editionCode] : this.#context.groupsOf('noc2016', editionCode);
    return groups.filter((code) => this.#context.groups.has(code));
  }
}

function readReliability(cell: string): Reliability | null | 'withheld' {
  const letter = /^[a-z](?![a-z])/i.exec(cell.trim())?.[0].toUpperCase();
  if (letter === undefined) return null;
  return letter === 'A' || letter === 'B' || letter === 'C' || letter === 'D' ? letter : 'withheld';
}

function readIndustry(cell: string): string {
  const industry = readText(cell);
  return /^(?:|all|all industries|total|total,? all industries|overall)$/i.test(industry) ? 'all' : industry;
}

function sourceOf(context: ImportContext, year: string): ImportSource {
  const id = `alberta-wage-survey-${year}`;
  return (
    context.source(id) ?? {
      id,
      title: `${year} Alberta Wage and Salary Survey`,
      publisher: 'Government of Alberta',
      url: 'https://alis.alberta.ca/occinfo/wages-and-salaries-in-alberta/',
      licence: "Terms of the Government of Alberta's alis website",
      attribution: '',
      note: 'Low is the 5th percentile, high the 95th. Overtime, tips, benefits, profit shares and bonuses are left out.',
      expiry: '3 years',
    }
  );
}
