import { readText } from '../cells.ts';
import { tableFormat } from '../format.ts';
import { languageOf, OASIS_SOURCE, oasisDataset, PROFILE_CODE, Profiles } from './oasis-profiles.ts';
import { SeenRows } from './seen-rows.ts';

/** Kinds of title that people go by; a file without the column has these only. */
const OF_PEOPLE = new Set(['', 'example', 'index', 'inclusion', 'exemple']);

/** Job titles of the profiles. Titles are searched by group, so a title that two profiles of a group share is one. */
export const OASIS_TITLES = tableFormat({
  id: 'oasis-example-titles',
  what: 'OaSIS example titles',
  columns: {
    profile: PROFILE_CODE,
    title: { names: ['Job title text', "Appellation d'emploi"] },
    type: { names: ['Job title type'], optional: true },
    concordance: { names: ['Concordance number'], optional: true },
  },
  open: (context, sample) => {
    const language = languageOf(sample.header);
    const profiles = new Profiles(context);
    const repeats = new SeenRows();
    return {
      dataset: oasisDataset(context, 'example-titles', language),
      row(cells, out) {
        const profile = profiles.read(cells.profile, out);
        if (!profile) return;
        if (!OF_PEOPLE.has(cells.type.toLowerCase())) return out.drop('not-wanted');
        const title = readText(cells.title);
        if (title === '') return out.drop('nothing-published');
        const { code } = profile;
        if (!repeats.isNew(`${code} ${title}`, title, out)) return;
        out.keep('title', { code, title, language, kind: 'official', source: OASIS_SOURCE });
      },
      end: () => profiles.remarks(),
    };
  },
});
