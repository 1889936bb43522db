import type { OasisCategory } from '../../model.ts';
import { readNumber, readText } from '../cells.ts';
import { type Format, foldHeader, tableFormat } from '../format.ts';
import { OASIS_SOURCE, oasisDataset, Profiles } from './oasis-profiles.ts';
import { SeenRows } from './seen-rows.ts';

/** The publisher's scales end at 5; 0 says that an item does not apply to the profile. */
const HIGHEST = 5;

const CODE = ['OaSIS Code - Final', 'OaSIS Code'];
const LABEL = ['OaSIS Label - Final', 'OaSIS Label'];
const NO_ITEMS = new Set([...CODE, ...LABEL].map(foldHeader));

/** The items are columns, and each release may add some: the three named here only tell the files apart. */
function ratings(category: OasisCategory, what: string, tells: readonly [string, string, string]): Format {
  const [one, two, three] = tells;
  return tableFormat({
    id: `oasis-${category}`,
    what,
    openEnded: true,
    columns: {
      profile: { names: CODE },
      label: { names: LABEL },
      one: { names: [one] },
      two: { names: [two] },
      three: { names: [three] },
    },
    open: (context, sample) => {
      const items = itemsOf(sample.header);
      const profiles = new Profiles(context);
      const repeats = new SeenRows();
      return {
        dataset: oasisDataset(context, category),
        row(cells, out, raw) {
          const profile = profiles.read(cells.profile, out);
          if (!profile) return;
          const rated: { readonly item: string; readonly value: number }[] = [];
          for (const { item, place } of items) {
            const cell = raw[place] ?? '';
            const value = readNumber(cell);
            if (value === null) continue;
            if (value === undefined || value < 0 || value > HIGHEST) {
              return out.bad(`${item}: "${cell.trim()}" is no rating from 0 to ${HIGHEST}`);
            }
            rated.push({ item, value });
          }
          if (rated.length === 0) return out.drop('nothing-published');
          const { oasisCode, code } = profile;
          if (!repeats.isNew(oasisCode, JSON.stringify(rated), out)) return;
          for (const { item, value } of rated) {
            out.keep('oasis_rating', { oasis_code: oasisCode, code, category, item, value, source: OASIS_SOURCE });
          }
        },
        end: () => profiles.remarks(),
      };
    },
  });
}

interface Item {
  readonly item: string;
  readonly place: number;
}

/**
 * Some items are measured on two scales and have two columns; the second has the first's name with a running number behind it
 * ("Time Pressure2", "Sound and Noise 9"), which means nothing to a reader.
 */
function itemsOf(header: readonly string[]): Item[] {
  const scales = new Map<string, number>();
  return header.flatMap((cell, place) => {
    const name = readText(cell);
    if (name === '' || NO_ITEMS.has(foldHeader(name))) return [];
    const plain = name.replace(/\s*\d+$/, '');
    const item = scales.has(plain) ? plain : name;
    const scale = (scales.get(item) ?? 0) + 1;
    scales.set(item, scale);
    return [{ item: scale === 1 ? item : `${item} (scale ${scale})`, place }];
  });
}

export const OASIS_RATINGS: readonly Format[] = [
  ratings('skills', 'OaSIS skills', ['Reading Comprehension', 'Critical Thinking', 'Troubleshooting']),
  ratings('work-context', 'OaSIS work context', ['Consequence of Error', 'Physical Proximity', 'Telephone']),
  ratings('personal-attributes', 'OaSIS personal attributes', [
    'Active Learning',
    'Attention to Detail',
    'Stress Tolerance',
  ]),
];
