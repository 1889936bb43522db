import type { PayUnit } from '../../model.ts';
import { tableFormat } from '../format.ts';
import { copiedJobBankWages, orderFault, PLAIN_WAGE, readAmounts, unitOf } from './job-bank-figures.ts';
import { readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type Key = 'code' | 'low' | 'median' | 'high';

/** The file does not tell its year, and this shape is known of one release only. */
const YEAR = '2025';
/** Hours that the publisher counts as a year of full-time work. */
const HOURS_A_YEAR = 2080;

/** Job Bank's wages for Canada, all by the year, as a third party has written them. */
export const jobBankWagesAnnual = tableFormat<Key>({
  id: 'job-bank-wages-annual',
  what: `Job Bank wages for Canada by the year, ${YEAR} release`,
  columns: {
    code: { names: ['noc2021'] },
    low: { names: ['low'] },
    median: { names: ['median'] },
    high: { names: ['high'] },
  },
  open(context) {
    const source = copiedJobBankWages(context, YEAR);
    const seen = new SeenRows();
    return {
      dataset: { id: `${source.id}-annual`, sources: [source] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        if (code === undefined) return;
        const amounts = readAmounts(cells, ['low', 'median', 'high']);
        if (typeof amounts === 'string') return out.bad(amounts);
        const { low, median, high } = amounts;
        const given = [low, median, high].flatMap((amount) => (amount === null ? [] : [amount]));
        if (given.length === 0) return out.drop('nothing-published');
        const fault = orderFault({ low, median, high });
        if (fault !== '') return out.bad(fault);
        if (unitOf(given) !== 'year') return out.bad(`${given.join(', ')} are no yearly amounts`);
        if (!seen.isNew(code, given.join(' '), out)) return;
        out.keep('wage', {
          ...PLAIN_WAGE,
          code,
          region: 'CA',
          low,
          median,
          high,
          unit: 'year',
          basis: basisOf(given),
          period: YEAR,
          released: YEAR,
          edition: 'noc2021',
          edition_code: code,
          source: source.id,
        });
      },
    };
  },
});

/** Yearly amounts that are all whole cents an hour times a year's hours, rounded to the dollar, were collected by the hour. */
function basisOf(amounts: readonly number[]): PayUnit {
  const aCent = HOURS_A_YEAR / 100;
  const halfDollar = 0.5 + 1e-6;
  return amounts.every((amount) => Math.abs(Math.round(amount / aCent) * aCent - amount) <= halfDollar)
    ? 'hour'
    : 'year';
}
