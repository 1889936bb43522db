import { readText } from '../cells.ts';
import { tableFormat } from '../format.ts';
import { OASIS_SOURCE, oasisDataset, Profiles } from './oasis-profiles.ts';
import { SeenRows } from './seen-rows.ts';

/** Capitals are a strong fit and lower case a weaker one, so the letters stay as they are written. */
const LETTER = /^[RIASEC]$/i;

export const OASIS_INTERESTS = tableFormat({
  id: 'oasis-interests',
  what: 'OaSIS interests (Holland codes)',
  columns: {
    profile: { names: ['OaSIS Code', 'OaSIS Code - Final'] },
    label: { names: ['OaSIS Label', 'OaSIS Label - Final'] },
    first: { names: ['Holland Codes - 1'] },
    second: { names: ['Holland Codes - 2'] },
    third: { names: ['Holland Codes - 3'] },
  },
  open: (context) => {
    const profiles = new Profiles(context);
    const repeats = new SeenRows();
    return {
      dataset: oasisDataset(context, 'interests'),
      row(cells, out) {
        const profile = profiles.read(cells.profile, out);
        if (!profile) return;
        const letters = [cells.first, cells.second, cells.third].filter((letter) => letter !== '');
        const wrong = letters.find((letter) => !LETTER.test(letter));
        if (wrong !== undefined) return out.bad(`"${wrong}" is no Holland code: it has to be R, I, A, S, E or C`);
        if (letters.length === 0) return out.drop('nothing-published');
        const { oasisCode, code } = profile;
        const joined = letters.join('');
        if (!repeats.isNew(oasisCode, joined, out)) return;
        out.keep('holland', {
          oasis_code: oasisCode,
          code,
          label: readText(cells.label),
          letters: joined,
          source: OASIS_SOURCE,
        });
      },
      end: () => profiles.remarks(),
    };
  },
});
