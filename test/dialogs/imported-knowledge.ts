import { join } from 'node:path';
import type { Knowledge } from '../../dialogs/advisor.ts';
import type { ImportSource } from '../../knowledge/import/format.ts';
import { PLAIN_WAGE } from '../../knowledge/import/formats/job-bank-figures.ts';
import {
  DatasetWriter,
  hashOfDataset,
  type KeptDataset,
  writeManifest,
} from '../../knowledge/import/imports-folder.ts';
import type { ImportRows, ImportTable } from '../../knowledge/import/rows.ts';
import { OccupationLookup } from '../../knowledge/lookup.ts';
import { TitleMatcher } from '../../knowledge/matching/title-matcher.ts';
import { openKnowledge } from '../../knowledge/open.ts';
import { PACK_DIR, tempFolder } from '../knowledge/helpers.ts';

/**
 * A store as it is once an operator has imported publishers' files. EVERYTHING HERE IS INVENTED: the figures, ratings and sentences are
 * only plausible, stand for a handful of groups and regions, and are no publisher's.
 */

export const WELDERS = '72106';
export const NURSES = '31301';
export const TRUCKERS = '73300';
export const HEALTH_INFORMATION = '12111';
export const OFFICE_SUPPORT = '14100';

type Rows = { readonly [Table in ImportTable]?: readonly ImportRows[Table][] };

const GOVERNMENT: Omit<ImportSource, 'id' | 'title' | 'url' | 'expiry'> = {
  publisher: 'Employment and Social Development Canada',
  licence: 'Open Government Licence - Canada',
  attribution: 'Contains information licensed under the Open Government Licence - Canada.',
  note: 'Invented for a test.',
};
const jobBank = (year: string): ImportSource => ({
  ...GOVERNMENT,
  id: `job-bank-wages-${year}`,
  title: `Job Bank wages, ${year} release`,
  url: 'https://www.jobbank.gc.ca/trend-analysis/search-wages',
  expiry: '2 years',
});
const OUTLOOKS: ImportSource = {
  ...GOVERNMENT,
  id: 'job-bank-outlooks-2025',
  title: 'Job Bank three-year employment outlooks, 2025 release',
  url: 'https://www.jobbank.gc.ca/trend-analysis/search-job-outlooks',
  expiry: 'period-end',
};
const NOC: ImportSource = {
  ...GOVERNMENT,
  id: 'noc-2021',
  title: 'National Occupational Classification (NOC) 2021 version 1.0',
  url: 'https://noc.esdc.gc.ca/',
  expiry: 'never',
};
const OASIS: ImportSource = {
  ...GOVERNMENT,
  id: 'oasis-2023',
  title: 'Occupational and Skills Information System (OaSIS) 2023 version 1.0',
  url: 'https://noc.esdc.gc.ca/Oasis/OasisWelcome',
  expiry: 'never',
};

function wage(
  year: string,
  code: string,
  region: string,
  [low, median, high]: readonly [number, number, number],
  more: Partial<ImportRows['wage']> = {},
): ImportRows['wage'] {
  return {
    ...PLAIN_WAGE,
    code,
    region,
    low,
    median,
    high,
    unit: 'hour',
    basis: 'hour',
    period: year,
    released: year,
    edition: 'noc2021',
    edition_code: code,
    source: `job-bank-wages-${year}`,
    ...more,
  };
}

function outlook(
  code: string,
  region: string,
  rating: ImportRows['regional_outlook']['rating'],
  trend = '',
): ImportRows['regional_outlook'] {
  return {
    code,
    region,
    rating,
    trend,
    trend_fr: '',
    released: '2025-12-05',
    period: '2025-2027',
    edition: 'noc2021',
    source: OUTLOOKS.id,
  };
}

function texts(
  code: string,
  kind: ImportRows['official_text']['kind'],
  sentences: readonly string[],
  oasisCode = '',
): ImportRows['official_text'][] {
  const source = oasisCode === '' ? NOC.id : OASIS.id;
  return sentences.map((text) => ({ code, oasis_code: oasisCode, kind, language: 'en', text, source }));
}

function ratings(
  oasisCode: string,
  category: ImportRows['oasis_rating']['category'],
  items: Readonly<Record<string, number>>,
): ImportRows['oasis_rating'][] {
  return Object.entries(items).map(([item, value]) => ({
    oasis_code: oasisCode,
    code: oasisCode.slice(0, 5),
    category,
    item,
    value,
    source: OASIS.id,
  }));
}

