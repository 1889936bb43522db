import { readAmount } from '../cells.ts';
import { type ImportContext, type ImportSource, tableFormat } from '../format.ts';
import { CANADA, orderFault, PLAIN_WAGE, readAmounts, unitOf } from './job-bank-figures.ts';
import { readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type Key = 'code' | 'low' | 'median' | 'high' | 'hours';

const YEAR = '2025';

/** Job Bank's wages for British Columbia with the usual hours. The file does not tell its year; the shape is known of one release only. */
export const bcWages = tableFormat<Key>({
  id: 'bc-wages',
  what: `wages for British Columbia with usual hours, ${YEAR} release`,
  columns: {
    code: { names: ['noc2021'] },
    low: { names: ['low'] },
    median: { names: ['median'] },
    high: { names: ['high'] },
    hours: { names: ['usual_hours_week'] },
  },
  open(context) {
    const source = sourceOf(context);
    const seen = new SeenRows();
    return {
      dataset: { id: source.id, sources: [source] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        if (code === undefined) return;
        const amounts = readAmounts(cells, ['low', 'median', 'high']);
        if (typeof amounts === 'string') return out.bad(amounts);
        const { low, median, high } = amounts;
        const figures = [low, median, high];
        if (figures.every((amount) => amount === null)) return out.drop('nothing-published');
        const fault = orderFault({ low, median, high });
        if (fault !== '') return out.bad(fault);
        const unit = unitOf(figures);
        if (unit === undefined) return out.bad(`${figures.join(', ')} are partly by the hour and partly by the year`);
        const hours = readAmount(cells.hours);
        if (hours === undefined || (hours !== null && hours > 168))
          return out.bad(`"${cells.hours}" are no hours a week`);
        if (!seen.isNew(code, [...figures, hours].join(' '), out)) return;
        out.keep('wage', {
          ...PLAIN_WAGE,
          code,
          region: 'BC',
          low,
          median,
          high,
          unit,
          basis: unit,
          hours_week: hours === null ? null : Math.round(hours * 10) / 10,
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

function sourceOf(context: ImportContext): ImportSource {
  const id = `job-bank-wages-bc-${YEAR}`;
  return (
    context.source(id) ?? {
      ...CANADA,
      id,
      title: `Job Bank wages, British Columbia, ${YEAR} release`,
      url: 'https://www.workbc.ca/',
      note: 'Low is the 10th percentile, high the 90th.',
      expiry: '2 years',
    }
  );
}
