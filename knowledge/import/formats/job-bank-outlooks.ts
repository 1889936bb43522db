import { AdvisorError } from '../../errors.ts';
import type { OutlookRating } from '../../model.ts';
import { readDate, readNumber, readText } from '../cells.ts';
import {
  type Cells,
  type Dataset,
  foldHeader,
  type ImportContext,
  type ImportSource,
  type Reader,
  type RowSink,
  type Sample,
  tableFormat,
} from '../format.ts';
import { CANADA, commonest, editionOf } from './job-bank-figures.ts';
import { regionFinder } from './job-bank-regions.ts';
import { type Language, readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type Key = 'code' | 'rating' | 'trend' | 'released' | 'province' | 'region' | 'language';

const RATINGS: Readonly<Record<string, { rating: OutlookRating; language: Language }>> = {
  'very good': { rating: 'very-good', language: 'en' },
  good: { rating: 'good', language: 'en' },
  moderate: { rating: 'moderate', language: 'en' },
  limited: { rating: 'limited', language: 'en' },
  'very limited': { rating: 'very-limited', language: 'en' },
  undetermined: { rating: 'undetermined', language: 'en' },
  'tres bonnes': { rating: 'very-good', language: 'fr' },
  bonnes: { rating: 'good', language: 'fr' },
  moderees: { rating: 'moderate', language: 'fr' },
  limitees: { rating: 'limited', language: 'fr' },
  'tres limitees': { rating: 'very-limited', language: 'fr' },
  indeterminees: { rating: 'undetermined', language: 'fr' },
};

const YEARS_AHEAD = 3;

/**
 * Job Bank's three-year outlooks by province and economic region. The publisher gives each release as two files, one a language. Rows of
 * the languages are of two sources, so that neither file takes the other's texts away, whichever is imported last.
 */
export const jobBankOutlooks = tableFormat<Key>({
  id: 'job-bank-outlooks',
  what: 'Job Bank three-year employment outlooks of one release, by province and economic region',
  columns: {
    code: { names: ['NOC_Code', 'NOC', 'Code_CNP', 'CNP'] },
    rating: { names: ['Outlook', 'Employment Outlook', 'Perspectives', "Perspectives d'emploi"] },
    trend: { names: ['Trends', 'Trend', 'Employment Trends', 'Tendances', "Tendances de l'emploi"] },
    released: { names: ['Release Date', 'Date de diffusion', 'Date de publication'] },
    province: { names: ['Province', 'prov'] },
    region: { names: ['Economic Region Code', 'ER_Code', 'Code de la région économique', 'Code région économique'] },
    language: { names: ['LANG', 'Language', 'LANGUE'], optional: true },
  },
  open(context, sample) {
    const year = commonest(sample.rows.map((row) => readDate(row.released)?.slice(0, 4) ?? ''));
    if (year === undefined) throw new AdvisorError('IMPORT_REFUSED', ['tells no release date that can be read']);
    const codes = sample.rows.map((row) => row.code);
    if (editionOf(codes, year) !== 'noc2021') {
      throw new AdvisorError('IMPORT_REFUSED', [`is of the ${year} release, by NOC 2016: those by NOC 2021 are taken`]);
    }
    return new OutlookReader(context, year, periodOf(sample, year), sample.rows.map(languageOf));
  },
});

class OutlookReader implements Reader<Key> {
  readonly dataset: Dataset;
  readonly #context: ImportContext;
  readonly #source: string;
  readonly #period: string;
  readonly #findRegion;
  readonly #seen = new SeenRows();

  constructor(context: ImportContext, year: string, period: string, languages: readonly (Language | undefined)[]) {
    this.#context = context;
    this.#period = period;
    this.#findRegion = regionFinder(context);
    const isFrench = languages.includes('fr') && !languages.includes('en');
    const source = sourceOf(context, year);
    // The publisher's file of the other language is the same release: each brings its own text to the same rows.
    this.dataset = { id: isFrench ? `${source.id}-fr` : source.id, sources: [source] };
    this.#source = source.id;
  }

  row(cells: Cells<Key>, out: RowSink) {
    const code = readGroup(cells.code, this.#context, out);
    if (code === undefined) return;
    const region = this.#findRegion(cells.region === '' ? cells.province : cells.region);
    if (!region) return out.drop('unknown-region');
    if (readNumber(cells.rating) === null) return out.drop('nothing-published');
    const rating = ratingOf(cells.rating)?.rating;
    if (!rating) return out.bad(`"${cells.rating}" is no outlook`);
    const language = languageOf(cells);
    if (!language) return out.bad(`"${cells.language}" is no language (EN or FR)`);
    const released = readDate(cells.released);
    if (!released) return out.bad(`"${cells.released}" is no release date`);
    const text = plainText(cells.trend);
    // The length stands for the text: to remember all texts would take as much memory as the file.
    if (!this.#seen.isNew(`${code} ${region} ${language}`, `${rating} ${released} ${text.length}`, out)) return;
    out.keep('regional_outlook', {
      code,
      region,
      rating,
      trend: language === 'en' ? text : '',
      trend_fr: language === 'fr' ? text : '',
      released,
      period: this.#period,
      edition: 'noc2021',
      source: this.#source,
    });
  }
}

function ratingOf(cell: string): { rating: OutlookRating; language: Language } | undefined {
  return RATINGS[
    foldHeader(cell).replace(/^(?:employment )?(?:perspectives|outlook|prospects) | (?:outlook|prospects)$/g, '')
  ];
}

/** As the file says; by the rating's own words where it does not. */
function languageOf({ language, rating }: Cells<Key>): Language | undefined {
  if (language === '') return ratingOf(rating)?.language;
  if (/^(?:en|eng|english|anglais)$/i.test(language)) return 'en';
  return /^(?:fr|fra|fre|french|fran[cç]ais)$/i.test(language) ? 'fr' : undefined;
}

/**
 * The three years that the texts name. The release may come in the first of them or shortly before or after; where the texts name
 * none, it counts as the first.
 */
function periodOf({ rows }: Sample<Key>, year: string): string {
  const release = Number(year);
  const named = rows.flatMap(({ trend }) =>
    [...trend.matchAll(/(?<!\d)(20\d\d)\s*(?:[-–—]|to|à)\s*(20\d\d)(?!\d)/g)].flatMap(([, from = '', to = '']) => {
      const isOurs = Number(to) - Number(from) === YEARS_AHEAD - 1 && Math.abs(Number(from) - release) <= 1;
      return isOurs ? [`${from}-${to}`] : [];
    }),
  );
  return commonest(named) ?? `${release}-${release + YEARS_AHEAD - 1}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
};

/** The text of a cell that may hold marked-up paragraphs and lists. */
function plainText(cell: string): string {
  const text = cell
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&#(\d{1,5});/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
  return readText(text);
}

function sourceOf(context: ImportContext, year: string): ImportSource {
  const id = `job-bank-outlooks-${year}`;
  return (
    context.source(id) ?? {
      ...CANADA,
      id,
      title: `Job Bank three-year employment outlooks, ${year} release`,
      url: 'https://www.jobbank.gc.ca/trend-analysis/search-job-outlooks',
      note: 'How an occupation’s prospects compare with those of others in its province; no measure of a shortage.',
      expiry: 'period-end',
    }
  );
}
