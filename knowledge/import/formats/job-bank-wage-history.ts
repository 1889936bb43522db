import { readEarlierCode } from '../cells.ts';
import { type Cells, type ImportContext, type Reader, type RowSink, tableFormat } from '../format.ts';
import type { ImportRows } from '../rows.ts';
import { copiedJobBankWages, orderFault, PLAIN_WAGE, readAmounts, unitOf } from './job-bank-figures.ts';
import { regionFinder } from './job-bank-regions.ts';
import { readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

const RELEASES = ['2016', '2020', '2024'] as const;
const LATEST = '2024';
type Release = (typeof RELEASES)[number];

const KEYS = [
  'low_2016',
  'median_2016',
  'high_2016',
  'low_2020',
  'median_2020',
  'high_2020',
  'low_2024',
  'median_2024',
  'high_2024',
] as const;

type Key = 'code' | 'earlier' | 'region' | (typeof KEYS)[number];

const SAME_AS_PROVINCE =
  "The same as the province's figure: the publisher gives the province's where a region has too few answers.";

/** Three releases of Job Bank's wages side by side, as a third party has joined them. */
export const jobBankWageHistory = tableFormat<Key>({
  id: 'job-bank-wage-history',
  what: 'Job Bank wages of 2016, 2020 and 2024 in one table',
  columns: {
    code: { names: ['noc2021'] },
    earlier: { names: ['noc2016'] },
    region: { names: ['er_code'] },
    low_2016: { names: ['low_2016'] },
    median_2016: { names: ['median_2016'] },
    high_2016: { names: ['high_2016'] },
    low_2020: { names: ['low_2020'] },
    median_2020: { names: ['median_2020'] },
    high_2020: { names: ['high_2020'] },
    low_2024: { names: ['low_2024'] },
    median_2024: { names: ['median_2024'] },
    high_2024: { names: ['high_2024'] },
  },
  open: (context) => new HistoryReader(context),
});

class HistoryReader implements Reader<Key> {
  readonly dataset;
  readonly #context: ImportContext;
  readonly #findRegion;
  readonly #seen = new SeenRows();
  /** Latest figures of each group by province. In the file a province's row stands before those of its regions. */
  readonly #ofProvince = new Map<string, string>();

  constructor(context: ImportContext) {
    this.#context = context;
    this.#findRegion = regionFinder(context);
    this.dataset = {
      id: `job-bank-wages-${RELEASES.join('-')}`,
      sources: RELEASES.map((year) => copiedJobBankWages(context, year)),
    };
  }

  row(cells: Cells<Key>, out: RowSink) {
    const earlier = readEarlierCode(cells.earlier);
    if (earlier === undefined) return out.bad(`"${cells.earlier}" is no NOC 2016 code`);
    const code = readGroup(cells.code, this.#context, out);
    if (code === undefined) return;
    const region = this.#findRegion(cells.region);
    if (!region) return out.drop('unknown-region');
    const amounts = readAmounts(cells, KEYS);
    if (typeof amounts === 'string') return out.bad(amounts);
    let published = false;
    for (const year of RELEASES) {
      const low = amounts[`low_${year}`];
      const median = amounts[`median_${year}`];
      const high = amounts[`high_${year}`];
      const figures = [low, median, high];
      if (figures.every((figure) => figure === null)) continue;
      published = true;
      const fault = orderFault({ low, median, high });
      if (fault !== '') return out.bad(`${year}: ${fault}`);
      if (unitOf(figures) !== 'hour') return out.bad(`${year}: ${figures.join(', ')} are no hourly amounts`);
      const coded = codedAs(year, code, earlier);
      const key = `${code} ${region} ${year} ${coded.edition_code}`;
      if (!this.#seen.isNew(key, figures.join(' '), out)) continue;
      out.keep('wage', {
        ...PLAIN_WAGE,
        code,
        region,
        low,
        median,
        high,
        unit: 'hour',
        basis: 'hour',
        comment: year === LATEST ? this.#comment(code, region, figures.join(' ')) : '',
        period: year,
        released: year,
        ...coded,
        source: `job-bank-wages-${year}`,
      });
    }
    if (!published) out.drop('nothing-published');
  }

  #comment(code: string, region: string, figures: string): string {
    const place = this.#context.regions.get(region);
    if (place?.kind !== 'economic-region') {
      this.#ofProvince.set(`${code} ${region}`, figures);
      return '';
    }
    return this.#ofProvince.get(`${code} ${place.parent}`) === figures ? SAME_AS_PROVINCE : '';
  }
}

/**
 * The releases of 2016 and 2020 were published by NOC 2016. Groups that are one now had figures each then, and a later import of one of
 * those releases has them under the same codes.
 */
function codedAs(year: Release, code: string, earlier: string): Pick<ImportRows['wage'], 'edition' | 'edition_code'> {
  return year === LATEST ? { edition: 'noc2021', edition_code: code } : { edition: 'noc2016', edition_code: earlier };
}
