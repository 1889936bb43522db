import { readNocCode, readOasisCode, readText } from '../cells.ts';
import { type ImportContext, tableFormat } from '../format.ts';
import { type Language, languageOf, OASIS_SOURCE, oasisDataset, PROFILE_CODE, Profiles } from './oasis-profiles.ts';
import { SeenRows } from './seen-rows.ts';

/** Titles and groups that a profile does not cover, with the code that does. */
export const OASIS_EXCLUSIONS = tableFormat({
  id: 'oasis-exclusions',
  what: 'OaSIS exclusions',
  columns: {
    profile: PROFILE_CODE,
    excluded: { names: ['Excluded code', 'Code exclu'] },
    title: { names: ['Job title', "Appellation d'emploi"] },
  },
  open: (context, sample) => {
    const language = languageOf(sample.header);
    const profiles = new Profiles(context);
    const repeats = new SeenRows();
    return {
      dataset: oasisDataset(context, 'exclusions', language),
      row(cells, out) {
        const profile = profiles.read(cells.profile, out);
        if (!profile) return;
        // Without a dot it is a whole unit group, with one it is a profile.
        const excluded =
          readNocCode(cells.excluded.includes('.') ? '' : cells.excluded) ?? readOasisCode(cells.excluded);
        if (excluded === undefined) {
          return out.bad(`"${cells.excluded}" is no code of a unit group or OaSIS profile (as 12111 or 12111.00)`);
        }
        if (!context.groups.has(excluded.slice(0, 5))) return out.drop('unknown-code');
        const title = readText(cells.title) || groupName(context, excluded, language);
        if (title === '') return out.drop('nothing-published');
        const { oasisCode, code } = profile;
        const text = `${title} (${excluded})`;
        if (!repeats.isNew(`${oasisCode} ${text}`, text, out)) return;
        out.keep('official_text', {
          code,
          oasis_code: oasisCode,
          kind: 'exclusion',
          language,
          text,
          source: OASIS_SOURCE,
        });
      },
    };
  },
});

/** A row without a title leaves out all that its code stands for. A part of a group has no name that is known here. */
function groupName(context: ImportContext, excluded: string, language: Language): string {
  if (!/^\d{5}(\.00)?$/.test(excluded)) return '';
  const group = context.groups.get(excluded.slice(0, 5));
  return (language === 'fr' ? group?.titleFr : group?.title) ?? '';
}
