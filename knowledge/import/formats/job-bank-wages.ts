import { AdvisorError } from '../../errors.ts';
import type { NocCode, PayUnit } from '../../model.ts';
import { readDate, readEarlierCode, readNocCode, readNumber, readPeriod, readText } from '../cells.ts';
import { type Cells, type ImportContext, type Reader, type RowSink, type Sample, tableFormat } from '../format.ts';
import { commonest, editionOf, jobBankWages, orderFault, PLAIN_WAGE, readAmounts, unitOf } from './job-bank-figures.ts';
import { regionFinder } from './job-bank-regions.ts';
import { SeenRows } from './seen-rows.ts';

const COLUMNS = {
  code: { names: ['NOC_CNP', 'NOC_Code', 'NOC'] },
  province: { names: ['prov', 'Province'], optional: true },
  region: { names: ['ER_Code_Code_RE', 'ER_Code', 'Code_RE'] },
  low: { names: ['Low_Wage_Salaire_Minium', 'Low_Wage_Salaire_Minimum', 'Low_Wage_Salaire_Minimal'] },
  median: { names: ['Median_Wage_Salaire_Median', 'Median_Wage_Salaire_Médian'] },
  high: { names: ['High_Wage_Salaire_Maximal', 'High_Wage_Salaire_Maximum'] },
  average: { names: ['Average_Wage_Salaire_Moyen'], optional: true },
  lowerQuartile: { names: ['Quartile1_Wage_Salaire_Quartile1'], optional: true },
  upperQuartile: { names: ['Quartile3_Wage_Salaire_Quartile3'], optional: true },
  benefits: {
    names: ['Non_WageBen_pct', 'Non_WagBen_pct', 'EmployeesWithNonWageBenefit_Pct'],
    optional: true,
  },
  period: { names: ['Reference_Period', 'Période_de_référence'] },
  revised: { names: ['Revision_Date_Date_revision', 'Revision_Date'], optional: true },
  annual: { names: ['Annual_Wage_Flag_Salaire_annuel', 'Annual_Wage_Flag'], optional: true },
  comment: { names: ['Wage_Comment_E', 'Wage_Comment'], optional: true },
} as const;

type Key = keyof typeof COLUMNS;

const AMOUNTS = ['low', 'lowerQuartile', 'median', 'average', 'upperQuartile', 'high'] as const;

/** Releases before it have NOC 2006 codes, some of which mean other groups now. */
const FIRST_YEAR = 2016;

/** The wage file that Job Bank publishes every year as open data: every group by country, province and economic region. */
export const jobBankWagesFile = tableFormat<Key>({
  id: 'job-bank-wages',
  what: 'Job Bank wages of one release, by province and economic region',
  columns: COLUMNS,
  open(context, sample) {
    const year = releaseYear(sample);
    return new WageReader(
      context,
      year,
      editionOf(
        sample.rows.map((row) => row.code),
        year,
      ),
    );
  },
});

function releaseYear({ rows }: Sample<Key>): string {
  const revised = commonest(rows.map((row) => readDate(row.revised)?.slice(0, 4) ?? ''));
  // Groups of the census come first and have an old period: the release is as new as the newest.
  const year =
    revised ??
    rows
      .map((row) => readPeriod(row.period).slice(-4))
      .sort()
      .at(-1) ??
    '';
  if (year === '') {
    throw new AdvisorError('IMPORT_REFUSED', [
      'tells no year: neither a revision date nor a reference period can be read',
    ]);
  }
  if (Number(year) < FIRST_YEAR) {
    throw new AdvisorError('IMPORT_REFUSED', [
      `is of the ${year} release: those before ${FIRST_YEAR} use an older classification and are not taken`,
    ]);
  }
  return year;
}

class WageReader implements Reader<Key> {
  readonly dataset;
  readonly #context: ImportContext;
  readonly #year: string;
  readonly #edition: 'noc2021' | 'noc2016';
  readonly #findRegion;
  readonly #seen = new SeenRows();
  #withoutQuartiles = 0;

