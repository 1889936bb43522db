import { AdvisorError } from '../../errors.ts';
import type { MarketCondition } from '../../model.ts';
import { readNumber } from '../cells.ts';
import { foldHeader, type ImportContext, type ImportSource, tableFormat } from '../format.ts';
import { CANADA } from './job-bank-figures.ts';
import { readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type Key = 'code' | 'employment' | 'growth' | 'retirements' | 'openings' | 'seekers' | 'recent' | 'future';

const PERSONS = ['employment', 'growth', 'retirements', 'openings', 'seekers'] as const;

/** The year that the projection starts from stands in a column's name. */
const FIRST_YEAR = 2015;
const YEARS = Array.from({ length: 30 }, (_, index) => String(FIRST_YEAR + index));
/** A projection is made for this many years after it. */
const YEARS_AHEAD = 10;

/** "Strong signs of Shortage" of recent years, "Moderate risk of Surplus" of those to come. */
const CONDITIONS: Readonly<Record<string, MarketCondition>> = {
  balance: 'balance',
  'strong signs of shortage': 'strong-shortage',
  'moderate signs of shortage': 'moderate-shortage',
  'moderate signs of surplus': 'moderate-surplus',
  'strong signs of surplus': 'strong-surplus',
  'strong risk of shortage': 'strong-shortage',
  'moderate risk of shortage': 'moderate-shortage',
  'moderate risk of surplus': 'moderate-surplus',
  'strong risk of surplus': 'strong-surplus',
};

/** The summary table of the Canadian Occupational Projection System: employment, openings and seekers of every group over ten years. */
export const cops = tableFormat<Key>({
  id: 'cops',
  what: 'ten-year projections of the Canadian Occupational Projection System (COPS)',
  columns: {
    code: { names: ['Code'] },
    employment: { names: YEARS.map(employmentName) },
    growth: { names: ['Employment_Growth_croissance_emploi'] },
    retirements: { names: ['Retirements_retraites'] },
    openings: { names: ["Total_Job_Openings_Perspective_d'emploi", 'Total_Job_Openings_Perspectives_d’emploi'] },
    seekers: { names: ['Job_Seekers_Chercheurs_emploi'] },
    recent: { names: ['Recent_Labour_Market_Conditions'] },
    future: { names: ['Future_Labour_Market_Conditions'] },
  },
  open(context, { header }) {
    const year = employmentYear(header);
    const source = sourceOf(context, `${Number(year) + 1}-${Number(year) + YEARS_AHEAD}`);
    const seen = new SeenRows();
    return {
      dataset: { id: source.id, sources: [source] },
      row(cells, out) {
        if (/^(?:TEER|F[EÉ]ER|NOC|CNP)\d?[\s_]\S+$/i.test(cells.code)) return out.drop('not-a-unit-group');
        if (/^0+$/.test(cells.code)) return out.drop('not-a-unit-group');
        const code = readGroup(cells.code, context, out);
        if (code === undefined) return;
        const { employment, growth, retirements, openings, seekers, fault } = readPersons(cells);
        if (fault !== '') return out.bad(fault);
        if (isNothing(cells.recent) && isNothing(cells.future)) return out.drop('nothing-published');
        const recent = CONDITIONS[foldHeader(cells.recent)];
        const future = CONDITIONS[foldHeader(cells.future)];
        if (!recent) return out.bad(`"${cells.recent}" is no market condition`);
        if (!future) return out.bad(`"${cells.future}" is no market condition`);
        // Half a projection cannot be told: every sentence on it sets one number against another.
        if (employment === null || growth === null || retirements === null || openings === null || seekers === null) {
          return out.drop('nothing-published');
        }
        const persons = { employment, growth, retirements, openings, seekers };
        if (!seen.isNew(code, [...Object.values(persons), recent, future].join(' '), out)) return;
        out.keep('outlook', {
          code,
          ...persons,
          employment_year: year,
          recent,
          future,
          period: source.id.slice('cops-'.length),
          edition: 'noc2021',
          source: source.id,
        });
      },
    };
  },
});

function readPersons(cells: Readonly<Record<(typeof PERSONS)[number], string>>) {
  const persons: Record<(typeof PERSONS)[number], number | null> & { fault: string } = {
    employment: null,
    growth: null,
    retirements: null,
    openings: null,
    seekers: null,
    fault: '',
  };
  for (const key of PERSONS) {
    const value = readNumber(cells[key]);
    const below = key === 'employment' || key === 'retirements' ? 0 : Number.NEGATIVE_INFINITY;
    if (value === undefined || (value !== null && (!Number.isInteger(value) || value < below))) {
      persons.fault = `"${cells[key]}" is no number of persons (${key})`;
    } else persons[key] = value;
  }
  return persons;
}

function employmentName(year: string): string {
  return `Employment_emploi_${year}`;
}

function isNothing(cell: string): boolean {
  return readNumber(cell) === null;
}

function employmentYear(header: readonly string[]): string {
  const names = new Set(header.map(foldHeader));
  const year = YEARS.find((each) => names.has(foldHeader(employmentName(each))));
  if (year === undefined) throw new AdvisorError('IMPORT_REFUSED', ['tells no year of employment in its column names']);
  return year;
}

function sourceOf(context: ImportContext, period: string): ImportSource {
  const id = `cops-${period}`;
  return (
    context.source(id) ?? {
      ...CANADA,
      id,
      title: `Canadian Occupational Projection System (COPS), ${period}`,
      url: 'https://occupations.esdc.gc.ca/sppc-cops/',
      note: 'A national projection: it says nothing of one province, employer or person.',
      expiry: 'period-end',
    }
  );
}
