import type { OfficialTextKind } from '../../model.ts';
import { readText } from '../cells.ts';
import { type Format, tableFormat } from '../format.ts';
import { languageOf, OASIS_SOURCE, oasisDataset, PROFILE_CODE, Profiles } from './oasis-profiles.ts';
import { SeenRows } from './seen-rows.ts';

interface TextFile {
  /** As the publisher's file is called. */
  readonly part: string;
  readonly what: string;
  /** Names of the column that holds the text. */
  readonly column: readonly string[];
  readonly kind: OfficialTextKind;
}

const FILES: readonly TextFile[] = [
  {
    part: 'lead-statement',
    what: 'OaSIS lead statements',
    column: ['Lead statement', 'Énoncé principal'],
    kind: 'definition',
  },
  { part: 'main-duties', what: 'OaSIS main duties', column: ['Main duties', 'Fonctions principales'], kind: 'duty' },
  {
    part: 'employment-requirements',
    what: 'OaSIS employment requirements',
    column: ['Employment requirement', 'Employment requirements', "Exigence d'emploi", "Exigences d'emploi"],
    kind: 'requirement',
  },
  {
    part: 'workplaces-employers',
    what: 'OaSIS workplaces and employers',
    column: ['Workplace/employer name', 'Lieux de travail/employeurs'],
    kind: 'workplace',
  },
];

/** One sentence a row, of one profile. */
function texts({ part, what, column, kind }: TextFile): Format {
  return tableFormat({
    id: `oasis-${part}`,
    what,
    columns: { profile: PROFILE_CODE, text: { names: column } },
    open: (context, sample) => {
      const language = languageOf(sample.header);
      const profiles = new Profiles(context);
      const repeats = new SeenRows();
      return {
        dataset: oasisDataset(context, part, language),
        row(cells, out) {
          const profile = profiles.read(cells.profile, out);
          if (!profile) return;
          const text = readText(cells.text);
          if (text === '') return out.drop('nothing-published');
          const { oasisCode, code } = profile;
          if (!repeats.isNew(`${oasisCode} ${text}`, text, out)) return;
          out.keep('official_text', { code, oasis_code: oasisCode, kind, language, text, source: OASIS_SOURCE });
        },
        end: () => profiles.remarks(),
      };
    },
  });
}

export const OASIS_TEXTS: readonly Format[] = FILES.map(texts);