const DATASETS: readonly { readonly id: string; readonly sources: readonly ImportSource[]; readonly rows: Rows }[] = [
  {
    id: 'job-bank-wages-2025',
    sources: [jobBank('2025')],
    rows: {
      wage: [
        wage('2025', WELDERS, 'AB', [26, 39, 53], {
          lower_quartile: 31.5,
          upper_quartile: 45.5,
          benefits_percent: 71.2,
        }),
        wage('2025', WELDERS, 'ER4850', [25.5, 37.25, 50], { comment: 'Few answers; use with care.' }),
        wage('2025', WELDERS, 'ER4870', [28, 42.5, 55.1]),
        // Too few answers: the publisher gives the region its province's figures.
        wage('2025', WELDERS, 'ER4860', [26, 39, 53]),
        wage('2025', WELDERS, 'BC', [23.5, 35.5, 52]),
        wage('2025', HEALTH_INFORMATION, 'AB', [27, 36.4, 46]),
        wage('2025', TRUCKERS, 'AB', [21, 30.2, 40]),
      ],
    },
  },
  {
    id: 'job-bank-wages-2020',
    sources: [jobBank('2020')],
    rows: {
      wage: [
        wage('2020', WELDERS, 'AB', [22, 35, 48]),
        wage('2020', WELDERS, 'ER4850', [21, 34.104, 46]),
        wage('2020', TRUCKERS, 'ER4830', [18, 27.3, 36]),
      ],
    },
  },
  {
    id: 'job-bank-outlooks-2025',
    sources: [OUTLOOKS],
    rows: {
      regional_outlook: [
        outlook(WELDERS, 'AB', 'good', 'About 1,150 welders retire over these years.'),
        outlook(WELDERS, 'ER4870', 'very-good'),
        outlook(WELDERS, 'ER4880', 'moderate', 'Work at the large sites comes and goes.'),
        outlook(NURSES, 'ON', 'undetermined'),
      ],
    },
  },
  {
    id: 'noc-2021-elements-en',
    sources: [NOC],
    rows: {
      official_text: [
        ...texts(WELDERS, 'duty', [
          'Read drawings of 2 or 3 dimensions',
          'Set up the machine',
          'Weld by hand',
          'Weld by machine',
          'Cut metal',
          'Straighten bent parts',
          'Look after the tools',
          'Check the finished seam',
          'Teach apprentices',
        ]),
        ...texts(WELDERS, 'requirement', ['A trade certificate asks for 3 years of apprenticeship.']),
        ...texts(HEALTH_INFORMATION, 'requirement', ['A college program in health information is usually asked for.']),
      ],
    },
  },
  {
    id: 'oasis-2023-invented',
    sources: [OASIS],
    rows: {
      official_text: [
        ...texts(WELDERS, 'duty', ['Never told: the whole group has duties of its own'], '72106.01'),
        ...texts(WELDERS, 'workplace', ['Shipyards', 'Machine shops'], '72106.01'),
        ...texts(WELDERS, 'workplace', ['Factories'], '72106.02'),
      ],
      oasis_rating: [
        ...ratings('12111.00', 'skills', { Writing: 4, Numeracy: 3, 'Digital Literacy': 5, Repairing: 0 }),
        ...ratings('12111.00', 'personal-attributes', { 'Attention to Detail': 5, Leadership: 2 }),
        ...ratings('12111.00', 'work-context', { Sitting: 5, Automation: 3 }),
        ...ratings('14100.01', 'skills', { Writing: 3, Numeracy: 2 }),
        ...ratings('14100.02', 'skills', { Writing: 2, 'Digital Literacy': 4 }),
        ...ratings('14100.01', 'personal-attributes', { Concern: 4, 'Stress Tolerance': 3 }),
        ...ratings('14100.01', 'work-context', {
          'Contact With Others (scale 2)': 5,
          'Contact With Others': 4,
          Telephone: 5,
          'Work Schedule': 3,
        }),
      ],
    },
  },
];

/** Writes the invented datasets into an imports folder, as an import does. */
async function writeImports(dir: string): Promise<void> {
  const kept = DATASETS.map(({ id, sources, rows }): KeptDataset => {
    const writer = new DatasetWriter(join(dir, id));
    let written = 0;
    const write = <Table extends ImportTable>(table: Table): void => {
      for (const row of rows[table] ?? []) {
        writer.write(table, row);
        written += 1;
      }
    };
    for (const table of Object.keys(rows) as ImportTable[]) write(table);
    const tables = writer.close();
    return {
      id,
      format: 'invented',
      file: `${id}.csv`,
      sha256: '0'.repeat(64),
      imported: '2026-11-20',
      folder: id,
      hash: hashOfDataset(id, tables, sources),
      rows: written + 1,
      kept: written,
      dropped: 1,
      tables,
      sources: sources.map((source) => ({ ...source, retrieved: '2026-11-20' })),
    };
  });
  await writeManifest(dir, kept);
}

let known: Promise<Knowledge> | undefined;

/** The shipped pack with the invented imports over it: made once for all tests of a run. */
export function importedKnowledge(): Promise<Knowledge> {
  known ??= (async () => {
    const importsDir = tempFolder();
    await writeImports(importsDir);
    const store = await openKnowledge({ packDir: PACK_DIR, storeDir: tempFolder(), importsDir });
    const [titles, groups] = [await store.titles(), await store.groups()];
    return { store, lookup: await OccupationLookup.create(store, new TitleMatcher({ titles, groups })) };
  })();
  return known;
}
