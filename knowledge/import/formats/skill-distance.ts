import { readNumber } from '../cells.ts';
import { type ImportSource, tableFormat } from '../format.ts';
import { readGroup } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

const SOURCE: ImportSource = {
  id: 'skill-distance-bc',
  title: 'Skills distance between NOC 2021 groups',
  publisher: 'Government of British Columbia',
  url: 'https://www.workbc.ca/',
  licence: 'Terms of the publisher',
  attribution: '',
  note: 'The smaller, the more alike the skills. Skills alone mislead (field and duties are not in it), so no answer ranks groups by it.',
  expiry: 'never',
};

/** How far the skills of one group are from those of another. */
export const skillDistance = tableFormat({
  id: 'skill-distance',
  what: 'the skills distance between NOC 2021 groups (British Columbia)',
  columns: {
    code: { names: ['noc2021'] },
    similar: { names: ['similar_noc2021'] },
    distance: { names: ['distance'] },
    similarity: { names: ['similarity'], optional: true },
  },
  open(context) {
    const seen = new SeenRows();
    return {
      dataset: { id: SOURCE.id, sources: [SOURCE] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        if (code === undefined) return;
        const similar = readGroup(cells.similar, context, out);
        if (similar === undefined) return;
        const distance = readNumber(cells.distance);
        if (distance === undefined || (distance ?? 0) < 0) return out.bad(`"${cells.distance}" is no distance`);
        if (code === similar) return out.bad(`group ${code} is told to be like itself`);
        if (distance === null) return out.drop('nothing-published');
        // All zeros stand in closed sets of groups that share one skills profile: the distance was never measured.
        if (distance === 0) return out.drop('shared-figures');
        if (!seen.isNew(`${code} ${similar}`, String(distance), out)) return;
        out.keep('skill_distance', { code, similar, distance, source: SOURCE.id });
      },
    };
  },
});