  constructor(context: ImportContext, year: string, edition: 'noc2021' | 'noc2016') {
    const source = jobBankWages(year);
    this.dataset = { id: source.id, sources: [source] };
    this.#context = context;
    this.#year = year;
    this.#edition = edition;
    this.#findRegion = regionFinder(context);
  }

  row(cells: Cells<Key>, out: RowSink) {
    const group = this.#group(cells.code, out);
    if (!group) return;
    const region = this.#findRegion(cells.region === '' ? cells.province : cells.region);
    if (!region) return out.drop('unknown-region');
    const amounts = readAmounts(cells, AMOUNTS);
    if (typeof amounts === 'string') return out.bad(amounts);
    if (Object.values(amounts).every((amount) => amount === null)) return out.drop('nothing-published');
    const { low, median, high } = amounts;
    const fault = orderFault({ low, median, high });
    if (fault !== '') return out.bad(fault);
    const unit = readUnit(cells.annual, Object.values(amounts));
    if (typeof unit === 'object') return out.bad(unit.fault);
    const benefits = readNumber(cells.benefits);
    if (benefits === undefined || (benefits !== null && (benefits < 0 || benefits > 100))) {
      return out.bad(`"${cells.benefits}" is no share of workers with benefits`);
    }
    if (!this.#seen.isNew(`${group.editionCode} ${region}`, `${unit} ${Object.values(amounts).join(' ')}`, out)) return;
    out.keep('wage', {
      ...PLAIN_WAGE,
      code: group.code,
      region,
      low,
      ...this.#quartiles(amounts),
      median,
      average: amounts.average,
      high,
      unit,
      basis: unit,
      benefits_percent: benefits,
      comment: readText(cells.comment),
      period: readPeriod(cells.period) || this.#year,
      released: this.#year,
      edition: this.#edition,
      edition_code: group.editionCode,
      source: this.dataset.id,
    });
  }

  end(): readonly string[] {
    if (this.#withoutQuartiles === 0) return [];
    return [`rows taken without their quartiles, which lie beyond the other amounts: ${this.#withoutQuartiles}`];
  }

  #group(cell: string, out: RowSink): { code: NocCode; editionCode: string } | null {
    const editionCode = this.#edition === 'noc2021' ? readNocCode(cell) : readEarlierCode(cell);
    if (editionCode === undefined) {
      out.bad(`"${cell}" is no ${this.#edition === 'noc2021' ? 'NOC 2021' : 'NOC 2016'} code`);
      return null;
    }
    const groups = this.#edition === 'noc2021' ? [editionCode] : this.#context.groupsOf('noc2016', editionCode);
    const [code] = groups;
    if (code === undefined || !this.#context.groups.has(code)) out.drop('unknown-code');
    else if (groups.length > 1) out.drop('ambiguous-code');
    else return { code, editionCode };
    return null;
  }

  /** Quartiles that lie beyond the amounts around them are not to be believed; the rest of the row is. */
  #quartiles(amounts: Record<(typeof AMOUNTS)[number], number | null>) {
    const { average: _average, ...rising } = amounts;
    if (orderFault(rising) === '')
      return { lower_quartile: amounts.lowerQuartile, upper_quartile: amounts.upperQuartile };
    this.#withoutQuartiles += 1;
    return { lower_quartile: null, upper_quartile: null };
  }
}

/** By the publisher's flag, if the amounts bear it out; by the amounts where there is no flag. */
function readUnit(flag: string, amounts: readonly (number | null)[]): PayUnit | { fault: string } {
  const found = unitOf(amounts);
  if (found === undefined) return { fault: 'has amounts by the hour and by the year in one row' };
  if (flag === '') return found;
  const told = /^(1|y|yes|true|o|oui|vrai)$/i.test(flag)
    ? 'year'
    : /^(0|n|no|non|false|faux)$/i.test(flag)
      ? 'hour'
      : null;
  if (told === null) return { fault: `"${flag}" does not say whether the amounts are by the year (1) or not (0)` };
  if (told === found) return told;
  return { fault: `is flagged as paid by the ${told}, and its amounts cannot be` };
}
